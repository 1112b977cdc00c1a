import FactStore
import ImportCore
import Localization

/// Where the columns of a roster stand.
struct KitosRosterColumns: Sendable {
  static let emailTitle = "Email (påkrævet)"

  var email: Int
  var firstName: Int?
  var lastName: Int?

  /// `nil` when there is no column of addresses.
  init?(_ table: TableInput) {
    guard let email = table.column(Self.emailTitle) else { return nil }
    self.email = email
    firstName = table.column("Fornavn (påkrævet)")
    lastName = table.column("Efternavn (påkrævet)")
  }

  /// Whether a table with these titles, in lower case, is a roster.
  static func fit(_ titles: Set<String>) -> Bool {
    titles.isSuperset(of: [emailTitle.lowercased(), "fornavn (påkrævet)"])
  }
}

/// The workbook that a local administrator exports for import: `OS2KITOS Brugere`. Who is a user, and no right of theirs.
struct KitosRosterDocument: SourceDocument {
  /// From the configuration.
  var organisation: String?
  var rows: [Row]
  var lost: [Damage]
  var cut: Damage?
  var notes: [Phrase]

  struct Row: Sendable, ReadRecord {
    var place: Place
    var email: FactWriter.Cell
    var name: FactWriter.Cell
    var problems: [SourceReport.Problem] = []
  }

  var damageOfWhole: Phrase? { cut?.text }
  var records: Int { rows.count + lost.count }
  var problemCount: Int { rows.problemCount }

  func inform(_ survey: inout Survey, file: FileID) {
    for row in rows { survey.kitos.users.note(row.email, row.email) }
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    report.grade = .assumed
    report.notes += notes
    for relation in KitosKind.roster.tableRelations { writer.cover(relation, grade: .assumed) }
    for row in rows {
      let user = UnresolvedUser.resolve(row.email, survey, to: writer, at: row.place).user
      let doubt = UserInDispute.note(user, row.email, survey, to: writer, at: row.place)
      writer.add(
        "kitos.listed_user", ["user": user, "email": row.email, "name": row.name], at: row.place, in: doubt)
      writeUnknownRights(row, user, survey, writer)
      report.count(row.problems)
    }
    if records == 0, cut == nil { writeEmpty(writer, survey, &report) }
    let damages = lost.map { ($0, Hole.Reason.unusable) } + [cut].compactMap { $0 }.map { ($0, .truncated) }
    for (damage, reason) in damages { addHoles(writer, reason, damage.text, damage.place) }
    for damage in lost { report.reject(SourceReport.Problem(damage)) }
    if let cut { report.fail(cut) }
    report.limits.append("roles, API access and every other right: the roster has names and addresses only")
  }

  /// A roster without rows lists nobody, and somebody made it. Where another document lists users, it takes nothing from that.
  private func writeEmpty(_ writer: FactWriter, _ survey: Survey, _ report: inout SourceReport) {
    let text = KitosKind.roster.noun.emptyProvesNothing
    report.notes.append(text)
    guard !survey.kitos.users.hasList(organisation: organisation) else { return }
    addHoles(writer, .page, text, Place(line: 1))
    report.completeness = .partial
  }

  private func addHoles(_ writer: FactWriter, _ reason: Hole.Reason, _ text: Phrase, _ place: Place) {
    for relation in ["kitos.listed_user", "kitos.api_access", "kitos.organisation_role"] {
      writer.addHole(
        relation, knowing: FactWriter.known(organisation: organisation), reason: reason, text: text, at: place)
    }
  }

  /// Of users whom no other document describes, the roster leaves everything open.
  private func writeUnknownRights(_ row: Row, _ user: FactWriter.Cell, _ survey: Survey, _ writer: FactWriter) {
    if let email = row.email.text, survey.kitos.users.withAPIFlag.contains(email) { return }
    let text: Phrase = "the roster does not say what the user may do, and no other document does"
    var known = FactWriter.known(organisation: organisation)
    known["user"] = user.known
    for relation in [
      "kitos.api_access", "kitos.stakeholder_access", "kitos.member", "kitos.organisation_role",
      "kitos.global_administrator",
    ] {
      // Who is a global administrator, a row that does not say whose it is leaves as it is.
      if relation == "kitos.global_administrator", user.known == nil { continue }
      writer.addHole(relation, knowing: known, reason: .hidden, text: text, at: row.place)
    }
  }
}
