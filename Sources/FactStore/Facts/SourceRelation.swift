/// A source relation as loaded: facts, holes, where each fact stands, and how complete the whole is.
public final class SourceRelation: @unchecked Sendable {
  public let name: String
  public let columns: [ColumnSchema]
  public let facts: Table
  public let holes: [Hole]
  public let completeness: Completeness
  /// The weakest grade among the files that cover it; `nil` when absent.
  public let grade: CompletenessGrade?
  /// An export of it was announced and did not come, or came short.
  public let isAnnounced: Bool
  let segments: [OriginSegment]

  init(
    name: String, columns: [ColumnSchema], facts: Table, holes: [Hole], completeness: Completeness,
    grade: CompletenessGrade?, isAnnounced: Bool, segments: [OriginSegment]
  ) {
    self.name = name
    self.columns = columns
    self.facts = facts
    self.holes = holes
    self.completeness = completeness
    self.grade = grade
    self.isAnnounced = isAnnounced
    self.segments = segments
  }

  /// Where a row was read. O(log segments).
  public func origin(ofRow row: Int, symbols: SymbolTable) -> Origin? {
    OriginSegment.origin(ofRow: row, in: segments, symbols: symbols)
  }
}
