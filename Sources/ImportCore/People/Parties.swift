import FactStore

/// Organisations and people, as all systems speak of them.
package enum Parties {
  /// An organisation or person, the same in every system: an organisation by its number.
  package static let entity = ValueType.entity("party")

  /// A column that holds a party; `doc` says which.
  package static func column(_ name: String, _ doc: String) -> ColumnSchema {
    ColumnSchema(name, entity, doc: doc + ": an organisation by its number, anybody else by an id")
  }
}
