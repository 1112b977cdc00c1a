import Localization

/// A source relation as loaded: facts, holes, where each fact stands, and how complete the whole is.
public final class SourceRelation: @unchecked Sendable {
  /// As the schema has it: `relation?column` for a facet.
  public let name: String
  /// In the order of the table.
  public let columns: [ColumnSchema]
  package let facts: Table
  /// What it does not show. Of an absent relation that one hole alone which covers all others.
  public let holes: [Hole]
  package let completeness: Completeness
  /// The weakest grade among the files that cover it; `nil` when absent.
  public let grade: CompletenessGrade?
  /// Who says that there is no export of it, and why; `nil` for what was loaded, and for what nobody says that of.
  package let declaration: Phrase?
  /// No export that covers it was loaded. It may have rows that others brought along.
  public let lacksExport: Bool
  /// The holes that documents left, whether an export of it was loaded or not.
  private let loaded: [Hole]
  let segments: [OriginSegment]

  /// - Parameters:
  ///   - loaded: the holes that documents left.
  ///   - absence: the hole of an export that was not loaded.
  init(
    name: String, columns: [ColumnSchema], facts: Table, loaded: [Hole], absence: [Hole], completeness: Completeness,
    grade: CompletenessGrade?, declaration: Phrase?, segments: [OriginSegment]
  ) {
    self.name = name
    self.columns = columns
    self.facts = facts
    self.loaded = loaded
    self.completeness = completeness
    self.grade = grade
    self.declaration = declaration
    self.segments = segments
    holes = completeness == .absent ? absence : loaded + absence
    lacksExport = !absence.isEmpty
  }

  /// Where a row was read. O(log segments).
  public func origin(ofRow row: Int, symbols: SymbolTable) -> Origin? {
    OriginSegment.origin(ofRow: row, in: segments, symbols: symbols)
  }

  /// Whether a row was read from a file, and not given by somebody. Rows of files come first.
  package func hasOrigin(row: Int) -> Bool { segments.last.map { row < $0.firstRow + $0.count } ?? false }

  /// The same relation, read as if what is missing did not exist: its rows are those that other exports brought along.
  /// - Parameter keepsHoles: whether what documents left open of it stays open. An absent relation is otherwise empty.
  public func withoutAbsence(keepsHoles: Bool) -> SourceRelation {
    let holes = keepsHoles || completeness != .absent ? loaded : []
    return SourceRelation(
      name: name, columns: columns, facts: facts, loaded: holes, absence: [],
      completeness: holes.isEmpty ? .complete : .partial, grade: grade, declaration: declaration, segments: segments)
  }
}
