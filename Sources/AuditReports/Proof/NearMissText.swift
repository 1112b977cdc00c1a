import Localization
import PolicyEngine

/// Why something does not hold, for people: per rule how far it comes, and what is missing.
package struct NearMissText {
  let style: TerminalStyle
  let proofs: ProofText

  package init(style: TerminalStyle = TerminalStyle(), usesASCII: Bool = false, say: Wording = Wording(.en)) {
    self.style = style
    proofs = ProofText(style: style, usesASCII: usesASCII, say: say)
  }

  /// Writes one block per rule. No rule at all is said too.
  package func render(_ misses: [NearMiss], into sink: inout ReportSink) {
    let say = proofs.say
    if misses.isEmpty { sink.write(say("no rule could make this hold") + "\n") }
    for (at, miss) in misses.enumerated() {
      if at > 0 { sink.write("\n") }
      sink.write(style.paint(say("the rule at \(ProofText.place(miss.place)):"), .bold) + "\n")
      for line in miss.rule.split(separator: "\n") { sink.write("    \(InertText.line(String(line)))\n") }
      if miss.satisfied.isEmpty {
        sink.write("  \(say("satisfied: nothing"))\n")
      } else {
        sink.write("  \(say("satisfied:"))\n")
        for proof in miss.satisfied {
          let tree = ReportSink.text { proofs.render(proof, into: &$0) }
          for line in tree.split(separator: "\n") { sink.write("    \(line)\n") }
        }
      }
      if let missing = miss.missing {
        sink.write(style.paint("  " + say("missing: \(InertText.line(missing))"), .yellow) + "\n")
      } else {
        sink.write("  \(say("missing: nothing, this rule holds"))\n")
      }
      if !miss.help.isEmpty { sink.write("  \(say("help: \(InertText.line(say(miss.help)))"))\n") }
    }
  }
}
