import Audit
import AuditReports
import Crypto
import Foundation
import PolicyEngine
import Testing

/// The page that is handed on: what stands in it, that nothing of an export acts in it, and that it says the same as the result.
struct HTMLReportTests {
  private func page(_ result: AuditResult) throws -> String { try HandedOnFormatTests.render("html", result) }

  /// What stands between two texts, each time.
  private func between(_ start: String, _ end: String, _ text: String) -> [Substring] {
    text.components(separatedBy: start).dropFirst().map { part in
      part.firstRange(of: end).map { part[..<$0.lowerBound] } ?? part[...]
    }
  }

  @Test func saysWhatMattersFirst() throws {
    let page = try page(Samples.mixed)
    let order = [
      "<h1>Not passed</h1>", "3 of 4 policies are violated", "id=\"risks\"", "id=\"reasons\"", "id=\"completeness\"",
      "id=\"findings\"", "id=\"people\"", "id=\"actions\"", "id=\"policies\"", "id=\"sources\"", "id=\"integrity\"",
    ]
    var rest = page[...]
    for text in order.filter({ !$0.hasPrefix("3 of") }) {
      let range = try #require(rest.firstRange(of: text), "\(text) is missing, or not in its place")
      rest = rest[range.upperBound...]
    }
    #expect(page.contains("2 of 4 policies are violated, by 3 of 25 members checked, as of 20 November 2026."))
  }

  /// Of so many findings each is there once, written out or as data; those written out have their proof.
  @Test(arguments: [1, 1001, 10_000]) func everyFindingOnce(_ count: Int) throws {
    let result = Samples.large(findings: count)
    let page = try page(result)
    let written = between("<li class=\"finding\" id=\"f-", "\"", page).map(String.init)
    let data = between("<script type=\"application/json\" id=\"rest\">", "</script>", page)
    let rest = try data.first.flatMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [[Any]] } ?? []
    #expect(written.count <= 2000)
    #expect(written.count + rest.count == count)
    let short = (0..<count).map { String(result.findings[$0].fingerprint.prefix(12)) }
    #expect(Set(written + rest.compactMap { $0[2] as? String }) == Set(short))
    for entry in rest {
      let number = try #require(entry[0] as? Int)
      #expect(page.contains("id=\"p-\(number)\""))
      break
    }
    #expect(page.components(separatedBy: "<svg class=\"proof\"").count - 1 == written.count)
    // What is written out has its proof; the rest costs little more than its message.
    #expect(
      page.utf8.count < 60_000 + 2_000 * written.count + rest.count * (result.findings[0].message.utf8.count + 40))
  }

  /// A text is an argument of some element, or stands between them, and never is one: there are as many elements as without it.
  @Test(
    arguments: HostileTextTests.hostile + [
      "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{#t}}{{{style}}}{{/t}}", "<!--",
    ])
  func nothingActs(_ text: String) throws {
    let page = try page(HostileTextTests().result(text))
    let plain = try self.page(HostileTextTests().result("plain"))
    let acting = page.unicodeScalars.filter { $0 != "\n" && InertText.isHazard($0) }
    #expect(acting.isEmpty)
    for sign in ["<", ">", "<script", "<!--", "onerror=\""] {
      #expect(page.components(separatedBy: sign).count == plain.components(separatedBy: sign).count, "\(sign)")
    }
    // A quote more is a reference; of data in a script, an escape.
    #expect(page.components(separatedBy: "\"").count == plain.components(separatedBy: "\"").count)
  }

  /// The same where a finding is data: nothing ends the element that holds it, and it reads back as the text that is shown.
  @Test(arguments: HostileTextTests.hostile + ["</script><script>alert(1)</script>", "<!--<script>"])
  func dataIsInert(_ text: String) throws {
    let findings = (1...2500).map { number in
      (Samples.finding(number, "kitos.api", subject: ["u\(number)"], violating: [], message: text), [Evidence]())
    }
    let result = Samples.result(
      policies: [Samples.policy("kitos.api", .high, population: 2500, failed: 2500)], findings: findings)
    let data = try #require(
      between("<script type=\"application/json\" id=\"rest\">", "</script>", try page(result)).first)
    let rest = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [[Any]])
    #expect(rest.count == 2100)
    #expect(rest.allSatisfy { $0[3] as? String == InertText.line(text) })
  }

  /// Nothing runs and nothing is loaded but the style and the script that stand in the page, each known by its digest.
  @Test func policyOfContentNamesWhatIsThere() throws {
    let page = try page(Samples.mixed)
    func hash(_ text: Substring) -> String {
      "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    }
    let style = try #require(between("<style>", "</style>", page).first)
    let script = try #require(between("<script>", "</script>", page).first)
    let policy = try #require(between("Content-Security-Policy\" content=\"", "\"", page).first)
    #expect(
      policy
        == "default-src 'none';style-src '\(hash(style))';script-src '\(hash(script))';base-uri 'none';form-action 'none'"
    )
    for forbidden in ["style=\"", "onclick", "http://", "https://", "url("] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
  }

  @Test(arguments: [("da", "Ikke bestået", "Hvad der blev læst"), ("nb", "Ikke bestått", "Hva som ble lest")])
  func speaksTheLanguageOfTheRun(_ language: String, _ verdict: String, _ heading: String) throws {
    var result = Samples.mixed
    result.language = language
    let page = try page(result)
    #expect(page.contains("<html lang=\"\(language)\">") && page.contains("<h1>\(verdict)</h1>"))
    #expect(page.contains(">\(heading)</h2>"))
    for word in ["Findings", "Severity", "What was read", "Plan of action", "members"] {
      #expect(!page.contains(">\(word)<"), "\(word)")
    }
  }

  @Test func aPassAndAnEmptyResultHaveAPageToo() throws {
    let passing = try page(Samples.passing)
    #expect(
      passing.contains("<h1>Passed</h1>") && !passing.contains("id=\"risks\"") && !passing.contains("id=\"filters\""))
    let empty = try page(Samples.result(policies: [], findings: []))
    #expect(empty.contains("<h1>Not judged</h1>") && !empty.contains("class=\"bar\""))
  }
}
