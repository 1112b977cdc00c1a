import ImportCore
import Localization

/// What reports say of lists that people keep.
enum EmptyList {
  /// A list that holds its head only is a form that nobody filled in: it counts as not exported.
  static func limit(_ what: Phrase) -> Phrase {
    "everything: the list holds no row, and an empty list of \(what) counts as one that was not exported"
  }

  static func cleaned(_ rows: Int) -> Phrase {
    "addresses of \(rows, "row", "rows") held characters that show nothing; they are left out"
  }

  /// The mark of a record of which characters that show nothing were left out.
  static let wasCleaned = "cleaned"

  static func noteCleaned(_ document: RecordDocument, _ report: inout SourceReport) {
    let rows = document.count(of: wasCleaned)
    if rows > 0 { report.notes.append(cleaned(rows)) }
  }
}
