/// The clauses of a policy: those it needs, each once, over members that have a name.
struct CheckPolicy {
  let sink: DiagnosticSink

  func check(_ policy: PolicyDeclaration) {
    checkMissing(policy)
    checkRepeated(policy)
    if let population = policy.population {
      checkNames(population.names, in: "for")
      if policy.keys.isEmpty {
        sink.report(
          .populationWithoutKey, "this population has no variable, so its members have no name", at: population.span,
          help: "give one of the columns a variable")
      }
    }
    for (finding, _) in policy.findings { checkNames(finding.per, in: "per") }
  }

  private func checkNames(_ names: [Name], in place: String) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name.text).inserted {
      sink.report(
        .repeatedName, "`\(name.text)` stands in `\(place)` twice", at: name.span, help: "remove one of the two")
    }
  }

  private func checkMissing(_ policy: PolicyDeclaration) {
    let kinds = Set(policy.clauses.map(\.keyword))
    var missing = ["title", "severity", "for"].filter { !kinds.contains($0) }
    // One that asks and never accuses has `unverified` alone. Without either, every member would pass.
    if kinds.isDisjoint(with: ["fail", "unverified"]) { missing.append("fail") }
    guard !missing.isEmpty else { return }
    sink.report(
      .missingClause, "the policy `\(policy.id.text)` has no \(quoted(missing))", at: policy.id.span,
      help: "add \(quoted(missing)); every policy has a title, a severity, a population and something that fails")
  }

  private func checkRepeated(_ policy: PolicyDeclaration) {
    var seen: Set<String> = []
    for clause in policy.clauses where !clause.mayRepeat && !seen.insert(clause.keyword).inserted {
      sink.report(
        .repeatedClause, "`\(clause.keyword)` is given twice", at: clause.span,
        help: "keep one of the two")
    }
  }
}

extension PolicyDeclaration.Clause {
  /// The word that starts the clause.
  var keyword: String {
    switch self {
    case .title: "title"
    case .why: "why"
    case .fix: "fix"
    case .obtain: "obtain"
    case .caveat: "caveat"
    case .severity: "severity"
    case .basis: "basis"
    case .controls: "controls"
    case .population: "for"
    case .fail: "fail"
    case .unverified: "unverified"
    case .except: "except"
    case .example: "example"
    }
  }

  var mayRepeat: Bool {
    switch self {
    case .fail, .unverified, .except, .example: true
    default: false
    }
  }
}
