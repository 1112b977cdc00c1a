import Audit
import AuditReports
import FactStore
import PolicyEngine

/// Synthetic results: no policy and no export is behind them.
enum Samples {
  static let asOf = CalendarDate("2026-11-20")!

  static func fingerprint(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return "c000e" + String(repeating: "0", count: 7 - digits.count) + digits + String(repeating: "ab", count: 26)
  }

  static func policy(
    _ id: String, _ severity: Severity, status: PolicyOutcome.Status = .evaluated, population: Int, failed: Int = 0,
    unverified: Int = 0, exempt: Int = 0, holes: Int = 0
  ) -> PolicyOutcome {
    PolicyOutcome(
      id: id, title: "title of \(id)", why: "access must not hang on one person", fix: "make a functional mailbox",
      severity: severity, status: status, basisKind: "stated", basis: "a guide, section 4",
      controls: ["iso27001:2022/A.5.16"],
      population: population, passed: status == .evaluated ? population - failed - unverified - exempt : 0,
      failed: failed,
      unverified: status == .notEvaluated ? population - exempt : unverified, exempt: exempt, populationHoles: holes,
      passedOnAssumption: 0,
      funnels: [
        .init(rule: "fail 1", steps: [("kitos.api_user(user, email)", population), ("hr.person(email)", failed)])
      ])
  }

  static func source(
    _ path: String, kind: String? = "kitos.api-v2.users", records: Int = 412, rejected: Int = 0, outOfScope: Int = 0,
    problems: [SourceSummary.Problem] = []
  ) -> SourceSummary {
    SourceSummary(
      path: path, kind: kind, sha256: String(repeating: "0f", count: 32), records: records,
      used: records - rejected - outOfScope, rejected: rejected, outOfScope: outOfScope,
      completeness: rejected > 0 ? .partial : .complete, grade: kind == nil ? nil : .assumed, problems: problems,
      notes: ["organisation taken from usages.json"], limits: ["global admins are hidden"])
  }

  static func finding(
    _ number: Int, _ policy: String, _ severity: Severity = .high, _ verdict: Finding.Verdict = .fail,
    subject: [String] = ["u1"], violating: [String] = ["p7"], message: String = "u1 is the mailbox of p7"
  ) -> Finding {
    Finding(
      fingerprint: fingerprint(number), policy: policy, severity: severity, verdict: verdict,
      subject: subject.enumerated().map { .init(name: "user\($0.offset)", type: "kitos.user", value: $0.element) },
      violating: violating.enumerated().map { .init(name: "person\($0.offset)", type: "person", value: $0.element) },
      message: message)
  }

  static func fact(_ text: String, _ path: String, _ line: Int, _ pointer: String = "") -> Evidence {
    Evidence(fact: text, path: path, line: line, pointer: pointer, isHole: false)
  }

  static func result(
    policies: [PolicyOutcome], findings: [(Finding, [Evidence])],
    sources: [SourceSummary] = [source("kitos/users.json")],
    scope: AuditResult.Scope = .init(outOfScope: [], notEvaluated: []), incomplete: [String] = [],
    warnings: [String] = []
  ) -> AuditResult {
    AuditResult(
      toolVersion: "1.2.3", asOf: asOf, language: "en", isComplete: incomplete.isEmpty, incompleteReasons: incomplete,
      sources: sources,
      relations: [.init(name: "kitos.listed_user", facts: 412, holes: 1, completeness: .partial, grade: .assumed)],
      policies: policies, scope: scope, findings: FindingList(findings),
      parameters: [.init(name: "kitos.max_local_admins", value: "3", standard: "3", isOverridden: false)],
      basis: .init(
        commit: "0123456789abcdef0123456789abcdef01234567", arguments: ["exports/", "--as-of", "2026-11-20"],
        policies: [.init(path: "policies/kitos/a.policy", sha256: String(repeating: "1c", count: 32))]),
      warnings: warnings)
  }

  /// A right in every field of which stands the text, and one that is only possible.
  static func rights(_ text: String) -> RightsRegister {
    func right(_ isCertain: Bool) -> HeldRight {
      HeldRight(
        system: "kitos", holder: text, name: text, right: text, place: text, placeName: text, isCertain: isCertain,
        places: [text, "kitos/users.json:17"])
    }
    return RightsRegister(rights: [right(true), right(false)], open: ["altinn"])
  }

