import PolicyEngine

/// Why something does not hold, for people: per rule how far it comes, and what is missing.
package struct NearMissText {
  let style: TerminalStyle
  let proofs: ProofText

  package init(style: TerminalStyle = TerminalStyle(), usesASCII: Bool = false) {
    self.style = style
    proofs = ProofText(style: style, usesASCII: usesASCII)
  }

  /// Writes one block per rule. No rule at all is said too.
  package func render(_ misses: [NearMiss], into sink: inout ReportSink) {
    if misses.isEmpty { sink.write("no rule could make this hold\n") }
    for (at, miss) in misses.enumerated() {
      if at > 0 { sink.write("\n") }
      sink.write(style.paint("the rule at \(ProofText.place(miss.place)):", .bold) + "\n")
      for line in miss.rule.split(separator: "\n") { sink.write("    \(InertText.line(String(line)))\n") }
      if miss.satisfied.isEmpty {
        sink.write("  satisfied: nothing\n")
      } else {
        sink.write("  satisfied:\n")
        for proof in miss.satisfied {
          let tree = ReportSink.text { proofs.render(proof, into: &$0) }
          for line in tree.split(separator: "\n") { sink.write("    \(line)\n") }
        }
      }
      if let missing = miss.missing {
        sink.write(style.paint("  missing: \(InertText.line(missing))", .yellow) + "\n")
      } else {
        sink.write("  missing: nothing, this rule holds\n")
      }
      if !miss.help.isEmpty { sink.write("  help: \(InertText.line(miss.help))\n") }
    }
  }
}
