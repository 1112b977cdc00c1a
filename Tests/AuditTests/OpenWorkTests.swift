import Audit
import PolicyEngine
import Testing

/// What records that could not be read cost, in rows looked at: some for each hole, not each hole times everything.
@Suite struct OpenWorkTests {
  /// Rights that conflict, as `Benchmarks/rights` asks of them.
  private static func rights(_ holes: String) throws -> Auditor {
    let subjects = (0..<400).map { "src.subject(subject: \"s\($0)\", status: \"active\")" }
    let grants = (0..<2_000).map { "src.grant(id: \"g\($0)\", subject: \"s\($0 % 400)\", right: \"r\($0 * 7 % 60)\")" }
    let conflicts = (0..<20).map { "src.conflict(a: \"r\($0)\", b: \"r\($0 + 21)\")" }
    return try SmallAudit(
      """
      relation src.subject(subject: subject, status: text)
      relation src.grant(id: grant, subject: subject, right: right)
      relation src.conflict(a: right, b: right)
      policy src.conflicting {
        title "t" severity low
        for subject in src.subject(subject)
        fail "f" per a, b if src.conflict(a, b), src.grant(subject, right: a), src.grant(subject, right: b)
        example "given" { \((subjects + grants + conflicts).joined(separator: " ")) \(holes) expect pass subject: "s1" }
      }
      """
    ).auditor
  }

  @Test func holesOfEveryShapeCostAFewTimesTheCleanRun() throws {
    let clean = try Self.rights("").work
    let open = try Self.rights(
      """
      src.subject(subject: _, status: "left") src.subject(subject: "s7", status: _)
      src.grant(id: _, subject: "s1", right: "r1") src.grant(id: "h9001", subject: _, right: "r2")
      src.grant(id: "h9002", subject: "s3", right: _) src.grant(id: "h9003", subject: _, right: "r5")
      """
    ).work
    #expect(clean > 1_000)
    #expect(open < 5 * clean, "\(open) rows looked at, \(clean) of them without holes")
  }

  /// A page of users that was not loaded: each of them may have any role on any object, and the policy asks of ten others.
  private static func page(objects: Int, strangers: Int) throws -> Auditor {
    let members = (0..<10).map {
      "src.api(user: \"m\($0)\") src.role(user: \"m\($0)\", object: \"o\($0)\", by: \"m1\")"
    }
    let things = (0..<objects).map { "src.object(object: \"o\($0)\", organisation: \"k\")" }
    let open = (0..<strangers).map {
      "src.role(user: \"x\($0)\", object: _, by: _) src.admin(user: \"x\($0)\", organisation: _)"
    }
    return try SmallAudit(
      """
      relation src.api(user: user)
      relation src.role(user: user, object: object, by: user)
      relation src.object(object: object, organisation: organisation)
      relation src.admin(user: user, organisation: organisation)
      relation my.holds(user: user, object: object, by: user)
      my.holds(user, object, by: by) if src.object(object), src.role(user, object, by: by)
      policy src.given-by-admin {
        title "t" severity low
        for user in src.api(user)
        fail "f" per object if
          my.holds(user, object, by: by), src.object(object, organisation), not src.admin(user: by, organisation)
        example "given" { \((members + things + open).joined(separator: " ")) expect pass user: "m1" }
      }
      """
    ).auditor
  }

  @Test func whatNobodyAsksOfIsNotDerived() throws {
    let small = try Self.page(objects: 100, strangers: 100).work
    let large = try Self.page(objects: 400, strangers: 400).work
    #expect(small >= 200, "\(small) rows looked at")
    #expect(large < 6 * small, "\(large) rows looked at for four times as much, \(small) before")
  }

  /// People whose names alone are known, or not even those, compared with users by an equation.
  private static func named(_ count: Int) throws -> Auditor {
    let users = (0..<count).map { "src.user(user: \"u\($0)\", name: \"Name\($0)\")" }
    let open = (0..<count).map { "src.left(person: _, name: \"name\($0 + 2 * count)\")" }
    return try SmallAudit(
      """
      relation src.user(user: user, name: text)
      relation src.left(person: person, name: text)
      policy src.left-by-name {
        title "t" severity low
        for user in src.user(user)
        fail "f" per person if src.user(user, name: shown), src.left(person, name: lower(shown))
        example "given" { \((users + open).joined(separator: " ")) src.left(person: _, name: "name1") expect pass user: "u2" }
      }
      """
    ).auditor
  }

  @Test func anEquationLeadsToTheRowsThatFitIt() throws {
    let small = try Self.named(100).work
    let large = try Self.named(400).work
    #expect(small >= 100, "\(small) rows looked at")
    #expect(large < 6 * small, "\(large) rows looked at for four times as much, \(small) before")
  }

  /// A mailbox whose addresses could not be read may be that of every user, and hold the address of everybody who left.
  private static func mailbox(_ count: Int) throws -> Auditor {
    let users = (0..<count).map {
      "src.user(user: \"u\($0)\", email: \"u\($0)@x.example\") src.entry(mailbox: \"m\($0)\", email: \"u\($0)@x.example\")"
    }
    let left = (0..<count / 2).map { "src.left(person: \"p\($0)\", email: \"p\($0)@x.example\")" }
    return try SmallAudit(
      """
      relation src.user(user: user, email: email)
      relation src.entry(mailbox: mailbox, email: email)
      relation src.left(person: person, email: email)
      relation src.known(user: user)
      policy src.mailbox-of-a-leaver {
        title "t" severity low
        for user in src.user(user, email)
        fail "f" per person if
          src.entry(mailbox, email), src.entry(mailbox, email: other), other != email, src.left(person, email: other),
          not src.known(user)
        example "given" {
          \((users + left).joined(separator: " ")) src.known(user: "u1") src.entry(mailbox: _, email: _)
          expect pass user: "u1"
        }
      }
      """
    ).auditor
  }

  @Test func aMemberIsLookedAtUntilSomethingIsFoundAndNoLonger() throws {
    let small = try Self.mailbox(100).work
    let large = try Self.mailbox(400).work
    #expect(small >= 200, "\(small) rows looked at")
    #expect(large < 6 * small, "\(large) rows looked at for four times as much, \(small) before")
  }
}
