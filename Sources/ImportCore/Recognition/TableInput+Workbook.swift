import FactStore
import Formats
import Localization

extension TableInput {
  /// The sheet of a workbook that an importer reads, with the rows of every further sheet of the same columns. The first
  /// row of a sheet holds the titles.
  ///
  /// The sheet is the first whose titles fit `kind`, where one was told; else the first that some importer knows; else the
  /// first that has any rows. No sheet is passed over in silence: one of the same kind and other columns, or one that may
  /// go on with the rows, is a doubt of the list; one of another kind is left to ``unread``; the others are named.
  package init(_ workbook: Workbook, kind: String? = nil, _ registry: Registry) {
    let sheets = workbook.sheets.filter { !$0.rows.isEmpty }.enumerated().map {
      KnownSheet($1, number: $0, kind: registry.kind(ofTitles:), mayStandUnderHeading: registry.mayStandUnderHeading)
    }
    let main =
      sheets.first { kind != nil && $0.kind == kind } ?? sheets.first { $0.kind != nil } ?? sheets.first
    self.init(sheets, main: main)
  }

  /// The sheet of a workbook that a mapping reads: the one that is named, and no other; else the first that has all columns
  /// which the mapping names, with what is said of further sheets above.
  package init(_ workbook: Workbook, sheet name: String?, columns: Set<String>) {
    func kind(_ titles: [String]) -> String? { columns.isSubset(of: titles.map(TableInput.trim)) ? "mapping" : nil }
    let sheets = workbook.sheets.filter { !$0.rows.isEmpty }.enumerated().map { KnownSheet($1, number: $0, kind: kind) }
    guard let name else {
      self.init(sheets, main: sheets.first { $0.kind != nil } ?? sheets.first)
      return
    }
    guard let main = sheets.first(where: { $0.sheet.name == name }) else {
      self.init(header: [], rows: [])
      let (wanted, names) = (ForeignText.name(name), sheets.map { "`\($0.shownName)`" }.joined(separator: ", "))
      cut = Damage(
        place: Place(line: 1),
        text: sheets.isEmpty
          ? "the workbook has no sheet `\(wanted)` with cells"
          : "the workbook has no sheet `\(wanted)` with cells; it has \(names)")
      return
    }
    self.init([main], main: main)
    for other in sheets where other.number != main.number {
      notes.append(
        "the sheet `\(other.shownName)` of the workbook is not the one that the mapping names, and is not read")
    }
  }

  private init(_ sheets: [KnownSheet], main: KnownSheet?) {
    guard let main else {
      self.init(header: [], rows: [])
      cut = Damage(place: Place(line: 1), text: "the workbook has no sheet with cells")
      return
    }
    self.init(header: main.titles, rows: [])
    append(main, order: nil)
    for other in sheets where other.number != main.number { take(other, beside: main) }
  }

  private mutating func take(_ other: KnownSheet, beside main: KnownSheet) {
    let name = other.shownName
    let same = other.keys.sorted() == main.keys.sorted()
    guard same || other.kind != nil else {
      if let hidden = other.lowerKind {
        leaveOut(hidden, "the sheet `\(name)` has its titles below the first row, and is not read", beside: main)
      } else if other.mayGoOn(with: main) {
        doubts.append("the sheet `\(name)` has no titles that are known: it may hold further rows, and is not read")
      } else {
        notes.append("the sheet `\(name)` of the workbook is of no known kind, and is not read")
      }
      return
    }
    if same {
      append(other, order: main.keys.map { other.keys.firstIndex(of: $0)! })
      notes.append("the sheet `\(name)` has the same columns; its rows are read too")
    } else if let kind = other.kind {
      let text: Phrase =
        kind == main.kind
        ? "the sheet `\(name)` holds rows of the same kind under other titles, and is not read"
        : "the sheet `\(name)` of a workbook holds `\(kind)`, and is not read; save it as a file of its own"
      leaveOut(kind, text, beside: main)
    }
  }

  private mutating func leaveOut(_ kind: String, _ text: Phrase, beside main: KnownSheet) {
    if kind == main.kind { doubts.append(text) } else { unread.append((kind, text)) }
  }

  /// Adds the rows of a sheet, with its cells in the order of the header.
  private mutating func append(_ known: KnownSheet, order: [Int]?) {
    let sheet = known.sheet
    if known.heading > 0 { notes.append(Self.headingNote(known.heading, titles: sheet.rows[0].number)) }
    // Columns that stand under a title which others share: what they hold belongs to it, and nobody can say how.
    let sharedTitles = Self.mergedColumns(sheet.rows[0])
    for row in sheet.rows.dropFirst() {
      let place = Row(line: row.number, cells: [], sheet: sheet.name).place
      if let reason = Self.unread(row, titles: header.count, sharedTitles) {
        lost.append(Damage(place: place, text: reason))
        continue
      }
      if row.cells.dropFirst(header.count).contains(where: { !Blank.isBlank($0) }) {
        lost.append(Damage(place: place, text: "the row has cells beyond the last title: it may be shifted"))
        continue
      }
      let cells = order.map { $0.map { row.cells.indices.contains($0) ? row.cells[$0] : "" } } ?? row.cells
      rows.append(Row(line: row.number, cells: cells, sheet: sheet.name))
    }
    let name = KnownSheet.shown(sheet.name)
    if sheet.isHidden { notes.append("the sheet `\(name)` is hidden in the workbook; it is read") }
    if sheet.hiddenRows > 0 {
      notes.append("\(sheet.hiddenRows, "hidden row", "hidden rows") of the sheet `\(name)` read")
    }
    if sheet.hiddenColumns > 0 {
      notes.append("\(sheet.hiddenColumns, "hidden column", "hidden columns") of the sheet `\(name)` read")
    }
    if sheet.formulas > 0 {
      notes.append("\(sheet.formulas, "formula", "formulas") read as text: results are not taken for data")
    }
  }
}

