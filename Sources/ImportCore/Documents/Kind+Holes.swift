import FactStore

extension Kind {
  /// Declares that rows of this shape may exist, with what is known of every record of a document as well: what its context
  /// says of all, and whom it was asked about.
  func addHole(
    _ writer: FactWriter, _ relation: String, _ known: [String: Facts.Cell], _ context: SourceContext,
    _ survey: Survey, reason: Hole.Reason, text: String, at place: Place
  ) {
    guard let schema = writer.schemas[relation], schema.lost != .nothing else { return }
    let said = (asked?(relation, context) ?? [:]).mapValues(Facts.Cell.party).merging(known) { $1 }
    let ofAll = self.known(context)
    var values: [String: Value] = [:]
    for column in schema.columns {
      values[column.name] =
        said[column.name].map { $0.settled(survey).known } ?? (column.isOptional ? nil : ofAll[column.name])
    }
    writer.addHole(relation, values, reason: reason, text: text, at: place)
  }
}
