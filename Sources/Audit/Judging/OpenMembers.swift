import PolicyEngine

/// Tells who the members of a policy are that could not be judged: a later result knows by it who of them is new.
struct OpenMembers {
  let engine: Engine

  /// More of them are not told one by one, and all count as new later.
  static let limit = 100_000

  func told(in entry: AuditResult.NotEvaluated, _ verdicts: PolicyVerdicts) -> AuditResult.NotEvaluated {
    let population = verdicts.population
    guard !verdicts.isLimited, population.certain.count <= Self.limit else { return entry }
    var entry = entry
    entry.openMembers = (0..<population.certain.count).map { row in
      var digest = Fingerprint(
        policy: entry.policy, verdict: .unverified, subjectKeys: population.columns.count)
      for (column, schema) in population.columns.enumerated() {
        digest.append(schema.type.name)
        digest.append(engine.bareText(population.certain[row, column], schema.type))
      }
      digest.append("member")
      return Fingerprint.short(digest.hexadecimal)
    }.sorted()
    return entry
  }
}