extension TableInput {
  /// What is said of rows above the titles. None of what they hold is taken: not the day of a print either.
  static func headingNote(_ rows: Int, titles: Int) -> Phrase {
    "\(rows, "row", "rows") above the titles in row \(titles) passed over; no day is taken from there"
  }

  /// Why the row cannot be read as its cells say; `nil` where it can. Cells beyond the last title are looked at as well: a row
  /// that has them may be shifted.
  private static func unread(_ row: Workbook.Row, titles: Int, _ sharedTitles: [Int]) -> Phrase? {
    // A merge that leads past the table, as one of the whole width does, still begins in it.
    for unread in row.unread where unread.reason == .form || unread.columns.lowerBound < titles {
      let column = Workbook.letters(unread.columns.lowerBound)
      switch unread.reason {
      case .merged:
        return """
          the cell in column \(column) is merged with others: what it holds cannot be told; unmerge the cells and fill \
          in each
          """
      case .form:
        return """
          the cell in column \(column) holds something in a form that is not read; save the workbook anew, or as CSV
          """
      }
    }
    let untitled = sharedTitles.first { row.cells.indices.contains($0) && !Blank.isBlank(row.cells[$0]) }
    return untitled.map {
      """
      the title of column \(Workbook.letters($0)) is merged with another: what its cells are cannot be told; give each \
      column a title of its own
      """
    }
  }

  /// The columns that merges hide in a row, in order. Linear in the merges and columns.
  private static func mergedColumns(_ row: Workbook.Row) -> [Int] {
    let merges = row.unread.filter { $0.reason == .merged }.map(\.columns)
    guard let last = merges.map(\.upperBound).max() else { return [] }
    // By column: how many merges begin there, less those that ended before it.
    var changes = [Int](repeating: 0, count: min(last, FormatLimits.workbookColumns) + 2)
    for columns in merges where columns.lowerBound < changes.count - 1 {
      changes[columns.lowerBound] += 1
      changes[min(columns.upperBound + 1, changes.count - 1)] -= 1
    }
    var open = 0
    return changes.indices.dropLast().filter { column in
      open += changes[column]
      return open > 0
    }
  }
}

/// A sheet, with what its titles say.
private struct KnownSheet {
  var sheet: Workbook.Sheet
  /// Without blank ones at the end.
  var titles: [String]
  /// The titles as they are compared.
  var keys: [String]
  /// `nil` where no importer knows the titles.
  var kind: String?

  /// The kind of titles that stand in a lower row, under a heading.
  var lowerKind: String?
  /// How many rows above the titles were left out of the sheet.
  var heading = 0
  /// Its place among the sheets.
  var number: Int

  var shownName: String { Self.shown(sheet.name) }

  /// The name as messages show it: it comes from whoever made the workbook.
  static func shown(_ name: String) -> String { NationalIdentity.mayStand(in: name) ? "…" : ForeignText.name(name) }

  /// - Parameters:
  ///   - kindOfTitles: what a row is the titles of; `nil` for any that nobody knows.
  ///   - mayStandUnderHeading: whether titles may stand below rows that are no part of the table.
  init(
    _ sheet: Workbook.Sheet, number: Int, kind kindOfTitles: ([String]) -> String?,
    mayStandUnderHeading: ([String]) -> Bool = { _ in false }
  ) {
    self.sheet = sheet
    self.number = number
    titles = Self.titles(sheet.rows[0])
    keys = titles.map { TableInput.trim($0).lowercased() }
    kind = kindOfTitles(titles)
    guard kind == nil else { return }
    var filled = sheet.rows[0].cells.count { !Blank.isBlank($0) }
    for (place, row) in sheet.rows.prefix(21).enumerated().dropFirst() where lowerKind == nil {
      let titles = Self.titles(row)
      lowerKind = kindOfTitles(titles)
      // Rows of at most half as many cells as there are titles are none of the table.
      if lowerKind != nil, filled * 2 <= titles.count, mayStandUnderHeading(titles) {
        takeTitles(titles, below: place, lowerKind)
        return
      }
      filled = max(filled, row.cells.count { !Blank.isBlank($0) })
    }
  }

  private mutating func takeTitles(_ titles: [String], below heading: Int, _ kind: String?) {
    self.heading = heading
    sheet.rows.removeFirst(heading)
    self.titles = titles
    keys = titles.map { TableInput.trim($0).lowercased() }
    (self.kind, lowerKind) = (kind, nil)
  }

  private static func titles(_ row: Workbook.Row) -> [String] {
    Array(row.cells.prefix((row.cells.lastIndex { !Blank.isBlank($0) } ?? -1) + 1))
  }

  /// Whether the rows may be those of the main sheet, which go on here without titles: they are as wide, but for a last
  /// cell that may be empty, or hold addresses.
  func mayGoOn(with main: KnownSheet) -> Bool {
    let width = sheet.rows.prefix(20).map { Self.titles($0).count }.max() ?? 0
    if main.titles.count > 1, width == main.titles.count || (width > 2 && width == main.titles.count - 1) {
      return true
    }
    return sheet.rows.prefix(200).contains { row in
      row.cells.contains { NormalForm.email.read(TableInput.trim($0)) != nil }
    }
  }
}
