import CLibXLSXWriter
import FactStore

/// A sheet that is being written, row by row from the top: no row is held once the next has begun.
final class WorkbookSheet {
  /// What a cell holds. There is no formula and no link among them.
  enum Cell {
    case none
    case text(String, WorkbookLook = .text)
    case number(Int, WorkbookLook = .number)
    case day(CalendarDate?)
  }

  let handle: UnsafeMutablePointer<lxw_worksheet>
  private let looks: WorkbookLooks
  private let prepare: (String) -> String
  /// By column, in characters.
  private var widths: [Double] = []
  /// The number of the next row, from 0.
  private(set) var next = 0
  /// What the library answered first that was no success.
  private(set) var failure = LXW_NO_ERROR

  /// - Parameter prepare: what makes a text fit for a cell.
  init(
    _ handle: UnsafeMutablePointer<lxw_worksheet>, looks: WorkbookLooks, prepare: @escaping (String) -> String
  ) {
    self.handle = handle
    self.looks = looks
    self.prepare = prepare
    worksheet_set_landscape(handle)
    let a4: UInt8 = 9
    worksheet_set_paper(handle, a4)
  }

  /// Prints it no wider than a page.
  func fitToPage() { worksheet_fit_to_pages(handle, 1, 0) }

  /// How wide columns are, in characters, from the first. `look` is that of cells that people fill in.
  func column(_ index: Int, width: Double, look: WorkbookLook? = nil) {
    while widths.count <= index { widths.append(0) }
    widths[index] = width
    note(worksheet_set_column(handle, UInt16(index), UInt16(index), width, look.map { looks[$0] } ?? nil))
  }

  /// The titles of a table, which stay in sight and on every page.
  func titles(_ titles: [String]) {
    row(titles.map { .text($0, .title) })
    worksheet_freeze_panes(handle, 1, 0)
    note(worksheet_repeat_rows(handle, 0, 0))
  }

  /// Lets people choose rows by the values of so many columns, once all are written.
  func filter(columns: Int) { note(worksheet_autofilter(handle, 0, 0, UInt32(max(0, next - 1)), UInt16(columns - 1))) }

  func row(_ cells: [Cell]) {
    let at = UInt32(next)
    let lines = zip(cells, widths).reduce(1) { max($0, Self.lines($1.0, width: $1.1)) }
    if lines > 1 { note(worksheet_set_row(handle, at, Double(lines) * Self.lineHeight, nil)) }
    for (column, cell) in cells.enumerated() {
      let column = UInt16(column)
      switch cell {
      case .none, .day(nil), .text("", _): continue
      case .text(let text, let look): write(text, at, column, look)
      case .number(let number, let look): note(worksheet_write_number(handle, at, column, Double(number), looks[look]))
      case .day(let day?):
        // Before that, calendars of spreadsheets disagree.
        if day.days >= Self.firstDay {
          note(worksheet_write_number(handle, at, column, Double(Int(day.days) + Self.epoch), looks[.day]))
        } else {
          write(day.description, at, column, .text)
        }
      }
    }
    next += 1
  }

  /// In points.
  private static let lineHeight = 15.0
  private static let mostLines = 12

  /// How many lines a text takes that is broken at the width of its column: not every program works it out.
  private static func lines(_ cell: Cell, width: Double) -> Int {
    guard case .text(let text, let look) = cell, look.isWrapped, width > 0, Double(text.utf8.count) > width else {
      return 1
    }
    // Words are kept whole, so that lines end early.
    let perLine = max(1, Int(width * 0.95))
    let beginning = String(text.unicodeScalars.prefix(perLine * mostLines))
    return min(mostLines, (DisplayWidth.of(beginning) + perLine - 1) / perLine)
  }

  /// 1970-01-01 and, from there, 1900-03-01 in days as spreadsheets count them.
  private static let epoch = 25_569
  private static let firstDay: Int32 = -25_508

  private func write(_ text: String, _ row: UInt32, _ column: UInt16, _ look: WorkbookLook) {
    note(worksheet_write_string(handle, row, column, prepare(text), looks[look]))
  }

  private func note(_ answer: lxw_error) {
    if failure == LXW_NO_ERROR { failure = answer }
  }
}
