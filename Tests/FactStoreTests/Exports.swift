import FactStore

/// Files made by hand, for tests of what is assembled from them.
struct Exports {
  let symbols = SymbolTable()
  let schemas: SchemaSet
  private(set) var writers: [FactWriter] = []

  init(_ schemas: [RelationSchema]) { self.schemas = SchemaSet(schemas) }

  /// A new file that covers some relations.
  mutating func file(covers relations: [String] = [], grade: CompletenessGrade = .closed) -> FactWriter {
    let writer = FactWriter(symbols: symbols, schemas: schemas, file: FileID(writers.count))
    for relation in relations { writer.cover(relation, grade: grade) }
    writers.append(writer)
    return writer
  }

  func assemble(announced: [(relation: String, hole: Hole)] = []) -> FactStore {
    FactStore.assemble(
      symbols: symbols, schemas: schemas, files: writers.indices.map { "file\($0)" }, writers: writers,
      announced: announced)
  }
}

extension FactStore {
  /// The facts of a stored relation as texts, `*` where there is no value.
  func facts(_ name: String) -> [[String]] {
    let relation = self[name]!
    return (0..<relation.facts.count).map { texts(relation.facts.row($0), relation) }
  }

  func holes(_ name: String) -> [[String]] { self[name]!.holes.map { texts($0.row, self[name]!) } }

  private func texts(_ row: [UInt32], _ relation: SourceRelation) -> [String] {
    zip(row, relation.columns).map { code, column in
      if code == ValueCode.any { return "*" }
      switch symbols.decode(code, as: column.type) {
      case .text(let text): return text
      case .int(let number), .time(let number): return String(number)
      case .bool(let flag): return String(flag)
      case .date(let date): return date.description
      }
    }
  }
}

extension FactWriter.Cell {
  static func text(_ text: String) -> Self { .value(.text(text)) }
  static func int(_ number: Int64) -> Self { .value(.int(number)) }
}
