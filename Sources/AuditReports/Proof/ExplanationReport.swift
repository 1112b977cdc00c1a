import Audit
import Localization
import PolicyEngine

/// One finding with its proofs: what `tilsyn why` prints.
package struct ExplanationReport {
  let finding: Finding
  let policy: PolicyOutcome?
  let proofs: [Proof]

  package init(_ finding: Finding, policy: PolicyOutcome?, proofs: [Proof]) {
    self.finding = finding
    self.policy = policy
    self.proofs = proofs
  }

  package func text(
    style: TerminalStyle, usesASCII: Bool = false, say: Wording = Wording(.en), into sink: inout ReportSink
  ) {
    sink.write(
      style.paint(
        InertText.line("\(say(finding.verdict.word))  \(finding.policy) (\(say(finding.severity.word)))"), .bold) + "\n"
    )
    sink.write("  \(InertText.line(finding.message))\n")
    for key in finding.subject { sink.write("  \(InertText.line("\(key.name): \(key.value)"))\n") }
    for key in finding.violating { sink.write("  \(InertText.line("\(key.name): \(key.value)"))\n") }
    sink.write("  \(say("fingerprint: \(InertText.line(finding.fingerprint))"))\n")
    for (at, proof) in proofs.enumerated() {
      let name = proofs.count > 1 ? say("proof \(at + 1) of \(proofs.count)") : say("proof")
      let strength = proof.isCertain ? say("certain") : say("possible: it cannot be ruled out")
      sink.write("\n\(name) (\(strength)):\n")
      ProofText(style: style, usesASCII: usesASCII, say: say).render(proof, into: &sink)
    }
    guard let policy else { return }
    if !policy.why.isEmpty { sink.write("\n\(say("why: \(InertText.line(policy.why))"))\n") }
    if !policy.fix.isEmpty { sink.write(say("fix: \(InertText.line(policy.fix))") + "\n") }
    if !policy.basis.isEmpty {
      sink.write(say("basis: \(BasisWords.word(policy.basisKind)), \(InertText.line(policy.basis))") + "\n")
    }
  }

  package func json(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.proof/1")
      json.key("finding")
      JSONObjects.identity(finding, into: &json)
      json.key("proofs")
      json.array { json in
        for proof in proofs {
          json.lineBreak()
          ProofJSON.write(proof, into: &json)
        }
      }
    }
    try json.finish()
  }
}
