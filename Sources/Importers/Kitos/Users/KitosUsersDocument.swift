import FactStore

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

  func inform(_ survey: inout Survey, file: FileID) {
    if let organisation { survey.organisations.insert(organisation) }
    for user in users {
      guard let email = user.email.text else { continue }
      if let uuid = user.user.text { survey.users.pair(email: email, uuid: uuid) }
      if !user.apiAccess.isUnknown { survey.users.withAPIFlag.insert(email) }
    }
  }

  private func key(_ survey: Survey) -> Survey.ListKey {
    let organisation = organisation ?? survey.onlyOrganisation
    return Survey.ListKey(kind: .users, organisation: organisation, file: organisation == nil ? file : nil)
  }

  func enlist(in survey: inout Survey, file: FileID) {
    let key = key(survey)
    guard !isSingle else { return }
    if records > 0 { survey.users.addList(organisation: key.organisation) }
    survey.addPage(
      key, Survey.Page(file: file, count: records, identities: Set(users.compactMap { $0.user.text })))
  }

  func tally(organisation: String?, survey: Survey) -> RecordTally {
    guard organisation == nil || organisation == key(survey).organisation else { return RecordTally() }
    let identities = users.compactMap { $0.user.text }
    return RecordTally(identities: Set(identities), others: records - identities.count)
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    let key = key(survey)
    let hasList = key.organisation != nil && survey.users.hasList(organisation: key.organisation)
    if !isSingle || !hasList {
      for relation in kind.relations { writer.cover(relation, grade: .assumed) }
    }
    report.grade = .assumed
    let start = Place(line: 1)
    let organisationCell: FactWriter.Cell
    if let known = key.organisation {
      organisationCell = .value(.text(known))
      if organisation == nil {
        report.notes.append("organisation `\(known)` taken from the other documents, which speak of no other")
      }
    } else {
      organisationCell = .unknown("which organisation the user list is of is not known", .context)
      report.completeness = .partial
      report.notes.append(
        "the document does not name its organisation; give it in `tilsyn.yaml` or with `--as PATH=\(report.kind ?? ""),"
          + "organisation=…`")
    }

    if isSingle {
      if !hasList { addPageHoles(writer, key, "only one user was exported, others may exist", &report) }
    } else {
      let doubt = survey.doubt(of: key)
      if !survey.isEmpty(key) {
        writer.add("kitos.user_list", ["organisation": organisationCell], at: start)
      } else if let doubt {
        survey.noteEmptyList(of: key.organisation, doubt, to: writer, &report)
      }
      if let doubt, !survey.isEmpty(key) || !survey.users.hasList(organisation: key.organisation) {
        addPageHoles(writer, key, doubt, &report)
      }
    }
    for user in users {
      write(user, organisationCell, writer, &report)
      RolesElsewhere.writeHoles(of: user.user, survey, to: writer, at: user.place)
    }
    for damage in lost {
      addHoles(writer, key, .unusable, damage.text, damage.place)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, key, .truncated, cut.text, cut.place)
      report.fail(cut)
    }
    report.limits.append(
      "global administrators: the user list leaves them out, so it proves nobody read-only; the user table behind the "
        + "pages (OData) or the secretariat's list of them would")
    report.limits.append("logins, and who gave a role: the user table behind the pages (OData) has both")
    if !survey.users.globalAdministratorsAreListed { writeGlobalAdministratorHoles(writer, survey) }
  }

  /// Where another document shows global administrators, it does so for its own users only. A record that does not say who
  /// its user is says nothing of the users of others.
  private func writeGlobalAdministratorHoles(_ writer: FactWriter, _ survey: Survey) {
    let text = "the user list leaves global administrators out"
    for user in users {
      guard let id = user.user.text, !survey.users.withGlobalAdministratorFlag.contains(id) else { continue }
      writer.addHole("kitos.global_administrator", ["user": .text(id)], reason: .hidden, text: text, at: user.place)
    }
  }

  private func write(
    _ user: KitosUser, _ organisation: FactWriter.Cell, _ writer: FactWriter, _ report: inout SourceReport
  ) {
    writer.add(
      "kitos.listed_user", ["user": user.user, "email": user.email, "name": user.name], at: user.place)
    writer.add(
      "kitos.api_access", ["user": user.user, "email": user.email, "granted": user.apiAccess], at: user.place)
    if let stakeholder = user.stakeholder {
      writer.add("kitos.stakeholder_access", ["user": user.user, "granted": stakeholder], at: user.place)
    }
    writer.add("kitos.member", ["user": user.user, "organisation": organisation], at: user.place)
    for role in user.roles {
      if role.role.text == KitosSchemas.globalAdministrator {
        writer.add("kitos.global_administrator", ["user": user.user], at: role.place)
        continue
      }
      writer.add(
        "kitos.organisation_role", ["user": user.user, "organisation": organisation, "role": role.role],
        at: role.place)
    }
    report.count(user.problems)
  }

  private func addPageHoles(
    _ writer: FactWriter, _ key: Survey.ListKey, _ text: String, _ report: inout SourceReport
  ) {
    addHoles(writer, key, .page, text, Place(line: 1))
    report.completeness = .partial
    report.notes.append(text)
  }

  /// Users may be missing from this list.
  private func addHoles(
    _ writer: FactWriter, _ key: Survey.ListKey, _ reason: Hole.Reason, _ text: String, _ place: Place
  ) {
    let organisation = key.organisation.map { ["organisation": Value.text($0)] } ?? [:]
    writer.addHole("kitos.listed_user", [:], reason: reason, text: text, at: place)
    writer.addHole("kitos.api_access", [:], reason: reason, text: text, at: place)
    writer.addHole("kitos.member", organisation, reason: reason, text: text, at: place)
    writer.addHole("kitos.organisation_role", organisation, reason: reason, text: text, at: place)
    if isSingle { writer.addHole("kitos.user_list", organisation, reason: reason, text: text, at: place) }
  }
}
