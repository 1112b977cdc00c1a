import FactStore
import ImportCore
import Localization

/// The source relations that documents of Enhetsregisteret fill.
package enum EnhetsregisteretSchemas {
  static let all: [RelationSchema] = [
    registered, personRole, unitRole, representative, unit, deleted, roleType, ended, endedOn,
  ]

  /// The relations that a document of roles fills.
  static let ofRoles = [registered, personRole, unitRole, representative, ended, endedOn].map(\.name)

  /// An organisation or person, the same in Altinn and in Enhetsregisteret: an organisation by its number.
  static let party = Parties.entity

  /// The value of a column that a record says nothing of.
  static let unsaid = "unknown"

  private static let obtainRoles: Phrase = """
    the roles of a unit: `GET https://data.brreg.no/enhetsregisteret/api/enheter/{number}/roller`, or those of all \
    units: `GET https://data.brreg.no/enhetsregisteret/api/roller/totalbestand` (one packed file of about 130 MB, read \
    as it is); both are public and need no login. Whoever has Maskinporten access to the authorised interface \
    (`/autorisert-api/`) gets identity numbers too, by which people are recognised for certain
    """

  private static let obtainUnits: Phrase = """
    units and sub-units: `GET https://data.brreg.no/enhetsregisteret/api/enheter/{number}` and \
    `…/api/underenheter/{number}`, or all sub-units of one: `…/api/underenheter?overordnetEnhet={number}&size=1000`; \
    public, without login
    """

  private static let unitColumn = ColumnSchema("unit", party, doc: "organisation number of the unit")
  private static let roleColumn = ColumnSchema("role", .text, doc: "code of the role type, `DAGL`")
  private static let standing = ColumnSchema(
    "standing", .text, values: ["active", "resigned", "deregistered", "unknown"],
    doc: "`resigned` (fratrådt) and `deregistered` (avregistrert) roles are history; `unknown`: the record does not say"
  )

  static let registered = RelationSchema(
    "er.registered",
    doc:
      "A unit whose roles were loaded. Of other units `er.person_role` and `er.unit_role` say nothing, whatever they hold.",
    obtain: obtainRoles,
    columns: [unitColumn])

  static let personRole = RelationSchema(
    "er.person_role",
    doc: "A role that a person has, or had, in a unit.",
    obtain: obtainRoles,
    columns: [
      unitColumn, roleColumn,
      ColumnSchema("person", party, doc: "who: a digest, never a name or number"),
      ColumnSchema(
        "identity", .text, values: ["national", "assumed"],
        doc: "how the person is recognised: by identity number, or by name and date of birth, which two may share"),
      standing,
      ColumnSchema("life", .text, values: ["alive", "dead", "unknown"], doc: "what the record says of the person"),
    ])

  static let unitRole = RelationSchema(
    "er.unit_role",
    doc: "A role that a unit has, or had, in another.",
    obtain: obtainRoles,
    columns: [
      unitColumn, roleColumn, ColumnSchema("holder", party, doc: "organisation number of the unit that has the role"),
      standing,
      ColumnSchema(
        "existence", .text, values: ["exists", "deleted", "unknown"], doc: "what the record says of the holder"),
    ])

  static let representative = RelationSchema(
    "er.representative",
    doc: "Somebody who acts in a role for its holder: a guardian (verge), or somebody with authority (fullmektig).",
    obtain: obtainRoles,
    columns: [
      unitColumn, roleColumn, ColumnSchema("holder", party, doc: "who has the role"),
      ColumnSchema("person", party, doc: "who acts for the holder"),
      ColumnSchema("kind", .text, values: ["guardian", "agent"], doc: "by what right"),
    ])

  static let unit = RelationSchema(
    "er.unit",
    doc: "A unit or sub-unit.",
    obtain: obtainUnits,
    columns: [
      unitColumn,
      ColumnSchema("form", .text, optional: true, doc: "code of the organisation form, `AS`"),
      ColumnSchema("parent", party, optional: true, doc: "the unit that a sub-unit belongs to; none for a main unit"),
    ],
    key: ["unit"])

  static let deleted = RelationSchema(
    "er.deleted",
    doc: "A unit that has a date of deletion, which may lie ahead.",
    obtain: obtainUnits,
    columns: [unitColumn, ColumnSchema("on", .date, doc: "the day of its deletion"), twoYears])

  /// Years have 365 or 366 days, so that what is two years ago is no number of days.
  package static let twoYears = ColumnSchema(
    "two_years", .date, doc: "the last day on which the deletion is no more than two years ago, by the calendar")

  static let ended = RelationSchema(
    "party.ended",
    doc:
      "A party that some document has as dead or deleted without saying since when, whatever the others say: of "
      + "Enhetsregisteret or of Altinn, roles, units and parties alike.",
    obtain: obtainRoles,
    columns: [
      ColumnSchema("party", party, doc: "who"),
      ColumnSchema("state", .text, values: ["dead", "deleted"], doc: "what the document has it as"),
    ], lost: .nothing)

  static let endedOn = RelationSchema(
    "party.ended_on",
    doc: "A party of which some document says on which day it died or was deleted, which may lie ahead.",
    obtain: obtainUnits,
    columns: [
      ColumnSchema("party", party, doc: "who"),
      ColumnSchema("state", .text, values: ["dead", "deleted"], doc: "what the document has it as"),
      ColumnSchema("on", .date, doc: "since when"),
    ], lost: .nothing)

  static let roleType = RelationSchema(
    "er.role_type",
    doc: "A kind of role that Enhetsregisteret knows.",
    obtain: "the code list: `GET https://data.brreg.no/enhetsregisteret/api/roller/rolletyper`; public, without login",
    columns: [
      ColumnSchema("role", .text, doc: "its code, `DAGL`"), ColumnSchema("name", .text, doc: "what it is called"),
    ])
}
