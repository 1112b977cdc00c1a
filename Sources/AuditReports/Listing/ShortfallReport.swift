import Audit
import Localization

/// Which exports would turn unverified into verdicts, the most useful first.
package enum ShortfallReport {
  /// How many are shown as text; JSON has all.
  static let shown = 5

  /// - Parameter findings: how many the audit has; where that is more than were looked into, it is said.
  package static func text(
    _ shortfalls: [Shortfall], findings: Int, _ say: Wording = Wording(.en), style: TerminalStyle,
    into sink: inout ReportSink
  ) {
    guard !shortfalls.isEmpty else { return }
    sink.write("\n" + style.paint(say("what would decide more:"), .bold) + "\n")
    if findings > Auditor.shortfallLimit {
      sink.write("  (\(say("counted over the first \(Auditor.shortfallLimit) of \(findings) findings")))\n")
    }
    for (index, shortfall) in shortfalls.prefix(shown).enumerated() {
      sink.write("  \(index + 1). \(InertText.line(say(summary(shortfall))))\n")
      sink.write("     \(InertText.line(say(shortfall.obtain)))\n")
    }
    if shortfalls.count > shown {
      sink.write("  \(say("… and \(shortfalls.count - shown) more; --format json lists all"))\n")
    }
  }

  /// `up to 31 verdicts of 2 policies wait for kitos.last_login, 24 of them for nothing else`
  static func summary(_ shortfall: Shortfall) -> Phrase {
    let policies = Set(shortfall.policies + shortfall.notEvaluated).count
    let count: Phrase = "up to \(shortfall.members, "verdict", "verdicts") of \(policies, "policy", "policies")"
    let relations = shortfall.relations.joined(separator: ", ")
    if shortfall.alone == shortfall.members { return Phrase("\(count) wait for \(relations), and for nothing else") }
    if shortfall.alone == 0 { return Phrase("\(count) wait for \(relations), and for other things too") }
    return Phrase("\(count) wait for \(relations), \(shortfall.alone) of them for nothing else")
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
          json.member("obtain", shortfall.obtain.english)
        }
      }
      json.lineBreak()
    }
  }
}
