import FactStore
import ImportCore
import Localization

/// The user table that a person exports from the Kitos pages: `Brugere Overblik`.
struct KitosOverviewDocument: SourceDocument {
  var organisation: String?
  var columns: KitosOverviewColumns
  var rows: [Row]
  var lost: [Damage]
  var cut: Damage?
  var notes: [Phrase]
  var file: FileID

  struct Row: Sendable, ReadRecord {
    var place: Place
    var email: FactWriter.Cell
    var name: FactWriter.Cell
    /// By ``KitosOverviewColumns/Flag``; a flag whose column is hidden is missing.
    var flags: [KitosOverviewColumns.Flag: FactWriter.Cell]
    /// `nil` where the column is hidden.
    var lastLogin: FactWriter.Cell?
    /// Some cell holds what its column cannot: cells may stand beside their columns, and none of them is a fact.
    var isShifted = false
    var problems: [SourceReport.Problem] = []
  }

  var damageOfWhole: Phrase? { cut?.text }
  var records: Int { rows.count + lost.count }
  var problemCount: Int { rows.problemCount }

  func inform(_ survey: inout Survey, file: FileID) {
    for row in rows where !row.isShifted {
      survey.kitos.users.note(row.email, row.email)
      if row.flags[.api]?.isUnknown == false, let email = row.email.text {
        survey.kitos.users.withAPIFlag.insert(email)
      }
    }
  }

  func enlist(in survey: inout Survey, file: FileID) {
    if records > 0 { survey.kitos.users.addList(organisation: organisation) }
    for email in rows.lazy.filter({ !$0.isShifted }).compactMap(\.email.text) {
      survey.kitos.users.addMember(.text(survey.kitos.users.identity(email: email).user), organisation: organisation)
    }
  }

