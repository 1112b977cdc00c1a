import FactStore
import Testing

@testable import Audit

@Suite struct CompareResultsTests {
  private static let stranger = #"src.right(user: "u1", level: "write") "#
  private static let other = #"src.right(user: "u2", level: "write") "#
  private static let known = #"src.right(user: "u3", level: "write") src.person(user: "u3", name: "n3") "#

  @Test func whatIsTheSameIsUnchangedWhateverItsLine() throws {
    let audits = try ComparedAudits(Self.stranger + Self.known, Self.known + Self.stranger)
    #expect(audits.ages == ["u1": .unchanged] && audits.gone.isEmpty)
    #expect(audits.after.dispositions[0].firstSeen == audits.before.asOf)
    #expect(audits.exit() == 0 && audits.exit(newOnly: false) == 1)
  }

  @Test func whatTheBaselineLacksIsNewAndFails() throws {
    let audits = try ComparedAudits(Self.stranger + Self.known, Self.stranger + Self.other + Self.known)
    #expect(audits.ages == ["u1": .unchanged, "u2": .new])
    #expect(audits.exit() == 1)
  }

  @Test func whatWasJudgedAgainAndIsNotThereIsFixed() throws {
    let audits = try ComparedAudits(Self.stranger + Self.other + Self.known, Self.stranger + Self.known)
    #expect(audits.gone == ["u2": .fixed] && audits.exit() == 0)
  }

  private static func document(_ path: String, records: Int) -> SourceSummary {
    SourceSummary(
      path: path, kind: "src.list", sha256: path, records: records, used: records, rejected: 0, outOfScope: 0,
      completeness: .complete, grade: .closed, problems: [], notes: [], limits: [])
  }

  /// Of several documents of a kind the one that showed it is gone: that mends nothing. One of another name takes its place.
  @Test(arguments: [
    (["other.txt": 10], GoneFinding.Reason.exportGone), (["november.txt": 10, "other.txt": 10], .fixed),
    (["export.txt": 9, "other.txt": 10], .fixed), (["all.txt": 20], .fixed), (["all.txt": 19], .exportGone),
  ])
  func aDocumentLessMendsNothing(now: [String: Int], reason: GoneFinding.Reason) throws {
    let sources = now.map { Self.document($0.key, records: $0.value) }
    let audits = try ComparedAudits(Self.stranger + Self.known, Self.known, sources: sources) { past in
      past.sources = [Self.document("export.txt", records: 10), Self.document("other.txt", records: 10)]
    }
    #expect(audits.gone == ["u1": reason])
    #expect(audits.exit() == (reason == .fixed ? 0 : 1))
  }

  @Test func aFailThatCanNoLongerBeShownIsNotFixed() throws {
    // Somebody in the list of people could not be read: the stranger may be one of them.
    let audits = try ComparedAudits(Self.stranger + Self.known, Self.stranger + Self.known + "partial src.person")
    #expect(audits.gone == ["u1": .unverified])
    #expect(audits.exit() == 1)
    #expect(audits.exit(allowsUnverified: true) == 1, "a fail must not pass by what cannot be read")
  }

  @Test func whatBecomesCertainIsNewAndNotFixed() throws {
    let audits = try ComparedAudits(Self.stranger + Self.known + "partial src.person", Self.stranger + Self.known)
    #expect(audits.gone["u1"] == .failsNow && audits.ages["u1"] == .new && audits.exit() == 1)
  }

