import Formats
import Importers
import Localization
import TestSupport
import Testing

@testable import ImportCore

/// The workbook that this program writes is passed over, and nothing else is: neither an export on one of its sheets, nor one
/// beside them.
@Suite struct OwnWorkbookTests {
  private static let digest = String(repeating: "0a", count: 32)
  private static let summary = [
    ["Verdict", "FAILED: 17 checked, 1 failed, 0 unverified, 16 passed; 3 policies; as of 2026-11-20"],
    ["Gate", "failed"], ["Exit code", "1"],
    ["Severity", "Findings: fail", "Findings: unverified", "Findings"], ["high", "1", "0", "1"],
  ]
  private static let rows: [[[String]]] = [
    summary,
    [["high", "fail", "a.b", "t", "u", "1", "", "", "m", "a.json:1", "", digest]],
    [["high", "a.b", "t", "1", "0", "0", "1", "do it", "", "Lone", "", "begun"]],
    [
      [
        "a.json", "k.l", "4", "4", "0", "0", "complete", "closed", "2026-11-01", "19", "", "0", "", "", "", digest,
      ],
      ["x", "", "0", "0", "0", "0", "absent", "", "", "", "", "1", "1: not recognised"],
    ],
    [["a.b", "t", "high", "evaluated", "17", "16", "1", "0", "0", "0", "0"]],
    [["kitos", "u1", "a@b.example", "LocalAdmin", "o1", "One", "yes", "a.json:1"]],
  ]

  /// The sheets with their titles, each as rows of cells.
  private static func sheets() -> [(name: String, rows: [[String]])] {
    zip(OwnWorkbook.sheets, rows).map { ($0.name, ($0.titles.isEmpty ? [] : [$0.titles]) + $1) }
  }

  private func load(_ sheets: [(name: String, rows: [[String]])]) throws -> LoadedSources {
    let folder = try LoadingFolder(["hr.csv": "id,email\n1,a@b.dk\n"])
    try folder.write("report.xlsx", WorkbookMaker(sheets.map { ($0.name, WorkbookMaker.rows($0.rows)) }).bytes)
    return try folder.load()
  }

  @Test func isListedAndNotUsed() throws {
    let loaded = try load(Self.sheets())
    #expect(loaded.file("report.xlsx").kind == SourceReport.ignoredKind, "\(loaded.incompleteReasons)")
    #expect(loaded.isComplete)
  }

  /// In whatever language it was written, but all of it in one.
  @Test(arguments: Language.allCases) func inEachLanguage(_ language: Language) throws {
    let say = Wording(language)
    func said(_ text: String) -> String { say(Phrase(stringLiteral: text)) }
    var sheets = Self.sheets().map { sheet in
      (name: said(sheet.name), rows: sheet.rows.map { $0.map(said) })
    }
    let headline = say("\(17) checked, \(1) failed, \(0) unverified, \(16) passed")
    sheets[0].rows[0][1] = "\(say("FAILED")): \(headline); \(say("as of \("2026-11-20")"))"
    #expect(try load(sheets).file("report.xlsx").kind == SourceReport.ignoredKind)
    guard language != .en else { return }
    sheets[1].rows[1][0] = "high"
    #expect(try load(sheets).file("report.xlsx").kind != SourceReport.ignoredKind)
  }

  /// The list of findings may have been cut.
  @Test func aLastRowSaysWhatIsLeftOut() throws {
    var sheets = Self.sheets()
    sheets[1].rows.append(["… and 5 more rows; json has all of them"])
    #expect(try load(sheets).file("report.xlsx").kind == SourceReport.ignoredKind)
    sheets[1].rows.swapAt(1, 2)
    #expect(try load(sheets).file("report.xlsx").kind != SourceReport.ignoredKind)
  }

  private static let people = [["PrimarySmtpAddress", "RecipientTypeDetails"], ["a@b.dk", "UserMailbox"]]

  private typealias Change = @Sendable (inout [(name: String, rows: [[String]])]) -> Void
  private static let changes: [Change] = [
    { $0.append(("People", people)) }, { $0[0].rows += people }, { $0[1].rows += people }, { $0[2].rows += people },
    { $0[3].rows += people }, { $0[4].rows += people }, { $0[1].rows = people }, { $0[0].rows = people },
    { $0[0].rows[0][1] = "all is well" }, { $0[0].name = "Summery" }, { $0.swapAt(1, 2) }, { $0.removeLast() },
    { $0[1].rows[0][0] = "email" }, { $0[1].rows[1][1] = "maybe" }, { $0[1].rows[1][11] = "x" },
    { $0[1].rows[1] += ["", "", "more"] }, { $0[3].rows[1][2] = "many" }, { $0[3].rows[1][15] = "x" },
    { $0[4].rows[1][0] = "a@b.dk" }, { $0[2].rows[1][3] = "" }, { $0[0].rows.append(["a", "b", "c", "d", "e"]) },
    { $0[1].rows.insert(people[0], at: 1) }, { $0[5].rows += people }, { $0[5].rows[1][6] = "perhaps" },
    { $0[5].rows[1][3] = "" }, { $0[5].name = "Rights" },
  ]

