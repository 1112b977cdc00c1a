import Audit
import AuditReports
import PolicyEngine
import Testing

struct ProofTests {
  @Test func trees() throws {
    try Golden.check(ReportSink.text { ProofText().render(ProofSamples.tree, into: &$0) }, "proof.txt")
    try Golden.check(
      ReportSink.text { ProofText(usesASCII: true).render(ProofSamples.tree, into: &$0) }, "proof-ascii.txt")
    #expect(
      ReportSink.text { ProofText(usesASCII: true).render(ProofSamples.tree, into: &$0) }.utf8.filter { $0 > 127 }
        .count == "…".utf8.count)
  }

  @Test func explanation() throws {
    let report = ExplanationReport(
      Samples.finding(1, "kitos.api-user-is-not-a-person"), policy: Samples.mixed.policies[0],
      proofs: [ProofSamples.tree])
    try Golden.check(ReportSink.text { report.text(style: TerminalStyle(), into: &$0) }, "why.txt")
    try Golden.check(Render.whole { try report.json(into: $0) }, "why.json")
  }

  @Test func nearMisses() throws {
    try Golden.check(ReportSink.text { NearMissText().render(ProofSamples.nearMisses, into: &$0) }, "why-not.txt")
    #expect(ReportSink.text { NearMissText().render([], into: &$0) } == "no rule could make this hold\n")
    let json = try Render.whole { sink in
      var json = JSONWriter(sink)
      NearMissJSON.write(ProofSamples.nearMisses, into: &json)
      try json.finish()
    }
    try Golden.check(json, "why-not.json")
  }

  /// Every fact of a tree is a leaf of its JSON, with its place.
  @Test func leavesOfJSON() throws {
    let report = ExplanationReport(Samples.finding(1, "a.b"), policy: nil, proofs: [ProofSamples.tree])
    let json = try Render.parsed(Render.whole { try report.json(into: $0) })
    var leaves: [[String: Any]] = []
    func walk(_ node: [String: Any]) {
      if node["fact"] != nil { leaves.append(node) }
      for premise in node["premises"] as? [[String: Any]] ?? [] { walk(premise) }
    }
    for proof in try #require(json["proofs"] as? [[String: Any]]) { walk(proof) }
    #expect(leaves.count == 2)
    for leaf in leaves {
      #expect(leaf["path"] as? String == "kitos/users.json")
      #expect(leaf["line"] as? Int == 17)
      #expect(leaf["pointer"] as? String == "/16")
      #expect(leaf["values"] as? [String: String] == ["user": "u1", "email": "m@k.example"])
    }
  }
}
