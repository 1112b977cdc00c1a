import FactStore
import ImportCore
import Localization

/// The source relations that a list of employees fills.
enum EmployeeSchemas {
  static let all: [RelationSchema] = [person, email, employment, kind, party] + Personnel.told
  static let personEntity = Personnel.person
  static let employmentEntity = ValueType.entity("hr.employment")

  private static let obtain: Phrase = """
    the list of employees as HR has it, a workbook or CSV under HR's own titles, one row per employment, present and \
    past ones, with the last day employed (empty while it is open); whoever may see reports of the payroll or HR \
    system can make it; with the employee number and never a national identity number in its place; a column with \
    that number may stand beside it
    """

  static let person = RelationSchema(
    "employees.person",
    doc: "A person who is or was employed.",
    obtain: obtain,
    columns: [
      ColumnSchema("person", personEntity, doc: "the employee id as the list writes it"),
      ColumnSchema("name", .text, optional: true, namesPeople: true, doc: "the person's name"),
    ],
    key: ["person"], alternatives: Personnel.list)

  static let email = RelationSchema(
    "employees.email",
    doc: "A work address of the person.",
    obtain: obtain,
    columns: [
      ColumnSchema("person", personEntity, doc: "the employee id"),
      ColumnSchema("email", .normal(.email), doc: "the address"),
    ], alternatives: Personnel.list)

  static let employment = RelationSchema(
    "employees.employment",
    doc: "One employment of a person, from its first to its last day; `end: none` means that it is open.",
    obtain: obtain,
    columns: [
      ColumnSchema("employment", employmentEntity, doc: "`<id>/<start>`, with `#2` and so on where that repeats"),
      ColumnSchema("person", personEntity, doc: "the employee id"),
      ColumnSchema("unit", .text, optional: true, doc: "where in the organisation"),
      ColumnSchema("start", .date, optional: true, doc: "first day employed"),
      ColumnSchema("end", .date, optional: true, doc: "last day employed"),
    ],
    key: ["employment"], alternatives: Personnel.list)

  static let kinds = ["internal", "external"]

  static let kind = RelationSchema(
    "employees.kind",
    doc: """
      Whether somebody is of the house in an employment, where the list says so. A list without the column `kind` says it of nobody, \
      and nothing is judged by it.
      """,
    obtain: "the same list with a column `kind` that says internal or external of each employment",
    columns: [
      ColumnSchema("employment", employmentEntity, doc: "the employment"),
      ColumnSchema("kind", .text, values: kinds, doc: "external: a consultant, a guest, somebody on hire"),
    ], alternatives: Personnel.list)

  static let party = RelationSchema(
    "employees.party",
    doc: "Who an employee is in Altinn and in Enhetsregisteret: joined by the identity number, which is not kept.",
    obtain: """
      the same list with a column `national_id` (fødselsnummer or D-number); it joins people while the files are read, \
      and no report has it
      """,
    columns: [
      ColumnSchema("person", personEntity, doc: "the employee id"),
      Parties.column("party", "the same person"),
    ], alternatives: Personnel.list)
}
