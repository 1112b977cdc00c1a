import FactStore
import Testing

@testable import ImportCore

/// What several files come to, and that none of them gives an identity number away.
extension ChangeTests {
  // MARK: Several files

  @Test func aLaterRangeTakesBackWhatASnapshotHas() throws {
    let loaded = try load(
      [
        "1": Self.lines(Self.add(Self.position(Self.kari)), Self.add(Self.position(Self.per))),
        "2": Self.lines(Self.delete(Self.position(Self.kari), "2026-05-11T02:10:00Z")),
      ], snapshot: ["1"])
    #expect(loaded.facts("ks.position") == ["1, line 2 | 101-1001"])
    #expect(loaded.facts("ks.removed_position") == ["1, line 1 | 101-1001 | 2026-05-11"])
  }

  @Test func aLostLineOfALaterRangeLeavesASnapshotOpen() throws {
    for line in ["no JSON", Self.delete(Self.position(Self.kari), "soon")] {
      let loaded = try load(
        [
          "1": Self.lines(Self.add(Self.position(Self.kari)), Self.add(Self.position(Self.per, "101-2"))),
          "2": Self.lines(Self.delete(Self.position(Self.per, "101-3"), "2026-05-11T02:10:00Z"), line),
        ], snapshot: ["1"])
      #expect(loaded.facts("ks.position") == (line == "no JSON" ? [] : ["1, line 2 | 101-2"]))
      #expect(loaded.holes("ks.position").contains("1, line 1 | 101-1001 (unusable)"))
    }
  }

  /// The second snapshot lacks somebody. Whether it is said to be one, its time, and what becomes of whom it lacks.
  static let later: [(isSaid: Bool, at: String, facts: [String], removed: [String])] = [
    (true, "2026-06-01T06:00:00Z", [], ["1, line 1 | 101-1001 | 2026-06-01"]),
    (false, "2026-06-01T06:00:00Z", [], []), (true, "2026-05-04T23:00:00Z", [], []),
    (true, "2026-05-03T06:00:00Z", ["1, line 1 | 101-1001"], []),
  ]

  @Test(arguments: later.indices)
  func whoALaterSnapshotLacksWasRemoved(_ index: Int) throws {
    let row = Self.later[index]
    let loaded = try load(
      [
        "1": Self.lines(Self.add(Self.position(Self.kari)), Self.add(Self.position(Self.per))),
        "2": Self.add(Self.position(Self.per), row.at),
      ], snapshot: row.isSaid ? ["1", "2"] : ["1"])
    #expect(loaded.facts("ks.position") == row.facts + ["1, line 2 | 101-1001"])
    #expect(loaded.facts("ks.removed_position") == row.removed)
    let isOpen = row.facts.isEmpty && row.removed.isEmpty
    #expect(loaded.holes("ks.position").contains("1, line 1 | 101-1001 (conflict)") == isOpen)
  }

  @Test func anOlderRangeAddsNoDoubtToALaterSnapshot() throws {
    let loaded = try load(
      [
        "1": Self.delete(Self.position(Self.kari), "2026-05-01T02:10:00Z"),
        "2": Self.lines(Self.add(Self.position(Self.per))),
      ], snapshot: ["2"])
    #expect(loaded.holes("ks.position").isEmpty && loaded.store["ks.position"]!.grade == .closed)
    #expect(loaded.facts("ks.removed_position") == ["1, line 1 | 101-1001 | 2026-05-01"])
  }

  // MARK: Identity numbers

  @Test func joinsWithAltinnAndTheEmployees() throws {
    let number = "21909000777"
    let uuid = "11111111-aaaa-4aaa-8aaa-000000000002"
    let loaded = try load([
      "employees.csv": "id,end,fodselsnummer\n1,,\(number)\n",
      "p": Self.add(Self.person(number)),
      "parties.json":
        #"[{"partyId":5,"partyUuid":"\#(uuid)","partyTypeName":1,"ssn":"\#(number)","orgNumber":"","isDeleted":false}]"#,
    ])
    #expect(loaded.facts("ks.party") == ["p, line 1 | \(uuid)"])
    #expect(loaded.facts("employees.party") == ["1 | \(uuid)"])
    AltinnDocumentTests.expectNoCanary(in: loaded)
  }

  /// Documents with the canary of ``AltinnDocumentTests`` in every field, as a text and as a number, sound and broken.
  static let canaries: [String] = [person("C"), position("C"), unit("C")].flatMap { record -> [String] in
    let everywhere = record.replacing("101-1001", with: "C").replacing("Testesen", with: "C").replacing(
      "k@k.example", with: "C"
    )
    .replacing("Konsulent", with: "C").replacing("\"N\"", with: "\"C\"").replacing("true", with: "\"C\"")
    return [record, everywhere, #"{"C":1,"C":2}"#, everywhere.replacing("\"C\"", with: "C")].flatMap { record in
      [
        add(record), delete(record), event("C", "C", old: record, new: record), event("modify", old: "{}", new: record),
        String(add(record).dropLast(9)), #"{"C":1,"C":2,"newRecord":\#(record),"changeType":"add","oldRecord":7}"#,
      ]
    }
  }

  @Test(arguments: ["ks.organisation", "ks.person", "ks.employee-position"])
  func noIdentityNumberIsKept(_ kind: String) throws {
    for line in Self.canaries {
      let text = Self.lines(line, Self.add(Self.person("C")), line).replacing("C", with: "21909000777")
      let loaded = try LoadingFolder(["p": text]).load(as: ["p=\(kind)"])
      AltinnDocumentTests.expectNoCanary(in: loaded)
      #expect(!"\(loaded.incompleteReasons)".contains("00777"))
    }
  }
}