  @Test func membersThatMayStillBeThereAreNotFixed() throws {
    let audits = try ComparedAudits(
      Self.stranger + Self.known, #"src.right(user: _, level: "write") "# + Self.known)
    #expect(audits.gone == ["u1": .unverified] && audits.exit() == 1)
  }

  @Test func otherRulesFixNothing() throws {
    let lax = ComparedAudits.policy.replacing("not src.person(user)", with: #"not src.person(user), user = "u9""#)
    let audits = try ComparedAudits(laterPolicy: lax, Self.stranger + Self.known, Self.stranger + Self.known)
    #expect(audits.gone == ["u1": .rulesChanged] && audits.exit() == 1)
    #expect(audits.after.comparison?.remarks.isEmpty == false)
  }

  @Test func otherWordsAreTheSameRules() throws {
    let words = ComparedAudits.policy.replacing("nobody knows them", with: "nobody has heard of them")
      .replacing("who may write is known", with: "writers are known")
    let audits = try ComparedAudits(laterPolicy: words, Self.stranger + Self.known, Self.stranger + Self.known)
    #expect(audits.ages == ["u1": .unchanged] && audits.after.comparison?.remarks == [])
  }

  @Test func aPolicyThatIsGoneIsLost() throws {
    let renamed = ComparedAudits.policy.replacing("policy p.known", with: "policy p.other")
    let audits = try ComparedAudits(laterPolicy: renamed, Self.known, Self.known)
    #expect(audits.after.comparison?.lost.map(\.policy) == ["p.known"])
    #expect(audits.exit() == 1, "nothing failed, and what is not judged any longer may hide anything")
    #expect(audits.exit(newOnly: false) == 0)
  }

  @Test func anotherKeyComparesWhatIsNamedInFull() throws {
    let audits = try ComparedAudits(Self.stranger + Self.known, Self.stranger + Self.other + Self.known) { past in
      past.keyMark = "another"
      let findings = past.findings
      past.findings = FindingList(
        findings[0..<findings.count].map { finding, evidence in
          var finding = finding
          finding.fingerprint = String(repeating: "0a", count: 32)
          return (finding, evidence)
        })
    }
    #expect(audits.ages == ["u1": .unchanged, "u2": .new])
    #expect(throws: AuditResult.IncomparableBaseline.self) {
      try ComparedAudits(Self.stranger, Self.stranger) { past in
        past.keyMark = "another"
        past.identifiers = .pseudonym
      }
    }
  }

  /// What is told of the baseline names people whom no export knows any longer: reports that are handed on have to know them.
  @Test func whoIsNamedInTheBaselineIsKnown() throws {
    var past = try SmallAudit(ComparedAudits.policy.replacing("GIVEN", with: Self.stranger)).result
    past.people = People(names: ["Anne Berg", "Bo Holm"], functional: ["it@example.org"])
    var after = try SmallAudit(ComparedAudits.policy.replacing("GIVEN", with: Self.known)).result
    after.people = People(names: ["Cy Dahl", "Anne Berg"])
    var context = AuditResult.Context()
    context.baseline = (past, .init(path: "base.json", sha256: ""))
    try after.dispose(context) { SamePerson() }
    #expect(after.people.names == ["Anne Berg", "Bo Holm", "Cy Dahl"] && after.people.functional.isEmpty)
  }

  /// One finding that stands for several: what is new must not hide behind what is known.
  static let grouped = """
    relation src.right(user: src.user, place: src.place)
    policy p.no-right {
      title    en "nobody has a right"
      severity high
      for user in src.right(user)
      fail "{user} has a right in {place}" per user if
        src.right(user, place)
      example "given" { GIVEN }
    }
    """

  @Test func oneMoreBehindAFindingMakesItNew() throws {
    let one = #"src.right(user: "u1", place: "a") "#
    let two = one + #"src.right(user: "u1", place: "b") "#
    #expect(try ComparedAudits(policy: Self.grouped, one, one).ages == ["u1": .unchanged])
    let more = try ComparedAudits(policy: Self.grouped, one, two)
    #expect(more.ages == ["u1": .new] && more.exit() == 1)
    // One less is nothing new, though it rests on other facts.
    let less = try ComparedAudits(policy: Self.grouped, two, #"src.right(user: "u1", place: "b") "#)
    #expect(less.ages == ["u1": .updated] && less.exit() == 0)
  }
}
