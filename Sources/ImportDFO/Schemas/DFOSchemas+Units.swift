import FactStore
import ImportCore
import Localization

/// Positions and units, and what the files of rows say of people.
extension DFOSchemas {
  private static let obtainPositions: Phrase = """
    the answer of `GET …/stillinger/v2` from DFØ or the gateway of the institution, saved unchanged; ask of the same day as \
    for the employees
    """
  private static let obtainUnits: Phrase = """
    the answer of `GET …/organisasjoner/v1` (elsewhere `…/orgenhet/v2`) from DFØ or the gateway of the institution, \
    saved unchanged
    """
  private static let obtainRows: Phrase = """
    the files `feide_persti` and `feide_persondata` that DFØ sends by SFTP to institutions that do not use its interface; \
    copy both of one night
    """

  static let position = RelationSchema(
    "dfo.position",
    doc: "A position of the organisation, whether somebody holds it or not.",
    obtain: obtainPositions,
    columns: [
      ColumnSchema("position", positionEntity, doc: "its number without the zeros before it"),
      ColumnSchema("name", .text, optional: true, doc: "`stillingsnavn`"),
      ColumnSchema("unit", unitEntity, optional: true, doc: "where in the organisation"),
    ],
    key: ["position"])

  static let holder = RelationSchema(
    "dfo.position_holder",
    doc: "Who holds a position on the day asked or later; `end: none` means that it is open.",
    obtain: obtainPositions,
    columns: [
      ColumnSchema("holding", .entity("dfo.holding"), doc: "the employee, the position and the start"),
      ColumnSchema("position", positionEntity, doc: "the position"), employeeColumn,
      ColumnSchema("start", .date, optional: true, doc: "first day"),
      ColumnSchema("end", .date, optional: true, doc: "last day"),
    ],
    key: ["holding"])

  static let unit = RelationSchema(
    "dfo.unit",
    doc: "A unit of the organisation.",
    obtain: obtainUnits,
    columns: [
      ColumnSchema(
        "unit", unitEntity,
        doc: "its number without the zeros before it; in rows with its business area where several have it"),
      ColumnSchema("name", .text, optional: true, doc: "what it is called"),
      ColumnSchema("parent", unitEntity, optional: true, doc: "the unit above; none where its number is 0"),
    ],
    key: ["unit"])

  static let leader = RelationSchema(
    "dfo.unit_leader",
    doc: "An employee who leads a unit.",
    obtain: obtainUnits,
    columns: [ColumnSchema("unit", unitEntity, doc: "the unit"), employeeColumn])

  static let leaderUser = RelationSchema(
    "dfo.unit_leader_user",
    doc: "Who leads a unit, by user name. A leader may be here, in `dfo.unit_leader` or in both.",
    obtain: obtainUnits,
    columns: [
      ColumnSchema("unit", unitEntity, doc: "the unit"),
      ColumnSchema("user", .text, doc: "`lederBrukerident`, the name that `dfo.employee` has as `user_name`"),
    ])

  static let authorisation = RelationSchema(
    "dfo.unit_authorisation",
    doc: """
      A user who is linked to a unit for authorisation or workflow in DFØ. What that lets the user approve, and whether it \
      holds in the units below, the specification does not say.
      """,
    obtain: obtainUnits,
    columns: [
      ColumnSchema("authorisation", .entity("dfo.authorisation"), doc: "the user, the type, the unit and the start"),
      ColumnSchema("unit", unitEntity, doc: "the unit"),
      ColumnSchema("type", .text, doc: "`A290` for authorisation, `AZWF` for workflow"),
      ColumnSchema("user", userEntity, doc: "the name that `dfo.employee` has as `dfo_user`"),
      ColumnSchema("start", .date, optional: true, doc: "first day of the link"),
      ColumnSchema("end", .date, optional: true, doc: "last day of the link; none while it is open"),
    ],
    key: ["authorisation"])

  static let post = RelationSchema(
    "dfo.post",
    doc: """
      A row of `feide_persti`: a person in a position for a time. The last day in `feide_persondata` ends what is open or goes \
      on after it; without that list nobody knows whether it has ended.
      """,
    obtain: obtainRows,
    columns: [
      ColumnSchema("post", .entity("dfo.post"), doc: "the employee, the unit, the position and its start"),
      employeeColumn,
      ColumnSchema("main", .bool, doc: "whether it is the main position"),
      ColumnSchema("unit", unitEntity, optional: true, doc: "where in the organisation"),
      ColumnSchema("position", positionEntity, optional: true, doc: "the position; none for 99999999, a placeholder"),
      ColumnSchema(
        "affiliated", .bool, optional: true, doc: "whether the person is only affiliated, by the code 20009999"),
      ColumnSchema("start", .date, optional: true, doc: "first day"),
      ColumnSchema("end", .date, optional: true, doc: "last day; none while it is open"),
    ],
    key: ["post"], alternatives: Personnel.system("dfo-rows"))

  static let termination = RelationSchema(
    "dfo.termination",
    doc: "A person of `feide_persondata`, with the last day of the employment; none where it is open.",
    obtain: obtainRows,
    columns: [employeeColumn, ColumnSchema("end", .date, optional: true, doc: "last day employed")],
    key: ["employee"], alternatives: Personnel.system("dfo-rows"))
}
