import Audit

/// Which exports would turn unverified into verdicts, the most useful first.
package enum ShortfallReport {
  /// How many are shown as text; JSON has all.
  static let shown = 5

  /// - Parameter findings: how many the audit has; where that is more than were looked into, it is said.
  package static func text(
    _ shortfalls: [Shortfall], findings: Int, style: TerminalStyle, into sink: inout ReportSink
  ) {
    guard !shortfalls.isEmpty else { return }
    sink.write("\n" + style.paint("what would decide more:", .bold) + "\n")
    if findings > Auditor.shortfallLimit {
      sink.write("  (counted over the first \(Auditor.shortfallLimit) of \(findings) findings)\n")
    }
    for (index, shortfall) in shortfalls.prefix(shown).enumerated() {
      sink.write("  \(index + 1). \(InertText.line(summary(shortfall)))\n")
      sink.write("     \(InertText.line(shortfall.obtain))\n")
    }
    if shortfalls.count > shown {
      sink.write("  … and \(shortfalls.count - shown) more; --format json lists all\n")
    }
  }

  /// `up to 31 verdicts of 2 policies wait for kitos.last_login, 24 of them for nothing else`
  static func summary(_ shortfall: Shortfall) -> String {
    let policies = Set(shortfall.policies + shortfall.notEvaluated).count
    let count = "up to \(Plural.of(shortfall.members, "verdict")) of \(Plural.of(policies, "policy", "policies"))"
    let alone =
      shortfall.alone == shortfall.members
      ? "and for nothing else"
      : shortfall.alone == 0 ? "and for other things too" : "\(shortfall.alone) of them for nothing else"
    return "\(count) wait for \(shortfall.relations.joined(separator: ", ")), \(alone)"
  }

  static func json(_ shortfalls: [Shortfall], into json: inout JSONWriter) {
    json.key("shortfalls")
    json.array { json in
      for shortfall in shortfalls {
        json.lineBreak()
        json.object { json in
          json.member("relations", shortfall.relations)
          json.member("members", shortfall.members)
          json.member("alone", shortfall.alone)
          json.member("policies", shortfall.policies)
          json.member("not_evaluated", shortfall.notEvaluated)
          json.member("obtain", shortfall.obtain)
        }
      }
      json.lineBreak()
    }
  }
}
