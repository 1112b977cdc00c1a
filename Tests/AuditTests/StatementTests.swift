import Audit
import FactStore
import PolicyEngine
import Testing

/// Statements of docs/language.md that speak of the result of an audit, not of one member's verdict.
@Suite struct StatementTests {
  static let listed = """
    relation src.member(member: member)
    relation src.listed(member: member)
    policy src.listed {
      title "t" severity low obtain "ask for it"
      for member in src.member(member)
      fail "{member} is not listed" if not src.listed(member)
      example "given" { GIVEN expect pass member: "a" }
    }
    """

  static func audit(_ text: String, given: String, _ setting: SmallAudit.Setting = .init()) throws -> SmallAudit {
    try SmallAudit(text.replacing("GIVEN", with: given), setting)
  }

  @Test func anAbsentExportIsOneLine() throws {
    let audit = try Self.audit(
      Self.listed, given: #"src.member(member: "a") src.member(member: "b") absent src.listed"#)
    #expect(audit.result.scope.notEvaluated.map(\.policy) == ["src.listed"])
    #expect(audit.result.scope.notEvaluated.map(\.missing) == ["src.listed"])
    #expect(audit.result.scope.notEvaluated.map(\.obtain) == ["ask for it"])
    #expect(audit.result.policies.map(\.status) == [.notEvaluated])
    #expect(audit.findings.isEmpty)
  }

  @Test func aPartialExportIsNotAnAbsentOne() throws {
    let audit = try Self.audit(Self.listed, given: #"src.member(member: "a") partial src.listed"#)
    #expect(audit.result.scope.notEvaluated.isEmpty)
    #expect(audit.findings.map(\.verdict) == [.unverified])
  }

  @Test func aCertainFailIsNeverDropped() throws {
    let text = Self.listed.replacing(
      "  example", with: "  fail \"{member} is bad\" if member = \"a\"\n  example")
    let audit = try Self.audit(
      text, given: #"src.member(member: "a") src.member(member: "b") absent src.listed"#)
    #expect(audit.result.scope.notEvaluated.isEmpty)
    #expect(audit.findings.map(\.verdict) == [.fail, .unverified])
  }

  @Test func aPackWhoseSystemIsNotLoadedIsOutOfScope() throws {
    let audit = try Self.audit(Self.listed, given: #"src.member(member: "a")"#, .init(systems: ["other"]))
    #expect(audit.result.scope.outOfScope == ["src"])
    #expect(audit.result.policies.isEmpty && audit.findings.isEmpty)
  }

  static let grants = """
    relation src.member(member: member)
    relation src.grant(member: member, role: role)
    policy src.roles {
      title "t" severity low
      for member in src.member(member)
      fail "MESSAGE" per KEY if src.grant(member, role)
      example "given" { GIVEN expect pass member: "a" }
    }
    """
  static let twoRoles = #"src.member(member: "a") src.grant(member: "a", role: "r") src.grant(member: "a", role: "s")"#

  @Test func perDecidesWhatOneFindingIs() throws {
    let text = Self.grants.replacing("MESSAGE", with: "{role}")
    let each = try Self.audit(text.replacing("KEY", with: "role"), given: Self.twoRoles)
    #expect(each.findings.map { $0.violating.map(\.value) } == [["r"], ["s"]])
    #expect(Set(each.findings.map(\.fingerprint)).count == 2)
    let grouped = try Self.audit(text.replacing("KEY", with: "member"), given: Self.twoRoles)
    #expect(grouped.findings.map { $0.violating.map(\.value) } == [[]])
    #expect(grouped.result.policies.map(\.failed) == [1])
  }

  /// Neither wording nor names of variables nor files are part of an identity; policy, types and values are.
  @Test func fingerprintsNameTheViolationOnly() throws {
    func fingerprints(_ text: String, path: String = "a.policy") throws -> [String] {
      let text = text.replacing("KEY", with: "role").replacing("GIVEN", with: Self.twoRoles)
      return try SmallAudit(text, .init(path: path)).findings.map(\.fingerprint)
    }
    let original = try fingerprints(Self.grants.replacing("MESSAGE", with: "f"))
    #expect(original.count == 2 && original.allSatisfy { $0.count == 64 })
    #expect(try fingerprints(Self.grants.replacing("MESSAGE", with: "{member} again"), path: "b.policy") == original)
    let renamed = Self.grants.replacing("MESSAGE", with: "f").replacing("per KEY", with: "per which")
      .replacing("src.grant(member, role)", with: "src.grant(member, role: which)")
    #expect(try fingerprints(renamed) == original)
    let other = Self.grants.replacing("MESSAGE", with: "f").replacing("src.roles", with: "src.others")
    #expect(Set(try fingerprints(other)).isDisjoint(with: original))
    let typed = Self.grants.replacing("MESSAGE", with: "f").replacing("role: role)", with: "role: right)")
    #expect(Set(try fingerprints(typed)).isDisjoint(with: original))
  }

  @Test func proofsEndInFactsAndInWhatIsNotThere() throws {
    let audit = try Self.audit(
      Self.listed, given: #"src.member(member: "a") src.member(member: "b") src.listed(member: "a")"#)
    #expect(audit.findings.map { $0.subject.map(\.value) } == [["b"]])
    let proof = try #require(audit.auditor.proofs(ofFinding: 0).first)
    var leaves: [String] = []
    func visit(_ proof: Proof) {
      switch proof.step {
      case .absent(let relation, let searched, _, let grade):
        leaves.append("not \(relation), searched \(searched), closed by \(grade?.rawValue ?? "nothing")")
      case .fact(_, _, let origin): leaves.append("\(proof.statement) \(origin.path):\(origin.line)")
      default: break
      }
      proof.premises.forEach(visit)
    }
    visit(proof)
    #expect(proof.isCertain)
    #expect(leaves == [#"src.member(member: "b") export.txt:2"#, "not src.listed, searched 1, closed by closed"])
  }

  /// A shorter way to the same row is found although a longer one is written first.
  @Test func proofsInRecursionAreShortest() throws {
    let text = """
      relation src.person(person: person)
      relation src.reports(person: person, manager: person)
      relation my.above(person: person, manager: person)
      my.above(person, manager) if my.above(person, manager: middle), src.reports(person: middle, manager)
      my.above(person, manager) if src.reports(person, manager)
      policy src.above {
        title "t" severity low
        for person in src.person(person)
        fail "f" if my.above(person, manager: "c")
        example "given" { GIVEN expect pass person: "a" }
      }
      """
    let audit = try Self.audit(
      text,
      given: """
        src.person(person: "a") src.reports(person: "a", manager: "b") src.reports(person: "b", manager: "c")
        src.reports(person: "a", manager: "c")
        """)
    var leaves: [String] = []
    try #require(audit.auditor.proofs(ofFinding: 0).first).forEachLeaf { leaves.append($0.statement) }
    #expect(leaves == [#"src.person(person: "a")"#, #"src.reports(person: "a", manager: "c")"#])
  }

  /// Of a record without a name and a file that ends early, the record is the smaller doubt.
  @Test func doubtsNameTheirSmallestHole() throws {
    let text = """
      relation src.member(member: member)
      relation src.pair(member: member, other: member)
      policy src.pairs {
        title "t" severity low
        for member in src.member(member)
        fail "f" if src.pair(member, other: "x")
        example "given" { GIVEN expect pass member: "a" }
      }
      """
    let audit = try Self.audit(
      text, given: #"src.member(member: "a") partial src.pair src.pair(member: "a", other: _)"#)
    #expect(audit.findings.map(\.verdict) == [.unverified])
    let holes = audit.result.findings.evidence(0..<1)[0].filter(\.isHole)
    #expect(holes.map(\.line) == [3])
  }

  @Test func whyNotShowsHowFarARuleComes() throws {
    let text = Self.grants.replacing("MESSAGE", with: "f").replacing("KEY", with: "member").replacing(
      "if src.grant(member, role)", with: #"if src.grant(member, role: "r"), src.grant(member, role: "t")"#)
    let audit = try Self.audit(text, given: Self.twoRoles)
    let explanation = try #require(try audit.auditor.explain(policy: "src.roles", subject: ["a"]))
    #expect(explanation.verdict == "pass")
    let miss = try #require(explanation.clauses.first?.nearMisses.first)
    #expect(miss.missing?.hasPrefix(#"src.grant(member, role: "t")"#) == true)
    #expect(miss.satisfied.contains { $0.statement.contains(#"role: "r""#) })
  }

  @Test func theFunnelCountsTheMembersThatAreLeft() throws {
    let text = Self.grants.replacing("MESSAGE", with: "f").replacing("KEY", with: "member").replacing(
      "if src.grant(member, role)", with: #"if src.grant(member, role: "r"), src.grant(member, role: "t")"#)
    let audit = try Self.audit(
      text, given: Self.twoRoles + #" src.member(member: "b") src.grant(member: "c", role: "t")"#,
      .init(showsFunnels: true))
    let funnel = try #require(audit.result.policies.first?.funnels.first)
    #expect(funnel.steps.suffix(2).map(\.members) == [1, 0])
    // Both literals read one export: it is empty of such members, not of another organisation.
    #expect(audit.result.warnings == [])
  }

  /// A join that finds nothing is suspicious only where the exports on both sides never name the same thing.
  @Test(
    arguments: [
      // Nobody in common, through a rule, by a column that the join does not read.
      (#"src.job(who: "x", state: "left", chief: "y")"#, 1), (#"src.job(who: "x", state: "left", chief: "b")"#, 0),
      // One in common, who has not left; one who has: then the rule finds something.
      (#"src.job(who: "a", state: "works", chief: "y") src.job(who: "x", state: "left", chief: "y")"#, 0),
      (#"src.job(who: "a", state: "left", chief: "y")"#, 0),
      // No rows: nothing is joined, and that is said elsewhere.
      (#"src.job(who: "x", state: "works", chief: "y")"#, 0),
    ])
  func anExportOfAnotherOrganisationIsNamed(_ job: String, _ warnings: Int) throws {
    let text = """
      relation src.member(member: member)
      relation src.job(who: member, state: text, chief: member)
      relation gone(who: member)
      gone(who) if src.job(who, state: "left")
      policy src.left {
        title "t" severity low
        for member in src.member(member)
        fail "{member} has left" if gone(who: member)
        example "given" { GIVEN expect pass member: "b" }
      }
      """
    let audit = try Self.audit(text, given: #"src.member(member: "a") src.member(member: "b") "# + job)
    #expect(audit.result.warnings.count == warnings, "\(audit.result.warnings)")
    #expect(audit.result.warnings.allSatisfy { $0.contains("none of 2 matches `gone(who: member)`") })
  }

  /// Four members: one role known, one not, and one role listed twice with different names.
  @Test func brokenReferencesAndKeysLeaveHoles() throws {
    let text = """
      relation src.role(role: role, write: text) key role
      relation src.grant(member: member, role: role) references role src.role.role
      policy src.writers {
        title "t" severity low
        for member in src.grant(member)
        fail "{member} may write" if src.grant(member, role), src.role(role, write: "yes")
        example "given" { GIVEN expect pass member: "a" }
      }
      """
    let audit = try Self.audit(
      text.replacing("fail \"{member} may write\" if", with: "fail \"{member} may write\" per member if"),
      given: """
        src.role(role: "r", write: "no") src.role(role: "w", write: "yes")
        src.role(role: "x", write: "yes") src.role(role: "x", write: "no")
        src.grant(member: "reads", role: "r") src.grant(member: "writes", role: "w")
        src.grant(member: "dangling", role: "?") src.grant(member: "both", role: "x")
        """)
    #expect(
      audit.findings.map { "\($0.subject[0].value) \($0.verdict)" } == [
        "writes fail", "both unverified", "dangling unverified",
      ])
  }

  @Test func passesOnAssumptionAreCounted() throws {
    let given = #"src.member(member: "a") src.listed(member: "a")"#
    for (grade, count) in [(CompletenessGrade.assumed, 1), (.closed, 0), (.counted, 0)] {
      let audit = try Self.audit(Self.listed, given: given, .init(grade: grade))
      #expect(audit.result.policies.map(\.passed) == [1])
      #expect(audit.result.policies.map(\.passedOnAssumption) == [count])
    }
  }

  @Test func alternativesStandInForEachOther() throws {
    let text = Self.listed.replacing(
      "policy", with: "relation src.other(member: member)\nrelation src.any(member: member)\npolicy"
    ).replacing("not src.listed(member)", with: "not src.listed(member), not src.other(member)")
      .replacing("relation src.any(member: member)\n", with: "")
    let alternatives: Set<String> = ["src.listed", "src.other"]
    let given = #"src.member(member: "a") src.member(member: "b") src.listed(member: "a") absent src.other"#
    let apart = try Self.audit(text, given: given)
    #expect(apart.findings.map(\.verdict) == [.unverified])
    let together = try Self.audit(text, given: given, .init(alternatives: alternatives))
    #expect(together.findings.map(\.verdict) == [.fail])
    let none = try Self.audit(
      text, given: #"src.member(member: "a") absent src.other absent src.listed"#, .init(alternatives: alternatives))
    #expect(none.result.scope.notEvaluated.count == 1)
  }

  @Test func pastALimitNothingIsConcluded() throws {
    let given = (0..<50).map { #"src.member(member: "\#($0)")"# }.joined(separator: " ")
    let audit = try Self.audit(
      Self.listed, given: given, .init(limits: EvaluationLimits(probes: 5, extras: 10, rounds: 10)))
    #expect(audit.result.policies.map(\.status) == [.notEvaluated])
    #expect(audit.result.scope.notEvaluated.first?.missing.contains("limit") == true)
    #expect(audit.result.policies.allSatisfy { $0.passed == 0 && $0.failed == 0 && $0.unverified == $0.population })
    #expect(!audit.result.isComplete)
  }
}