  @Test(arguments: changes.indices) func noExportHides(_ index: Int) throws {
    var sheets = Self.sheets()
    Self.changes[index](&sheets)
    let loaded = try load(sheets)
    let file = loaded.file("report.xlsx")
    #expect(file.kind != SourceReport.ignoredKind, "\(index)")
    #expect(file.kind != nil || !loaded.isComplete)
  }

  private static let controls = (
    name: OwnWorkbook.more[2].name,
    rows: [
      OwnWorkbook.more[2].titles, ["Our rules", "A.5.18", "Rights", "fail", "1", "0", "16", "a.b (fail)"],
      ["Our rules", "A.5.1", "Rules", "without a policy", "0", "0", "0"],
    ]
  )

  /// Where a framework was asked for, a sheet of controls follows; and there too nothing else may stand.
  @Test func aSheetOfControls() throws {
    let sheets = Self.sheets() + [Self.controls]
    #expect(try load(sheets).file("report.xlsx").kind == SourceReport.ignoredKind)
    let changes: [Change] = [
      { $0[6].rows += Self.people }, { $0[6].rows = Self.people }, { $0[6].name = "Control" }, { $0.swapAt(5, 6) },
      { $0[6].rows[1][3] = "well" }, { $0[6].rows[1][4] = "many" }, { $0[6].rows[1][1] = "" },
      { $0.append(("People", Self.people)) }, { $0.append(Self.controls) }, { $0.remove(at: 4) }, { $0.remove(at: 5) },
    ]
    for (number, change) in changes.enumerated() {
      var sheets = sheets
      change(&sheets)
      #expect(try load(sheets).file("report.xlsx").kind != SourceReport.ignoredKind, "\(number)")
    }
  }

  private static let waivers = (
    name: OwnWorkbook.more[0].name,
    rows: [
      OwnWorkbook.more[0].titles,
      ["W-1", "accepted", "a.b", "1", "anne", "bo", "2026-11-01", "2027-03-31", "it is replaced", "w.yaml:2"],
    ]
  )
  private static let baseline = (
    name: OwnWorkbook.more[1].name,
    rows: [
      OwnWorkbook.more[1].titles,
      ["fixed", "high", "fail", "a.b", "u1", "", "u1 is known", "2026-11-01", String(repeating: "0a", count: 32)],
      ["the policy is not there any longer", "high", "", "a.c", "", "", "not judged any longer"],
    ]
  )

  /// The sheets of waivers and of a baseline, where there are any, in their order; nothing else stands there either.
  @Test func sheetsOfWaiversAndOfABaseline() throws {
    for more in [[Self.waivers], [Self.baseline], [Self.waivers, Self.baseline, Self.controls]] {
      #expect(try load(Self.sheets() + more).file("report.xlsx").kind == SourceReport.ignoredKind)
    }
    let sheets = Self.sheets() + [Self.waivers, Self.baseline]
    let changes: [Change] = [
      { $0[6].rows += Self.people }, { $0[7].rows += Self.people }, { $0.swapAt(6, 7) },
      { $0[6].rows[1][1] = "well" }, { $0[6].rows[1][2] = "nobody" }, { $0[7].rows[1][0] = "perhaps" },
      { $0[7].rows[1][8] = "x" }, { $0.append(Self.waivers) },
    ]
    for (number, change) in changes.enumerated() {
      var sheets = sheets
      change(&sheets)
      #expect(try load(sheets).file("report.xlsx").kind != SourceReport.ignoredKind, "\(number)")
    }
  }

  @Test func whoSaysThatItIsAnExportIsHeard() throws {
    let folder = try LoadingFolder()
    try folder.write(
      "report.xlsx", WorkbookMaker(Self.sheets().map { ($0.name, WorkbookMaker.rows($0.rows)) }).bytes)
    let loaded = try folder.load(as: ["report.xlsx=organisation.approvals"])
    #expect(loaded.file("report.xlsx").kind != SourceReport.ignoredKind && !loaded.isComplete)
  }
}
