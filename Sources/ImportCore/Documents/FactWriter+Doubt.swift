import FactStore
import Localization

extension FactWriter {
  /// Why rows that a document states are possible and not certain.
  package struct Doubt: Sendable {
    package let text: Phrase
    package let reason: Hole.Reason

    package init(text: Phrase, reason: Hole.Reason) {
      self.text = text
      self.reason = reason
    }
  }

  /// Adds a row, or, in doubt, the hole of its shape.
  package func add(_ relation: String, _ cells: [String: Cell], at place: Place, in doubt: Doubt?) {
    guard let doubt else { return add(relation, cells, at: place) }
    addHole(relation, cells.compactMapValues(\.known), reason: doubt.reason, text: doubt.text, at: place)
  }
}
