import Localization

/// What is missing for verdicts: an export that unverified findings wait for.
package struct Shortfall: Sendable {
  /// The source relations that it fills and that are waited for, by name: `kitos.global_administrator`.
  package var relations: [String]
  /// Which export fills it, who can make it, and how.
  package var obtain: Phrase
  /// Members that wait for it, each counted once per policy; what is only possibly a member counts too.
  package var members: Int
  /// Those of them that wait for nothing else.
  package var alone: Int
  /// Policies with such members, by id.
  package var policies: [String]
  /// Policies of which nothing can be said without it.
  package var notEvaluated: [String]

  package init(
    relations: [String], obtain: Phrase, members: Int, alone: Int, policies: [String], notEvaluated: [String]
  ) {
    self.relations = relations
    self.obtain = obtain
    self.members = members
    self.alone = alone
    self.policies = policies
    self.notEvaluated = notEvaluated
  }
}
