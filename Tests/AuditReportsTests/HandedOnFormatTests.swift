import Audit
import AuditReports
import Formats
import Foundation
import PolicyEngine
import Testing

/// The formats that other programs and people take further: each says the same, and nothing in any of them acts.
struct HandedOnFormatTests {
  static let names = ["csv", "csv-nordic", "markdown", "sarif", "junit", "gitlab", "github", "oscal"]

  static func render(_ name: String, _ result: AuditResult, options: GateOptions = GateOptions()) throws -> String {
    let view = ReportView(
      gate: GateDecision(result, options: options), style: TerminalStyle(), minSeverity: .info, isQuiet: false,
      written: [], inputs: "examples/kommune")
    let format = try #require(ReportFormat.named(name))
    return try Render.whole { try format.render(result, view: view, into: $0) }
  }

  @Test(arguments: names) func mixedResult(_ name: String) throws {
    let file = try #require(ReportFormat.named(name)).fileName
    try Golden.check(Self.render(name, Samples.mixed), "mixed.\(file)")
  }

  /// Every finding is in every format once, as what it is; a format that shows some says how many it leaves out.
  @Test(arguments: [0, 1, 1001, 10_000]) func countsAddUp(_ count: Int) throws {
    let result = count == 0 ? Samples.mixed : Samples.large(findings: count)
    let tally = FindingTally(result.findings)
    let (fails, open) = (tally.total(.fail), tally.total(.unverified))

    for (name, delimiter) in [("csv", ","), ("csv-nordic", ";")] {
      let table = CSVTable.read(
        Array(try Self.render(name, result).utf8.dropFirst(name == "csv" ? 0 : 3)),
        options: .init(delimiter: delimiter.utf8.first))
      #expect(table.problems.isEmpty && table.header.count == 13)
      #expect(table.rows.count { $0.cells[1] == "fail" } == fails, "\(name)")
      #expect(table.rows.count { $0.cells[1] == "unverified" } == open, "\(name)")
    }
    let sarif = try Render.parsed(Self.render("sarif", result))
    let run = try #require((sarif["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count { $0["kind"] as? String == "fail" } == fails)
    #expect(results.count { $0["kind"] as? String == "open" && $0["level"] as? String == "none" } == open)
    let fingerprints = results.compactMap { ($0["partialFingerprints"] as? [String: String])?["tilsynFinding/v1"] }
    #expect(Set(fingerprints).count == fails + open)

    let gitlab = try JSONSerialization.jsonObject(with: Data(Self.render("gitlab", result).utf8)) as? [[String: Any]]
    #expect(gitlab?.count == fails + open)

    let junit = try Self.render("junit", result)
    #expect(junit.components(separatedBy: "<failure ").count - 1 == fails)
    #expect(junit.components(separatedBy: "<error ").count - 1 == open)
    #expect(junit.contains(" failures=\"\(fails)\" errors=\"\(open)\">\n  <testsuite"))
    #expect(junit.components(separatedBy: "<testsuite ").count - 1 == result.policies.count)

    let github = try Self.render("github", result).split(separator: "\n")
    #expect(github.count == 1 + min(50, fails + open) + (fails + open > 50 ? 1 : 0))
    if fails + open > 50 { #expect(github.last!.contains("\(fails + open - 50) more findings")) }

    let markdown = try Self.render("markdown", result)
    #expect(markdown.unicodeScalars.count <= 60_000)
    let shown = markdown.components(separatedBy: "\n- **").count - 1
    let rest = markdown.matches(of: /\n- … and (\d+) more\n|\n(\d+) findings? of further/).compactMap {
      Int($0.output.1 ?? $0.output.2 ?? "")
    }.reduce(0, +)
    #expect(shown + rest == fails + open)
  }

  @Test(arguments: HostileTextTests.hostile + Self.hostile) func nothingActs(_ text: String) throws {
    let result = HostileTextTests().result(text)
    for name in Self.names {
      let output = try Self.render(name, result)
      let acting = output.unicodeScalars.filter {
        !"\n\r".unicodeScalars.contains($0) && $0 != "\u{FEFF}" && InertText.isHazard($0)
      }
      #expect(acting.isEmpty, "\(name)")
      #expect(!output.dropFirst().contains("\u{FEFF}"), "\(name)")
    }
    // No cell is a formula, and each text is one cell of its row.
    let table = CSVTable.read(Array(try Self.render("csv", result).utf8), options: .init(delimiter: UInt8(ascii: ",")))
    #expect(table.rows.count == 2 && table.rows.allSatisfy { $0.cells.count == 13 })
    for cell in table.rows.flatMap(\.cells) { #expect(!"=+-@\t\r".contains(cell.first ?? "x"), "\(cell)") }
    let junit = try Self.render("junit", result)
    #expect(junit.components(separatedBy: "<").count == junit.components(separatedBy: ">").count)
    #expect(!junit.contains("<script") && !junit.contains("<!"))
    for line in try Self.render("github", result).split(separator: "\n") { #expect(line.hasPrefix("::")) }
    let markdown = try Self.render("markdown", result).replacing("<!-- -->", with: "").replacing(
      /<\/?(details|summary)>/, with: "")
    #expect(!markdown.contains("<") && markdown.filter { $0 == "\n" }.count < 60)
  }

  /// What Markdown, and the programs that show it, make something of.
  private static let hostile = [
    "@admin please merge", "see #1 and !2", "https://evil.example/x", "www.evil.example", "[a](javascript:alert(1))",
    "![x](https://evil.example/p.png)", "| a | b |", "</details><h1>x", "*b* _i_ ~s~ `c`", "a\\@b", "::error::x",
    "%0A::error::x", "\u{FF1D}1+1", "@SUM(1)", "--> x", "]]> x", "&lt;b&gt; &#64;admin",
  ]

  @Test(arguments: [
    ("@admin", "@<!-- -->admin"), ("#12", "#<!-- -->12"), ("a<b>&c", "a&lt;b&gt;&amp;<!-- -->c"),
    ("https://x", "https:<!-- -->//x"), ("www.x", "www.<!-- -->x"), ("1.5: y", "1.5: y"),
    ("R&D @ x", "R&amp;<!-- -->D @ x"),
    ("[a](b) `c` *d*", #"\[a\](b) \`c\` \*d\*"#), ("æ\u{202E}ø", #"æ\\u{202E}ø"#),
  ]) func markdownShowsTheCharacters(_ text: String, _ written: String) throws {
    let result = HostileTextTests().result(text)
    #expect(try Self.render("markdown", result).contains(written))
  }

  @Test func pathsAreReferences() throws {
    let result = HostileTextTests().result("mappe æ/a b#c?d%.json")
    #expect(try Self.render("sarif", result).contains("\"uri\":\"mappe%20%C3%A6/a%20b%23c%3Fd%25.json\""))
  }

  @Test func theGravestComeFirstInAnnotations() throws {
    let findings =
      (1...60).map { number in
        (Samples.finding(number, "a.low", .low, message: "low \(number)"), [Evidence]())
      } + [(Samples.finding(99, "z.critical", .critical, message: "worst"), [Samples.fact("f", "a,b:c.json", 0)])]
    let result = Samples.result(
      policies: [Samples.policy("a.low", .low, population: 60, failed: 60)], findings: findings)
    let lines = try Self.render("github", result).split(separator: "\n")
    #expect(lines[1].hasPrefix("::error file=a%2Cb%3Ac.json,line=1,title=z.critical (critical)::worst ["))
    #expect(lines[2].hasPrefix("::notice title=a.low (low)::low 1 ["))
  }
}
