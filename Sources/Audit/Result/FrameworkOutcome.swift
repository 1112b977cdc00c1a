import PolicyEngine

/// What a result says of the controls of one framework: a function of its policies and of the framework's file.
package struct FrameworkOutcome: Equatable, Sendable {
  /// `nis2`
  package var id: String
  /// In the language of the result.
  package var title: String
  package var publisher: String
  package var edition: String
  /// Where it is published.
  package var source: String
  /// The file that says which policies bear on which control, and its SHA-256 in hexadecimal.
  package var file: AuditBasis.File
  /// In the order of the file.
  package var controls: [Control]

  package init(
    id: String, title: String, publisher: String, edition: String, source: String, file: AuditBasis.File,
    controls: [Control]
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.edition = edition
    self.source = source
    self.file = file
    self.controls = controls
  }

  /// A control, and what the policies that bear on it say.
  package struct Control: Equatable, Sendable {
    /// `A.5.18`
    package var id: String
    /// In the language of the result.
    package var title: String
    package var verdict: ControlVerdict
    /// By id.
    package var policies: [Share]
    /// Members that fail; one that several policies judge is counted in each.
    package var failed: Int
    /// Members that could not be verified, and those that may exist.
    package var unverified: Int
    package var passed: Int
    /// That of the gravest policy that fails or is open; `nil` where none is.
    package var severity: Severity?

    package init(
      id: String, title: String, verdict: ControlVerdict, policies: [Share], failed: Int, unverified: Int, passed: Int,
      severity: Severity?
    ) {
      self.id = id
      self.title = title
      self.verdict = verdict
      self.policies = policies
      self.failed = failed
      self.unverified = unverified
      self.passed = passed
      self.severity = severity
    }
  }

  /// A policy that bears on a control.
  package struct Share: Equatable, Sendable {
    package var policy: String
    package var verdict: ControlVerdict
    package init(policy: String, verdict: ControlVerdict) {
      self.policy = policy
      self.verdict = verdict
    }
  }

  /// Controls on which a policy bears, the worst first: by verdict, then by severity, then by how many fail and how many are open.
  package var covered: [Control] {
    let rank = Dictionary(ControlVerdict.allCases.enumerated().map { ($1, $0) }) { first, _ in first }
    return controls.enumerated().filter { $1.verdict != .uncovered }.sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.verdict != b.verdict { return rank[a.verdict, default: 0] < rank[b.verdict, default: 0] }
      if a.severity != b.severity {
        guard let first = a.severity, let second = b.severity else { return a.severity != nil }
        return first > second
      }
      if a.failed != b.failed { return a.failed > b.failed }
      if a.unverified != b.unverified { return a.unverified > b.unverified }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// Controls on which no policy bears, in the order of the file.
  package var uncovered: [Control] { controls.filter { $0.verdict == .uncovered } }

  /// How many controls have each verdict, the worst first; those that none has are left out.
  package var counts: [(verdict: ControlVerdict, count: Int)] {
    var counts: [ControlVerdict: Int] = [:]
    for control in controls { counts[control.verdict, default: 0] += 1 }
    return ControlVerdict.allCases.compactMap { verdict in counts[verdict].map { (verdict, $0) } }
  }
}
