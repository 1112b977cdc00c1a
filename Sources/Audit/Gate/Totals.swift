import PolicyEngine

/// What the policies say of their members, added up. A member of two policies counts in both.
///
/// Members of a policy that was not evaluated are unverified; whether it has more is not asked. What is out of scope by
/// declaration counts nowhere.
package struct Totals: Sendable, Equatable {
  package var members = 0
  package var passed = 0
  package var failed = 0
  package var unverified = 0
  package var exempt = 0
  package var populationHoles = 0

  package init(_ policies: [PolicyOutcome]) {
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
package struct FindingTally: Sendable, Equatable {
  private var counts = [Int](repeating: 0, count: Severity.allCases.count * Finding.Verdict.allCases.count)

  package init() {}

  /// Counts a whole list. Linear in its length.
  package init(_ findings: FindingList) {
    for index in 0..<findings.count { add(findings.keyed(index)) }
  }

  package mutating func add(_ finding: Finding) { counts[Self.slot(finding.severity, finding.verdict)] += 1 }

  /// Counts what another has counted.
  package mutating func add(_ other: FindingTally) { for slot in counts.indices { counts[slot] += other.counts[slot] } }

  package subscript(severity: Severity, verdict: Finding.Verdict) -> Int { counts[Self.slot(severity, verdict)] }

  package func total(_ verdict: Finding.Verdict) -> Int {
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
