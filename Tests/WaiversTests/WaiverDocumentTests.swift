import Audit
import FactStore
import Testing

@testable import Waivers

struct WaiverDocumentTests {
  private static func waiver(_ id: String, reason: String = "it is replaced when the gateway opens") -> Waiver {
    Waiver(
      id: id, policy: "a.b", match: .fingerprint(String(repeating: "0a", count: 32), witnesses: ["abcd"]),
      reason: reason,
      owner: "Anne Berg", approver: "bo@example.org", approvedOn: CalendarDate("2026-11-01")!,
      expires: CalendarDate("2027-03-31")!, path: "w.yaml", line: 0)
  }

  private static func read(_ document: WaiverDocument) throws -> [Waiver] {
    try WaiverReader.read(document.bytes, path: "w.yaml")
  }

  private static func document(_ text: String) throws -> WaiverDocument {
    try WaiverDocument(Array(text.utf8), path: "w.yaml")
  }

  @Test(arguments: [
    "it is replaced when the gateway opens", "two people: Anne and Bo # know the key",
    "\"quoted\" and \\ slashed, all of it",
    "no", "- begins as a list entry would begin", "ends in a colon, as sentences may end:",
    "a line\nbreak in the middle of it",
    "{a map} [a list] that is neither of the two", "ærlig talt en lang begrunnelse på norsk",
    "\u{202E}right to left all the way",
  ]) func whatIsWrittenReadsBack(_ reason: String) throws {
    var document = try Self.document(WaiverDocument.empty)
    try document.add(Self.waiver("W-1", reason: reason.count < 20 ? reason + " is not enough by itself" : reason))
    try document.add(Self.waiver("W-2"))
    var read = try Self.read(document)
    #expect(read.map(\.id) == ["W-1", "W-2"])
    read[0].line = 0
    #expect(read[0] == Self.waiver("W-1", reason: reason.count < 20 ? reason + " is not enough by itself" : reason))
  }

  static let two = """
    # our waivers
    waivers:
    # the first
    - id: W-1
      policy: a.b
      match: { fingerprint: 0a0a0a0a0a0a0a0a }
      reason: >-
        it is replaced when
        the gateway opens
      owner: anne   # of the shop
      approver: bo
      approved_on: 2026-11-01
      expires: 2027-03-31

    # the second
    - id: W-2
      policy: a.b
      match:
        subject: u1
      reason: it is replaced when the gateway opens
      owner: anne
      approver: bo
      approved_on: 2026-11-01
      expires: 2027-03-31
    # the end

    """

  @Test func whatIsRemovedTakesNoOtherLineAlong() throws {
    var document = try Self.document(Self.two)
    try document.remove(["W-1"])
    let text = String(decoding: document.bytes, as: UTF8.self)
    #expect(
      text.hasPrefix("# our waivers\nwaivers:\n# the first\n\n# the second\n- id: W-2\n")
        && text.hasSuffix("# the end\n"))
    #expect(try Self.read(document).map(\.id) == ["W-2"])
    var last = try Self.document(Self.two)
    try last.remove(["W-1", "W-2"])
    #expect(try Self.read(last).isEmpty)
  }

  @Test func aTextOfSeveralLinesIsChangedWhole() throws {
    var document = try Self.document(Self.two)
    try document.change("W-1", [("reason", "another reason that is long enough"), ("expires", "2027-06-30")])
    let read = try Self.read(document)
    #expect(read[0].reason == "another reason that is long enough" && read[0].expires.description == "2027-06-30")
    #expect(read[1].expires.description == "2027-03-31")
    try document.change("W-2", [("approver", "cy")])
  }

  @Test func anEntryOnOneLineIsLeftForAnEditor() throws {
    let text = """
      waivers:
        - { id: W-1, policy: a.b, match: { fingerprint: 0a0a0a0a0a0a0a0a }, reason: it is replaced when it opens, owner: anne, approver: bo, approved_on: 2026-11-01, expires: 2027-03-31 }
      """
    var document = try Self.document(text)
    #expect(throws: WaiverDocument.Unwieldy.self) { try document.change("W-1", [("expires", "2027-06-30")]) }
  }
}
