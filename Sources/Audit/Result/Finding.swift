import PolicyEngine

/// One violation, or one thing that could not be verified.
public struct Finding: Sendable {
  public enum Verdict: String, Sendable, Comparable, CaseIterable {
    case fail, unverified
    public static func < (left: Self, right: Self) -> Bool { left == .fail && right == .unverified }
  }

  /// 64 hexadecimal digits: the identity of the violation, never of its place or wording.
  public var fingerprint: String
  public var policy: String
  public var severity: Severity
  public var verdict: Verdict
  /// The values of the `for` names, in their order. A hole in the population has `*` for what is not known.
  public var subject: [Key]
  /// The values of the `per` names that are not subject names, in their order.
  public var violating: [Key]
  public var message: String

  public struct Key: Hashable, Sendable {
    public var name: String
    /// `kitos.user`
    public var type: String
    /// As printed; `*` where it is not known.
    public var value: String
    public init(name: String, type: String, value: String) {
      self.name = name
      self.type = type
      self.value = value
    }
  }

  public init(
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
public struct Evidence: Hashable, Sendable {
  /// `kitos.listed_user(user: "…", …)`; for a hole, what is not known.
  public var fact: String
  /// Empty where nothing was read: an absent export.
  public var path: String
  public var line: Int
  public var pointer: String
  public var isHole: Bool
  public init(fact: String, path: String, line: Int, pointer: String, isHole: Bool) {
    self.fact = fact
    self.path = path
    self.line = line
    self.pointer = pointer
    self.isHole = isHole
  }
}

/// All findings in their total order, built when asked for: hundreds of thousands cost a few bytes each.
public struct FindingList: Sendable {
  public let count: Int
  private let make: @Sendable (Int) -> Finding
  private let prove: @Sendable (Range<Int>) -> [[Evidence]]
  private let identify: @Sendable (Int) -> Finding

  /// - Parameter keyed: a finding without its message, where that is cheaper; the finding itself when absent.
  public init(
    count: Int, finding: @escaping @Sendable (Int) -> Finding,
    evidence: @escaping @Sendable (Range<Int>) -> [[Evidence]], keyed: (@Sendable (Int) -> Finding)? = nil
  ) {
    self.count = count
    make = finding
    prove = evidence
    identify = keyed ?? finding
  }

  /// A list of findings at hand, for tests and for results read back.
  public init(_ findings: [(Finding, [Evidence])]) {
    self.init(count: findings.count, finding: { findings[$0].0 }, evidence: { findings[$0].map(\.1) })
  }

  public subscript(index: Int) -> Finding { make(index) }

  /// A finding's identity, keys and verdict; its message may be empty.
  public func keyed(_ index: Int) -> Finding { identify(index) }

  /// The evidence of consecutive findings; asked for in blocks because one back-join serves many.
  public func evidence(_ range: Range<Int>) -> [[Evidence]] { prove(range) }
}
