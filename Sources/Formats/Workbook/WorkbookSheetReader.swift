/// Reads the cells of one sheet.
struct WorkbookSheetReader {
  let xml: WorkbookXML
  /// `nil` for one that is not read.
  let strings: [String?]
  let styles: WorkbookStyles
  let startsIn1904: Bool

  /// What a row takes in memory, with what an importer makes of it, and each of its cells.
  private static let rowCost = 640
  private static let cellCost = 40

  private var rows: [Workbook.Row] = []
  private var row = Workbook.Row(number: 0, cells: [])
  private var column = 0
  private var isInRow = false
  /// The cell that is open.
  private var cell: WorkbookCell?
  private var merges: [WorkbookMerge] = []
  private var formulas = 0
  private var isHiddenRow = false
  private var hiddenRows = 0
  private var hiddenColumns = 0

  init(xml: WorkbookXML, strings: [String?], styles: WorkbookStyles, startsIn1904: Bool) {
    self.xml = xml
    self.strings = strings
    self.styles = styles
    self.startsIn1904 = startsIn1904
  }

  mutating func read(name: String, isHidden: Bool) throws(FormatProblem) -> Workbook.Sheet {
    while let event = try xml.next() {
      switch event {
      case .open("c") where cell == nil: try openCell()
      case .close("c") where cell?.isOutermost == true: try closeCell()
      case .open(let element) where cell != nil: cell?.open(element)
      case .close where cell != nil: cell?.close()
      case .text(let text) where cell != nil: cell?.add(text)
      case .open("row"): try openRow()
      case .close("row"): try closeRow()
      case .open("col"): countHiddenColumns()
      case .open("mergeCell"): try addMerge()
      case .open("AlternateContent") where isInRow: throw Self.outOfPlace
      case .text(let text) where isInRow && !Blank.isBlank(text): throw Self.outOfPlace
      default: break
      }
    }
    for merge in merges { try merge.mark(&rows, xml: xml) }
    return Workbook.Sheet(
      name: name, isHidden: isHidden, rows: rows, formulas: formulas, hiddenRows: hiddenRows,
      hiddenColumns: hiddenColumns)
  }

  private static let outOfPlace = WorkbookArchive.problem(
    "workbook-sheet", "a sheet of the workbook holds cells where none belong", help: "save it anew, or as CSV")

  private mutating func addMerge() throws(FormatProblem) {
    guard let merge = xml.attribute("ref").flatMap(WorkbookMerge.init) else {
      throw WorkbookArchive.problem(
        "workbook-merge", "a sheet of the workbook merges cells, and which ones cannot be told",
        help: "unmerge the cells, or save the sheet as CSV")
    }
    try xml.keep(WorkbookMerge.cost)
    merges.append(merge)
  }

  /// Cleared cells may hold an empty text or a blank; a row of those is none.
  private mutating func closeRow() throws(FormatProblem) {
    isInRow = false
    guard !row.cells.allSatisfy(Blank.isBlank) || !row.unread.isEmpty else { return }
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
    guard !isInRow else { throw Self.outOfPlace }
    let named = xml.attribute("r")
    guard let number = named == nil ? row.number + 1 : named.flatMap({ Int($0) }), number > row.number,
      number <= FormatLimits.workbookRows
    else { throw WorkbookArchive.problem("workbook-rows", "the rows of a sheet are not in order, or too many") }
    row = Workbook.Row(number: number, cells: [])
    isInRow = true
    isHiddenRow = isSet("hidden")
    column = -1
  }

  private mutating func openCell() throws(FormatProblem) {
    guard isInRow else { throw Self.outOfPlace }
    var next = column + 1
    if let name = xml.attribute("r") {
      guard let place = CellReference(name), place.row == nil || place.row == row.number else { throw Self.outOfPlace }
      next = place.column
    }
    guard next > column, next < FormatLimits.workbookColumns else {
      throw WorkbookArchive.problem("workbook-columns", "the cells of a row are not in order, or too many")
    }
    column = next
    cell = WorkbookCell(type: xml.attribute("t") ?? "n", style: xml.attribute("s").flatMap { Int($0) } ?? 0)
  }

  private mutating func closeCell() throws(FormatProblem) {
    guard let closed = cell else { return }
    cell = nil
    let text: String
    switch try closed.content(strings, day: { styles.showsDay(closed.style) ? day($0) : nil }) {
    case .text(let content): text = content
    case .formula(let content):
      formulas += 1
      text = content
    case .unread:
      try xml.keep(WorkbookMerge.cost)
      row.unread.append(Workbook.Unread(columns: column...column, reason: .form))
      return
    }
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
