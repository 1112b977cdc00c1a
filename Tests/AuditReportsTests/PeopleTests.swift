import Audit
import AuditReports
import FactStore
import Foundation
import PolicyEngine
import Testing

/// What is handed on names nobody, in whatever field of a result a name stands.
struct PeopleTests {
  private static let name = "Kari Anne Nordmann"
  private static let address = "kari.nordmann@kommune.example"
  private static let text = "\"\(name)\" <\(address)>, post@kommune.example"
  private static let people = People(
    names: [name], functional: ["post@kommune.example"], domains: ["kommune.example"])
  private static let key = PseudonymKey(Array("0123456789abcdef".utf8))!
  private static let otherKey = PseudonymKey(Array("0123456789abcdeg".utf8))!

  /// A result in which every field that can hold something of an export has the text.
  private static func result(_ text: String = text) -> AuditResult {
    let evidence = [
      Evidence(fact: text, path: text, line: 3, pointer: text, isHole: false),
      Evidence(fact: text, path: "", line: 0, pointer: "", isHole: true),
    ]
    var result = Samples.result(
      policies: [
        Samples.policy("kitos.a", .high, population: 3, failed: 1, unverified: 1),
        Samples.policy("kitos.b", .high, status: .notEvaluated, population: 1),
      ],
      findings: [
        (Samples.finding(1, "kitos.a", subject: [text], violating: [text], message: text), evidence),
        (Samples.finding(2, "kitos.a", .high, .unverified, subject: [text], violating: [], message: text), evidence),
      ],
      sources: [
        SourceSummary(
          path: text, kind: "kitos.api-v2.users", sha256: "", records: 1, used: 0, rejected: 1, outOfScope: 0,
          completeness: .partial, grade: nil, problems: [.init(line: 1, pointer: text, message: text)], notes: [text],
          limits: [text])
      ],
      scope: .init(
        outOfScope: [], notEvaluated: [.init(policy: "kitos.b", missing: text, obtain: "ask", members: 1)]),
      incomplete: [text], warnings: [text])
    result.parameters = [.init(name: "a", value: text, standard: "3", isOverridden: true)]
    result.declarations = [
      .init(
        name: "exchange", isSystem: true, reason: text, owner: text, day: Samples.asOf, path: text, line: 1,
        relations: [])
    ]
    result.basis = AuditBasis(
      arguments: [text], policies: [.init(path: text, sha256: "")], configuration: [.init(path: text, sha256: "")])
    var settings = AuditSettings(path: text, sha256: "", isOfJudgedFolder: true)
    settings.leftOut = [text]
    settings.told = [text]
    settings.contradicted = [text]
    settings.aged = [text]
    settings.without = [text]
    settings.policies = [text]
    result.settings = settings
    result.rights = Samples.rights(text)
    result.people = people
    return result
  }

  /// Every text of a value, found by looking into it: a field that somebody adds is there too.
  private static func texts(of value: Any) -> [String] {
    if let text = value as? String { return [text] }
    if let findings = value as? FindingList {
      return (0..<findings.count).flatMap { index in
        texts(of: findings[index]) + texts(of: findings.keyed(index)) + texts(of: findings.evidence(index..<index + 1))
      }
    }
    return Mirror(reflecting: value).children.flatMap { texts(of: $0.value) }
  }

  private static func names(_ text: String) -> Bool {
    let words = Set(UnicodeText.words(text))
    return words.contains("kari") || words.contains("nordmann")
  }

  @Test func nobodyIsLeftInAnyField() {
    let full = Self.result()
    // The policies' own words, and whom the result knows, are no texts of exports.
    let named = Self.texts(of: full).count { Self.names($0) }
    #expect(named >= 40, "\(named)")
    for result in [full.withPseudonyms(Self.key), full.masked()] {
      let left = Self.texts(of: result).filter { Self.names($0) }
      #expect(left.isEmpty, "\(left)")
      #expect(Self.texts(of: result).count { $0.contains("post@kommune.example") } >= 40)
    }
  }

