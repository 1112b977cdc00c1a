import Audit
import PolicyEngine
import Testing

/// A clause is possible of a member only when it is possible with the member's keys bound (language.md, statement 6.3).
@Suite struct BoundClauseTests {
  /// `x` and the member of a record without a name are members; `a` and `b` are listed, and no other is.
  private static let given = """
    src.member(member: "a", unit: "u1") src.member(member: "b", unit: "u2") src.member(member: _, unit: "u1")
    src.listed(member: "a") src.listed(member: "b")
    src.grant(member: "a", role: "r") src.grant(member: _, role: "w")
    """

  private static func audit(_ clauses: String, given: String = given) throws -> SmallAudit {
    try SmallAudit(
      """
      relation src.member(member: member, unit: text)
      relation src.listed(member: member)
      relation src.grant(member: member, role: text)
      relation my.reachable(member: member)
      my.reachable(member) if src.member(member)
      my.reachable(member) if src.grant(member)
      policy src.bound {
        title "t" severity low
        for member in src.member(member)
        \(clauses)
        example "given" { \(given) expect pass member: "a" }
      }
      """)
  }

  private static func verdicts(_ audit: SmallAudit) -> [String] {
    audit.findings.map { "\($0.subject[0].value) \($0.verdict)" }
  }

  /// Each row: the clauses, and the findings beside that of the member that may be missing.
  static let table: [(clauses: String, findings: [String])] = [
    // Their own values exclude it: `not`, a comparison, a membership, a function, a count.
    (#"fail "f" if not src.listed(member)"#, []),
    (#"fail "f" if member = "z""#, []),
    (#"fail "f" if member in { "y", "z" }"#, []),
    (#"fail "f" per member if src.listed(member: other), member != other, other = "z""#, []),
    (#"fail "f" if count(role) { src.grant(member, role) } > 2"#, []),
    (#"fail "f" if not { src.listed(member), my.reachable(member) }"#, []),
    // Possible of each, by a row that may be its own.
    (#"fail "f" per member if src.grant(member, role: "w")"#, ["a unverified", "b unverified"]),
    (#"fail "f" if count(role) { src.grant(member, role) } > 1"#, ["a unverified"]),
    // The record without a name may be of `a`, who is in `u1` for certain anyway, and of `b`.
    (#"fail "f" if src.member(member, unit: "u1"), member != "a""#, ["b unverified"]),
    // Certain all the same.
    (#"fail "f" if member = "a""#, ["a fail"]),
    // An exception that the member's own values exclude excuses nothing; one that is possible of it leaves it open.
    (#"fail "f" if member = "a" except "e" if not src.listed(member)"#, ["a fail"]),
    (#"fail "f" if member = "a" except "e" if src.grant(member, role: "w")"#, ["a unverified"]),
    // The unverified clause goes by the same rule.
    (#"unverified "u" if not src.listed(member)"#, []),
    (#"unverified "u" if src.grant(member, role: "w"), member != "b""#, ["a unverified"]),
  ]

  @Test(arguments: table.indices) func clausesAreAskedAboutEachMember(_ index: Int) throws {
    let (clauses, findings) = Self.table[index]
    let audit = try Self.audit(clauses)
    #expect(Self.verdicts(audit) == findings + ["* unverified"], "\(clauses)")
  }

  /// Neither the statement nor the message nor what is shown of a member speaks of somebody who is not known.
  @Test func theDoubtThatIsShownIsTheMembersOwn() throws {
    let audit = try Self.audit(#"fail "{member} may write" per member if src.grant(member, role: "w")"#)
    for (index, finding) in audit.findings.enumerated() where finding.subject[0].value != "*" {
      let name = finding.subject[0].value
      let proof = try #require(audit.auditor.proofs(ofFinding: index).first)
      #expect(proof.statement == #"src.bound#fail0(member: "\#(name)")"#)
      #expect(finding.message == "cannot be ruled out: \(name) may write (export.txt:7: unreadable cell)")
      #expect(!proof.isCertain)
    }
  }

  /// A certain fail that is open because of an exception shows what leaves the exception open.
  @Test func anExceptionThatIsPossibleIsShown() throws {
    let audit = try Self.audit(#"fail "f" if member = "a" except "e" if src.grant(member, role: "w")"#)
    let evidence = audit.result.findings.evidence(0..<1)[0]
    #expect(evidence.filter(\.isHole).map(\.line) == [7])
    #expect(audit.auditor.proofs(ofFinding: 0).map(\.isCertain) == [true, false])
  }

  /// A proof costs as its dearest doubt: one that rests on an absent export and a narrow hole is dearer than one that
  /// rests on a wider hole of an export that is there.
  @Test func theCostOfAProofIsItsDearestDoubt() throws {
    let text = """
      relation src.member(member: member)
      relation src.lost(member: member)
      relation src.pair(member: member, other: member, third: member)
      policy src.costs {
        title "t" severity low
        for member in src.member(member)
        fail "first" if src.lost(member), src.pair(member, other: "x", third: "y")
        fail "second" if src.pair(member, other: "p", third: "q")
        example "given" {
          src.member(member: "a") absent src.lost
          src.pair(member: "a", other: "x", third: _) src.pair(member: _, other: _, third: "q")
          expect pass member: "a"
        }
      }
      """
    for text in [text, text.replacing("fail \"first\"", with: "unverified \"first\"")] {
      let audit = try SmallAudit(text)
      #expect(audit.findings.map(\.message) == ["cannot be ruled out: second (export.txt:4: unreadable cell)"])
    }
  }
}
