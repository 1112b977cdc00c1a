import FactStore
import ImportCore
import Localization

/// The source relations that the answers of an HR interface for KS Læring fill.
enum KSLaeringSchemas {
  static let all: [RelationSchema] = [
    authority, document, unit, removedUnit, person, email, party, removedPerson, position, removedPosition,
  ]

  private static func way(_ endpoint: String) -> Phrase {
    """
    `curl -u USER https://HOST/…/v3/\(endpoint) > \(endpoint).ndjson`, without dates, from an address that the adapter \
    allows; whoever runs the municipality's adapter for KS Læring has the user; write `query: snapshot` beside it in \
    `tilsyn.yaml`
    """
  }

  private static let ofUnits = way("organisation")
  private static let ofPeople = way("person")
  private static let ofPositions = way("employee_position")

  private static let people = Personnel.person
  private static let units = ValueType.entity("ks.unit")
  private static let personColumn = ColumnSchema(
    "person", people, doc: "the file and line in which the person first stands, in the place of the identity number")
  private static let unitColumn = ColumnSchema("unit", units, doc: "the id, `CHART-UNIT`")
  private static let latest = ColumnSchema(
    "no_later_than", .date, doc: "the day on which it was seen to be gone; the end itself may be any day before")

  static let authority = RelationSchema(
    "ks.authority", doc: "Who serves an HR interface for KS Læring, and whom KS may write to.",
    obtain: "`curl -u USER https://HOST/…/v3/authority > authority.json`, from an address that the adapter allows",
    columns: [
      ColumnSchema("authority", .text, doc: "the name of the municipality"),
      ColumnSchema("version", .text, optional: true, doc: "the version of the interface"),
      ColumnSchema("email", .normal(.email), optional: true, doc: "the contact"),
    ])

  static let document = RelationSchema(
    "ks.document",
    doc: """
      A file of an HR interface for KS Læring, and the newest day that it speaks of: of a snapshot the day of the answer, of \
      changes a day on which the adapter was synchronised.
      """,
    obtain: ofPeople,
    columns: [
      ColumnSchema("document", .text, doc: "the path of the file"),
      ColumnSchema("lists", .text, values: ChangeKind.allCases.map(\.shown), doc: "what it lists"),
      ColumnSchema(
        "extent", .text, values: ["snapshot", "assumed", "changes"],
        doc: "whether it shows all that there is; `assumed` where only its shape says so"),
      ColumnSchema("day", .date, optional: true, doc: "the newest day in it"),
    ], key: ["document"], alternatives: Personnel.common, lost: .nothing)

  static let unit = RelationSchema(
    "ks.unit", doc: "A unit of the organisation as KS Læring is told it.", obtain: ofUnits,
    columns: [
      unitColumn,
      ColumnSchema("chart", .text, optional: true, doc: "the tree that it is in: what precedes the first hyphen"),
      ColumnSchema("name", .text, optional: true, doc: "its name"),
      ColumnSchema("parent", units, optional: true, doc: "the unit above; none at the top"),
    ], key: ["unit"])

  static let removedUnit = RelationSchema(
    "ks.removed_unit", doc: "A unit that the files show to be gone.", obtain: ofUnits,
    columns: [unitColumn, latest])

  static let person = RelationSchema(
    "ks.person",
    doc: """
      A person with a position that has not ended, as KS Læring is told it. Whoever begins later is among them: to be listed is \
      not to be employed.
      """,
    obtain: ofPeople,
    columns: [
      personColumn, ColumnSchema("name", .text, optional: true, namesPeople: true, doc: "first and last name"),
    ], key: ["person"], alternatives: Personnel.system("ks"))

  static let email = RelationSchema(
    "ks.email", doc: "The address of a person, from the directory.", obtain: ofPeople,
    columns: [personColumn, ColumnSchema("email", .normal(.email), doc: "the address")],
    alternatives: Personnel.system("ks"))

  static let party = RelationSchema(
    "ks.party",
    doc: "Who a person is in other systems: joined by the identity number, which is not kept.",
    obtain: ofPeople,
    columns: [personColumn, Parties.column("party", "the same person")], alternatives: Personnel.common)

  static let removedPerson = RelationSchema(
    "ks.removed_person",
    doc: """
      A person whom the files show to be gone. That is not to have left: an adapter drops whoever lost chart and unit as well.
      """,
    obtain: ofPeople, columns: [personColumn, latest], alternatives: Personnel.system("ks"))

  static let position = RelationSchema(
    "ks.position",
    doc: "The position of a person in a unit that has not ended, as KS Læring is told it; one a unit at most.",
    obtain: ofPositions,
    columns: [
      personColumn, unitColumn, ColumnSchema("title", .text, optional: true, doc: "the title"),
      ColumnSchema("main", .bool, optional: true, doc: "it is the person's main position"),
      ColumnSchema("manager", .bool, optional: true, doc: "the person manages the unit"),
    ], key: ["person", "unit"])

  static let removedPosition = RelationSchema(
    "ks.removed_position",
    doc: "A position that the files show to be gone, and not to have come back; see `ks.removed_person`.",
    obtain: ofPositions, columns: [personColumn, unitColumn, latest])
}
