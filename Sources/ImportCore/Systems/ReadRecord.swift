/// A record of a document, with what it says unusably.
package protocol ReadRecord {
  var problems: [SourceReport.Problem] { get }
}

extension Sequence where Element: ReadRecord {
  /// How many things the records say unusably. Linear.
  package var problemCount: Int { reduce(0) { $0 + $1.problems.count } }
}
