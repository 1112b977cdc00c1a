import Audit
import FactStore
import Formats
import Foundation
import PolicyEngine
import Testing

@testable import AuditReports

/// What reports say of the controls of a framework.
struct FrameworkReportTests {
  private static func text(_ text: String) -> Framework.Texts {
    Framework.Texts(["en": text, "da": "på dansk: \(text)"])
  }

  private static func control(_ id: String, _ title: String, _ policies: [String]) -> Framework.Control {
    Framework.Control(id: id, title: text(title), policies: policies.map { .init($0, line: 1) })
  }

  private static func framework(_ controls: [Framework.Control], id: String = "own") -> Framework {
    Framework(
      id: id, title: text("Our rules"), publisher: "us", edition: "2026", source: "https://rules.example/", prefix: nil,
      controls: controls)
  }

  private static let file = AuditBasis.File(path: "own.yaml", sha256: String(repeating: "5e", count: 32))

  /// Policies in every state there is.
  private static var mixed: AuditResult {
    var result = Samples.mixed
    result.policies += [
      Samples.policy("kitos.in-order", .high, population: 7),
      Samples.policy("kitos.open", .low, population: 2, unverified: 1, holes: 1),
      Samples.policy("kitos.declared", .high, status: .outOfScope, population: 0),
      Samples.policy("kitos.all-exempt", .high, population: 2, exempt: 2),
    ]
    result.scope.notAsked = [.init(policy: "gravitee.a", controls: ["iso27001:2022/A.5.16"])]
    return result
  }

  private static let controls = [
    control("1", "passes", ["kitos.in-order"]), control("2", "nothing of ours", []),
    control("3", "fails", ["kitos.api-user-is-not-a-person", "kitos.in-order"]),
    control("4", "waits", ["kitos.api-mailbox-receives-mail"]),
    control("5", "in part", ["kitos.in-order", "gravitee.a"]),
    control("6", "not asked", ["gravitee.a", "elsewhere.b"]),
    control("7", "nobody", ["kitos.rights-holder-not-combined", "kitos.all-exempt"]),
    control("8", "open", ["kitos.open"]), control("9", "declared", ["kitos.declared"]),
    control("10", "less grave", ["kitos.local-admin-count"]), control("11", "by beginning", ["kitos.in-*"]),
  ]

  private static func covered(_ frameworks: [Framework], _ result: AuditResult) -> AuditResult {
    var result = result
    let cover = CoverFramework(result)
    result.frameworks = frameworks.map { cover.outcome($0, file: file) }
    return result
  }

  private static var sample: AuditResult { covered([framework(controls)], mixed) }

