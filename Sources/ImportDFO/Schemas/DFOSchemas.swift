import FactStore
import ImportCore
import Localization

/// The source relations that exports of DFØ fill.
enum DFOSchemas {
  static let all: [RelationSchema] = [
    employee, employeeName, email, party, extraPosition, firm, position, holder, unit, leader, leaderUser,
    authorisation, post, termination, document,
  ]

  static let employeeEntity = Personnel.person
  static let positionEntity = ValueType.entity("dfo.position")
  static let unitEntity = ValueType.entity("dfo.unit")
  /// A user name of DFØ with its firm in front, which joins people with what they are authorised for.
  static let userEntity = ValueType.entity("dfo.user")

  static let employeeColumn = ColumnSchema(
    "employee", employeeEntity,
    doc: "`dfo/` and the number without the zeros before it; with its firm where the exports are of several firms")

  private static let obtainPeople: Phrase = """
    the answer of `GET …/ansatte/v2` from DFØ or the gateway of the institution, saved unchanged; the owner of the \
    service has the key; write the day that was asked into `tilsyn.yaml`
    """
  private static let obtainDocument: Phrase = "any export of DFØ"

  static let employee = RelationSchema(
    "dfo.employee",
    doc: """
      An employee, guest or hired person: as of the day asked, else the first time after it, else the last in the 30 days \
      before. `end: none` means that the employment is open.
      """,
    obtain: obtainPeople,
    columns: [
      employeeColumn,
      ColumnSchema("user_name", .text, optional: true, doc: "`brukerident`, one for each person of a firm"),
      ColumnSchema("dfo_user", userEntity, optional: true, doc: "`dfoBrukerident`: the firm and the user name"),
      ColumnSchema("external_id", .text, optional: true, doc: "`eksternIdent`, often the id in Feide"),
      ColumnSchema(
        "group", .text, optional: true,
        doc: "`medarbeidergruppe` as its code without zeros before it: `1` permanent, `8` and `9` external"),
      ColumnSchema("subgroup", .text, optional: true, doc: "`medarbeiderundergruppe` as its code likewise"),
      ColumnSchema("start", .date, optional: true, doc: "first working day; it may lie ahead"),
      ColumnSchema("end", .date, optional: true, doc: "last working day, which is one"),
      ColumnSchema("position", positionEntity, optional: true, doc: "the main position; none for a placeholder"),
      ColumnSchema(
        "placeholder", .bool, optional: true,
        doc: "whether the main position is 99999999, which stands for none: a previous employee"),
      ColumnSchema("unit", unitEntity, optional: true, doc: "where in the organisation"),
      ColumnSchema("legal_unit", .normal(.orgnr), optional: true, doc: "number of the legal unit"),
      ColumnSchema("leader", .bool, optional: true, doc: "`lederflagg`, true of an acting leader as well"),
      ColumnSchema(
        "external_user_name", .bool, optional: true,
        doc: "`eksternbruker`: whether a partner makes a user name; false does not mean that there is no account"),
    ],
    key: ["employee"], alternatives: Personnel.system("dfo"))

  static let employeeName = RelationSchema(
    "dfo.employee_name",
    doc: "What an employee is called.",
    obtain: obtainPeople,
    columns: [employeeColumn, ColumnSchema("name", .text, namesPeople: true, doc: "first and last name")],
    alternatives: Personnel.common)

  static let email = RelationSchema(
    "dfo.email",
    doc: "An address at work of an employee. Addresses at home are not read.",
    obtain: obtainPeople,
    columns: [employeeColumn, ColumnSchema("email", .normal(.email), doc: "the address")],
    alternatives: Personnel.system("dfo"))

  static let party = RelationSchema(
    "dfo.party",
    doc: """
      Who an employee is in Altinn and elsewhere: joined by the identity number, which is not kept. A number that stands in \
      for one joins nobody, and leaves open who it is.
      """,
    obtain: obtainPeople,
    columns: [employeeColumn, Parties.column("party", "the same person")], alternatives: Personnel.common)

  static let extraPosition = RelationSchema(
    "dfo.extra_position",
    doc: """
      A position that an employee has beside the main one; `end: none` means that it is open. One that is open after the \
      end of the employment contradicts it.
      """,
    obtain: obtainPeople,
    columns: [
      ColumnSchema("post", .entity("dfo.post"), doc: "the employee, the position and its start"), employeeColumn,
      ColumnSchema("position", positionEntity, doc: "the position"),
      ColumnSchema("start", .date, optional: true, doc: "first day"),
      ColumnSchema("end", .date, optional: true, doc: "last day"),
    ],
    key: ["post"], alternatives: Personnel.system("dfo"))

  static let firm = RelationSchema(
    "dfo.firm",
    doc: "The firm of an employee: numbers of employees and user names are those of one firm.",
    obtain: obtainPeople,
    columns: [employeeColumn, ColumnSchema("firm", .text, doc: "the first four digits of `dfoBrukerident`")])

  static let document = RelationSchema(
    "dfo.document",
    doc: "A document of DFØ that was read. Nothing in it says which day was asked.",
    obtain: obtainDocument,
    columns: [
      ColumnSchema(
        "document", .entity("dfo.document"),
        doc: "its kind, and the organisation that it was said to be of; where several are alike, a digest"),
      ColumnSchema("kind", .text, doc: "its kind, `dfo.contracts` for contracts that should not be there"),
      ColumnSchema("path", .text, doc: "path of the file, as reports show it"),
      ColumnSchema(
        "day", .date, optional: true, doc: "the day asked, from `query: dato=…`, else `extracted_at` in `tilsyn.yaml`"),
    ], alternatives: Personnel.common)
}
