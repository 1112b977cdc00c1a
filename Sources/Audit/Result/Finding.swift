import PolicyEngine

/// One violation, or one thing that could not be verified.
package struct Finding: Sendable {
  package enum Verdict: String, Sendable, Comparable, CaseIterable {
    case fail, unverified
    package static func < (left: Self, right: Self) -> Bool { left == .fail && right == .unverified }
  }

  /// 64 hexadecimal digits: the identity of the violation, never of its place or wording.
  package var fingerprint: String
  package var policy: String
  package var severity: Severity
  package var verdict: Verdict
  /// The values of the `for` names, in their order. A hole in the population has `*` for what is not known.
  package var subject: [Key]
  /// The values of the `per` names that are not subject names, in their order.
  package var violating: [Key]
  package var message: String

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
    fingerprint: String, policy: String, severity: Severity, verdict: Verdict, subject: [Key], violating: [Key],
    message: String
  ) {
    self.fingerprint = fingerprint
    self.policy = policy
    self.severity = severity
    self.verdict = verdict
    self.subject = subject
    self.violating = violating
    self.message = message
  }
}

/// One fact or hole that a finding rests on.
package struct Evidence: Hashable, Sendable {
  /// `kitos.listed_user(user: "…", …)`; for a hole, what is not known.
  package var fact: String
  /// Empty where nothing was read: an absent export.
  package var path: String
  package var line: Int
  package var pointer: String
  package var isHole: Bool
  package init(fact: String, path: String, line: Int, pointer: String, isHole: Bool) {
    self.fact = fact
    self.path = path
    self.line = line
    self.pointer = pointer
    self.isHole = isHole
  }
}

/// All findings in their total order, built when asked for: hundreds of thousands cost a few bytes each.
package struct FindingList: Sendable {
  package let count: Int
  private let make: @Sendable (Int) -> Finding
  private let prove: @Sendable (Range<Int>) -> [[Evidence]]
  private let identify: @Sendable (Int) -> Finding

  /// - Parameter keyed: a finding without its message, where that is cheaper; the finding itself when absent.
  package init(
    count: Int, finding: @escaping @Sendable (Int) -> Finding,
    evidence: @escaping @Sendable (Range<Int>) -> [[Evidence]], keyed: (@Sendable (Int) -> Finding)? = nil
  ) {
    self.count = count
    make = finding
    prove = evidence
    identify = keyed ?? finding
  }

  /// A list of findings at hand, for tests and for results read back.
  package init(_ findings: [(Finding, [Evidence])]) {
    self.init(count: findings.count, finding: { findings[$0].0 }, evidence: { findings[$0].map(\.1) })
  }

  package subscript(index: Int) -> Finding { make(index) }

  /// A finding's identity, keys and verdict; its message may be empty.
  package func keyed(_ index: Int) -> Finding { identify(index) }

  /// The evidence of consecutive findings; asked for in blocks because one back-join serves many.
  package func evidence(_ range: Range<Int>) -> [[Evidence]] { prove(range) }
}
