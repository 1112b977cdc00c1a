import Budget
import Formats
import Localization

/// The workbook that this program writes, known by all of it: its sheets in their order, the titles of each, and rows that hold
/// what such rows hold. Whoever puts an export on one of the sheets, or beside them, has a workbook that is none.
struct OwnWorkbook {
  /// What each sheet is called in English, with the titles of its table; the first has none.
  static let sheets: [(name: String, titles: [String])] = [
    ("Summary", []),
    (
      "Findings",
      [
        "Severity", "Verdict", "Policy", "Title", "Subject type", "Subject", "Violating type", "Violating", "Message",
        "Files and lines", "Fix", "Fingerprint", "Decision", "First seen",
      ]
    ),
    (
      "Action plan",
      [
        "Severity", "Policy", "Title", "Failed members", "Unverified members", "Further members possible", "Findings",
        "What to do", "Export to get", "Owner", "Deadline", "Status",
      ]
    ),
    (
      "Sources",
      [
        "Path", "Kind", "Records read", "Used", "Rejected", "Out of scope", "Completeness", "Grade", "Exported on",
        "Days old", "Too old", "Problems", "First problem", "Notes", "Cannot show", "SHA-256",
      ]
    ),
    (
      "Policies",
      [
        "Policy", "Title", "Severity", "Status", "Population", "Passed", "Failed", "Unverified", "Exempt",
        "Further members possible", "Passed on assumption", "Waits for", "Judged without", "Why", "Fix", "Basis",
        "Controls",
      ]
    ),
    (
      "Privileged rights",
      ["System", "Holder", "Name", "Right", "In", "Name of that", "Shown by the exports", "Files and lines"]
    ),
  ]

  /// The sheets that follow these where somebody asked for what they hold, in this order.
  static let more: [(name: String, titles: [String])] = [
    (
      "Waivers",
      [
        "Waiver", "State", "Policy", "Findings", "Owner", "Approver", "Approved on", "Expires", "Reason", "Place",
      ]
    ),
    (
      "Since the baseline",
      [
        "What became of it", "Severity", "Verdict", "Policy", "Subject", "Violating", "Message", "First seen",
        "Fingerprint",
      ]
    ),
    (
      "Controls",
      [
        "Framework", "Control", "Title", "Verdict", "Failed members", "Unverified members", "Members passed",
        "Policies",
      ]
    ),
  ]

  let registry: Registry
  /// The language that it is written in.
  let language: Language

  /// Whether a workbook is such a report, whole, in whatever language. Linear in its cells.
  static func holds(_ workbook: Workbook, _ registry: Registry) -> Bool {
    Language.allCases.contains { OwnWorkbook(registry: registry, language: $0).holds(workbook) }
  }

  private func holds(_ workbook: Workbook) -> Bool {
    let say = Wording(language)
    let names = Set(workbook.sheets.map(\.name))
    let optional = Self.more.filter { names.contains(say(Phrase(stringLiteral: $0.name))) }
    let sheets = (Self.sheets + optional).map { sheet in
      (
        english: sheet.name, name: say(Phrase(stringLiteral: sheet.name)),
        titles: sheet.titles.map { say(Phrase(stringLiteral: $0)) }
      )
    }
    guard workbook.sheets.map(\.name) == sheets.map(\.name) else { return false }
    return zip(workbook.sheets, sheets).allSatisfy { sheet, form in
      guard !sheet.isHidden, sheet.formulas == 0, sheet.rows.allSatisfy({ $0.unread.isEmpty }),
        sheet.rows.first?.number == 1
      else { return false }
      if form.titles.isEmpty { return isSummary(sheet.rows) }
      // Findings had fewer columns before 0.2.
      let isOld = form.english == "Findings" && sheet.rows[0].cells == Array(form.titles.prefix(12))
      guard sheet.rows[0].cells == form.titles || isOld else { return false }
      let rows = sheet.rows.dropFirst().map(\.cells)
      return rows.enumerated().allSatisfy { number, cells in
        cells.count <= form.titles.count
          && (isRow(cells, ofSheet: form.english)
            || Self.longSheets.contains(form.english) && number == rows.count - 1 && Self.isMore(cells))
      }
    }
  }

