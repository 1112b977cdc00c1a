import FactStore

extension Engine {
  /// The certain rows of a relation, columns in the order of its declaration. Evaluates what it needs. A copy: for tests,
  /// queries and other small answers.
  public func certain(_ relation: String) -> [[Value]] {
    guard let relation = self.relation(named: relation) else { return [] }
    return (0..<relation.certain.count).map { row in
      relation.columns.indices.map { symbols.decode(relation.certain[row, $0], as: relation.columns[$0].type) }
    }
  }

  /// The rows that are possible and not certain; `nil` stands for `*`.
  public func possible(_ relation: String) -> [[Value?]] {
    guard let relation = self.relation(named: relation) else { return [] }
    return (0..<relation.extras.count).map { row in
      relation.columns.indices.map { column in
        let code = relation.extras.table[row, column]
        return code == ValueCode.any ? nil : symbols.decode(code, as: relation.columns[column].type)
      }
    }
  }
}
