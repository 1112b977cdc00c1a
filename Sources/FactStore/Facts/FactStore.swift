/// All facts of a run: one ``SourceRelation`` per stored relation of the schema set. Immutable after assembly.
public final class FactStore: @unchecked Sendable {
  public let symbols: SymbolTable
  public let schemas: SchemaSet
  /// Paths as given, by ``FileID``.
  public let files: [String]
  /// By index of ``SchemaSet/stored``.
  public let relations: [SourceRelation]

  init(symbols: SymbolTable, schemas: SchemaSet, files: [String], relations: [SourceRelation]) {
    self.symbols = symbols
    self.schemas = schemas
    self.files = files
    self.relations = relations
  }

  /// The stored relation of that name: a base, or `relation?column` for a facet.
  public subscript(name: String) -> SourceRelation? { schemas.storedIndex(name).map { relations[$0] } }

  /// Source holes of one relation past this number are kept as one all-`*` hole (architecture.md, hot path 7).
  public static let holeLimit = 1000
}