  func tally(organisation: String?, survey: Survey) -> RecordTally {
    guard organisation == nil || organisation == self.organisation else { return RecordTally() }
    let identities = rows.compactMap { $0.email.text }
    return RecordTally(identities: Set(identities), others: records - identities.count)
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    report.grade = .assumed
    report.notes += notes
    cover(writer)
    let organisation = Kitos.organisation(self.organisation, of: Phrase("the table"), &report)
    if records == 0, cut == nil {
      writeEmpty(self.organisation, writer, survey, &report)
    } else {
      writer.add("kitos.user_list", ["organisation": organisation], at: Place(line: 1))
    }
    if columns.days.isMixed {
      report.completeness = .partial
      report.notes.append("logins: \(DayColumn.mixture)")
    }
    var unresolved = 0
    for row in rows {
      let (user, isKnown) = UnresolvedUser.resolve(row.email, survey, to: writer, at: row.place)
      if !isKnown { unresolved += 1 }
      if row.isShifted {
        writeShifted(row, user, organisation, writer)
      } else {
        write(row, user, organisation, survey, writer)
      }
      report.count(row.problems)
    }
    for damage in lost {
      addHoles(writer, .unusable, damage.text, damage.place, self.organisation)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, .truncated, cut.text, cut.place, self.organisation)
      report.fail(cut)
    }
    sayLimits(unresolved, &report)
  }

  private func cover(_ writer: FactWriter) {
    for relation in Kitos.userRelations + ["kitos.user_list"]
    where relation != "kitos.api_access" || columns.flags[.api] != nil {
      writer.cover(relation, grade: .assumed)
    }
    if columns.flags[.stakeholder] != nil { writer.cover("kitos.stakeholder_access", grade: .assumed) }
    if columns.lastLogin != nil {
      writer.cover("kitos.last_login", grade: .assumed)
      writer.cover("kitos.login_field", grade: .assumed)
    }
  }

  private func write(
    _ row: Row, _ user: FactWriter.Cell, _ organisation: FactWriter.Cell, _ survey: Survey, _ writer: FactWriter
  ) {
    let at = row.place
    let doubt = UserInDispute.note(user, row.email, survey, to: writer, at: at)
    func add(_ relation: String, _ cells: [String: FactWriter.Cell]) {
      writer.add(relation, cells.merging(["user": user]) { $1 }, at: at, in: doubt)
    }
    add("kitos.listed_user", ["email": row.email, "name": row.name])
    add("kitos.member", ["organisation": organisation])
    if let granted = row.flags[.api] { add("kitos.api_access", ["email": row.email, "granted": granted]) }
    if let granted = row.flags[.stakeholder] { add("kitos.stakeholder_access", ["granted": granted]) }
    for (flag, role) in KitosOverviewColumns.roles {
      writeRole(role, row.flags[flag], user, organisation, row, doubt, writer)
    }
    if let login = row.lastLogin {
      writer.add("kitos.login_field", ["user": user], at: at)
      if login != .none { writer.add("kitos.last_login", ["user": user, "day": login], at: at) }
    }
    RolesElsewhere.writeHoles(
      of: user, statesStakeholder: row.flags[.stakeholder] != nil, survey, to: writer, at: at)
    // Where another document shows global administrators, it does so for its own users only.
    if !survey.kitos.users.globalAdministratorsAreListed, let id = user.text,
      !survey.kitos.users.withGlobalAdministratorFlag.contains(id)
    {
      writer.addHole(
        "kitos.global_administrator", ["user": .text(id)], reason: .hidden,
        text: "the exported user table leaves global administrators out", at: at)
    }
  }

  /// A row whose cells stand beside their columns: its user may be anything that the table tells of users.
  private func writeShifted(
    _ row: Row, _ user: FactWriter.Cell, _ organisation: FactWriter.Cell, _ writer: FactWriter
  ) {
    var known = ["user": user.known]
    known["email"] = row.email.known
    known["organisation"] = organisation.known
    let text: Phrase = "the cells of the row do not fit their columns, so none of them is known"
    for relation in KitosKind.overview.tableRelations
    where relation != "kitos.user_list" && writer.schemas[relation]?.lost != .ownRow {
      writer.addHole(
        relation, knowing: known.compactMapValues { $0 }, reason: .unusable, text: text, at: row.place)
    }
    guard let id = user.text else { return }
    writer.addHole(
      "kitos.global_administrator", ["user": .text(id)], reason: .hidden, text: text, at: row.place)
  }

  /// A table without rows lists nobody, and somebody made it.
  private func writeEmpty(
    _ organisation: String?, _ writer: FactWriter, _ survey: Survey, _ report: inout SourceReport
  ) {
    let text = KitosKind.overview.noun.emptyProvesNothing
    survey.noteEmptyList(of: organisation, text, to: writer, &report)
    guard !survey.kitos.users.hasList(organisation: organisation) else { return }
    addHoles(writer, .page, text, Place(line: 1), organisation)
    report.completeness = .partial
    report.notes.append(text)
  }

  private func writeRole(
    _ role: String, _ flag: FactWriter.Cell?, _ user: FactWriter.Cell, _ organisation: FactWriter.Cell, _ row: Row,
    _ doubt: FactWriter.Doubt?, _ writer: FactWriter
  ) {
    let reason: Hole.Reason
    let text: Phrase
    switch flag {
    case .value(.bool(true)):
      let cells = ["user": user, "organisation": organisation, "role": FactWriter.Cell.text(role)]
      writer.add("kitos.organisation_role", cells, at: row.place, in: doubt)
      return
    case .unknown(let message, let why): (text, reason) = (message, why)
    case nil: (text, reason) = ("the column of this role is hidden in the exported table", .columnAbsent)
    default: return
    }
    var known: [String: Value] = ["role": .text(role)]
    known["user"] = user.known
    known["organisation"] = organisation.known
    writer.addHole("kitos.organisation_role", known, reason: reason, text: text, at: row.place)
  }

  private func sayLimits(_ unresolved: Int, _ report: inout SourceReport) {
    report.limits.append(
      """
      global administrators, business roles, and who gave a role: the table has no such columns, so it proves nobody \
      read-only; the user table behind the pages (OData) would
      """)
    report.limits += columns.hidden.map { Phrase("\($0.what): the column `\($0.title)` is hidden") }
    if unresolved > 0 {
      report.limits.append(
        """
        which users of documents with uuids \(unresolved) of its users are: the table has addresses only, and no loaded \
        document gives their uuids
        """)
    }
  }

  /// Users of the organisation may be missing from the table.
  private func addHoles(
    _ writer: FactWriter, _ reason: Hole.Reason, _ text: Phrase, _ place: Place, _ organisation: String?
  ) {
    let known = FactWriter.known(organisation: organisation)
    for relation in KitosKind.overview.tableRelations where writer.schemas[relation]?.lost != .ownRow {
      writer.addHole(relation, knowing: known, reason: reason, text: text, at: place)
    }
  }
}
