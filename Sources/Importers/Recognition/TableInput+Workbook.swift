import FactStore
import Formats

extension TableInput {
  /// The sheet of a workbook that an importer reads: the first whose titles some importer knows, else the first that has
  /// any rows. Its first row holds the titles.
  init(_ workbook: Workbook) {
    let sheets = workbook.sheets.filter { !$0.rows.isEmpty }
    let known = sheets.first { sheet in
      Importers.all.contains { importer in
        if case .used? = importer.recognise(.table(header: sheet.rows[0].cells)) { return true }
        return false
      }
    }
    guard let sheet = known ?? sheets.first else {
      self.init(header: [], rows: [])
      cut = Damage(place: Place(line: 1), text: "the workbook has no sheet with cells")
      return
    }
    self.init(header: sheet.rows[0].cells, rows: [])
    rows = sheet.rows.dropFirst().map { Row(line: $0.number, cells: $0.cells, sheet: sheet.name) }
    if sheets.count > 1 {
      notes.append("\(sheets.count - 1) more sheet\(sheets.count == 2 ? "" : "s") of the workbook not read")
    }
    if sheet.isHidden { notes.append("the sheet is hidden in the workbook") }
    if sheet.formulas > 0 {
      notes.append(
        "\(sheet.formulas) formula\(sheet.formulas == 1 ? "" : "s") read as text: results are not taken for data")
    }
  }
}
