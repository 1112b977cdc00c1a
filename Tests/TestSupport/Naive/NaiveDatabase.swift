import FactStore

/// The input of the reference evaluator: facts and holes of every stored relation, as plain sets.
package struct NaiveDatabase: Sendable {
  package var schemas: SchemaSet
  /// By name of the stored relation: a base (`s.r0`) or a facet (`s.r0?end`).
  package var facts: [String: Set<NaiveRow>]
  package var holes: [String: Set<NaiveRow>]
  /// Relations that are declared to be absent: `optional` reads `r!`, what other exports brought along of them.
  package var absent: Set<String>

  package init(
    schemas: SchemaSet, facts: [String: Set<NaiveRow>] = [:], holes: [String: Set<NaiveRow>] = [:],
    absent: Set<String> = []
  ) {
    self.schemas = schemas
    self.facts = facts
    self.holes = holes
    self.absent = absent
  }

  /// Reads a store back into plain sets, so that the engine and the reference have one input.
  package init(_ store: FactStore) {
    self.init(schemas: store.schemas)
    for relation in store.relations {
      func decode(_ codes: [UInt32]) -> NaiveRow {
        zip(codes, relation.columns).map { code, column in
          code == ValueCode.any ? .any : .value(store.symbols.decode(code, as: column.type))
        }
      }
      facts[relation.name] = Set((0..<relation.facts.count).map { decode(relation.facts.row($0)) })
      holes[relation.name] = Set(relation.holes.map { decode($0.row) })
      if relation.declaration != nil {
        absent.insert(relation.name)
        facts[relation.name + "!"] = facts[relation.name]
        holes[relation.name + "!"] = Set(relation.withoutAbsence(keepsHoles: true).holes.map { decode($0.row) })
      }
    }
  }

  /// The columns of a stored relation.
  package func columns(_ stored: String) -> [ColumnSchema] {
    schemas.stored[schemas.storedIndex(stored.replacing("!", with: ""))!].columns
  }

  /// The same input without holes: what is loaded, read as if it were all there is.
  package func closed() -> NaiveDatabase {
    var result = self
    result.holes = [:]
    result.absent = []
    return result
  }
}
