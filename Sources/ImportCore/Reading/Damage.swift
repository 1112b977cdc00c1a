import FactStore
import Formats
import Localization

/// A place in a document where reading ended or a record was lost, and why.
package struct Damage: Hashable, Sendable {
  package let place: Place
  /// For people. It may name a key of the document, so an identity number or a secret that was used as one is kept out of it.
  package let text: Phrase

  package init(place: Place, text: Phrase) {
    self.place = Withholding.reason(place.pointer) == nil ? place : Place(line: place.line)
    self.text = text.masked { Withholding.masked($0) }
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
