import Audit
import FactStore
import Foundation
import PolicyEngine
import Testing

@testable import AuditReports

/// `--by`: findings stand together under their policy, under whom they concern, or under a unit; what they add up to stays.
struct FindingGroupingTests {
  private static func finding(
    _ number: Int, _ subject: [Finding.Key], _ violating: [Finding.Key] = [], policy: String = "p.one",
    _ severity: Severity = .high, _ verdict: Finding.Verdict = .fail
  ) -> Finding {
    Finding(
      fingerprint: Samples.fingerprint(number), policy: policy, severity: severity, verdict: verdict, subject: subject,
      violating: violating, message: "message \(number)")
  }

  private static func key(_ name: String, _ type: String, _ value: String) -> Finding.Key {
    Finding.Key(name: name, type: type, value: value)
  }

  static let subjects: [(keys: [Finding.Key], fact: String, person: String?, unit: String?)] = [
    ([key("user", "kitos.user", "u1")], "", "u1", nil),
    ([key("user", "kitos.user", "u1")], "kitos.member(user: \"u1\", organisation: \"o1\")", "u1", "o1"),
    (
      [key("user", "kitos.user", "u1"), key("organisation", "kitos.organisation", "o2")], "k(organisation: \"o1\")",
      "u1", "o2"
    ),
    ([key("organisation", "kitos.organisation", "o1")], "", nil, "o1"),
    ([key("document", "kitos.document", "d")], "", nil, nil),
    ([key("holder", "party", "p1"), key("party", "party", "p2")], "", "p1", "p2"),
    ([key("unit", "party", "n1"), key("role", "text", "DAGL"), key("holder", "party", "p1")], "", "p1", "n1"),
    ([key("system_user", "party", "s"), key("client", "party", "c")], "", "s", "c"),
    ([key("party", "party", "p2")], "", "p2", "p2"),
    ([key("user", "kitos.user", "*")], "", nil, nil),
    (
      [key("thing", "text", "t"), key("person", "person", "p")],
      "hr.person(person: \"p\", unit: \"IT og \\\"drift\\\"\")", "p", "IT og \"drift\""
    ),
    ([key("x", "text", "t")], "r.f(text: \", organisation: \\\"o9\\\"\")", nil, nil),
  ]

  @Test(arguments: subjects.indices) func whomAFindingConcerns(_ index: Int) {
    let row = Self.subjects[index]
    let evidence = row.fact.isEmpty ? [] : [Samples.fact(row.fact, "a.json", 1)]
    let findings = FindingList([(Self.finding(1, row.keys), evidence)])
    #expect(FindingGrouping.person.subjects(findings).first.flatMap { $0?.value } == row.person, "\(row)")
    #expect(FindingGrouping.unit.subjects(findings).first.flatMap { $0?.value } == row.unit, "\(row)")
  }

  /// What violates as well as what it is about can name somebody, and the same one is one group whatever it is called there.
  @Test func oneUserIsOneGroup() {
    let findings = FindingList([
      (Self.finding(1, [Self.key("user", "kitos.user", "u1")]), []),
      (Self.finding(2, [Self.key("object", "kitos.object", "x")], [Self.key("giver", "kitos.user", "u1")]), []),
    ])
    let survey = FindingSurvey(findings, minSeverity: .info, by: .person)
    #expect(survey.groups.count == 1 && survey.groups[0].failedCount == 2)
  }

  /// 10,000 findings of all severities and both verdicts.
  private static let many: AuditResult = {
    let severities = Severity.allCases
    let types = ["kitos.user", "person", "kitos.organisation", "kitos.document", "party"]
    let findings = (0..<10_000).map { number in
      let type = types[number * 7 % 11 % 5]
      return (
        finding(
          number, [key(type == "party" ? "holder" : "x", type, "id \(number * 31 % 613)")],
          policy: "p.rule-\(number % 20)",
          severities[number % 20 % 5], number % 3 == 0 ? .unverified : .fail),
        [
          Samples.fact(
            "k.m(user: \"id \(number * 31 % 613)\", organisation: \"o\(number % 17)\")", "a.json", number + 1)
        ]
      )
    }
    let policies = (0..<20).map { Samples.policy("p.rule-\($0)", severities[$0 % 5], population: 600, failed: 300) }
    return Samples.result(policies: policies, findings: findings)
  }()

  @Test(arguments: FindingGrouping.allCases, [Severity.info, .medium, .critical])
  func countsAreTheSame(_ grouping: FindingGrouping, _ least: Severity) {
    let findings = Self.many.findings
    let standard = FindingSurvey(findings, minSeverity: least, kept: .max)
    let survey = FindingSurvey(findings, minSeverity: least, kept: .max, by: grouping)
    func sum(_ survey: FindingSurvey, _ count: (FindingSurvey.Group) -> Int) -> Int {
      survey.groups.reduce(0) { $0 + count($1) }
    }
    #expect(sum(survey, \.failedCount) == sum(standard, \.failedCount))
    #expect(sum(survey, \.unverifiedCount) == sum(standard, \.unverifiedCount))
    #expect(sum(survey, \.total) + survey.hidden == findings.count && survey.hidden == standard.hidden)
    for severity in Severity.allCases {
      for verdict in Finding.Verdict.allCases {
        #expect(survey.tally[severity, verdict] == standard.tally[severity, verdict])
      }
    }
    // Each finding once.
    let listed = survey.groups.flatMap { $0.failed + $0.unverified }.sorted()
    #expect(Set(listed).count == listed.count && listed.count == findings.count - survey.hidden)
    // The gravest first, and whom nobody names last.
    let named = survey.groups.filter { grouping == .policy || $0.subject != nil }
    #expect(zip(named, named.dropFirst()).allSatisfy { $0.severity >= $1.severity })
    #expect(survey.groups.dropLast().allSatisfy { grouping == .policy || $0.subject != nil })
  }

