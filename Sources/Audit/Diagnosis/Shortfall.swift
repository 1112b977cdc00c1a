/// What is missing for verdicts: an export that unverified findings wait for.
public struct Shortfall: Sendable {
  /// The source relations that it fills and that are waited for, by name: `kitos.global_administrator`.
  public var relations: [String]
  /// Which export fills it, who can make it, and how.
  public var obtain: String
  /// Members that wait for it, each counted once per policy; what is only possibly a member counts too.
  public var members: Int
  /// Those of them that wait for nothing else.
  public var alone: Int
  /// Policies with such members, by id.
  public var policies: [String]
  /// Policies of which nothing can be said without it.
  public var notEvaluated: [String]

  public init(
    relations: [String], obtain: String, members: Int, alone: Int, policies: [String], notEvaluated: [String]
  ) {
    self.relations = relations
    self.obtain = obtain
    self.members = members
    self.alone = alone
    self.policies = policies
    self.notEvaluated = notEvaluated
  }
}
