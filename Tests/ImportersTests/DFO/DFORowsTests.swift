import FactStore
import Importers
import Testing

@testable import ImportCore

/// The files of rows that DFØ sends by night.
struct DFORowsTests {
  private static let unit = "10000048;IT-avdelingen;1;2;0032;IT;10000001\n"
  private static let committee = "05001234;10000048;FOK;Utvalget;20200101;99991231;Leder\n"

  @Test func eachFileIsToldByItsShape() throws {
    let loaded = try LoadingFolder([
      "a": DFOSamples.post(), "b": DFOSamples.person(), "c": Self.unit, "d": Self.committee,
    ]).load()
    #expect(
      loaded.files.map(\.kind) == [
        "dfo.feide-persti", "dfo.feide-persondata", "dfo.feide-orgenh", "dfo.feide-perutvalg",
      ])
    #expect(loaded.files[3].outOfScope == 1 && loaded.files.allSatisfy { $0.rejected == 0 })
    let name = "dfo/5001234, row of unit 10000048, position 30000468, from 2019-08-01"
    #expect(loaded.facts("dfo.post") == ["\(name) | dfo/5001234 | true"])
    #expect(loaded.facts("dfo.unit?parent") == ["10000048 | 10000001"])
    #expect(loaded.facts("dfo.employee_name") == ["dfo/5001234 | Kari Testesen"])
    #expect(loaded.facts("dfo.party").count == 1 && loaded.facts("dfo.termination") == ["dfo/5001234"])
    for relation in ["dfo.post", "dfo.post?end", "dfo.unit", "dfo.termination", "dfo.party"] {
      #expect(loaded.holes(relation).isEmpty, "\(relation)")
    }
  }

  /// Texts that are no such file, or not for certain.
  @Test(arguments: [
    "a;b;c;d;e;f;g;h;i\n1;2;3;4;5;20200101;20200102;H;1\n", "1;2;3;4;5;20201301;20200102;H;1\n",
    "1;2;3;4;5;20200101;20200102;X;1\n", "1;2;3;4;5;2020-01-01;2020-01-02;H;1\n", "1;A;2;3;0032;IT;2\n",
    "1;2;3;4;5;6;7\n", "05001234;10000048;30000468;20001364;0032;20190801;20260430;H\n",
  ]) func otherTextsAreNone(_ text: String) throws {
    let loaded = try LoadingFolder(["feide_persti.csv": text]).load()
    #expect(loaded.files[0].kind?.hasPrefix("dfo.") != true && !loaded.isComplete)
  }

  @Test(arguments: [37, 77]) func otherListsOfPeopleAreRefusedByName(_ count: Int) throws {
    var fields = DFOSamples.person().dropLast().split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    fields = Array((fields + Array(repeating: "", count: 77)).prefix(count))
    let loaded = try LoadingFolder(["a.txt": fields.joined(separator: ";") + "\n"]).load()
    #expect(loaded.files[0].problems.contains { $0.message.contains("another number of fields") })
    #expect(!loaded.isComplete)
  }

  /// A last day in the list of people, the end of a row, and what the row ends by: a day, `none` or `?`.
  @Test(
    arguments: [
      ("20260331", "99991231", "2026-03-31"), ("20260331", "20270101", "2026-03-31"),
      ("20260331", "20250101", "2025-01-01"), ("00000000", "99991231", "none"), ("", "99991231", "none"),
      ("99991231", "99991231", "none"), ("20180101", "99991231", "?"), (nil, "99991231", "?"), (nil, "20250101", "?"),
    ] as [(String?, String, String)]) func theLastDayEndsWhatIsOpen(
      _ days: (last: String?, end: String, says: String)
    ) throws
  {
    var files = ["a": DFOSamples.post(to: days.end)]
    if let last = days.last { files["b"] = DFOSamples.person(end: last) }
    let loaded = try LoadingFolder(files).load()
    let ends = loaded.facts("dfo.post?end").map { String($0.suffix(10)) }
    #expect(ends == (days.says.count == 10 ? [days.says] : []))
    #expect(loaded.holes("dfo.post?end").isEmpty == (days.says != "?"))
  }

  @Test func twoLastDaysAreNone() throws {
    let people = DFOSamples.person(end: "20260331") + DFOSamples.person(end: "20260430")
    let loaded = try LoadingFolder(["a": DFOSamples.post(), "b": people]).load()
    #expect(loaded.facts("dfo.post?end").isEmpty && !loaded.holes("dfo.post?end").isEmpty)
    #expect(!loaded.holes("dfo.termination?end").isEmpty)
  }

  @Test func codesMeanWhatTheFormatSays() throws {
    let rows =
      DFOSamples.post(position: "99999999", from: "20260501") + DFOSamples.post("2", code: "20009999", type: "B")
      + DFOSamples.post("3", area: "9999")
    let loaded = try LoadingFolder(["a": rows]).load()
    #expect(loaded.facts("dfo.post").map { $0.suffix(9) } == ["2 | false", "34 | true"])
    #expect(loaded.facts("dfo.post?position").count == 1 && loaded.holes("dfo.post?position").isEmpty)
    #expect(loaded.facts("dfo.post?affiliated").map { $0.hasSuffix("true") } == [true, false])
    #expect(loaded.files[0].notes.contains { $0.contains("business area 9999") })
  }

  @Test(arguments: [
    "05001234;10000048;30000468;20001364;0032;20190801;20260430;H\n",
    "05001234;10000048;30000468;20001364;0032;20190801;20260430;H;1;2\n", "05001234;\\\n", "a\u{0}b\n",
    "05001234;1", "05001234;10000048;30000468;20001364;0032;20190801;20260430;H;100.00",
  ]) func aRowOfAnotherFormIsLostAndNotShifted(_ row: String) throws {
    let loaded = try LoadingFolder(["a": DFOSamples.post("1") + DFOSamples.post("2") + DFOSamples.post("3") + row])
      .load()
    #expect(loaded.facts("dfo.post").count == 3)
    #expect(loaded.holes("dfo.post").contains { $0.hasPrefix("*") })
  }

  @Test(arguments: [
    ("start", DFOSamples.post("4", from: "20190231")), ("end", DFOSamples.post("4", to: "x")),
    ("end", DFOSamples.post("4", from: "20200101", to: "20190101")), ("unit", DFOSamples.post("4", unit: "x")),
    ("position", DFOSamples.post("4", position: "")),
  ]) func anOddFieldIsOpen(_ odd: (column: String, row: String)) throws {
    let rows = DFOSamples.post("1") + DFOSamples.post("2") + odd.row
    let loaded = try LoadingFolder(["a": rows, "b": DFOSamples.person("4")]).load()
    #expect(loaded.holes("dfo.post?\(odd.column)").contains { $0.hasPrefix("dfo/4, ") })
  }

  @Test func signsAreEscapedAndInWindows1252() throws {
    let folder = try LoadingFolder()
    let row = DFOSamples.person(last: "Testesen\\; B\\\\C")
    let bytes = Array(row.utf8) + Array(DFOSamples.person("6", last: "Lie").replacing("Lie", with: "L").utf8)
    var latin = bytes
    latin.insert(0xF8, at: latin.lastIndex(of: UInt8(ascii: "L"))! + 1)
    try folder.write("a.txt", latin)
    let loaded = try folder.load()
    #expect(loaded.facts("dfo.employee_name") == ["dfo/5001234 | Kari Testesen; B\\C", "dfo/6 | Kari Lø"])
  }

  @Test func unitsOfTwoAreasAreTwo() throws {
    let two = Self.unit.replacing("0032", with: "0033").replacing("IT-avdelingen", with: "Drift")
    let loaded = try LoadingFolder(["a": Self.unit + two]).load()
    #expect(loaded.facts("dfo.unit") == ["10000048 (area 0032)", "10000048 (area 0033)"])
    #expect(loaded.facts("dfo.unit?parent").count == 2 && loaded.holes("dfo.unit?name").isEmpty)
  }

  @Test(arguments: ["dfo.feide-persti", "dfo.feide-persondata", "dfo.feide-orgenh"])
  func aNamedFileOfAnotherFormIsAllHoles(_ kind: String) throws {
    let loaded = try LoadingFolder(["a.csv": "a;b;c\n1;2;3\n"]).load(as: ["a.csv=\(kind)"])
    #expect(loaded.files[0].rejected == 2)
    for relation in loaded.store.relations(of: kind) where !relation.hasPrefix("person.") {
      #expect(!loaded.holes(relation).isEmpty, "\(relation)")
    }
  }
}

extension FactStore {
  fileprivate func relations(of kind: String) -> [String] { Registry.all.relations(ofKind: kind) }
}
