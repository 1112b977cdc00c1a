import FactStore
import ImportCore

/// A page of the user list of one organisation, or one user of it.
struct KitosUsersDocument: SourceDocument {
  /// ``KitosKind/users`` or ``KitosKind/internalUser``.
  var kind: KitosKind
  var isSingle: Bool
  /// From the configuration; the document itself names none.
  var organisation: String?
  var users: [KitosUser]
  /// Records that could not be read at all.
  var lost: [Damage]
  /// Where reading ended before the document did.
  var cut: Damage?
  var file: FileID

  var damageOfWhole: String? { cut?.text }
  var records: Int { users.count + lost.count }
  var problemCount: Int { users.problemCount }

  func inform(_ survey: inout Survey, file: FileID) {
    for user in users {
      survey.kitos.users.note(user.user, user.email)
      if !isSingle { survey.kitos.users.addMember(user.user, organisation: organisation) }
      guard let email = user.email.text else { continue }
      if let uuid = user.user.text { survey.kitos.users.pair(email: email, uuid: uuid) }
      if !user.apiAccess.isUnknown { survey.kitos.users.withAPIFlag.insert(email) }
    }
  }

  private var key: Survey.ListKey {
    Survey.ListKey(kind: KitosKind.users.rawValue, organisation: organisation, file: organisation == nil ? file : nil)
  }

  func enlist(in survey: inout Survey, file: FileID) {
    guard !isSingle else { return }
    if records > 0 { survey.kitos.users.addList(organisation: key.organisation) }
    survey.addPage(
      key, Survey.Page(file: file, count: records, identities: Set(users.compactMap { $0.user.text })))
  }

  func tally(organisation: String?, survey: Survey) -> RecordTally {
    guard organisation == nil || organisation == self.organisation else { return RecordTally() }
    let identities = users.compactMap { $0.user.text }
    return RecordTally(identities: Set(identities), others: records - identities.count)
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    let hasList = organisation != nil && survey.kitos.users.hasList(organisation: organisation)
    if !isSingle || !hasList {
      for relation in kind.relations { writer.cover(relation, grade: .assumed) }
    }
    report.grade = .assumed
    let start = Place(line: 1)
    let organisationCell: FactWriter.Cell
    if let organisation {
      organisationCell = .text(organisation)
    } else {
      organisationCell = .unknown("which organisation the user list is of is not known", .context)
      report.completeness = .partial
      report.notes.append(
        "the document does not name its organisation; give it in `tilsyn.yaml` or with `--as PATH=\(report.kind ?? ""),"
          + "organisation=…`")
    }

    if isSingle {
      if !hasList { addPageHoles(writer, "only one user was exported, others may exist", &report) }
    } else {
      let doubt = survey.doubt(of: key)
      if !survey.isEmpty(key) {
        writer.add("kitos.user_list", ["organisation": organisationCell], at: start)
      } else if let doubt {
        survey.noteEmptyList(of: organisation, doubt, to: writer, &report)
      }
      if let doubt, !survey.isEmpty(key) || !survey.kitos.users.hasList(organisation: organisation) {
        addPageHoles(writer, doubt, &report)
      }
    }
    for user in users {
      write(user, organisationCell, survey, writer, &report)
      RolesElsewhere.writeHoles(
        of: user.user, statesStakeholder: user.stakeholder != nil, survey, to: writer, at: user.place)
    }
    for damage in lost {
      addHoles(writer, .unusable, damage.text, damage.place)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, .truncated, cut.text, cut.place)
      report.fail(cut)
    }
    report.limits.append(
      "global administrators: the user list leaves them out, so it proves nobody read-only; the user table behind the "
        + "pages (OData) or the secretariat's list of them would")
    report.limits.append("logins, and who gave a role: the user table behind the pages (OData) has both")
    if !survey.kitos.users.globalAdministratorsAreListed { writeGlobalAdministratorHoles(writer, survey) }
  }

  /// Where another document shows global administrators, it does so for its own users only. A record that does not say who
  /// its user is says nothing of the users of others.
  private func writeGlobalAdministratorHoles(_ writer: FactWriter, _ survey: Survey) {
    let text = "the user list leaves global administrators out"
    for user in users {
      guard let id = user.user.text, !survey.kitos.users.withGlobalAdministratorFlag.contains(id) else { continue }
      writer.addHole("kitos.global_administrator", ["user": .text(id)], reason: .hidden, text: text, at: user.place)
    }
  }

  private func write(
    _ user: KitosUser, _ organisation: FactWriter.Cell, _ survey: Survey, _ writer: FactWriter,
    _ report: inout SourceReport
  ) {
    let doubt = UserInDispute.note(user.user, user.email, survey, to: writer, at: user.place)
    func add(_ relation: String, _ cells: [String: FactWriter.Cell], at place: Place? = nil) {
      writer.add(
        relation, cells.merging(["user": user.user]) { $1 }, at: place ?? user.place, in: doubt)
    }
    add("kitos.listed_user", ["email": user.email, "name": user.name])
    add("kitos.api_access", ["email": user.email, "granted": user.apiAccess])
    if let stakeholder = user.stakeholder { add("kitos.stakeholder_access", ["granted": stakeholder]) }
    add("kitos.member", ["organisation": organisation])
    for role in user.roles {
      if role.role.text == KitosSchemas.globalAdministrator {
        add("kitos.global_administrator", [:], at: role.place)
        continue
      }
      add("kitos.organisation_role", ["organisation": organisation, "role": role.role], at: role.place)
    }
    report.count(user.problems)
  }

  private func addPageHoles(_ writer: FactWriter, _ text: String, _ report: inout SourceReport) {
    addHoles(writer, .page, text, Place(line: 1))
    report.completeness = .partial
    report.notes.append(text)
  }

  /// Users may be missing from this list.
  private func addHoles(_ writer: FactWriter, _ reason: Hole.Reason, _ text: String, _ place: Place) {
    let organisation = organisation.map { ["organisation": Value.text($0)] } ?? [:]
    writer.addHole("kitos.listed_user", [:], reason: reason, text: text, at: place)
    writer.addHole("kitos.api_access", [:], reason: reason, text: text, at: place)
    writer.addHole("kitos.member", organisation, reason: reason, text: text, at: place)
    writer.addHole("kitos.organisation_role", organisation, reason: reason, text: text, at: place)
    if isSingle { writer.addHole("kitos.user_list", organisation, reason: reason, text: text, at: place) }
  }
}