  @Test func verdicts() {
    let outcome = Self.sample.frameworks[0]
    let words = Dictionary(uniqueKeysWithValues: outcome.controls.map { ($0.id, $0.verdict) })
    #expect(
      words == [
        "1": .passed, "2": .uncovered, "3": .fail, "4": .unverified, "5": .passedInPart, "6": .notJudged, "7": .empty,
        "8": .unverified, "9": .notJudged, "10": .fail, "11": .passed,
      ])
    #expect(outcome.covered.map(\.id) == ["3", "10", "4", "8", "6", "9", "7", "5", "1", "11"])
    #expect(outcome.uncovered.map(\.id) == ["2"])
    #expect(outcome.counts.reduce(0) { $0 + $1.count } == outcome.controls.count)
    let three = outcome.controls[2]
    #expect(three.failed == 2 && three.unverified == 1 && three.passed == 16 && three.severity == .high)
    #expect(outcome.controls[7].unverified == 2, "members that may exist are open too")
  }

  /// A pass by a policy that came with the judged folder is the folder's own word; its fails are not.
  @Test func policiesOfTheJudgedFolder() {
    var result = Self.mixed
    var settings = AuditSettings(path: "tilsyn.yaml", sha256: "ab", isOfJudgedFolder: true)
    settings.added = ["kitos.in-order", "kitos.local-admin-count"]
    result.settings = settings
    let outcome = Self.covered([Self.framework(Self.controls)], result).frameworks[0]
    #expect(outcome.controls[0].verdict == .notJudged && outcome.controls[9].verdict == .fail)
  }

  /// On a screen with room the worst controls stand, as many as fit; in a file all of them, with their policies.
  @Test func text() throws {
    let policies = [
      Samples.policy("kitos.api-user-is-not-a-person", .high, population: 12, failed: 2, unverified: 1),
      Samples.policy("kitos.in-order", .high, population: 7),
    ]
    let rules = (1...12).map { Self.control("\($0)", "rule \($0)", [policies[$0 == 9 ? 0 : 1].id]) }
    let small = Self.covered([Self.framework(rules)], Samples.result(policies: policies, findings: []))
    let text = Render.text(small)
    #expect(
      text.contains(
        """
        controls of Our rules: 1 fail, 11 passed
          fail    9  rule 9: 2 failed, 1 unverified, 9 passed
          passed  1  rule 1: 0 failed, 0 unverified, 7 passed

        """), "\(text)")
    #expect(text.contains("\n  … and 5 more (-v shows all)\n") && !text.contains("rule 8"))
    let whole = Render.text(Self.sample, style: TerminalStyle(isVerbose: true))
    #expect(whole.contains("controls of Our rules: 2 fail, 2 unverified, 2 not judged, 1 without a policy, 1 empty, "))
    #expect(whole.contains("  fail            3  fails: 2 failed, 1 unverified, 16 passed\n"))
    #expect(whole.contains("    kitos.api-user-is-not-a-person: fail\n    kitos.in-order: passed\n"))
    #expect(whole.contains("no policy bears on 1 control: 2\n") && whole.contains("may ask for more"))
  }

  /// The first screen holds its lines, whatever is asked for, and always names each framework.
  @Test(arguments: [1, 2, 3, 8]) func firstScreen(_ count: Int) {
    let frameworks = (0..<count).map { Self.framework(Self.controls, id: "f\($0)") }
    for result in [Self.mixed, Samples.passing, Samples.large(findings: 1200)] {
      let text = Render.text(Self.covered(frameworks, result))
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= TextReport.lineLimit + 1)
      let heads = count == 1 ? ["controls of Our rules: "] : ["by framework:\n", "controls of f0, f1"]
      #expect(heads.contains { text.contains($0) }, "\(text)")
    }
  }

  @Test func page() throws {
    let page = try HandedOnFormatTests.render("html", Self.sample)
    #expect(page.contains("<h2 id=\"frameworks\">By framework</h2>") && page.contains("href=\"#frameworks\""))
    #expect(page.contains("<th scope=\"row\">3<br>fails</th><td>fail</td><td class=\"n\">2</td>"))
    #expect(page.contains("<a href=\"#p-0\">title of kitos.api-user-is-not-a-person</a> (fail)"))
    #expect(page.contains("title of kitos.in-order (passed)"))
    #expect(page.contains("1 control on which no policy bears") && page.contains("<li>2 nothing of ours</li>"))
    #expect(!(try HandedOnFormatTests.render("html", Self.mixed)).contains("id=\"frameworks\""))
  }

  @Test func comment() throws {
    let text = try HandedOnFormatTests.render("markdown", Self.sample)
    #expect(text.contains("| fail | 3 fails | 2 | 1 | 16 |\n| fail | 10 less grave | 1 | 0 | 0 |"))
    #expect(!text.contains("| passed | 1 passes"), "what is in order is counted only")
    #expect(text.contains("2 passed**") && text.contains("no policy bears on 1 control: 2"))
  }

  @Test func workbook() throws {
    final class Box { var bytes: [UInt8] = [] }
    let box = Box()
    let result = Self.sample
    try WorkbookReport(result: result, gate: GateDecision(result, options: GateOptions()))
      .render(into: ReportSink { box.bytes += $0 })
    let book = try Workbook.read(box.bytes).get()
    let rows = try #require(book.sheets.last { $0.name == "Controls" }).rows.map(\.cells)
    #expect(rows[0] == WorkbookWords.controls.map(\.title.key))
    #expect(rows.count == 12 && rows[1].prefix(5) == ["Our rules", "3", "fails", "fail", "2"])
    #expect(rows[1].last == "kitos.api-user-is-not-a-person (fail), kitos.in-order (passed)")
    #expect(rows[11].prefix(4) == ["Our rules", "2", "nothing of ours", "without a policy"])
    #expect(book.sheets.count == 7 && book.sheets.allSatisfy { $0.formulas == 0 })
  }

  @Test(arguments: ["da", "nb"]) func speaksTheLanguageOfTheRun(_ language: String) throws {
    var result = Self.mixed
    result.language = language
    result = Self.covered([Self.framework(Self.controls)], result)
    let text = Render.text(result, style: TerminalStyle(isVerbose: true))
    #expect(
      text.contains("krav i \(language == "da" ? "på dansk: " : "")Our rules: 2 \(language == "da" ? "brud" : "brudd")")
    )
    #expect(!text.contains("no policy bears on") && !text.contains("passed in part"))
    #expect(
      try HandedOnFormatTests.render("html", result).contains(language == "da" ? "Efter rammeværk" : "Etter rammeverk"))
  }

  /// Stored and read back it shows the same; one that does not follow from the policies is damaged.
  @Test func storedResult() throws {
    let json = try HandedOnFormatTests.render("json", Self.sample)
    let stored = try StoredResult(Array(json.utf8))
    #expect(stored.result.frameworks == Self.sample.frameworks)
    for name in ["text", "html", "json", "xlsx", "markdown", "csv", "sarif"] {
      #expect(
        try HandedOnFormatTests.render(name, Self.sample) == HandedOnFormatTests.render(name, stored.result), "\(name)")
    }
    for (then, now) in [
      ("\"verdict\":\"passed-in-part\"", "\"verdict\":\"passed\""), ("\"verdict\":\"empty\"", "\"verdict\":\"passed\""),
      ("{\"id\":\"gravitee.a\",\"verdict\":\"not-judged\"}", "{\"id\":\"gravitee.a\",\"verdict\":\"passed\"}"),
      (
        "\"id\":\"3\",\"title\":\"fails\",\"verdict\":\"fail\",\"severity\":\"high\",\"failed\":2",
        "\"id\":\"3\",\"title\":\"fails\",\"verdict\":\"fail\",\"severity\":\"high\",\"failed\":1"
      ),
      ("\"frameworks\":[", "\"framework\":["),
    ] {
      #expect(json.contains(then), "\(then)")
      #expect(throws: ResultDamage.self) { _ = try StoredResult(Array(json.replacing(then, with: now).utf8)) }
    }
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: SchemaTests.schema)) as? [String: Any])
    #expect(MiniSchema(root: schema).errors(try Render.parsed(json)) == [])
  }

  /// Texts of a framework are as inert as those of exports.
  @Test(arguments: HostileTextTests.hostile) func hostileTexts(_ hostile: String) throws {
    let framework = Framework(
      id: "own", title: Self.text(hostile), publisher: hostile, edition: hostile, source: hostile, prefix: nil,
      controls: [
        Framework.Control(
          id: hostile, title: Self.text(hostile), policies: [.init("kitos.local-admin-count", line: 1)]),
        Framework.Control(id: "bare \(hostile)", title: Self.text(hostile)),
      ])
    let (plain, result) = (Samples.mixed, Self.covered([framework], Samples.mixed))
    for name in ["text", "html", "markdown", "json"] {
      let text = try HandedOnFormatTests.render(name, result)
      for scalar in text.unicodeScalars where scalar != "\n" {
        #expect(!InertText.isHazard(scalar), "\(name): \(scalar.value)")
      }
      if name == "html" { #expect(!text.contains("<script>alert") && !text.contains("<img")) }
    }
    #expect(
      try HandedOnFormatTests.render("json", result).contains("\"findings\":[")
        && HandedOnFormatTests.render("csv", result) == HandedOnFormatTests.render("csv", plain), "csv is as it was")
    let json = try HandedOnFormatTests.render("json", result)
    #expect(try StoredResult(Array(json.utf8)).result.frameworks == result.frameworks)
  }

  /// Ten thousand controls are written whole in files and cut where a format has room for so many characters or lines.
  @Test func tenThousandControls() throws {
    let many = (0..<10_000).map {
      Self.control("c\($0)", "control \($0)", $0 % 3 == 0 ? [] : ["kitos.local-admin-count"])
    }
    let result = Self.covered([Self.framework(many)], Samples.mixed)
    let text = Render.text(result)
    #expect(text.split(separator: "\n").count <= TextReport.lineLimit)
    #expect(Render.text(result, style: TerminalStyle(isVerbose: true)).split(separator: "\n").count > 13_000)
    #expect(try HandedOnFormatTests.render("markdown", result).unicodeScalars.count <= MarkdownReport.limit)
    let page = try HandedOnFormatTests.render("html", result)
    #expect(page.contains(">c9998<br>") && page.contains("3334 controls on which no policy bears"))
  }
}
