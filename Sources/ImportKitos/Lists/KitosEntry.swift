import FactStore
import ImportCore

/// What one record of a document says: rows of relations, and what could not be used.
struct KitosEntry: Sendable, ReadRecord {
  var place: Place
  var rows: [Row] = []
  /// Identifies the record within its list, where it can be read.
  var identity: String?
  /// The e-mail address and the uuid of a user whom the record names, where it has both.
  var pairs: [Pair] = []
  /// The address of a user of whom the record says whether there is API access.
  var flagged: String?
  var problems: [SourceReport.Problem] = []

  struct Row: Sendable {
    var relation: String
    var cells: [String: FactWriter.Cell]
    var place: Place
    /// The organisation by its name, where the document gives no uuid: other documents may know it.
    var organisationName: String?
  }

  struct Pair: Hashable, Sendable {
    var email: String
    var uuid: String
  }

  init(place: Place) { self.place = place }

  mutating func add(
    _ relation: String, _ cells: [String: FactWriter.Cell], at place: Place? = nil, organisationName: String? = nil
  ) {
    rows.append(Row(relation: relation, cells: cells, place: place ?? self.place, organisationName: organisationName))
  }

  mutating func pair(_ email: FactWriter.Cell, _ uuid: FactWriter.Cell) {
    if let email = email.text, let uuid = uuid.text { pairs.append(Pair(email: email, uuid: uuid)) }
  }
}
