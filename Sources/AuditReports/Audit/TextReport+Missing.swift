import Audit

extension TextReport {
  /// Which exports are missing: the one first that decides most, and how to get it.
  func missingSection(shown: Int) -> [String] {
    let (wanted, open) = (result.scope.wanted, result.scope.notEvaluated)
    var lines: [String] = []
    for (number, export) in wanted.prefix(style.isVerbose ? wanted.count : shown).enumerated() {
      let alone = export.alone > 0 ? ", \(export.alone) of them for nothing else" : ""
      let policies = Plural.of(export.policies.count, "policy waits", "policies wait")
      lines.append("\(number + 1). \(export.document): \(policies) for it\(alone)")
      if !export.obtain.isEmpty { lines.append("   \(export.obtain)") }
    }
    if !style.isVerbose, wanted.count > shown {
      lines.append("… and \(wanted.count - shown) more; `tilsyn sources` says of each what it decides")
    }
    for entry in open where style.isVerbose || entry.documents.isEmpty {
      let members = entry.members > 0 ? " (\(Plural.of(entry.members, "member")) not judged)" : ""
      lines.append("not judged: \(entry.policy): \(entry.want)\(members)")
      if style.isVerbose, !entry.obtain.isEmpty { lines.append("  obtain: \(entry.obtain)") }
    }
    let title = wanted.isEmpty ? "not judged:" : "\(Plural.of(wanted.count, "export")) missing; get first:"
    return lines.isEmpty ? [] : section(title, lines, limit: wanted.isEmpty ? 3 : 2 * shown + 1)
  }

  func declaredSection(limit: Int) -> [String] {
    var lines = result.scope.declared.map { entry in
      let members = entry.members > 0 ? " (\(Plural.of(entry.members, "member")))" : ""
      return "\(entry.policy)\(members), without \(entry.without.joined(separator: ", "))"
    }
    if style.isVerbose, !result.scope.outOfScope.isEmpty {
      lines.append("no export loaded: \(result.scope.outOfScope.joined(separator: ", "))")
    }
    return lines.isEmpty ? [] : section("out of scope by declaration:", lines, limit: limit)
  }
}
