/// A policy as hidden relations: the population, and one relation per `fail`, `unverified` and `except`.
public struct NaivePolicy: Sendable {
  public var id: String
  /// The variables that name a member, in the order written.
  public var keys: [String]
  /// Columns: the keys, then the `per` names that are not keys.
  public var fails: [String]
  /// Columns: the keys.
  public var unverified: [String]
  public var excepts: [String]

  public init(
    id: String, keys: [String], fails: [String] = [], unverified: [String] = [], excepts: [String] = []
  ) {
    self.id = id
    self.keys = keys
    self.fails = fails
    self.unverified = unverified
    self.excepts = excepts
  }

  /// The relation of members.
  public var population: String { "\(id)#population" }
}
