import FactStore
import Formats

/// A place in a document where reading ended or a record was lost, and why.
package struct Damage: Hashable, Sendable {
  package let place: Place
  /// For people. It may name a key of the document, so an identity number that was used as one is kept out of it.
  package let text: String

  package init(place: Place, text: String) {
    self.place = NationalIdentity.mayStand(in: place.pointer) ? Place(line: place.line) : place
    self.text = NationalIdentity.masked(text)
  }
}

extension Damage {
  /// What the reader of a format found, with what to do about it.
  package init(_ problem: FormatProblem) {
    self.init(
      place: Place(line: problem.line, pointer: problem.pointer),
      text: problem.help.isEmpty ? problem.message : "\(problem.message); \(problem.help)")
  }
}
