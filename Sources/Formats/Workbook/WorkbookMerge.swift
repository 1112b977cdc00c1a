/// Cells of a sheet that are shown as one. The first stores what they hold; the others look empty, or hold what nobody sees.
struct WorkbookMerge {
  private var rows: ClosedRange<Int>
  private var columns: ClosedRange<Int>

  /// - Parameter reference: `F2:F3`; `nil` for what is none.
  init?(_ reference: String) {
    let corners = reference.split(separator: ":", omittingEmptySubsequences: false).map { CellReference($0) }
    guard let first = corners.first ?? nil, let last = corners.last ?? nil, corners.count <= 2,
      let firstRow = first.row, let lastRow = last.row, firstRow <= lastRow, first.column <= last.column
    else { return nil }
    rows = firstRow...lastRow
    columns = first.column...last.column
  }

  /// Marks in the rows what the merge hides; rows that have no cells are none, merged or not.
  /// - Parameter xml: whose account is spent: a step for each row and cell that is looked at, and memory for each mark.
  func mark(_ all: inout [Workbook.Row], xml: WorkbookXML) throws(FormatProblem) {
    var at = Self.first(in: all, from: rows.lowerBound)
    let holds = at < all.count && all[at].number == rows.lowerBound && Self.holds(all[at], columns.lowerBound)
    while at < all.count, all[at].number <= rows.upperBound {
      try xml.work(1)
      if let hidden = hiddenColumns(of: all[at].number) {
        var isMarked = holds
        if !isMarked {
          let inRow = hidden.clamped(to: 0...all[at].cells.count)
          try xml.work(inRow.count)
          isMarked = inRow.contains { Self.holds(all[at], $0) }
        }
        if isMarked {
          try xml.keep(Self.cost)
          all[at].unread.append(Workbook.Unread(columns: hidden, reason: .merged))
        }
      }
      at += 1
    }
  }

  /// All but the first cell of the first row.
  private func hiddenColumns(of row: Int) -> ClosedRange<Int>? {
    guard row == rows.lowerBound else { return columns }
    return columns.count == 1 ? nil : columns.lowerBound + 1...columns.upperBound
  }

  /// What a mark takes in memory.
  static let cost = 64

  private static func holds(_ row: Workbook.Row, _ column: Int) -> Bool {
    (row.cells.indices.contains(column) && !Blank.isBlank(row.cells[column]))
      || row.unread.contains { $0.reason == .form && $0.columns.contains(column) }
  }

  /// The place of the first row of that number or a greater one.
  private static func first(in rows: [Workbook.Row], from number: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A cell as workbooks name it: `F2`, or `$F$2`.
struct CellReference {
  /// From 0.
  var column: Int
  /// From 1; `nil` where only a column is named.
  var row: Int?

  init?(_ text: some StringProtocol) {
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "$") }
    let letters = bytes.prefix { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
    let digits = bytes.dropFirst(letters.count)
    guard (1...3).contains(letters.count), digits.count <= 7 else { return nil }
    column = letters.reduce(0) { $0 * 26 + Int($1 | 0x20) - 96 } - 1
    if digits.isEmpty { return }
    guard digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    row = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}