  /// `Verdict` and the headline, then labels with what they are of; none of it heads a table of an export.
  private func isSummary(_ rows: [Workbook.Row]) -> Bool {
    guard rows[0].cells.count == 2, rows[0].cells[0] == Wording(language)("Verdict"),
      OwnOutput.isHeadline(rows[0].cells[1])
    else {
      return false
    }
    return rows.allSatisfy { row in
      row.cells.count <= 4 && !(row.cells.first ?? "").isEmpty && !registry.recognise(.table(header: row.cells)).isUsed
    }
  }

  private func isRow(_ cells: [String], ofSheet sheet: String) -> Bool {
    func cell(_ at: Int) -> String { cells.indices.contains(at) ? cells[at] : "" }
    switch sheet {
    case "Findings":
      return isSeverity(cell(0)) && isVerdict(cell(1)) && OwnOutput.isPolicy(cell(2).utf8) && isDigest(cell(11))
    case "Action plan":
      return isSeverity(cell(0)) && OwnOutput.isPolicy(cell(1).utf8) && (3...6).allSatisfy { isCount(cell($0)) }
    case "Sources":
      return !cell(0).isEmpty && (2...5).allSatisfy { isCount(cell($0)) } && isCount(cell(11))
        && (cell(15).isEmpty || isDigest(cell(15)))
    case "Privileged rights":
      return !cell(0).isEmpty && !cell(1).isEmpty && !cell(3).isEmpty && isOne(of: ["yes", "no"], cell(6))
    case "Waivers":
      return !cell(0).isEmpty && isOne(of: Self.states, cell(1)) && OwnOutput.isPolicy(cell(2).utf8)
        && isCount(cell(3)) && !cell(4).isEmpty && !cell(5).isEmpty
    case "Since the baseline":
      return isOne(of: Self.reasons, cell(0)) && OwnOutput.isPolicy(cell(3).utf8)
        && (cell(8).isEmpty
          ? OwnOutput.severities.contains(cell(1)) : isSeverity(cell(1)) && isVerdict(cell(2)) && isDigest(cell(8)))
    case "Controls":
      return !cell(0).isEmpty && !cell(1).isEmpty && isOne(of: Self.verdicts, cell(3))
        && (4...6).allSatisfy { isCount(cell($0)) }
    default:
      return OwnOutput.isPolicy(cell(0).utf8) && isSeverity(cell(2)) && (4...10).allSatisfy { isCount(cell($0)) }
    }
  }

  /// Sheets that end in a line that counts what has no room.
  private static let longSheets = ["Findings", "Privileged rights", "Since the baseline"]
  /// What may have become of a waiver, and of a finding of the baseline.
  private static let states = [
    "accepted", "expired", "approved after the day judged", "for a policy that does not exist", "approved by the owner",
    "valid for too long", "for more than one violation", "for nothing that was found",
    "for a policy that could not be judged",
  ]
  private static let reasons = [
    "fixed", "the policy is not there any longer", "an export is missing or has shrunk",
    "judged by other rules or parameters", "cannot be verified any longer", "now certain",
  ]

  private static let rest = PhrasePattern(Phrase("… and \(0, "more row", "more rows"); json has all of them"))

  /// Verdicts on a control.
  private static let verdicts = [
    "fail", "unverified", "not judged", "without a policy", "empty", "passed in part", "passed",
  ]

  /// The last row of a list that is longer than a sheet.
  private static func isMore(_ cells: [String]) -> Bool {
    cells.count == 1 && rest.fits(cells[0])
  }

  private func isVerdict(_ text: String) -> Bool { isOne(of: ["fail", "unverified"], text) }

  private func isSeverity(_ text: String) -> Bool { isOne(of: OwnOutput.severities, text) }

  /// Whether a text is one of these words in the language of the workbook.
  private func isOne(of words: [String], _ text: String) -> Bool {
    words.contains { Wording(language)(Phrase(stringLiteral: $0)) == text }
  }

  private func isCount(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy(OwnOutput.isHexadecimal)
  }
}

extension Registry {
  /// Whether a file is such a workbook, so that the next one may take its place. Reads all of it.
  func isOwnWorkbook(_ path: FilePath) -> Bool {
    var account = Account(.standard)
    guard let bytes = try? ByteStream.whole(path, account: &account),
      case .success(let workbook) = Workbook.read(bytes, account: &account)
    else { return false }
    return OwnWorkbook.holds(workbook, self)
  }
}
