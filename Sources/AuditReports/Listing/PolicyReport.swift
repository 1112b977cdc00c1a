import PolicyEngine

/// Policies as a list, or one of them in full.
package enum PolicyReport {
  /// One line per policy: severity, id, title.
  package static func listText(_ cards: [PolicyCard], style: TerminalStyle, into sink: inout ReportSink) {
    let width = cards.map { DisplayWidth.of($0.id) }.max() ?? 0
    for card in cards {
      let text =
        "\(DisplayWidth.pad(card.severity.rawValue, to: 9)) \(DisplayWidth.pad(card.id, to: width))  \(card.title)"
      sink.write(style.fit(text) + "\n")
    }
    sink.write("\n\(Plural.of(cards.count, "policy", "policies"))\n")
  }

  /// One policy in full: what it demands, on what basis, and which exports it needs.
  package static func showText(_ card: PolicyCard, style: TerminalStyle, into sink: inout ReportSink) {
    func line(_ name: String, _ text: String) {
      guard !text.isEmpty else { return }
      sink.write("\(DisplayWidth.pad(name, to: 12))\(InertText.line(text))\n")
    }
    sink.write(style.paint(InertText.line(card.id), .bold) + "  \(card.severity.rawValue)\n")
    line("title", card.title)
    line("why", card.why)
    line("fix", card.fix)
    for caveat in card.caveats { line("caveat", caveat) }
    line("basis", card.basisKind.isEmpty ? "" : "\(card.basisKind): \(card.basis)")
    line("controls", card.controls.joined(separator: ", "))
    line("judges", "each " + card.keys.joined(separator: ", "))
    for message in card.fails { line("fail", message) }
    for message in card.unverified { line("unverified", message) }
    for message in card.exceptions { line("except", message) }
    for title in card.examples { line("example", title) }
    line("written at", "\(card.path):\(card.line)")
    line("obtain", card.obtain)
    sink.write("rests on\n")
    for source in card.sources {
      let obtain = source.obtain.isEmpty ? "" : ": \(source.obtain)"
      let optional =
        source.isOptional ? " (optional: judged without it where `without` declares that there is none)" : ""
      sink.write("  \(InertText.line(source.relation + optional + obtain))\n")
    }
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
