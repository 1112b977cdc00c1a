import FactStore
import Localization

extension RelationSchema.LostRecord {
  /// Whether what is missing of a document leaves any row open, for this reason.
  func leavesOpen(for reason: Hole.Reason) -> Bool { self == .anyRow || self == .damage && reason != .page }
}

extension Kind {
  /// Declares that rows of this shape may exist, with what is known of every record of a document as well: what its context
  /// says of all, and, where the record itself names nobody that can be told, whom it was asked about.
  func addHole(
    _ writer: FactWriter, _ relation: String, _ known: [String: Facts.Cell], _ context: SourceContext,
    _ survey: Survey, reason: Hole.Reason, text: Phrase, at place: Place
  ) {
    guard let schema = writer.schemas[relation], schema.lost == .ownRow || schema.lost.leavesOpen(for: reason) else {
      return
    }
    let asked = (self.asked?(relation, context) ?? [:]).mapValues(Facts.Cell.party)
    let ofAll = self.known(context)
    var values: [String: Value] = [:]
    for column in schema.columns {
      let own = known[column.name]
      let value = own?.settled(survey).known ?? asked[column.name]?.settled(survey).known
      values[column.name] = value ?? (own != nil || column.isOptional ? nil : ofAll[column.name])
    }
    writer.addHole(relation, values, reason: reason, text: text, at: place)
  }
}