  /// The result has the same for programs: of whom several findings concern all of them, each under one, and nobody else.
  @Test(arguments: [many, Samples.large(findings: 3_000), Samples.mixed])
  func theResultPutsOnePersonsFindingsTogether(_ result: AuditResult) throws {
    let root = try Render.parsed(Render.json(result))
    let people = try #require(root["by_person"] as? [[String: Any]])
    let findings = result.findings
    var expected: [String: [String]] = [:]
    for (index, key) in FindingGrouping.person.subjects(findings).enumerated() {
      if let key { expected["\(key.type) \(key.value)", default: []].append(findings.keyed(index).fingerprint) }
    }
    expected = expected.filter { $0.value.count > 1 }
    #expect(people.count == expected.count)
    for person in people {
      let name = "\(person["type"] as! String) \(person["value"] as! String)"
      #expect(person["findings"] as? [String] == expected[name], "\(name)")
      #expect((person["fail"] as! Int) + (person["unverified"] as! Int) == expected[name]?.count)
    }
    let failed = people.map { $0["fail"] as! Int }
    #expect(failed == failed.sorted(by: >))
  }

  private static func text(_ result: AuditResult, _ grouping: FindingGrouping, _ style: TerminalStyle) -> String {
    let gate = GateDecision(result, options: GateOptions())
    return ReportSink.text { TextReport(result, gate: gate, style: style, by: grouping).render(into: &$0) }
  }

  /// In the whole text each finding stands once, whatever it stands under, and all that is not the list of findings is the same.
  @Test(arguments: [FindingGrouping.person, .unit]) func theWholeTextHasEveryFinding(_ grouping: FindingGrouping) {
    let style = TerminalStyle(isVerbose: true)
    func parts(_ text: String) -> (frame: [Substring], findings: [Substring]) {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let start = lines.firstIndex(of: "findings:") ?? 0
      let end = lines[start...].firstIndex(of: "") ?? lines.endIndex
      // The next command is about the first finding.
      return ((lines[..<start] + lines[end...]).filter { !$0.hasPrefix("next: ") }, Array(lines[start..<end]))
    }
    let standard = parts(Self.text(Self.many, .policy, style))
    let grouped = parts(Self.text(Self.many, grouping, style))
    #expect(standard.frame == grouped.frame)
    func fingerprints(_ lines: [Substring]) -> [String] {
      lines.compactMap { line in
        guard line.hasPrefix("    fail ") || line.hasPrefix("    unverified ") else { return nil }
        let words = line.split(separator: " ", maxSplits: 2)
        return words.count == 3 && words[1].count == 12 ? String(words[1]) : nil
      }.sorted()
    }
    #expect(fingerprints(grouped.findings) == fingerprints(standard.findings))
    #expect(fingerprints(grouped.findings).count == 10_000)
  }

  @Test(arguments: FindingGrouping.allCases, [40, 60, 80, 120, 200])
  func theScreenStaysWithinItsLinesAndWidth(_ grouping: FindingGrouping, _ columns: Int) {
    for result in [Self.many, Samples.large(findings: 10_000), Samples.mixed] {
      let style = TerminalStyle(width: columns)
      let lines = Self.text(result, grouping, style).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      // Lines that are never cut take what they take on the screen.
      let screen = lines.reduce(0) { $0 + 1 + max(0, DisplayWidth.of(String($1)) - 1) / style.width }
      #expect(screen <= TextReport.lineLimit, "\(columns)\n\(lines.joined(separator: "\n"))")
      let inner = lines.dropFirst().dropLast()
      #expect(
        inner.allSatisfy { DisplayWidth.of(String($0)) <= style.width }, "\(columns)\n\(lines.joined(separator: "\n"))")
    }
  }

  @Test func headsSayWhoItIs() {
    let result = Samples.result(
      policies: [Samples.policy("p.one", .high, population: 4, failed: 2)],
      findings: [
        (
          Self.finding(1, [Self.key("user", "kitos.user", "u1")]),
          [Samples.fact("kitos.listed_user(user: \"u1\", email: \"m@k.example\")", "a.json", 1)]
        ), (Self.finding(2, [Self.key("document", "kitos.document", "d")]), []),
      ])
    let text = Self.text(result, .person, TerminalStyle())
    #expect(
      text.contains("  HIGH  kitos.user u1 (m@k.example): 1 fail\n    fail       c000e0000001  message 1\n"), "\(text)")
    #expect(text.contains("  HIGH  –: 1 fail\n"), "\(text)")
    #expect(text.contains("    What to do: make a functional mailbox\n"))
  }

  /// Causes and cures are broken between words, with their continuation set in.
  @Test func curesAndCausesAreWhole() {
    var policy = Samples.policy("p.one", .high, population: 4, failed: 1)
    policy.fix = "ask whoever answers for the mailbox to give it to the team, then write down who asked and when"
    let places = (1...3).map { Samples.fact("r.f(a: \($0))", "a folder/of exports/no \($0).json", $0) }
    let result = Samples.result(
      policies: [policy], findings: [(Self.finding(1, [Self.key("user", "kitos.user", "u1")]), places)])
    let text = Self.text(result, .policy, TerminalStyle(width: 70))
    #expect(
      text.contains(
        "    What to do: ask whoever answers for the mailbox to give it to the\n      team, then write down who asked and when\n"
      ),
      "\(text)")
    #expect(
      text.contains(
        "      because a folder/of exports/no 1.json:1, a folder/of exports/no\n        2.json:2, a folder/of exports/no 3.json:3\n"
      ),
      "\(text)")
  }
}
