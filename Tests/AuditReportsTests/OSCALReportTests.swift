import Audit
import FactStore
import Foundation
import PolicyEngine
import Testing

@testable import AuditReports

/// Assessment results of OSCAL: who is what, and that all of them refer to each other.
struct OSCALReportTests {
  private static func document(_ result: AuditResult) throws -> [String: Any] {
    let json = try Render.parsed(HandedOnFormatTests.render("oscal", result))
    return try #require(json["assessment-results"] as? [String: Any])
  }

  private static func result(_ document: [String: Any]) throws -> [String: Any] {
    try #require((document["results"] as? [[String: Any]])?.first)
  }

  private static func list(_ object: [String: Any], _ key: String) -> [[String: Any]] {
    object[key] as? [[String: Any]] ?? []
  }

  @Test(arguments: [0, 1, 1001, 10_000]) func everyFindingIsAnObservation(_ count: Int) throws {
    let sample = count == 0 ? Samples.mixed : Samples.large(findings: count)
    let result = try Self.result(Self.document(sample))
    let observations = Self.list(result, "observations")
    #expect(observations.count == sample.findings.count)
    let uuids = Set(observations.compactMap { $0["uuid"] as? String })
    #expect(uuids.count == sample.findings.count)
    let related = Self.list(result, "findings").flatMap { Self.list($0, "related-observations") }
    #expect(Set(related.compactMap { $0["observation-uuid"] as? String }).isSubset(of: uuids))
    let risks = Set(Self.list(result, "risks").compactMap { $0["uuid"] as? String })
    #expect(risks.count == sample.policies.count { $0.failed > 0 })
    let risked = Self.list(result, "findings").flatMap { Self.list($0, "related-risks") }
    #expect(Set(risked.compactMap { $0["risk-uuid"] as? String }) == risks)
  }

  @Test func whatIsSaidOfEachPolicy() throws {
    let document = try Self.document(Samples.mixed)
    let result = try Self.result(document)
    let states = Self.list(result, "findings").compactMap { finding -> [String]? in
      guard let target = finding["target"] as? [String: Any], let status = target["status"] as? [String: Any] else {
        return nil
      }
      return [target["target-id"], status["state"], status["reason"]].map { $0 as? String ?? "" }
    }
    // The empty policy judged nobody.
    #expect(
      states == [
        ["kitos.api-user-is-not-a-person", "not-satisfied", "fail"],
        ["kitos.api-mailbox-receives-mail", "not-satisfied", "other"],
        ["kitos.local-admin-count", "not-satisfied", "fail"],
      ])
    let passing = try Self.result(Self.document(Samples.passing))
    let status = (Self.list(passing, "findings")[0]["target"] as? [String: Any])?["status"] as? [String: String]
    #expect(status == ["state": "satisfied", "reason": "pass"])
    #expect(passing["observations"] == nil && passing["risks"] == nil)
    let plan = (document["import-ap"] as? [String: String])?["href"]?.dropFirst()
    let resources = Self.list(try #require(document["back-matter"] as? [String: Any]), "resources")
    #expect(resources.contains { $0["uuid"] as? String == plan.map(String.init) })
  }

  /// A finding has the UUID of its fingerprint, whatever else was found; two results have two.
  @Test func theSameFindingHasTheSameUUID() throws {
    var later = Samples.mixed
    later.asOf = CalendarDate("2026-12-01")!
    let (one, two) = (try Self.document(Samples.mixed), try Self.document(later))
    #expect(one["uuid"] as? String != two["uuid"] as? String)
    let uuids = try [one, two].map {
      try Self.list(Self.result($0), "observations").compactMap { $0["uuid"] as? String }
    }
    #expect(uuids[0] == uuids[1])
  }

  /// RFC 9562, appendix A.4.
  @Test func aUUIDIsOfVersionFive() {
    let dns: [UInt8] = [
      0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ]
    #expect(NameUUID.of("www.example.com", in: dns) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  @Test(arguments: [
    ("iso27001:2022/A.5.16", "iso27001-2022-A.5.16"), ("5.1", "_5.1"), ("", "_"), ("æ b", "æ-b"), ("a\u{301}", "a-"),
    ("²", "_-"), ("kitos.user", "kitos.user"),
  ]) func tokens(_ text: String, _ token: String) { #expect(OSCALText.token(text) == token) }

  @Test(arguments: [
    ("", #"\-"#), ("  ", #"\-"#), ("plain text, 1.5", "plain text, 1.5"), ("- item", #"\- item"#),
    ("1. item", #"1\. item"#),
    ("12) item", #"12\) item"#), ("[a](b)", #"\[a\](b)"#), ("<b>&amp;", #"\<b\>\&amp;"#),
    ("{{ insert: x }}", #"\{\{ insert: x \}\}"#),
    ("https://x.example", #"https\://x.example"#), ("a@b.dk", #"a\@b.dk"#), ("a\nb", #"a\\nb"#), ("# t", "\\# t"),
    ("www.x.example", #"www\.x.example"#), ("1.5 of 2", #"1\.5 of 2"#), ("æ=1", "æ=1"), ("=1+1", #"\=1+1"#),
    ("*b* _i_ `c`", #"\*b\* \_i\_ \`c\`"#), ("\u{202E}x", #"\\u\{202E\}x"#),
  ]) func markupShowsTheCharacters(_ text: String, _ written: String) { #expect(OSCALText.markup(text) == written) }

  @Test(arguments: HostileTextTests.hostile) func hostileTextsAreTexts(_ text: String) throws {
    let result = try Self.result(Self.document(HostileTextTests().result(text)))
    let observation = Self.list(result, "observations")[0]
    #expect(observation["description"] as? String == OSCALText.markup(text))
    let titles = Self.list(observation, "subjects").compactMap { $0["title"] as? String }
    #expect(titles == [OSCALText.markup(text), OSCALText.markup(text), OSCALText.markup(text)])
  }
}