  @Test(arguments: ReportFormat.all.map(\.name)) func nobodyIsLeftInAnyFormat(_ name: String) throws {
    guard name != "xlsx" else { return }
    let full = try HandedOnFormatTests.render(name, Self.result())
    #expect(name == "github" || full.contains("Nordmann"), "the test sees nothing")
    for result in [Self.result().withPseudonyms(Self.key), Self.result().masked()] {
      let text = try HandedOnFormatTests.render(name, result)
      #expect(!Self.names(text.replacing("%20", with: " ")), "\(name)")
    }
  }

  @Test func aPersonHasOneNameUnderAKey() {
    func words(_ key: PseudonymKey, _ text: String) -> String {
      var result = Self.result(text)
      result.people.names += ["Ole Brumm"]
      return result.withPseudonyms(key).findings[0].message
    }
    let spellings = ["Kari Anne Nordmann", "NORDMANN, Kari Anne", "kari_nordmann", "Kari  Nordmann"].map {
      words(Self.key, $0)
    }
    #expect(Set(spellings).count == 1 && spellings[0].hasPrefix("person-") && spellings[0].utf8.count == 19)
    #expect(words(Self.otherKey, Self.name) != spellings[0])
    #expect(words(Self.key, "Ole Brumm") != spellings[0])
    let mail = words(Self.key, Self.address)
    #expect(mail.hasSuffix("@kommune.example") && mail == words(Self.key, "Kari.Nordmann@KOMMUNE.example"))
    #expect(words(Self.key, "x@elsewhere.example").contains("elsewhere") == false)
    #expect(PseudonymKey(Array("0123456789abcde\n".utf8)) == nil)
    #expect(PseudonymKey.draw() != PseudonymKey.draw())
  }

  /// Of ten thousand people each has a name of their own, and fingerprints stay what they are.
  @Test func tenThousandPeople() {
    let names = (0..<10_000).map { "Person\($0 % 97) Family\($0)" }
    var result = Samples.result(
      policies: [Samples.policy("kitos.a", .high, population: 10_000, failed: 10_000)],
      findings: names.enumerated().map { (Samples.finding($0, "kitos.a", message: "\($1) may write"), []) })
    result.people = People(names: names.sorted())
    let shown = result.withPseudonyms(Self.key)
    let messages = (0..<10_000).map { shown.findings[$0].message }
    #expect(
      Set(messages).count == 10_000 && messages.allSatisfy { $0.hasPrefix("person-") && $0.hasSuffix(" may write") })
    #expect((0..<10_000).allSatisfy { shown.findings[$0].fingerprint == result.findings[$0].fingerprint })
  }

  /// A stored result knows whom it names and nobody else, and becomes the same reports.
  @Test func aStoredResultIsShownTheSame() throws {
    var result = Self.result()
    result.people.names += ["Nobody Atall"]
    result.people.functional += ["unused@kommune.example"]
    let json = try Render.json(result, options: GateOptions(isIncompleteAllowed: true))
    #expect(json.contains(Self.name) && !json.contains("Nobody") && !json.contains("unused"))
    let stored = try StoredResult(Array(json.utf8)).result
    #expect(stored.people == Self.people)
    for name in ["text", "html", "csv", "markdown", "sarif", "junit", "gitlab", "oscal", "json"] {
      let then = try HandedOnFormatTests.render(name, result.withPseudonyms(Self.key))
      #expect(try HandedOnFormatTests.render(name, stored.withPseudonyms(Self.key)) == then, "\(name)")
    }
  }

  /// What has lost its names says so, and nothing is taken for a name again.
  @Test func aResultWithPseudonymsIsReadBackAsOne() throws {
    let shown = Self.result().withPseudonyms(Self.key)
    let json = try Render.json(shown)
    let stored = try StoredResult(Array(json.utf8)).result
    #expect(stored.identifiers == .pseudonym && stored.people == .none)
    #expect(try Render.json(stored) == json)
    #expect(Render.text(stored).contains("people have pseudonyms"))
    var named = Self.result()
    named.purpose = "the yearly audit"
    #expect(Render.text(named).contains("people are named for: the yearly audit"))
    #expect(try StoredResult(Array(Render.json(named).utf8)).result.purpose == "the yearly audit")
  }
}
