import Audit
import Localization
import PolicyEngine

/// What a policy says of one subject, clause by clause, and why: what `tilsyn why-not` prints.
package struct SubjectReport {
  let explanation: Auditor.SubjectExplanation

  package init(_ explanation: Auditor.SubjectExplanation) { self.explanation = explanation }

  package func text(
    style: TerminalStyle, usesASCII: Bool = false, say: Wording = Wording(.en), into sink: inout ReportSink
  ) {
    let proofs = ProofText(style: style, usesASCII: usesASCII, say: say)
    let misses = NearMissText(style: style, usesASCII: usesASCII, say: say)
    let subject = explanation.subject.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
    guard let verdict = explanation.verdict else {
      let title = say("\(explanation.policy) does not judge \(subject): it is not one of its members")
      sink.write(style.paint(InertText.line(title), .bold) + "\n\n")
      misses.render(explanation.membership, into: &sink)
      return
    }
    let title = say("\(explanation.policy): \(Self.word(of: verdict)) for \(subject)")
    sink.write(style.paint(InertText.line(title), .bold) + "\n")
    for clause in explanation.clauses {
      let outcome = clause.proof.map { $0.isCertain ? say("holds") : say("may hold") } ?? say("does not hold")
      sink.write(
        "\n" + style.paint(InertText.line("\(clause.clause) \"\(clause.message)\": \(outcome)"), .bold) + "\n")
      if let proof = clause.proof {
        proofs.render(proof, into: &sink)
      } else {
        misses.render(clause.nearMisses, into: &sink)
      }
    }
  }

  /// The word for a verdict. Programs read the verdict itself.
  private static func word(of verdict: String) -> Phrase {
    switch verdict {
    case "fail": Phrase("fail")
    case "unverified": Phrase("unverified")
    case "exempt": Phrase("exempt")
    default: Phrase("pass")
    }
  }

  package func json(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.subject/1")
      json.member("policy", explanation.policy)
      json.key("subject")
      KeyWriter.write(explanation.subject, into: &json)
      json.member("verdict", explanation.verdict)
      json.key("membership")
      NearMissJSON.write(explanation.membership, into: &json)
      json.key("clauses")
      json.array { json in
        for clause in explanation.clauses {
          json.lineBreak()
          json.object { json in
            json.member("clause", clause.clause)
            json.member("message", clause.message)
            json.key("proof")
            if let proof = clause.proof { ProofJSON.write(proof, into: &json) } else { json.null() }
            json.key("near_misses")
            NearMissJSON.write(clause.nearMisses, into: &json)
          }
        }
      }
    }
    try json.finish()
  }
}
