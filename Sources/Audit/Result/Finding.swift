import PolicyEngine

/// One violation, or one thing that could not be verified.
package struct Finding: Sendable {
  package enum Verdict: String, Sendable, Comparable, CaseIterable {
    case fail, unverified
    package static func < (left: Self, right: Self) -> Bool { left == .fail && right == .unverified }
  }

  /// 64 hexadecimal digits: the identity of the violation, never of its place or wording.
  package var fingerprint: String
  /// The same as nobody's key has made it; never written.
  package var identity: String
  package var policy: String
  package var severity: Severity
  package var verdict: Verdict
  /// The values of the `for` names, in their order. A hole in the population has `*` for what is not known.
  package var subject: [Key]
  /// The values of the `per` names that are not subject names, in their order.
  package var violating: [Key]
  package var message: String
  /// Where one finding stands for several bindings of its rule: a digest of each, sorted. Filled with the message.
  package var witnesses: [String] = []

  /// In the place of all witnesses where there are too many to tell.
  package static let unknownWitnesses = "…"

  package struct Key: Hashable, Sendable {
    package var name: String
    /// `kitos.user`
    package var type: String
    /// As printed; `*` where it is not known.
    package var value: String
    package init(name: String, type: String, value: String) {
      self.name = name
      self.type = type
      self.value = value
    }
  }

  package init(
    fingerprint: String, identity: String? = nil, policy: String, severity: Severity, verdict: Verdict, subject: [Key],
    violating: [Key], message: String
  ) {
    self.fingerprint = fingerprint
    self.identity = identity ?? fingerprint
    self.policy = policy
    self.severity = severity
    self.verdict = verdict
    self.subject = subject
    self.violating = violating
    self.message = message
  }
}
