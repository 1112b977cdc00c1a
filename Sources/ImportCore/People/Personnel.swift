import FactStore
import Localization

/// What relations of people who work for the organisation have in common, whichever personnel system fills them.
package enum Personnel {
  /// A person as one personnel system knows it. Numbers are those of one system: all but the list that the organisation makes
  /// itself call their people by the name of the system and the number.
  package static let person = ValueType.entity("person")

  private static let group = "hr"

  /// Relations of the list that the organisation makes itself: what is missing where no personnel data were loaded.
  package static let list = Alternative(group, source: "employees")

  /// Relations of a personnel system, which an organisation has or has not.
  package static func system(_ name: String) -> Alternative { Alternative(group, source: name, isMain: false) }

  /// Relations that several systems fill, or that say something of documents alone.
  package static let common = Alternative(group, source: "common", isMain: false, standsIn: false)

  /// A personnel system, as facts name it.
  package enum Source: String, CaseIterable, Sendable { case employees, dfo, ks, visma }

  // MARK: Evidence

  /// Which personnel system has a person.
  package static let listed = evidence(
    "person.listed", "A person whom a personnel system lists, or has listed.",
    ColumnSchema("source", .text, values: Source.allCases.map(\.rawValue), doc: "the system"))

  /// Who a person is.
  package static let identity = evidence(
    "person.identity",
    """
    Who a person of a personnel system is, where the system shows an identity number. Two people of one identity are one \
    human; that two are not, nothing says.
    """, Parties.column("party", "the same person"))

  /// The addresses of a person.
  package static let address = evidence(
    "person.address", "An address of a person, where a personnel system shows it.",
    ColumnSchema("email", .normal(.email), doc: "the address"))

  /// What may be said of people in records that cannot be read. No export shows such a record, so it has no rows: where one is there,
  /// or where a record does not say readably who it is of, it has a hole.
  package static let unread = RelationSchema(
    "person.unread",
    doc: """
      A personnel system that dates employments has a record of which nobody can read whose it is, in whole or in part. It may be of \
      anybody whom another system shows.
      """,
    obtain: "any list of people of a personnel system",
    columns: [ColumnSchema("source", .text, values: Source.allCases.map(\.rawValue), doc: "the system")],
    alternatives: common, lost: .damage)

  /// What a system that dates employments tells of its people beside what is its own.
  package static let told = evidence + [unread]
  package static let toldNames = told.map(\.name)

  /// What exports show, and nothing else: of what could not be read, and of records that say nothing, it has no holes. So what one
  /// system leaves open says nothing of the people of another one.
  package static let evidence = [listed, identity, address]
  package static let evidenceNames = evidence.map(\.name)

  private static func evidence(_ name: String, _ doc: String, _ column: ColumnSchema) -> RelationSchema {
    RelationSchema(
      name, doc: doc, obtain: "any list of people of a personnel system",
      columns: [ColumnSchema("person", person, doc: "the person, as the personnel system knows it"), column],
      alternatives: common, lost: .nothing)
  }
}

extension FactWriter {
  /// Notes what an export shows of a person, as far as it is known.
  package func addEvidence(
    of person: Cell, _ source: Personnel.Source, party: Cell? = nil, email: Cell? = nil, at place: Place
  ) {
    if source != .ks {
      for cell in party == nil && email == nil ? [person] : [party, email].compactMap(\.self) {
        addUnread(cell, source, at: place)
      }
    }
    guard person.text != nil else { return }
    add(Personnel.listed.name, ["person": person, "source": .text(source.rawValue)], at: place)
    if let party, !party.isUnknown { add(Personnel.identity.name, ["person": person, "party": party], at: place) }
    if let email, email.text != nil { add(Personnel.address.name, ["person": person, "email": email], at: place) }
  }

  /// Notes that a personnel system has records that cannot be read.
  package func addUnread(_ source: Personnel.Source, _ reason: Hole.Reason, _ text: Phrase, at place: Place) {
    addHole(Personnel.unread.name, ["source": .text(source.rawValue)], reason: reason, text: text, at: place)
  }

  /// A cell that says who somebody is and cannot be read. One that a document does not have says nothing.
  private func addUnread(_ cell: Cell, _ source: Personnel.Source, at place: Place) {
    guard case .unknown(let why, let reason) = cell, reason != .columnAbsent else { return }
    addHole(Personnel.unread.name, ["source": .text(source.rawValue)], reason: reason, text: why, at: place)
  }
}
