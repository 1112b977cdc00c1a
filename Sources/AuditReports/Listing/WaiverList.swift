import Audit
import FactStore
import Localization

/// Waivers as they are written, with how long each still holds: those that end first come first.
package struct WaiverList {
  let waivers: [Waiver]
  let asOf: CalendarDate

  package init(_ waivers: [Waiver], asOf: CalendarDate) {
    self.waivers = waivers.enumerated().sorted { ($0.element.expires, $0.offset) < ($1.element.expires, $1.offset) }
      .map(\.element)
    self.asOf = asOf
  }

  /// Two lines each: what is accepted until when, and by whom and why.
  package func text(_ say: Wording, style: TerminalStyle, into sink: inout ReportSink) {
    sink.write(style.paint(say("\(waivers.count, "waiver", "waivers") as of \(asOf.description)"), .bold) + "\n")
    let width = waivers.map { DisplayWidth.of(InertText.line($0.id)) }.max() ?? 0
    for waiver in waivers {
      let id = DisplayWidth.pad(InertText.line(waiver.id), to: width)
      sink.write("  " + style.fit("\(id)  \(time(waiver, say))  \(waiver.policy)", after: 2) + "\n")
      let who = say("accepted by \(waiver.approver) for \(waiver.owner): \(waiver.reason)")
      for line in style.wrap(who, after: width + 4, limit: style.isVerbose ? .max : 2) { sink.write(line + "\n") }
    }
  }

  private func time(_ waiver: Waiver, _ say: Wording) -> String {
    if waiver.approvedOn > asOf { return say("from \(waiver.approvedOn.description)") }
    let left = Int(waiver.expires.days) - Int(asOf.days)
    if left < 0 { return say("expired on \(waiver.expires.description)") }
    return say("until \(waiver.expires.description) (\(left, "day", "days"))")
  }

  /// `tilsyn.waivers/1`.
  package func json(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.waivers/1")
      json.member("as_of", asOf.description)
      json.key("waivers")
      json.array { json in
        for waiver in waivers {
          json.lineBreak()
          json.object { json in
            json.member("id", waiver.id)
            json.member("policy", waiver.policy)
            JSONObjects.match(waiver, into: &json)
            json.member("days_left", Int(waiver.expires.days) - Int(asOf.days))
            JSONObjects.terms(waiver, into: &json)
            json.member("path", waiver.path)
            json.member("line", waiver.line)
          }
        }
        json.lineBreak()
      }
    }
    try json.finish()
  }
}

/// What `waiver check` and `waiver prune` say of each waiver that does not count.
package enum WaiverCheckReport {
  /// A line for each, with what to do about it below.
  package static func text(
    _ outcomes: [WaiverOutcome], _ say: Wording, style: TerminalStyle, cure: (WaiverOutcome.State) -> Phrase,
    into sink: inout ReportSink
  ) {
    for outcome in outcomes where !outcome.isSound || !outcome.remark.isEmpty {
      let waiver = outcome.waiver
      let place = "\(waiver.path):\(waiver.line): \(waiver.id)"
      if !outcome.isSound {
        sink.write(InertText.line("\(place): \(say(outcome.state.word)) (\(outcome.state.rawValue))") + "\n")
        sink.write("  " + InertText.line(say("help: \(say(cure(outcome.state)))")) + "\n")
        if outcome.state == .expired {
          let who = say("accepted by \(waiver.approver) for \(waiver.owner): \(waiver.reason)")
          sink.write("  " + InertText.line(who) + "\n")
        }
      }
      if !outcome.remark.isEmpty {
        sink.write(InertText.line("\(place): \(outcome.remark): \(waiver.approver)") + "\n")
      }
    }
    let counts: [String] = WaiverOutcome.State.allCases.compactMap { state in
      let count = outcomes.count { $0.state == state }
      return count > 0 ? "\(count) \(say(state.word))" : nil
    }
    let sum = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
    sink.write(style.paint(say("\(outcomes.count, "waiver", "waivers")") + sum, .bold) + "\n")
  }

  /// `tilsyn.waiver-check/1`.
  package static func json(_ report: WaiverReport, into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.waiver-check/1")
      json.member("sound", report.outcomes.allSatisfy(\.isSound))
      JSONObjects.waivers(report, into: &json)
    }
    try json.finish()
  }
}
