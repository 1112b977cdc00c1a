import FactStore

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
    guard person.text != nil else { return }
    add(Personnel.listed.name, ["person": person, "source": .text(source.rawValue)], at: place)
    if let party, !party.isUnknown { add(Personnel.identity.name, ["person": person, "party": party], at: place) }
    if let email, email.text != nil { add(Personnel.address.name, ["person": person, "email": email], at: place) }
  }
}
