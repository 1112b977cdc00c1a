import FactStore
import Formats
import Localization

/// What one block of JSON lines gives.
// Safe: filled by one thread, then read by one thread.
final class LineBlock: @unchecked Sendable {
  /// Codes of the good rows, by rule.
  let tables: [Table]
  /// Stretches of rows that stand on consecutive lines, by rule.
  private(set) var runs: [[Run]]
  var failures: [Failure] = []
  /// Lines that are no JSON object.
  var rejections: [FormatProblem] = []
  /// Records that were used whole, and those of which something could not be used.
  var used = 0
  var rejectedRows = 0
  var lines = 0
  var endsWithoutLineEnd = false
  /// A key may be one of credentials.
  var mayHoldSecrets = false

  struct Run {
    var row: Int
    var count: Int
    var line: Int
  }

  /// A row that is no fact, with what it says nevertheless.
  struct Failure {
    var rule: Int
    var line: Int
    var cells: [String: FactWriter.Cell]
    var pointer: String
    /// `nil` where a cell is merely unknown, as the mapping allows.
    var problem: Phrase?
    /// Whether no earlier rule failed for the record.
    var isFirstOfRecord: Bool
  }

  init(arities: [Int]) {
    tables = arities.map { Table(arity: $0) }
    runs = arities.map { _ in [] }
  }

  /// Adds rows that stand on consecutive lines, joined with those before where they continue them.
  func addRun(_ rule: Int, row: Int, count: Int, line: Int) {
    if let last = runs[rule].last, last.row + last.count == row, last.line + last.count == line {
      runs[rule][runs[rule].count - 1].count += count
    } else {
      runs[rule].append(Run(row: row, count: count, line: line))
    }
  }
}
