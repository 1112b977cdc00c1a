import FactStore
import Localization

extension FactWriter {
  /// Declares that rows may exist of which only this is known, as far as the relation has such columns: of a document of
  /// one organisation the organisation, of an answer about one object the object.
  package func addHole(
    _ relation: String, knowing known: [String: Value], reason: Hole.Reason, text: Phrase, at place: Place?
  ) {
    let columns = Set(schemas[relation]!.columns.lazy.filter { !$0.isOptional }.map(\.name))
    addHole(relation, known.filter { columns.contains($0.key) }, reason: reason, text: text, at: place)
  }

  /// What is known of every record of a document of an organisation.
  package static func known(organisation: String?) -> [String: Value] {
    organisation.map { ["organisation": .text($0)] } ?? [:]
  }
}
