import Audit
import FactStore
import ImportCore
import Testing

@testable import Waivers

struct WaiverReaderTests {
  static let whole = """
    waivers:
      - id: W-1
        policy: shop.no-personal-key
        match:
          fingerprint: 3f2a9c81d0e4b7a6
        reason: The key is replaced when the new gateway opens in March.
        owner: anne@example.org
        approver: bo@example.org
        approved_on: 2026-11-01
        expires: 2027-03-31
    """

  @Test func aWholeWaiverIsRead() throws {
    let waivers = try WaiverReader.read(Array(Self.whole.utf8), path: "waivers.yaml")
    let waiver = try #require(waivers.first)
    #expect(waivers.count == 1 && waiver.id == "W-1" && waiver.policy == "shop.no-personal-key" && waiver.line == 2)
    #expect(waiver.match == .fingerprint("3f2a9c81d0e4b7a6", witnesses: []))
    #expect(waiver.approvedOn.description == "2026-11-01" && waiver.expires.description == "2027-03-31")
  }

  /// A change of the whole waiver: the lines that are replaced, and what is said.
  static let faults: [(replaced: String, by: String, line: Int, message: String)] = [
    ("id: W-1", "policy_: W-1", 2, "unknown key `policy_` in a waiver"),
    ("  - id: W-1\n", "  - \n", 3, "`id` of a waiver is missing"),
    ("    policy: shop.no-personal-key\n", "", 2, "`policy` of a waiver is missing"),
    ("    match:\n      fingerprint: 3f2a9c81d0e4b7a6\n", "", 2, "`match` of a waiver is missing"),
    ("3f2a9c81d0e4b7a6", "3f2a9c81", 5, "`fingerprint` of a waiver is no fingerprint of 16 to 64 hexadecimal digits"),
    (
      "      fingerprint: 3f2a9c81d0e4b7a6\n", "      object: all\n", 5,
      "`match` of a waiver names either a `fingerprint` or a `subject`"
    ),
    ("3f2a9c81d0e4b7a6", "3f2a9c81d0e4b7a6\n      subject: anne", 5, "names either a `fingerprint` or a `subject`"),
    ("The key is replaced when the new gateway opens in March.", "later", 6, "`reason` of a waiver has fewer than 20"),
    ("The key is replaced when the new gateway opens in March.", "................ok.......", 6, "fewer than 20"),
    ("    owner: anne@example.org\n", "", 2, "`owner` of a waiver is missing"),
    ("    approver: bo@example.org\n", "", 2, "`approver` of a waiver is missing"),
    ("bo@example.org", "'--'", 8, "`approver` of a waiver says nothing"),
    ("approved_on: 2026-11-01", "approved_on: 01.11.2026", 9, "`approved_on` of a waiver is no date"),
    ("    expires: 2027-03-31", "", 2, "`expires` of a waiver is missing"),
    ("2027-03-31", "2027-02-30", 10, "`expires` of a waiver is no date"),
    ("2027-03-31", "2026-10-31", 10, "a waiver expires on 2026-10-31, before it was approved on 2026-11-01"),
    ("    owner: anne@example.org\n", "    owner: anne@example.org\n    owner: bo\n", 7, "a key occurs twice"),
    ("anne@example.org", "01818012345", 7, "`owner` of a waiver may hold an identity number"),
  ]

  @Test(arguments: faults) func oneFieldThatIsWrongIsNamed(
    fault: (replaced: String, by: String, line: Int, message: String)
  ) throws {
    #expect(Self.whole.contains(fault.replaced))
    let text = Self.whole.replacing(fault.replaced, with: fault.by, maxReplacements: 1)
    let error = #expect(throws: ConfigurationError.self) {
      try WaiverReader.read(Array(text.utf8), path: "waivers.yaml")
    }
    let problems = try #require(error?.problems)
    let told = problems.first { $0.message.contains(fault.message) }
    #expect(told != nil, "\(problems)")
    #expect(told?.line == fault.line, "\(problems)")
  }

  @Test func twoOfOneNameAreRefused() {
    let second = Self.whole.split(separator: "\n").dropFirst().joined(separator: "\n")
    let error = #expect(throws: ConfigurationError.self) {
      try WaiverReader.read(Array((Self.whole + "\n" + second).utf8), path: "waivers.yaml")
    }
    #expect(error?.problems.map(\.line) == [11])
    #expect(error?.problems.first?.message == "the waiver `W-1` stands twice (line 2)")
  }

  @Test func keysAreTextsOrListsOfThem() throws {
    let text = Self.whole.replacing(
      "fingerprint: 3f2a9c81d0e4b7a6", with: "subject: [anne, no]\n      object: r1\n      verdict: unverified")
    let waivers = try WaiverReader.read(Array(text.utf8), path: "waivers.yaml")
    #expect(
      waivers.first?.match == .keys(subject: ["anne", "no"], object: ["r1"], verdict: .unverified, witnesses: []))
  }

  @Test(arguments: ["", "waiver:\n", "- id: W-1\n"]) func aFileOfSomethingElseIsNone(_ text: String) {
    #expect(throws: ConfigurationError.self) { try WaiverReader.read(Array(text.utf8), path: "w.yaml") }
  }

  @Test func aFileWithoutWaiversHasNone() throws {
    #expect(try WaiverReader.read(Array("waivers: []\n".utf8), path: "w.yaml").isEmpty)
  }
}
