import FactStore
import Formats
import Localization

/// Whether a table ends where its file does.
///
/// RFC 4180 lets the last line go without a line end, so that alone proves nothing. But a program that writes CR LF
/// ends its last line as well; a file without any line end may be cut, and so is a last row that cannot be used.
enum TableEnd {
  enum Judgement: Equatable {
    case whole
    /// Rows may be missing; nothing shows it.
    case open
    /// Rows are missing; the last one that is there may be a part of a row.
    case cut(Damage, isLastRowPartial: Bool)
  }

  static func judge(_ table: CSVTable, text: [UInt8]) -> Judgement {
    let carriageReturn = UInt8(ascii: "\r")
    let hasNoRow = table.rows.isEmpty && table.refusedRows == 0
    let lineCount = LineIndex.count(text)
    // A lone CR is half a line end, unless it ends every line, as old programs have it.
    let endsWithinLineEnd = text.last == carriageReturn && (lineCount <= 2 || text.contains(UInt8(ascii: "\n")))
    guard table.endsWithoutLineEnd || endsWithinLineEnd else { return .whole }
    let isCutRow = table.problems.contains { !$0.isFatal && $0.line >= lineCount }
    guard endsWithinLineEnd || isCutRow || lineCount == 1 || text.contains(carriageReturn) else { return .open }
    return .cut(
      Damage(
        place: Place(line: lineCount),
        text: "the last line has no line end: the file was cut off, rows are missing; export it again"),
      isLastRowPartial: !endsWithinLineEnd && !isCutRow && !hasNoRow && !table.endsInBlankRow)
  }

  static let openNote: Phrase = "the last line has no line end; if the file was cut off there, rows are missing"
}
