import FactStore

@testable import ImportCore

/// The facts and holes of a run as texts, so that runs with different symbol tables can be compared.
struct Coverage {
  /// By stored relation; `nil` in a hole is `*`.
  private(set) var facts: [String: Set<[String]>] = [:]
  private(set) var holes: [String: [[String?]]] = [:]

  init(_ loaded: LoadedSources) {
    for relation in loaded.store.relations {
      func texts(_ row: [UInt32]) -> [String?] {
        zip(relation.columns, row).map { column, code in
          code == ValueCode.any ? nil : "\(loaded.store.symbols.decode(code, as: column.type))"
        }
      }
      facts[relation.name] = Set((0..<relation.facts.count).map { texts(relation.facts.row($0)).map { $0! } })
      holes[relation.name] = relation.holes.map { texts($0.row) }
    }
  }

  /// Facts of `whole` that are here neither facts nor covered by a hole.
  func lost(of whole: Coverage) -> [String] {
    // That a document or a system is there is no record of it: a file that is not recognised any more is reported as a whole.
    // What was shown of people is evidence, which has no holes; what the records say beside it has.
    let told: Set = [
      "kitos.document", "system.loaded", "export.document", "export.secret", "export.placeholder",
    ]
    return whole.facts.filter { !told.contains($0.key) && !$0.key.hasPrefix("person.") }.flatMap { relation, rows in
      rows.filter { row in
        !facts[relation]!.contains(row)
          && !holes[relation]!.contains { zip($0, row).allSatisfy { $0 == nil || $0 == $1 } }
      }.map { "\(relation) \($0)" }
    }
  }

  /// Facts here that `whole` neither has nor holds possible.
  func invented(against whole: Coverage) -> [String] { whole.lost(of: self) }
}