  /// Fails, unverified, a policy that was not evaluated and one that is empty.
  static var mixed: AuditResult {
    let hole = Evidence(
      fact: "global admins are hidden: any user may be one", path: "kitos/users.json", line: 1, pointer: "",
      isHole: true)
    let absent = Evidence(
      fact: "no export of mailboxes was loaded", path: "", line: 0, pointer: "", isHole: true)
    return result(
      policies: [
        policy("kitos.api-user-is-not-a-person", .high, population: 12, failed: 2, unverified: 1),
        policy("kitos.api-mailbox-receives-mail", .high, status: .notEvaluated, population: 12),
        policy("kitos.local-admin-count", .medium, population: 1, failed: 1),
        policy("kitos.rights-holder-not-combined", .low, status: .empty, population: 0),
      ],
      findings: [
        (
          finding(1, "kitos.api-user-is-not-a-person"),
          [
            fact("kitos.listed_user(user: \"u1\", email: \"m@k.example\")", "kitos/users.json", 17, "/16"),
            fact("hr.person(person: \"p7\", email: \"m@k.example\")", "employees.csv", 204),
          ]
        ),
        (finding(2, "kitos.api-user-is-not-a-person", violating: ["p8"], message: "u1 is the mailbox of p8"), []),
        (
          finding(
            3, "kitos.api-user-is-not-a-person", subject: ["u2"], message: "u2 is the mailbox of p7"),
          [fact("kitos.listed_user(user: \"u2\")", "kitos/users.json", 18, "/17")]
        ),
        (
          finding(
            4, "kitos.api-user-is-not-a-person", .high, .unverified, subject: ["u3"], violating: [],
            message: "nobody knows whose u3 is"), [absent]
        ),
        (
          finding(
            5, "kitos.local-admin-count", .medium, subject: ["o1"], violating: [], message: "4 local admins, at most 3"),
          [hole, fact("kitos.member(user: \"u9\")", "kitos/users.json", 31, "/30")]
        ),
      ],
      sources: [
        source(
          "kitos/users.json", records: 412, rejected: 2, problems: [.init(line: 9, pointer: "/8", message: "no `uuid`")]
        ),
        source("employees.csv", kind: "organisation.employees", records: 8000),
        source(
          "readme.txt", kind: nil, records: 0,
          problems: [.init(line: 1, pointer: "", message: "not recognised: plain text")]),
      ],
      scope: .init(
        outOfScope: ["gravitee"],
        notEvaluated: [
          .init(
            policy: "kitos.api-mailbox-receives-mail", missing: "mailbox.entry", documents: ["exchange.mailboxes"],
            obtain: "Get-Mailbox | Export-Csv, by an Exchange administrator", members: 12)
        ],
        wanted: [
          .init(
            document: "exchange.mailboxes", relations: ["mailbox.entry"],
            obtain: "Get-Mailbox | Export-Csv, by an Exchange administrator",
            policies: ["kitos.api-mailbox-receives-mail"], alone: 1, members: 12)
        ]),
      warnings: ["no person has an address of any API user: is employees.csv of another municipality?"])
  }

  static var passing: AuditResult {
    result(policies: [policy("kitos.api-user-is-not-a-person", .high, population: 12)], findings: [])
  }

  /// Many policies, findings and sources, so that everything has to be cut.
  static func large(findings count: Int) -> AuditResult {
    let severities = Severity.allCases
    let policies = (0..<20).map { policy("pack.rule-\($0)", severities[$0 % 5], population: count, failed: count / 20) }
    var large = result(
      policies: policies,
      findings: (0..<count).map {
        (
          finding(
            $0, "pack.rule-\($0 % 20)", severities[$0 % 20 % 5], subject: ["user \($0)"],
            message: "message \($0) " + String(repeating: "long ", count: 40)),
          [fact("r.fact(a: \($0))", "dir/file-\($0 % 7).json", $0 + 1, "/\($0)")]
        )
      },
      sources: (0..<50).map { source("dir/file-\($0).json") },
      scope: .init(
        outOfScope: ["altinn", "gravitee"],
        notEvaluated: (0..<9).map {
          .init(policy: "pack.absent-\($0)", missing: "x.y", documents: ["x.list-\($0)"], obtain: "ask", members: 3)
        },
        declared: (0..<7).map { .init(policy: "pack.left-out-\($0)", without: ["x.z"], members: 2) },
        wanted: (0..<9).map {
          .init(
            document: "x.list-\($0)", relations: ["x.y"], obtain: "ask " + String(repeating: "long ", count: 40),
            policies: ["pack.absent-\($0)"], alone: 1, members: 3)
        }),
      incomplete: (0..<30).map { "file-\($0).json:3: unreadable" }, warnings: (0..<12).map { "warning \($0)" })
    large.declarations = (0..<5).map {
      .init(
        name: "x.none-\($0)", isSystem: false, reason: "there is none", owner: "the owner", day: asOf,
        path: "tilsyn.yaml", line: $0 + 3, relations: ["x.z"])
    }
    large.parameters.append(.init(name: "x.limit", value: "5", standard: "3", isOverridden: true))
    return large
  }
}
