import PolicyEngine

/// A proof as a tree for people: each leaf names the file and line that it was read from.
///
/// What is only possible is marked `possibly`; everything else is certain. Lines are never cut: a proof is evidence.
package struct ProofText {
  let usesASCII: Bool
  let style: TerminalStyle

  /// `usesASCII`: indentation drawn with `|` and `` ` `` for terminals that cannot show box-drawing characters.
  package init(style: TerminalStyle = TerminalStyle(), usesASCII: Bool = false) {
    self.style = style
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
    let possibly = proof.isCertain ? "" : style.paint("possibly ", .yellow)
    switch proof.step {
    case .fact(_, _, let origin):
      return ("\(possibly)\(statement)  \(style.paint(Self.place(origin), .bold))", [])
    case .given:
      return ("\(possibly)\(statement)  (given)", [])
    case .rule(let rule, let place):
      let lines = rule.split(separator: "\n", omittingEmptySubsequences: true).map { InertText.line(String($0)) }
      return ("\(possibly)\(statement)", ["by the rule at \(Self.place(place)):"] + lines.map { "  \($0)" })
    case .hole(_, let reason, let origin):
      let place = origin.map { "  " + style.paint(Self.place($0), .bold) } ?? "  (nothing was read)"
      return ("\(style.paint("possibly ", .yellow))\(statement)\(place)", ["not known: \(InertText.line(reason))"])
    case .absent(_, let searched, let sources, let grade):
      return ("\(possibly)\(statement)", [Self.search(searched, sources, grade?.rawValue)])
    case .condition:
      return ("\(possibly)\(statement)", [])
    case .aggregate(let low, let high, let counted, let shown):
      let interval = low == high ? low : "\(low) to \(high)"
      var details = ["value: \(InertText.line(interval)), from \(Plural.of(counted, "row"))"]
      if counted > shown { details.append("shown: \(shown) of \(counted)") }
      return ("\(possibly)\(statement)", details)
    }
  }

  static func place(_ place: SourcePlace) -> String {
    InertText.line("\(place.path):\(place.line)" + (place.pointer.isEmpty ? "" : " \(place.pointer)"))
  }

  private static func search(_ searched: Int, _ sources: [String], _ grade: String?) -> String {
    let places = sources.isEmpty ? "no file" : sources.map(InertText.line).joined(separator: ", ")
    let closing = grade.map { ", complete: \($0)" } ?? ""
    return "no row matches: \(Plural.of(searched, "row")) searched in \(places)\(closing)"
  }
}
