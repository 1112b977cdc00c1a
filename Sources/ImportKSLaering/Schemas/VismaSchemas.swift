import FactStore
import ImportCore
import Localization

/// The source relations that documents of Visma's HRM fill.
enum VismaSchemas {
  static let all: [RelationSchema] = [
    person, email, party, employment, endedEmployment, position, endedPosition, unit, manager,
  ]

  private static let persons: Phrase = """
    `GET https://HOST/hrm_ws/secure/persons/company/1/start-id/0/end-id/999999`, saved as it comes; a user of the web \
    service of Visma HRM can read it; write `query: snapshot` beside it in `tilsyn.yaml` where it is of all companies
    """
  private static let charts: Phrase = """
    `GET https://HOST/hrm_ws/secure/organization/chart/2026-11-01/1`, with the day and the company, saved as it comes; a \
    user of the web service of Visma HRM can read it
    """

  private static let personColumn = ColumnSchema(
    "person", Personnel.person, doc: "`Visma` and the `personIdHRM`, or a line where that is an identity number")
  private static let employmentColumn = ColumnSchema(
    "employment", .entity("hr.employment"), doc: "the person and the place among the person's employments")
  private static let positionColumn = ColumnSchema(
    "position", .entity("visma.position"), doc: "the employment and the place among its positions")
  private static let units = ValueType.entity("visma.unit")
  private static let unitColumn = ColumnSchema("unit", units, doc: "the ids of chart and unit, `CHART-UNIT`")
  private static let start = ColumnSchema("start", .date, optional: true, doc: "first day")
  private static let end = ColumnSchema("end", .date, optional: true, doc: "last day; none while it is open")

  static let person = RelationSchema(
    "visma.person", doc: "A person as Visma lists one.", obtain: persons,
    columns: [
      personColumn, ColumnSchema("name", .text, optional: true, namesPeople: true, doc: "first and last name"),
    ],
    key: ["person"], alternatives: Personnel.system("visma"))

  static let email = RelationSchema(
    "visma.email", doc: "The work address of a person.", obtain: persons,
    columns: [personColumn, ColumnSchema("email", .normal(.email), doc: "the address")],
    alternatives: Personnel.system("visma"))

  static let party = RelationSchema(
    "visma.party", doc: "Who a person is in other systems: joined by the identity number, which is not kept.",
    obtain: persons, columns: [personColumn, Parties.column("party", "the same person")],
    alternatives: Personnel.system("visma"))

  static let employment = RelationSchema(
    "visma.employment", doc: "An employment of a person, which has positions.", obtain: persons,
    columns: [
      employmentColumn, personColumn, ColumnSchema("number", .text, optional: true, doc: "the employee number"), start,
      end,
    ], key: ["employment"], alternatives: Personnel.system("visma"))

  static let endedEmployment = RelationSchema(
    "visma.ended_employment", doc: "An employment that a word says to be over, whatever day is given.", obtain: persons,
    columns: [employmentColumn], alternatives: Personnel.system("visma"))

  static let position = RelationSchema(
    "visma.position",
    doc: """
      A position of an employment, which may have ended itself. `end` is read as the last day employed, which Visma does not \
      say.
      """,
    obtain: persons,
    columns: [
      positionColumn, personColumn, employmentColumn, ColumnSchema("unit", units, optional: true, doc: "where it is"),
      ColumnSchema("title", .text, optional: true, doc: "the title"), start, end,
      ColumnSchema("main", .bool, optional: true, doc: "it is the primary position"),
    ], key: ["position"], alternatives: Personnel.system("visma"))

  static let endedPosition = RelationSchema(
    "visma.ended_position", doc: "A position that a word says to be over, whatever day is given.", obtain: persons,
    columns: [positionColumn], alternatives: Personnel.system("visma"))

  static let unit = RelationSchema(
    "visma.unit", doc: "A unit of a chart.", obtain: charts,
    columns: [
      unitColumn, ColumnSchema("chart", .text, optional: true, doc: "the id of the chart"),
      ColumnSchema("name", .text, optional: true, doc: "its name"),
      ColumnSchema("parent", units, optional: true, doc: "the unit above; none at the top"),
    ], key: ["unit"])

  static let manager = RelationSchema(
    "visma.manager", doc: "Who manages a unit.", obtain: charts, columns: [unitColumn, personColumn])
}
