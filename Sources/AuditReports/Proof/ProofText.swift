import FactStore
import Localization
import PolicyEngine

/// A proof as a tree for people: each leaf names the file and line that it was read from.
///
/// What is only possible is marked `possibly`; everything else is certain. Lines are never cut: a proof is evidence.
package struct ProofText {
  let usesASCII: Bool
  let style: TerminalStyle
  let say: Wording

  /// `usesASCII`: indentation drawn with `|` and `` ` `` for terminals that cannot show box-drawing characters.
  package init(style: TerminalStyle = TerminalStyle(), usesASCII: Bool = false, say: Wording = Wording(.en)) {
    self.style = style
    self.say = say
    self.usesASCII = usesASCII
  }

  package func render(_ proof: Proof, into sink: inout ReportSink) {
    write(proof, lead: "", continuation: "", into: &sink)
  }

  private func write(_ proof: Proof, lead: String, continuation: String, into sink: inout ReportSink) {
    let (line, details) = text(proof)
    sink.write("\(lead)\(line)\n")
    // Details stand beside the bar that leads to the premises, so that they are seen to belong to the node above.
    let bar = proof.premises.isEmpty ? "   " : (usesASCII ? "|  " : "│  ")
    for detail in details { sink.write("\(continuation)\(bar)\(detail)\n") }
    for (at, premise) in proof.premises.enumerated() {
      let isLast = at == proof.premises.count - 1
      let branch = usesASCII ? (isLast ? "`- " : "|- ") : (isLast ? "└─ " : "├─ ")
      let below = isLast ? "   " : (usesASCII ? "|  " : "│  ")
      write(premise, lead: continuation + branch, continuation: continuation + below, into: &sink)
    }
  }

  private func text(_ proof: Proof) -> (line: String, details: [String]) {
    let statement = InertText.line(proof.statement)
    let possible = style.paint(say("possibly"), .yellow) + " "
    let possibly = proof.isCertain ? "" : possible
    switch proof.step {
    case .fact(_, _, let origin):
      return ("\(possibly)\(statement)  \(style.paint(Self.place(origin), .bold))", [])
    case .given:
      return ("\(possibly)\(statement)  (\(say("given")))", [])
    case .rule(let rule, let place):
      let lines = rule.split(separator: "\n", omittingEmptySubsequences: true).map { InertText.line(String($0)) }
      return ("\(possibly)\(statement)", [say("by the rule at \(Self.place(place)):")] + lines.map { "  \($0)" })
    case .hole(_, let reason, let origin):
      let place = origin.map { "  " + style.paint(Self.place($0), .bold) } ?? "  (\(say("nothing was read")))"
      return ("\(possible)\(statement)\(place)", [say("not known: \(InertText.line(say(reason)))")])
    case .absent(_, let searched, let sources, let grade):
      return ("\(possibly)\(statement)", [search(searched, sources, grade)])
    case .cut(let why):
      return ("\(possibly)\(statement)  (\(say("not shown: \(why)")))", [])
    case .condition:
      return ("\(possibly)\(statement)", [])
    case .aggregate(let low, let high, let counted, let shown):
      let interval = low == high ? low : say("\(low) to \(high)")
      var details = [say("value: \(InertText.line(interval)), from \(counted, "row", "rows")")]
      if counted > shown { details.append(say("shown: \(shown) of \(counted)")) }
      return ("\(possibly)\(statement)", details)
    }
  }

  static func place(_ place: SourcePlace) -> String {
    InertText.line("\(place.path):\(place.line)" + (place.pointer.isEmpty ? "" : " \(place.pointer)"))
  }

  private func search(_ searched: Int, _ sources: [Phrase], _ grade: CompletenessGrade?) -> String {
    let places = sources.isEmpty ? say("no file") : sources.map { InertText.line(say($0)) }.joined(separator: ", ")
    guard let grade else { return say("no row matches: \(searched, "row", "rows") searched in \(places)") }
    return say("no row matches: \(searched, "row", "rows") searched in \(places), complete: \(grade.word)")
  }
}
