import Foundation
import Testing

/// What a stranger sees who gives a list of users and nothing else: what was judged, what was not, what to get next.
struct FirstScreenTests {
  private static let configuration = """
    sources:
      - path: users.json
        organisation: 55555555-0000-4000-8000-000000000001

    """

  private func folder(users count: Int, _ more: String = "") throws -> Scratch {
    let scratch = try Scratch()
    let users = (1...count).map { number in
      """
      {"uuid": "11111111-0000-4000-8000-\(String(format: "%012d", number))", "name": "Bruger \(number)", \
      "firstName": "Bruger", "lastName": "\(number)", "email": "u\(number)@eksempelby.example", "phoneNumber": null, \
      "apiAccess": \(number % 5 == 1), "roles": ["User"\(number == 2 ? ", \"LocalAdmin\"" : "")]}
      """
    }
    try scratch.write("[\n" + users.joined(separator: ",\n") + "\n]\n", to: "exports/users.json")
    try scratch.write(Self.configuration + more, to: "exports/tilsyn.yaml")
    return scratch
  }

  private func audit(_ scratch: Scratch, _ arguments: [String] = [], columns: Int = 100) throws -> CommandRun {
    try CommandRun.tilsyn(
      ["audit", "exports", "--as-of", "2026-11-20"] + arguments,
      environment: [
        "COLUMNS": "\(columns)", "TILSYN_POLICIES": CommandRun.repository.appending(path: "policies").path,
      ], in: scratch.folder)
  }

  @Test(arguments: [2, 240], [80, 100])
  func aUserListAloneIsAnsweredOnOneScreen(_ users: Int, _ columns: Int) throws {
    let run = try audit(try folder(users: users), columns: columns)
    #expect(run.exitCode == 1, "\(run.errors)")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    // One of them says what the folder's configuration did.
    #expect(lines.count <= 27 && lines.last == "", "\(lines.count) lines:\n\(run.output)")
    #expect(lines.dropFirst().dropLast(2).allSatisfy { $0.count <= columns })
    #expect(lines[0].hasPrefix("FAILED: ") && lines[0].contains(" could not be judged; no export of "))
    #expect(
      lines[1].hasPrefix("judged: ") && lines[2].hasPrefix("by exports/tilsyn.yaml, of the judged folder (sha256 "))
    for words in [
      "why the gate failed (fails on high and above):", "could not be verified, no",
      "exports missing; get first:",
      "  1. ", "exchange.mailboxes", "sources: ", "next: tilsyn sources exports",
    ] {
      #expect(run.output.contains(words), "\(words)\n\(run.output)")
    }
    #expect(!run.output.contains("PASSED"))
  }

  /// A full page of users of an organisation that nobody names: both are said, and what to do about it.
  @Test(arguments: [80, 100]) func aPageOfAnUnknownOrganisationIsAnsweredOnOneScreen(_ columns: Int) throws {
    let scratch = try folder(users: 250)
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "exports/tilsyn.yaml"))
    let run = try audit(scratch, columns: columns)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(run.exitCode == 1 && lines.count <= 26 && lines.last == "", "\(lines.count) lines:\n\(run.output)")
    for words in [
      "FAILED: ", "exports missing; get first:", "note: the document does not name its organisation",
      "note: the file holds exactly 250 users", "next: tilsyn sources exports",
    ] {
      #expect(run.output.contains(words), "\(words)\n\(run.output)")
    }
    #expect(!run.output.contains("another organisation") && !run.output.contains("top findings"))
  }

  @Test func whatIsAllowedIsSaid() throws {
    let scratch = try folder(users: 2)
    let allowed = try audit(scratch, ["--unverified", "allow"])
    #expect(allowed.exitCode == 0 && allowed.output.hasPrefix("PASSED (unverified allowed): "))
    let never = try audit(scratch, ["--fail-on", "never"])
    #expect(never.exitCode == 0 && never.output.hasPrefix("REPORTED: "))
  }

  private static let without = """
    without:
      - kind: organisation.approvals
        reason: approvals are given by word of mouth
        owner: head of IT
        day: 2026-11-01

    """

  @Test func whatIsDeclaredIsSaidEverywhere() throws {
    let scratch = try folder(users: 2, Self.without)
    let run = try audit(scratch, ["-f", "text", "-f", "json=r.json"])
    #expect(run.output.prefix { $0 != "\n" }.contains("judged without organisation.approvals"))
    #expect(run.output.contains("approvals are given by word of mouth (head of IT, 2026-11-01;"))
    #expect(run.output.contains("kitos.api-access-approved (1 member), without register.approval"))
    let json = try #require(JSONSerialization.jsonObject(with: Data(scratch.read("r.json").utf8)) as? [String: Any])
    let said = try #require((json["without"] as? [[String: Any]])?.first)
    #expect(said["kind"] as? String == "organisation.approvals" && said["owner"] as? String == "head of IT")
    let policies = try #require(json["policies"] as? [[String: Any]])
    let approved = policies.first { $0["id"] as? String == "kitos.api-access-approved" }
    #expect(approved?["status"] as? String == "out-of-scope")
    // And a register that turns up is an error that says where.
    try scratch.write(
      "system,subject,what,requested_by,copied_to,approved_by,date,reference\n"
        + "kitos,u1@eksempelby.example,api-access,a@eksempelby.example,,b@eksempelby.example,2026-01-01,1\n",
      to: "exports/godkendt.csv")
    let turnedUp = try audit(scratch, ["--allow-incomplete"])
    #expect(turnedUp.exitCode == 2)
    #expect(turnedUp.errors.contains("godkendt.csv") && turnedUp.errors.contains("exports/tilsyn.yaml:5"))
  }

  @Test func anOldExportIsNamedInTheHeadline() throws {
    let scratch = try folder(users: 2)
    try scratch.write(
      Self.configuration.replacing("organisation:", with: "extracted_at: 2026-01-01\n    organisation:"),
      to: "exports/tilsyn.yaml")
    let run = try audit(scratch)
    #expect(run.exitCode == 1)
    #expect(run.output.prefix { $0 != "\n" }.contains("too old to rely on: users.json (323 days)"), "\(run.output)")
  }
}
