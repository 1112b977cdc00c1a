import FactStore
import Testing

@testable import Audit

@Suite struct JudgeWaiversTests {
  private static let given = #"src.right(user: "u1", level: "write") src.right(user: "u2", level: "write") "#
  private static let policy = ComparedAudits.policy.replacing("GIVEN", with: given)

  private static func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

  private static func waiver(
    _ match: Waiver.Match, owner: String = "anne@example.org", approver: String = "bo@example.org",
    from: String = "2026-11-01", to: String = "2027-03-31", policy: String = "p.known"
  ) -> Waiver {
    Waiver(
      id: "W-1", policy: policy, match: match, reason: "it is replaced when the gateway opens", owner: owner,
      approver: approver, approvedOn: day(from), expires: day(to), path: "w.yaml", line: 2)
  }

  private static func judged(
    _ waivers: [Waiver], ignoring: Bool = false, _ text: String = policy
  ) throws -> AuditResult {
    var result = try SmallAudit(text).result
    var context = AuditResult.Context()
    context.waivers = WaiverFile(file: .init(path: "w.yaml", sha256: ""), waivers: waivers)
    context.ignoresWaivers = ignoring
    try result.dispose(context) { SamePerson() }
    return result
  }

  private static let one = Waiver.Match.keys(subject: ["u1"], object: [], verdict: .fail, witnesses: [])

  @Test func aWaiverIsForOneFindingAndChangesNoVerdict() throws {
    let result = try Self.judged([Self.waiver(Self.one)])
    #expect(result.waivers?.outcomes.map(\.state) == [.accepted])
    #expect([0, 1].map { result.dispositions[$0].isWaived } == [true, false])
    #expect(result.findings.count == 2 && result.policies[0].failed == 2)
    #expect(GateDecision(result, options: GateOptions()).exitCode == 1)
    let fingerprint = result.findings.keyed(0).fingerprint
    let same = try Self.judged([
      Self.waiver(.fingerprint(String(fingerprint.prefix(16)), witnesses: []))
    ])
    #expect(same.dispositions[0].isWaived)
  }

  @Test func whatIsWhollyWaivedPassesTheGateAndIgnoredItDoesNot() throws {
    var other = Self.waiver(.keys(subject: ["u2"], object: [], verdict: .fail, witnesses: []))
    other.id = "W-2"
    let waivers = [Self.waiver(Self.one), other]
    #expect(GateDecision(try Self.judged(waivers), options: GateOptions()).exitCode == 0)
    let ignored = try Self.judged(waivers, ignoring: true)
    #expect(GateDecision(ignored, options: GateOptions()).exitCode == 1)
    #expect(ignored.waivers?.outcomes.map(\.state) == [.accepted, .accepted])
  }

  /// Judged on 2026-11-20.
  static let states: [(waiver: Waiver, state: WaiverOutcome.State)] = [
    (waiver(one, to: "2026-11-20"), .accepted),
    (waiver(one, to: "2026-11-19"), .expired),
    (waiver(one, from: "2026-11-20"), .accepted),
    (waiver(one, from: "2026-11-21"), .future),
    (waiver(one, to: "2027-11-01"), .accepted),
    (waiver(one, to: "2027-11-02"), .tooLong),
    (waiver(one, policy: "p.unheard"), .unknownPolicy),
    (waiver(one, approver: "ANNE@example.org "), .selfApproved),
    (waiver(one, approver: "anne+waivers@example.org"), .selfApproved),
    (waiver(one, approver: "Anne <anne@example.org>"), .selfApproved),
    (waiver(one, owner: "anne.berg@example.org", approver: "Berg, Anne"), .selfApproved),
    (waiver(one, owner: "Anne Berg", approver: "anne.berg@elsewhere.example"), .selfApproved),
    (waiver(one, owner: "Anne Berg", approver: "Anne Holm"), .accepted),
    (waiver(.keys(subject: ["u9"], object: [], verdict: .fail, witnesses: [])), .stale),
    (waiver(.keys(subject: ["u1"], object: [], verdict: .unverified, witnesses: [])), .stale),
    (waiver(.fingerprint("0123456789abcdef", witnesses: [])), .stale),
  ]

  @Test(arguments: states) func eachStateIsToldAndOnlyOneCounts(
    entry: (waiver: Waiver, state: WaiverOutcome.State)
  ) throws {
    let result = try Self.judged([entry.waiver])
    #expect(result.waivers?.outcomes.map(\.state) == [entry.state])
    #expect(result.dispositions[0].isWaived == (entry.state == .accepted))
    // Who had accepted what is open again is said.
    #expect((result.dispositions[0].waiver != nil) == (entry.state == .accepted || entry.state == .expired))
  }

  @Test func criticalOnesHoldForNinetyDays() throws {
    let critical = Self.policy.replacing("severity high", with: "severity critical")
    let states = try ["2027-01-30", "2027-01-31"].map {
      try Self.judged([Self.waiver(Self.one, to: $0)], critical).waivers?.outcomes.first?.state
    }
    #expect(states == [.accepted, .tooLong])
  }

  @Test func aFindingThatStandsForSeveralIsWaivedWithAllOfThem() throws {
    let text = CompareResultsTests.grouped.replacing(
      "GIVEN", with: #"src.right(user: "u1", place: "a") src.right(user: "u1", place: "b")"#)
    let witnesses = try SmallAudit(text).findings[0].witnesses
    #expect(witnesses.count == 2)
    func state(_ named: [String]) throws -> WaiverOutcome.State? {
      let match = Waiver.Match.keys(subject: ["u1"], object: [], verdict: .fail, witnesses: named)
      return try Self.judged([Self.waiver(match, policy: "p.no-right")], text).waivers?.outcomes.first?.state
    }
    #expect(try state([]) == .overBroad && state([witnesses[0]]) == .overBroad && state(witnesses) == .accepted)
  }

  @Test func whatWasWaivedAndIsNotAnyLongerIsOpenAgain() throws {
    let fact = #"src.right(user: "u1", level: "write") "#
    let audits = try ComparedAudits(fact, fact) { past in
      var waived = Disposition.open
      waived.isWaived = true
      past.dispositions = Dispositions([waived], of: past.findings)
    }
    #expect(audits.after.dispositions[0].isReopened && audits.exit() == 1)
    let again = try ComparedAudits(fact, fact, waivers: [Self.waiver(Self.one)]) { past in
      past.dispositions = Dispositions([Disposition(isWaived: true)], of: past.findings)
    }
    #expect(!again.after.dispositions[0].isReopened && again.exit() == 0)
  }
}
