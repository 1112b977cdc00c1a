/// Reads the cells of one sheet.
struct WorkbookSheetReader {
  let xml: WorkbookXML
  let strings: [String]
  let styles: WorkbookStyles
  let startsIn1904: Bool

  /// What a row takes in memory, with what an importer makes of it, and each of its cells.
  private static let rowCost = 640
  private static let cellCost = 40

  private var rows: [Workbook.Row] = []
  private var row = Workbook.Row(number: 0, cells: [])
  private var column = 0
  private var type = ""
  private var style = 0
  private var value = ""
  private var inline = ""
  private var formula: String?
  private var formulas = 0
  private var isHiddenRow = false
  private var hiddenRows = 0
  private var hiddenColumns = 0

  init(xml: WorkbookXML, strings: [String], styles: WorkbookStyles, startsIn1904: Bool) {
    self.xml = xml
    self.strings = strings
    self.styles = styles
    self.startsIn1904 = startsIn1904
  }

  mutating func read(name: String, isHidden: Bool) throws(FormatProblem) -> Workbook.Sheet {
    var element = ""
    var inReading = false
    while let event = try xml.next() {
      switch event {
      case .open("row"): try openRow()
      case .open("col"): countHiddenColumns()
      case .open("c"): try openCell()
      case .open("rPh"): inReading = true
      case .close("rPh"): inReading = false
      case .open("f"):
        formula = ""
        element = "f"
      case .open(let opened): element = opened
      case .text(let text) where element == "v": value += text
      case .text(let text) where element == "t" && !inReading: inline += text
      case .text(let text) where element == "f": formula? += text
      case .close("c"): try closeCell()
      case .close("row"): try closeRow()
      case .close: element = ""
      default: break
      }
    }
    return Workbook.Sheet(
      name: name, isHidden: isHidden, rows: rows, formulas: formulas, hiddenRows: hiddenRows,
      hiddenColumns: hiddenColumns)
  }

  /// Cleared cells may hold an empty text or a blank; a row of those is none.
  private mutating func closeRow() throws(FormatProblem) {
    guard !row.cells.allSatisfy(Blank.isBlank) else { return }
    try xml.keep(Self.rowCost)
    rows.append(row)
    if isHiddenRow { hiddenRows += 1 }
  }

  private func isSet(_ attribute: String) -> Bool { ["1", "true"].contains(xml.attribute(attribute) ?? "") }

  private mutating func countHiddenColumns() {
    guard isSet("hidden"), let first = xml.attribute("min").flatMap({ Int($0) }),
      let last = xml.attribute("max").flatMap({ Int($0) }), first >= 1, last >= first
    else { return }
    hiddenColumns += min(last, FormatLimits.workbookColumns) - min(first, FormatLimits.workbookColumns) + 1
  }

  private mutating func openRow() throws(FormatProblem) {
    let number = xml.attribute("r").flatMap { Int($0) } ?? row.number + 1
    guard number > row.number, number <= FormatLimits.workbookRows else {
      throw WorkbookArchive.problem("workbook-rows", "the rows of a sheet are not in order, or too many")
    }
    row = Workbook.Row(number: number, cells: [])
    isHiddenRow = isSet("hidden")
    column = -1
  }

  private mutating func openCell() throws(FormatProblem) {
    let place = xml.attribute("r").map { $0.prefix { $0.isLetter } }
    let next = place.flatMap(Self.column) ?? column + 1
    guard next > column, next < FormatLimits.workbookColumns else {
      throw WorkbookArchive.problem("workbook-columns", "the cells of a row are not in order, or too many")
    }
    column = next
    type = xml.attribute("t") ?? "n"
    style = xml.attribute("s").flatMap { Int($0) } ?? 0
    value = ""
    inline = ""
    formula = nil
  }

  private mutating func closeCell() throws(FormatProblem) {
    let text = try cell()
    guard text.utf8.count <= FormatLimits.workbookCell else {
      throw WorkbookArchive.problem("workbook-cell", "a cell holds more text than a workbook can show")
    }
    if text.isEmpty { return }
    // A text that many cells refer to is there once here; an importer may make one of its own of each.
    let added = column + 1 - row.cells.count
    try xml.keep(cells: added)
    try xml.keep(added * Self.cellCost + text.utf8.count)
    while row.cells.count < column { row.cells.append("") }
    row.cells.append(text)
  }

  private mutating func cell() throws(FormatProblem) -> String {
    if let formula {
      formulas += 1
      return "=" + formula
    }
    switch type {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else {
        throw WorkbookArchive.problem("workbook-strings", "a cell refers to a text that the workbook does not have")
      }
      return strings[index]
    case "inlineStr": return inline
    case "b": return value == "1" ? "TRUE" : value == "0" ? "FALSE" : value
    case "n" where styles.showsDay(style): return day(value) ?? value
    default: return value
    }
  }

  /// `B` is 1.
  private static func column(_ letters: Substring) -> Int? {
    guard !letters.isEmpty, letters.utf8.count <= 3 else { return nil }
    var number = 0
    for byte in letters.uppercased().utf8 {
      guard (65...90).contains(byte) else { return nil }
      number = number * 26 + Int(byte) - 64
    }
    return number - 1
  }

  /// The day of a serial number, with the time of day where it has one.
  private func day(_ serial: String) -> String? {
    guard let number = Double(serial), number.isFinite, number >= 0, number < 2_958_466 else { return nil }
    let whole = Int(number)
    // The calendar of 1900 has a 29 February that never was.
    let sinceEpoch = startsIn1904 ? whole - 24_107 : whole - (whole < 60 ? 25_568 : 25_569)
    let date = Self.civil(sinceEpoch)
    let seconds = Int(((number - Double(whole)) * 86_400).rounded())
    guard seconds > 0, seconds < 86_400 else { return date }
    return date + "T" + [seconds / 3600, seconds / 60 % 60, seconds % 60].map(Self.two).joined(separator: ":")
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The day, `yyyy-MM-dd`, of a number of days since 1970-01-01 in the Gregorian calendar.
  private static func civil(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * part + 2) / 5 + 1
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + two(month) + "-" + two(day)
  }
}
