import Audit
import FactStore
import Formats
import Localization
import PolicyEngine
import Testing

@testable import AuditReports

/// The workbook, read back by the reader of workbooks.
struct WorkbookReportTests {
  private static func bytes(_ result: AuditResult, rowLimit: Int = WorkbookReport.rowLimit) throws -> [UInt8] {
    final class Box { var bytes: [UInt8] = [] }
    let box = Box()
    try WorkbookReport(result: result, gate: GateDecision(result, options: GateOptions()), rowLimit: rowLimit)
      .render(into: ReportSink { box.bytes += $0 })
    return box.bytes
  }

  private static func book(_ result: AuditResult, rowLimit: Int = WorkbookReport.rowLimit) throws -> Workbook {
    let book = try Workbook.read(bytes(result, rowLimit: rowLimit)).get()
    #expect(book.sheets.allSatisfy { $0.formulas == 0 && $0.rows.allSatisfy(\.unread.isEmpty) })
    return book
  }

  private static func rows(_ book: Workbook, _ name: String) throws -> [[String]] {
    try #require(book.sheets.first { $0.name == name }).rows.map(\.cells)
  }

  @Test func sheetsAndTitles() throws {
    let book = try Self.book(Samples.mixed)
    #expect(
      book.sheets.map(\.name) == ["Summary", "Findings", "Action plan", "Sources", "Policies", "Privileged rights"])
    for (sheet, columns) in [
      ("Findings", WorkbookWords.findings), ("Action plan", WorkbookWords.actions), ("Sources", WorkbookWords.sources),
      ("Policies", WorkbookWords.policies), ("Privileged rights", WorkbookWords.rights),
    ] {
      #expect(try Self.rows(book, sheet)[0] == columns.map(\.title.key))
    }
  }

  /// Sheets and titles are in the language of the run, numbers and names as ever.
  @Test func speaksTheLanguageOfTheRun() throws {
    var result = Samples.mixed
    result.language = "da"
    let book = try Self.book(result)
    #expect(
      book.sheets.map(\.name) == ["Sammenfatning", "Fund", "Handlingsplan", "Kilder", "Regler", "Særlige rettigheder"])
    let rows = try Self.rows(book, "Fund")
    #expect(rows[0].first == "Alvor" && rows[1].prefix(3) == ["høj", "brud", "kitos.api-user-is-not-a-person"])
    #expect(try Self.rows(book, "Sammenfatning")[0][1].hasPrefix("IKKE BESTÅET: 25 kontrolleret"))
  }

  @Test func summary() throws {
    var result = Samples.mixed
    result.declarations = [
      .init(
        name: "exchange", isSystem: true, reason: "none here", owner: "the head of IT", day: Samples.asOf,
        path: "tilsyn.yaml", line: 3, relations: [])
    ]
    let rows = try Self.rows(Self.book(result), "Summary")
    #expect(rows[0][0] == "Verdict" && rows[0][1].hasPrefix("FAILED: 25 checked, 3 failed, 13 unverified, 9 passed"))
    #expect(rows[1] == ["Gate", "failed (fails on high and above)"])
    #expect(rows[2] == ["Exit code", "1"] && rows[3] == ["As of", "2026-11-20"])
    #expect(rows.contains(["Judged without", "exchange: none here (the head of IT, 2026-11-20; tilsyn.yaml:3)"]))
    #expect(rows.contains(["Members failed", "3"]) && rows.contains(["Sources", "3"]))
    #expect(rows.contains(["Sources that are not whole", "2"]))
    #expect(rows.contains(["Arguments", "exports/ --as-of 2026-11-20"]))
    #expect(rows.contains(["Severity", "Findings: fail", "Findings: unverified", "Findings"]))
    #expect(rows.contains(["high", "3", "1", "4"]) && rows.contains(["medium", "1", "0", "1"]))
    #expect(rows.contains(["all", "4", "1", "5"]) && rows.contains(["kitos.max_local_admins", "3", "3", "no"]))
  }

  @Test func findingsActionsAndSources() throws {
    let book = try Self.book(Samples.mixed)
    let findings = try Self.rows(book, "Findings")
    #expect(findings.count == 6)
    #expect(
      findings[1] == [
        "high", "fail", "kitos.api-user-is-not-a-person", "title of kitos.api-user-is-not-a-person", "kitos.user", "u1",
        "person", "p7", "u1 is the mailbox of p7", "kitos/users.json:17, employees.csv:204",
        "make a functional mailbox",
        Samples.fingerprint(1),
      ])
    #expect(findings[4][1] == "unverified" && findings[4][6] == "" && findings[4][9] == "")
    let actions = try Self.rows(book, "Action plan")
    // The gravest first, failed before open; who does it until when is left to people.
    #expect(
      actions.dropFirst().map { $0[1] } == [
        "kitos.api-user-is-not-a-person", "kitos.api-mailbox-receives-mail", "kitos.local-admin-count",
      ])
    #expect(actions[1][3...7] == ["2", "1", "0", "4", "make a functional mailbox"] && actions[1].count == 8)
    #expect(actions[2][3...6] == ["0", "12", "0", "0"] && actions[2][7].isEmpty)
    #expect(actions[2][8] == "exchange.mailboxes: Get-Mailbox | Export-Csv, by an Exchange administrator")
    let sources = try Self.rows(book, "Sources")
    #expect(sources.count == 4)
    #expect(sources[1][..<6] == ["kitos/users.json", "kitos.api-v2.users", "412", "410", "2", "0"])
    #expect(sources[1][11...12] == ["1", "9: no `uuid`"] && sources[1][15] == String(repeating: "0f", count: 32))
    let policies = try Self.rows(book, "Policies")
    #expect(policies.count == 5 && policies[1][4...8] == ["12", "9", "2", "1", "0"])
    #expect(policies[1][16] == "iso27001:2022/A.5.16")
  }

  @Test(arguments: [
    ("2026-11-20", "2026-11-20"), ("1900-03-01", "1900-03-01"), ("1900-02-28", "1900-02-28"),
    ("1700-01-01", "1700-01-01"), ("9999-12-31", "9999-12-31"), ("1970-01-01", "1970-01-01"),
  ])
  func daysAreDays(_ day: String, _ shown: String) throws {
    var result = Samples.mixed
    result.sources[0].extractedAt = CalendarDate(day)
    result.sources[0].daysOld = 3
    result.asOf = try #require(CalendarDate(day))
    let book = try Self.book(result)
    #expect(try Self.rows(book, "Sources")[1][8...9] == [shown[...], "3"].map(String.init)[...])
    #expect(try Self.rows(book, "Summary")[3] == ["As of", shown])
    #expect(try Self.bytes(result) == Self.bytes(result))
  }

  // MARK: Texts

  private static let hostile = [
    "=1+1", "+1", "-2", "@SUM(A1)", "=HYPERLINK(\"https://evil.example\")", "=cmd|' /C calc'!A0", "\u{FF1D}1+1", "'=1",
    "https://evil.example/x", "mailto:a@b.example", "internal:Findings!A1", "external:c:\\x.xlsx", "file:///etc/passwd",
    "_x001B_[2J", "_x005F_", "_x005F_x0041_", "_x0041_x0042_", "_xD83D__xDE00_", "x_x00", "00123", "1e5", "TRUE",
    "2026-01-01", "#REF!", " blanks ", "<c r=\"A1\"><f>1</f></c>", "&amp; &lt; ]]>", "a\"b'c", "</t></is></sheetData>",
  ]

  /// Each text is in its cells as what it is, with what would act spelt out.
  @Test(arguments: HostileTextTests.hostile + Self.hostile) func everyTextIsAText(_ text: String) throws {
    let shown = InertText.line(text)
    let book = try Self.book(HostileTextTests().result(text))
    let finding = try Self.rows(book, "Findings")[1]
    #expect(finding[3] == shown && finding[5] == "\(shown), \(shown)" && finding[7] == shown && finding[8] == shown)
    #expect(finding[9] == "\(shown):3")
    let policy = try Self.rows(book, "Policies")[1]
    #expect(policy[1] == shown && policy[13] == shown && policy[15] == shown && policy[16] == shown)
    let source = try Self.rows(book, "Sources")[1]
    #expect(source[0] == shown && source[1] == shown && source[13] == shown && source[14] == shown)
    #expect(source[12] == "1: \(shown)")
    let summary = try Self.rows(book, "Summary")
    #expect(summary.contains(["Not read", shown]) && summary.contains(["Warning", shown]))
    for cell in book.sheets.flatMap({ $0.rows.flatMap(\.cells) }) {
      #expect(!cell.unicodeScalars.contains(where: InertText.isHazard))
    }
  }

  /// What is repeated how often, and how long the cell then is where it is not cut.
  private static let long: [(String, Int, Int?)] = [
    ("a", 32_767, 32_767), ("a", 32_768, nil), ("é", 40_000, nil), ("👩", 20_000, nil), ("👩", 16_383, 32_766),
    ("_x0041_", 3_000, nil), ("_x0041_", 2_520, 32_760), ("e\u{301}\u{301}", 400_000, nil), ("\u{1B}", 10_000, nil),
  ]

  /// A cell holds 32,767 characters in UTF-16, escapes counted; what is longer ends in the mark.
  @Test(arguments: long.indices) func longTextsAreCut(_ index: Int) throws {
    let (unit, count, whole) = Self.long[index]
    let text = String(repeating: unit, count: count)
    let cell = WorkbookText.cell(text, mark: WorkbookWords.cut.key)
    #expect(cell.utf16.count <= WorkbookText.limit)
    #expect(cell.hasSuffix(WorkbookWords.cut.key) == (whole == nil) && whole.map { cell.utf16.count == $0 } ?? true)
    let shown = try Self.rows(Self.book(HostileTextTests().result(text)), "Findings")[1][8]
    #expect(shown.utf16.count <= WorkbookText.limit && shown.hasSuffix(WorkbookWords.cut.key) == (whole == nil))
    let kept = shown.replacing(WorkbookWords.cut.key, with: "")
    let isBeginning = InertText.line(text).unicodeScalars.starts(with: kept.unicodeScalars)
    #expect(isBeginning)
  }

  @Test func whatNoReportMayShowIsMasked() throws {
    final class Box { var bytes: [UInt8] = [] }
    let box = Box()
    let result = HostileTextTests().result("id 4711")
    let view = ReportView(
      gate: GateDecision(result, options: GateOptions()), style: TerminalStyle(), minSeverity: .info, isQuiet: false,
      written: [], inputs: "")
    try ReportFormat.xlsx.render(
      result, view: view,
      into: ReportSink(masking: { $0.replacing("4711", with: "(mask)") }) { box.bytes += $0 })
    let cells = try Workbook.read(box.bytes).get().sheets.flatMap { $0.rows.flatMap(\.cells) }
    #expect(cells.contains("id (mask)") && !cells.contains { $0.contains("4711") })
  }

  // MARK: Size

  @Test func tenThousandFindings() throws {
    let result = Samples.large(findings: 10_000)
    let rows = try Self.rows(Self.book(result), "Findings")
    #expect(rows.count == 10_001)
    #expect(rows.dropFirst().map { $0[11] } == (0..<10_000).map(Samples.fingerprint))
  }

  /// A sheet has so many rows; the last says what found no room.
  @Test(
    arguments: [
      (4, 5, 5, nil), (5, 5, 5, "… and 2 more rows; json has all of them"),
      (1500, 1002, 1002, "… and 500 more rows; json has all of them"), (0, 2, 1, nil),
    ] as [(Int, Int, Int, String?)])
  func moreThanASheetHolds(_ findings: Int, _ limit: Int, _ rows: Int, _ last: String?) throws {
    let shown = try Self.rows(Self.book(Samples.large(findings: findings), rowLimit: limit), "Findings")
    #expect(shown.count == rows)
    if let last { #expect(shown.last == [last]) } else { #expect(shown.dropFirst().allSatisfy { $0.count == 12 }) }
  }

  /// Who holds which privileged right, and what is only possible.
  @Test func rights() throws {
    var result = Samples.mixed
    result.rights = RightsRegister(
      rights: [
        HeldRight(
          system: "kitos", holder: "u1", name: "m@k.example", right: "LocalAdmin", place: "o1", placeName: "One",
          isCertain: true, places: ["a.json:1", "b.csv:2"]),
        HeldRight(
          system: "kitos", holder: "u2", name: "", right: "GlobalAdmin", place: "", placeName: "", isCertain: false,
          places: []),
      ], open: ["kitos"])
    #expect(
      try Self.rows(Self.book(result), "Privileged rights").dropFirst() == [
        ["kitos", "u1", "m@k.example", "LocalAdmin", "o1", "One", "yes", "a.json:1, b.csv:2"],
        ["kitos", "u2", "", "GlobalAdmin", "", "", "no"],
      ])
    let many = RightsRegister(rights: Array(repeating: result.rights.rights[0], count: 10_000), open: [])
    result.rights = many
    #expect(try Self.rows(Self.book(result), "Privileged rights").count == 10_001)
    #expect(
      try Self.rows(Self.book(result, rowLimit: 100), "Privileged rights").suffix(1) == [
        ["… and 9902 more rows; json has all of them"]
      ])
  }

  @Test func anEmptyResultIsAWorkbook() throws {
    let book = try Self.book(Samples.result(policies: [], findings: [], sources: []))
    #expect(book.sheets.map { $0.rows.count > 0 } == [true, true, true, true, true, true])
  }

  /// A workbook of which a temporary file lost a byte is none.
  @Test func aWorkbookThatIsNotWholeIsSeen() throws {
    let bytes = try Self.bytes(Samples.mixed)
    let part = "xl/worksheets/sheet2.xml"
    func isWhole(_ bytes: [UInt8], _ rows: [String: Int]) -> Bool {
      bytes.withUnsafeBytes { WrittenWorkbook.isWhole($0, rows: rows) }
    }
    let right = (1...20_000).filter { isWhole(bytes, [part: $0]) }
    #expect(right.count == 1)
    #expect(!isWhole(bytes, [part: right.first ?? 0, "xl/worksheets/sheet9.xml": 1]))
    for count in [0, 1, 100, bytes.count / 2, bytes.count - 1] {
      #expect(!isWhole(Array(bytes.prefix(count)), [part: right.first ?? 0]))
    }
  }
}
