import Localization
import PolicyEngine

/// Policies as a list, or one of them in full.
package enum PolicyReport {
  /// One line per policy: severity, id, title.
  package static func listText(
    _ cards: [PolicyCard], _ say: Wording, style: TerminalStyle, into sink: inout ReportSink
  ) {
    let width = cards.map { DisplayWidth.of($0.id) }.max() ?? 0
    for card in cards {
      let text =
        "\(DisplayWidth.pad(say(card.severity.word), to: 9)) \(DisplayWidth.pad(card.id, to: width))  \(card.title)"
      sink.write(style.fit(text) + "\n")
    }
    sink.write("\n" + say("\(cards.count, "policy", "policies")") + "\n")
  }

  /// One policy in full: what it demands, on what basis, and which exports it needs.
  package static func showText(_ card: PolicyCard, _ say: Wording, style: TerminalStyle, into sink: inout ReportSink) {
    sink.write(style.paint(InertText.line(card.id), .bold) + "  \(say(card.severity.word))\n")
    let lines = lines(card, say).filter { !$0.text.isEmpty }
    let width = 2 + (lines.map { DisplayWidth.of($0.label) }.max() ?? 0)
    for (label, text) in lines { sink.write("\(DisplayWidth.pad(label, to: width))\(InertText.line(text))\n") }
    sink.write(say("rests on") + "\n")
    for source in card.sources {
      let obtain = source.obtain.isEmpty ? "" : ": \(source.obtain)"
      let optional =
        source.isOptional
        ? " (\(say("optional: judged without it where `without` declares that there is none")))" : ""
      sink.write("  \(InertText.line(source.relation + optional + obtain))\n")
    }
  }

  /// What is said of it, line by line; a text may be empty.
  private static func lines(_ card: PolicyCard, _ say: Wording) -> [(label: String, text: String)] {
    var lines: [(label: String, text: String)] = []
    func add(_ label: String, _ text: String) { lines.append((label, text)) }
    func add(_ label: String, each texts: [String]) { lines += texts.map { (label, $0) } }
    add(say("title"), card.title)
    add(say("why"), card.why)
    add(say("fix"), card.fix)
    add(say("caveat"), each: card.caveats)
    add(say("basis"), card.basisKind.isEmpty ? "" : "\(say(BasisWords.word(card.basisKind))): \(card.basis)")
    add(say("controls"), card.controls.joined(separator: ", "))
    add(say("judges"), say("each \(card.keys.joined(separator: ", "))"))
    add(say("fail"), each: card.fails)
    add(say("unverified"), each: card.unverified)
    add(say("except"), each: card.exceptions)
    add(say("example"), each: card.examples)
    add(say("written at"), "\(card.path):\(card.line)")
    add(say("obtain"), card.obtain)
    return lines
  }

  /// The same of one or many policies as `tilsyn.policies/1`.
  package static func json(_ cards: [PolicyCard], into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.policies/1")
      json.key("policies")
      json.array { json in
        for card in cards {
          json.lineBreak()
          write(card, into: &json)
        }
        json.lineBreak()
      }
    }
    try json.finish()
  }

  private static func write(_ card: PolicyCard, into json: inout JSONWriter) {
    json.object { json in
      json.member("id", card.id)
      json.member("title", card.title)
      json.member("severity", card.severity.rawValue)
      json.member("why", card.why)
      json.member("fix", card.fix)
      json.member("caveats", card.caveats)
      json.key("basis")
      json.object { json in
        json.member("kind", card.basisKind)
        json.member("text", card.basis)
      }
      json.member("controls", card.controls)
      json.member("subject", card.keys)
      json.member("fail", card.fails)
      json.member("unverified", card.unverified)
      json.member("except", card.exceptions)
      json.member("examples", card.examples)
      json.member("path", card.path)
      json.member("line", card.line)
      json.member("obtain", card.obtain)
      json.key("sources")
      json.array { json in
        for source in card.sources {
          json.object { json in
            json.member("relation", source.relation)
            json.member("optional", source.isOptional)
            json.member("obtain", source.obtain)
          }
        }
      }
    }
  }
}
