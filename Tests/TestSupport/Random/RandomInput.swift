import FactStore
import Localization

/// One thing that an importer said of its export.
package enum RandomInput: Sendable {
  case covered(String)
  case record(String, [String: FactWriter.Cell])
  case hole(String, [String: Value])
  case absentColumn(String, String)

  var relation: String {
    switch self {
    case .covered(let relation), .record(let relation, _), .hole(let relation, _), .absentColumn(let relation, _):
      relation
    }
  }

  func isRecord(of relation: String) -> Bool {
    if case .record(relation, _) = self { true } else { false }
  }

  func isHole(of relation: String) -> Bool {
    if case .hole(relation, _) = self { true } else { false }
  }
}

extension RandomInput {
  /// The store that these inputs give.
  static func store(_ inputs: [RandomInput], schemas: SchemaSet) -> FactStore {
    let symbols = SymbolTable()
    let writer = FactWriter(symbols: symbols, schemas: schemas, file: FileID(0))
    for (index, input) in inputs.enumerated() {
      let place = Place(line: index + 1)
      switch input {
      case .covered(let relation): writer.cover(relation, grade: .closed)
      case .record(let relation, let cells): writer.add(relation, cells, at: place)
      case .hole(let relation, let known):
        writer.addHole(relation, known, reason: .unusable, text: "unusable record", at: place)
      case .absentColumn(let relation, let column):
        writer.addAbsentColumn(relation, column, text: "no column `\(column)`")
      }
    }
    // Of every other relation it is declared that there is no export.
    let declared = schemas.schemas.enumerated().filter { $0.offset % 2 == 0 }.map { $0.element.name }
    return FactStore.assemble(
      symbols: symbols, schemas: schemas, files: ["random"], writers: [writer],
      declared: Dictionary(uniqueKeysWithValues: declared.map { ($0, Phrase("declared")) }))
  }
}

extension RandomInput {
  /// The same with the integers of ``RandomDomain`` spread to the ends of their range.
  package var withGreatNumbers: RandomInput {
    func great(_ value: Value) -> Value {
      switch value {
      case .int(-1): .int(.min)
      case .int(1): .int(1 << 62)
      case .int(2): .int(.max)
      default: value
      }
    }
    switch self {
    case .record(let relation, let cells):
      return .record(
        relation,
        cells.mapValues { cell in
          if case .value(let value) = cell { .value(great(value)) } else { cell }
        })
    case .hole(let relation, let known): return .hole(relation, known.mapValues(great))
    case .covered, .absentColumn: return self
    }
  }
}

extension RandomInput: CustomStringConvertible {
  package var description: String {
    switch self {
    case .covered(let relation): return "cover \(relation)"
    case .record(let relation, let cells):
      let texts = cells.sorted { $0.key < $1.key }.map { name, cell in
        switch cell {
        case .value(let value): "\(name): \(NaiveValue.value(value))"
        case .none: "\(name): none"
        case .unknown: "\(name): unknown"
        }
      }
      return "fact \(relation)(\(texts.joined(separator: ", ")))"
    case .hole(let relation, let known):
      let texts = known.sorted { $0.key < $1.key }.map { "\($0.key): \(NaiveValue.value($0.value))" }
      return "hole \(relation)(\((texts + ["*"]).joined(separator: ", ")))"
    case .absentColumn(let relation, let column): return "no column \(relation).\(column)"
    }
  }
}
