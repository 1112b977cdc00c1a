import FactStore
import Formats

extension TableInput {
  /// A table that was read from delimited text, in the form that importers take.
  init(_ table: CSVTable, text: [UInt8]) {
    header = table.header
    rows = table.rows.map { Row(line: $0.line, cells: $0.cells) }
    for problem in table.problems {
      if problem.isFatal {
        if cut == nil { cut = Damage(problem) }
      } else if problem.code != "more-problems" {
        lost.append(Damage(problem))
      }
    }
    unlisted = max(0, table.refusedRows - lost.count)
    guard table.endsWithoutLineEnd, cut == nil else { return }
    // A program that writes CR LF ends its last line as well; so does one that writes whole rows. A text editor need not.
    let lineCount = LineIndex(text).lineCount
    let isCutRow = lost.last.map { $0.place.line >= lineCount } ?? false
    let isCutHeader = rows.isEmpty && lost.isEmpty
    if isCutRow || isCutHeader || text.contains(UInt8(ascii: "\r")) {
      cut = Damage(
        place: Place(line: lineCount),
        text: "the last line has no line end: the file was cut off, rows are missing; export it again")
    } else {
      notes.append("the last line has no line end; if the file was cut off there, rows are missing")
    }
  }
}
