import FactStore
import Formats

extension TableInput {
  /// A table that was read from delimited text, in the form that importers take.
  package init(_ table: CSVTable, text: [UInt8]) {
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
    guard cut == nil else { return }
    switch TableEnd.judge(table, text: text) {
    case .whole: break
    case .open: notes.append(TableEnd.openNote)
    case .cut(let damage, let isLastRowPartial):
      cut = damage
      // What its last cell says may be the beginning of something else.
      if isLastRowPartial { rows.removeLast() }
    }
  }
}
