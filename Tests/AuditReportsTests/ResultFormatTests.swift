import Audit
import AuditReports
import Foundation
import PolicyEngine
import Synchronization
import Testing

struct ResultFormatTests {
  @Test func mixedResult() throws {
    try Golden.check(Render.text(Samples.mixed), "mixed.txt")
    try Golden.check(Render.text(Samples.mixed, style: TerminalStyle(isVerbose: true)), "mixed-verbose.txt")
    try Golden.check(Render.json(Samples.mixed), "mixed.json")
    try Golden.check(Render.rows(Samples.mixed), "mixed.tsv")
  }

  @Test func passingResult() throws {
    try Golden.check(Render.text(Samples.passing), "passing.txt")
    try Golden.check(Render.json(Samples.passing), "passing.json")
    #expect(Render.rows(Samples.passing).isEmpty)
  }

  @Test func incompleteResultSaysSoOnItsFirstLine() throws {
    var result = Samples.passing
    result.isComplete = false
    result.incompleteReasons = ["users.json:3: no `uuid`"]
    let refused = Render.text(result).split(separator: "\n")
    #expect(refused[0].hasPrefix("NOT JUDGED"))
    #expect(refused.contains { $0.contains("users.json:3: no `uuid`") })
    let allowed = Render.text(result, options: GateOptions(isIncompleteAllowed: true)).split(separator: "\n")
    #expect(allowed[0].hasPrefix("PASSED (INCOMPLETE"))
  }

  @Test func shortUnlessVerbose() {
    let result = Samples.large(findings: 2500)
    for width in [64, 80, 200] {
      let lines = Render.text(result, style: TerminalStyle(width: width)).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= TextReport.lineLimit + 1, "width \(width)")
      // The verdict is the sentence that counts, the next command is there to be copied: neither is cut.
      #expect(lines.dropFirst().dropLast(2).filter { $0.count > width } == [], "width \(width)")
    }
    let many = Samples.large(findings: 10_000)
    let verbose = Render.text(many, style: TerminalStyle(isVerbose: true))
    #expect(verbose.split(separator: "\n").count(where: { $0.hasPrefix("    fail       ") }) == 10_000)
    #expect(!verbose.contains("-v shows all"))
  }

  /// Every finding is in every format exactly once, and the counts of members agree.
  @Test(arguments: [0, 1, 999, 1000, 1001, 10_000])
  func countsAddUp(_ count: Int) throws {
    let result = count == 0 ? Samples.mixed : Samples.large(findings: count)
    let json = try Render.parsed(Render.json(result))
    let findings = try #require(json["findings"] as? [[String: Any]])
    let counts = try #require(json["counts"] as? [String: Any])
    let byVerdict = try #require(counts["findings"] as? [String: Int])
    let rows = Render.rows(result).split(separator: "\n")
    #expect(findings.count == result.findings.count)
    #expect(rows.count == result.findings.count)
    #expect(byVerdict["fail", default: 0] + byVerdict["unverified", default: 0] == result.findings.count)
    #expect(findings.count { $0["verdict"] as? String == "fail" } == byVerdict["fail"])
    #expect(
      rows.count { $0.split(separator: "\t", omittingEmptySubsequences: false)[1] == "fail" } == byVerdict["fail"])
    let policies = try #require(json["policies"] as? [[String: Any]]).filter {
      $0["status"] as? String != "out-of-scope"
    }
    for (name, total) in [("failed", "fail"), ("unverified", "unverified"), ("passed", "pass"), ("exempt", "exempt")] {
      #expect(policies.reduce(0) { $0 + ($1[name] as? Int ?? -1) } == counts[total] as? Int, "\(name)")
    }
    let sources = try #require(json["sources"] as? [[String: Any]])
    for source in sources {
      let parts = ["used", "rejected", "out_of_scope"].reduce(0) { $0 + (source[$1] as? Int ?? -1) }
      #expect(parts == source["records"] as? Int)
    }
    let fingerprints = findings.compactMap { $0["fingerprint"] as? String }
    #expect(fingerprints == rows.map { String($0.split(separator: "\t", omittingEmptySubsequences: false)[4]) })
    let text = Render.text(result)
    #expect(
      count > 0
        || text.contains(
          "FAILED: 25 checked, 3 failed, 13 unverified, 9 passed; 1 of 4 policies could not be judged; "
            + "no export of exchange.mailboxes; as of")
    )
    #expect(Set(fingerprints).count == fingerprints.count, "each finding has its own fingerprint")
  }

  @Test func evidenceIsAskedForInBlocks() throws {
    let asked = Mutex<[Range<Int>]>([])
    var result = Samples.passing
    result.findings = FindingList(
      count: 2100,
      explained: { range in
        asked.withLock { $0.append(range) }
        return range.map { (Samples.finding($0, "a.b"), []) }
      }, keyed: { Samples.finding($0, "a.b") })
    _ = try Render.json(result)
    let ranges = asked.withLock { asked in
      defer { asked = [] }
      return asked.sorted { $0.lowerBound < $1.lowerBound }
    }
    #expect(ranges == [0..<1000, 1000..<2000, 2000..<2100])
    _ = Render.rows(result)
    #expect(asked.withLock { $0.isEmpty }, "rows hold no evidence")
  }

  @Test func findingsBelowALevelAreNotListedButCounted() {
    let gate = GateDecision(Samples.mixed, options: GateOptions())
    let text = ReportSink.text {
      TextReport(Samples.mixed, gate: gate, style: TerminalStyle(), minSeverity: .high).render(into: &$0)
    }
    #expect(!text.contains("4 local admins, at most 3"))
    #expect(text.contains("1 finding below high not listed"))
    #expect(text.hasPrefix(TextReport.verdict(Samples.mixed, gate: gate)))
  }

  @Test func colourAddsNoWords() {
    let plain = Render.text(Samples.mixed)
    var coloured = Render.text(Samples.mixed, style: TerminalStyle(hasColour: true))
    #expect(coloured != plain)
    for code in ["0", "1", "1;31", "1;32", "1;33"] {
      coloured = coloured.replacingOccurrences(of: "\u{1B}[\(code)m", with: "")
    }
    #expect(coloured == plain)
  }

  /// A full disk must not look like a finished report.
  @Test func failureOfTheSinkIsThrown() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try JSONReport(Samples.mixed, gate: GateDecision(Samples.mixed, options: GateOptions()))
        .render(into: ReportSink { _ in throw Full() })
    }
  }
}
