/// All facts of a run: one ``SourceRelation`` per stored relation of the schema set. Immutable after assembly.
public final class FactStore: @unchecked Sendable {
  package let symbols: SymbolTable
  package let schemas: SchemaSet
  /// Paths as given, by ``FileID``.
  public let files: [String]
  /// By index of ``SchemaSet/stored``.
  public let relations: [SourceRelation]

  private let fileNames: Set<String>

  init(symbols: SymbolTable, schemas: SchemaSet, files: [String], relations: [SourceRelation]) {
    fileNames = Set(files)
    self.symbols = symbols
    self.schemas = schemas
    self.files = files
    self.relations = relations
  }

  /// Whether a text names somebody by the line of a file, since nothing else does. Where a file is sorted, the line is another.
  package func isPlace(_ text: String) -> Bool { Self.isPlace(text, in: fileNames) }

  /// The same, for whoever has the names of the files alone.
  package static func isPlace(_ text: String, in files: Set<String>) -> Bool {
    guard let last = text.utf8.last, isDigit(last) else { return false }
    let rest = text.dropLast(text.utf8.reversed().prefix(while: isDigit).count)
    return rest.hasSuffix(placeSign) && files.contains(String(rest.dropLast(placeSign.count)))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  /// Between the file and the line, as importers name somebody so.
  private static let placeSign = ", line "

  /// Facts of all relations.
  public var factCount: Int { relations.reduce(0) { $0 + $1.facts.count } }

  /// The stored relation of that name: a base, or `relation?column` for a facet.
  public subscript(name: String) -> SourceRelation? { schemas.storedIndex(name).map { relations[$0] } }

  /// The relations of which no export was loaded, by name.
  public var absent: Set<String> { names { $0.lacksExport } }

  /// Those of them of which somebody says that there is no export.
  public var declared: Set<String> { names { $0.declaration != nil } }

  private func names(where fits: (SourceRelation) -> Bool) -> Set<String> {
    var names = Set<String>()
    for (index, stored) in schemas.stored.enumerated() where fits(relations[index]) {
      names.insert(schemas.schemas[stored.schema].name)
    }
    return names
  }

  /// The same facts, with absent relations read as if there were nothing to load.
  /// - Parameter keepsHoles: see ``SourceRelation/withoutAbsence(keepsHoles:)``.
  public func reading(asEmpty names: Set<String>, keepsHoles: Bool) -> FactStore {
    FactStore(
      symbols: symbols, schemas: schemas, files: files,
      relations: relations.enumerated().map { index, relation in
        names.contains(schemas.schemas[schemas.stored[index].schema].name) && relation.lacksExport
          ? relation.withoutAbsence(keepsHoles: keepsHoles) : relation
      })
  }

  /// Source holes of one relation past this number are kept as one all-`*` hole (architecture.md, hot path 7).
  public static let holeLimit = 1000
}
