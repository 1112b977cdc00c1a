import Audit
import PolicyEngine

/// What the policies say of their members, added up. A member of two policies counts in both.
///
/// Members of a policy that was not evaluated are unverified; whether it has more is not asked. What is out of scope by
/// declaration counts nowhere.
public struct Totals: Sendable, Equatable {
  public var members = 0
  public var passed = 0
  public var failed = 0
  public var unverified = 0
  public var exempt = 0
  public var populationHoles = 0
  /// No waivers are read yet; part of the result so that its readers need not change.
  public var waived = 0

  public init(_ policies: [PolicyOutcome]) {
    for policy in policies where policy.status != .outOfScope {
      members += policy.population
      passed += policy.passed
      failed += policy.failed
      unverified += policy.unverified
      exempt += policy.exempt
      if policy.status == .evaluated { populationHoles += policy.populationHoles }
    }
  }
}

/// Findings by severity and verdict, counted one by one.
public struct FindingTally: Sendable, Equatable {
  private var counts = [Int](repeating: 0, count: Severity.allCases.count * Finding.Verdict.allCases.count)

  public init() {}

  /// Counts a whole list. Linear in its length.
  public init(_ findings: FindingList) {
    for index in 0..<findings.count { add(findings.keyed(index)) }
  }

  public mutating func add(_ finding: Finding) { counts[Self.slot(finding.severity, finding.verdict)] += 1 }

  public subscript(severity: Severity, verdict: Finding.Verdict) -> Int { counts[Self.slot(severity, verdict)] }

  public func total(_ verdict: Finding.Verdict) -> Int {
    Severity.allCases.reduce(0) { $0 + self[$1, verdict] }
  }

  private static func slot(_ severity: Severity, _ verdict: Finding.Verdict) -> Int {
    let row =
      switch severity {
      case .info: 0
      case .low: 1
      case .medium: 2
      case .high: 3
      case .critical: 4
      }
    return row * 2 + (verdict == .fail ? 0 : 1)
  }
}
