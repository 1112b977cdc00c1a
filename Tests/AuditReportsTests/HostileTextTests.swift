import Audit
import AuditReports
import Foundation
import PolicyEngine
import Testing

/// Exports hold what strangers typed. Nothing of it may act in a terminal, break a row or change a JSON value.
struct HostileTextTests {
  static let hostile = [
    "\u{1B}[2J\u{1B}]0;title\u{7}", "right\u{202E}tfel", "isolate\u{2066}x\u{2069}", "zero\u{200B}width\u{FEFF}",
    "tab\tline\nreturn\r\n", "nul\u{0}del\u{7F}c1\u{9B}31m", "line\u{2028}paragraph\u{2029}",
    "tags\u{E0041}\u{E0042}", "comma, quote\" back\\slash", "{\"json\":true}", "=1+1", "<script>alert(1)</script>",
    "e\u{301}\u{301}\u{301}", "👩‍👩‍👧 family", "\u{10FFFF}\u{FFFE}", "æøå ÆØÅ 漢字", "`code` $(rm -rf) %s %n", "a,b\\,c",
  ]

  func result(_ text: String) -> AuditResult {
    let evidence = [
      Evidence(fact: text, path: text, line: 3, pointer: text, isHole: false),
      Evidence(fact: text, path: "", line: 0, pointer: "", isHole: true),
    ]
    var policy = Samples.policy("kitos.api", .high, population: 3, failed: 1)
    policy.title = text
    policy.why = text
    policy.basis = text
    policy.controls = [text]
    var result = Samples.result(
      policies: [policy],
      findings: [
        (Samples.finding(1, "kitos.api", subject: [text, text], violating: [text], message: text), evidence),
        (Samples.finding(2, "kitos.api", subject: ["u2"], violating: [], message: text), [evidence[0]]),
      ],
      sources: [
        SourceSummary(
          path: text, kind: text, sha256: "", records: 1, used: 0, rejected: 1, outOfScope: 0, completeness: .partial,
          grade: nil, problems: [.init(line: 1, pointer: text, message: text)], notes: [text], limits: [text])
      ],
      scope: .init(
        outOfScope: [text], notEvaluated: [.init(policy: "kitos.b", missing: text, obtain: text, members: 1)]),
      incomplete: [text], warnings: [text])
    result.rights = Samples.rights(text)
    return result
  }

  private func expectInert(_ output: String, _ name: String) {
    let acting = output.unicodeScalars.filter { $0 != "\n" && $0 != "\t" && InertText.isHazard($0) }
    #expect(acting.isEmpty, "\(name): \(acting.map { String($0.value, radix: 16) })")
  }

  @Test(arguments: hostile)
  func inertInEveryFormat(_ text: String) throws {
    let result = result(text)
    let short = Render.text(result)
    expectInert(short, "text")
    #expect(!short.contains("\t"))
    expectInert(Render.text(result, style: TerminalStyle(isVerbose: true)), "verbose text")
    expectInert(try Render.json(result), "json")
    expectInert(Render.rows(result), "rows")
    expectInert(ReportSink.text { SourcesReport.text(result.sources, style: TerminalStyle(), into: &$0) }, "sources")
    expectInert(try Render.whole { try SourcesReport.json(result.sources, into: $0) }, "sources json")
    let query = QueryReport(columns: ["a"], rows: [.init(values: [text], isCertain: false)], notes: [text])
    expectInert(ReportSink.text { query.text(style: TerminalStyle(), into: &$0) }, "query")
    expectInert(try Render.whole { try query.json(into: $0) }, "query json")
    for proof in ProofSamples.each(text) {
      expectInert(ReportSink.text { ProofText().render(proof, into: &$0) }, "proof")
      let report = ExplanationReport(result.findings[0], policy: result.policies[0], proofs: [proof, proof])
      expectInert(ReportSink.text { report.text(style: TerminalStyle(), into: &$0) }, "why")
      expectInert(try Render.whole { try report.json(into: $0) }, "why json")
    }
  }

  @Test(arguments: hostile)
  func jsonGivesTheTextBack(_ text: String) throws {
    let json = try Render.parsed(Render.json(result(text)))
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings[0]["message"] as? String == text)
    let subject = try #require(findings[0]["subject"] as? [String: Any])
    let keys = try #require(subject["keys"] as? [[String: Any]])
    #expect(keys.map { $0["value"] as? String } == [text, text])
    let evidence = try #require(findings[0]["evidence"] as? [[String: Any]])
    #expect(evidence[0]["path"] as? String == text)
    #expect(evidence[1]["path"] is NSNull)
  }

  /// Undoes the escaping of rows by its definition alone.
  @Test(arguments: hostile)
  func rowsGiveTheTextBack(_ text: String) throws {
    let lines = Render.rows(result(text)).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines[2].isEmpty)
    let fields = lines[0].split(separator: "\t", omittingEmptySubsequences: false)
    #expect(fields.count == 5)
    #expect(try unescaped(fields[2]) == [text, text])
    #expect(try unescaped(fields[3]) == [text])
    #expect(RowsReport.values(ofKey: String(fields[2])) == [text, text])
  }

  private func unescaped(_ field: Substring) throws -> [String] {
    var values = [""]
    var rest = field.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        if scalar == "," { values.append("") } else { values[values.count - 1].unicodeScalars.append(scalar) }
        continue
      }
      let next = rest.popFirst()
      let escaped = try #require(next)
      let meant: Unicode.Scalar
      switch escaped {
      case "t": meant = "\t"
      case "n": meant = "\n"
      case "r": meant = "\r"
      case "u":
        let digits = String(String.UnicodeScalarView(rest.dropFirst().prefix { $0 != "}" }))
        rest = rest.dropFirst(digits.count + 2)
        meant = try #require(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init))
      default: meant = escaped
      }
      values[values.count - 1].unicodeScalars.append(meant)
    }
    // What begins as a formula has a mark in front; none of the texts begins with that mark itself.
    return values.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 }
  }

  @Test func widthOfTexts() {
    let table: [(String, Int)] = [("", 0), ("abc", 3), ("æøå", 3), ("漢字", 4), ("e\u{301}", 1), ("🙂", 2)]
    for (text, width) in table { #expect(DisplayWidth.of(text) == width, "\(text)") }
    #expect(DisplayWidth.cut("abcdef", to: 6) == "abcdef")
    #expect(DisplayWidth.cut("abcdef", to: 5) == "abcd…")
    #expect(DisplayWidth.cut("漢字漢字", to: 5) == "漢字…")
  }
}
