import FactStore
import Formats
import Localization

/// What a report says of the secrets of a document, so that their owner hears of them.
extension SecretSearch {
  /// What the report says of them; `nil` where there are none that have to be said.
  package var problem: SourceReport.Problem? {
    guard let first = unpublished.first else { return nil }
    let isColumn = first.name.hasPrefix(Self.columnPrefix)
    let name: Phrase =
      isColumn
      ? "column \(Int(first.name.dropFirst(Self.columnPrefix.count)) ?? 0)" : "\(ForeignText.name(first.name))"
    return SourceReport.Problem(
      line: first.place.line, pointer: first.place.pointer, message: Self.message(name, max(1, records)))
  }

  /// What a column without a title that may be shown is called.
  static func name(ofColumn column: Int) -> String { "\(columnPrefix)\(column + 1)" }

  private static let columnPrefix = "column "

  /// Whether a problem is that of credentials.
  package static func isFound(by problem: SourceReport.Problem) -> Bool { problem.message.key == key }

  private static let key = message("", 0).key

  private static func message(_ name: Phrase, _ records: Int) -> Phrase {
    """
    contains credentials (`\(name)`) in \(records, "record", "records"); dropped; delete this export and make one \
    without them
    """
  }
}

extension ReadFile {
  /// Keeps what was found in the document, and says so in its report.
  mutating func note(_ found: SecretSearch) {
    let isFirst = secrets.unpublished.isEmpty
    secrets.complete(found)
    if isFirst, let problem = secrets.problem { report.listAlways(problem) }
  }
}
