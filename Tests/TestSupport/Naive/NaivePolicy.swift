/// A policy as hidden relations: the population, and one relation per `fail`, `unverified` and `except`.
package struct NaivePolicy: Sendable {
  package var id: String
  /// The variables that name a member, in the order written.
  package var keys: [String]
  /// Columns: the keys, then the `per` names that are not keys.
  package var fails: [String]
  /// Columns: the keys.
  package var unverified: [String]
  package var excepts: [String]

  package init(
    id: String, keys: [String], fails: [String] = [], unverified: [String] = [], excepts: [String] = []
  ) {
    self.id = id
    self.keys = keys
    self.fails = fails
    self.unverified = unverified
    self.excepts = excepts
  }

  /// The relation of members.
  package var population: String { "\(id)#population" }
}
