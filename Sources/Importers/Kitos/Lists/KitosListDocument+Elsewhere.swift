import FactStore

extension KitosListDocument {
  /// What the list of users across organisations, or that of rights holders, leaves open of a user whom it names.
  func writeElsewhere(_ entry: KitosEntry, _ listed: KitosEntry.Row, _ writer: FactWriter, _ survey: Survey) {
    let user = listed.cells["user"]!
    RolesElsewhere.writeHoles(
      of: user, statesStakeholder: kind == .crossOrganisationUsers, survey, to: writer, at: entry.place)
    if !survey.users.globalAdministratorsAreListed, let id = user.text,
      !survey.users.withGlobalAdministratorFlag.contains(id)
    {
      writer.addHole(
        "kitos.global_administrator", ["user": .text(id)], reason: .hidden,
        text: "the list does not show global administrators",
        at: entry.place)
    }
    if kind == .crossOrganisationUsers { writeOtherOrganisations(entry, user, writer, survey) }
  }

  /// A user who is active in more organisations than have a loaded user list may hold any role in the others. Such an
  /// organisation goes by its name where no document gives its uuid; who is in as many lists as it has names is in
  /// none but those.
  private func writeOtherOrganisations(
    _ entry: KitosEntry, _ user: FactWriter.Cell, _ writer: FactWriter, _ survey: Survey
  ) {
    guard let id = user.text else { return }
    let active = entry.rows.filter { $0.relation == "kitos.active_in" }
    let lists = survey.users.organisations(of: id)
    guard active.count > lists.count else { return }
    for row in active {
      var known = ["user": Value.text(id)]
      if let name = row.cells["organisation_name"]?.text {
        let uuids = survey.organisationNames[name] ?? []
        if uuids.count == 1, lists.contains(uuids.first!) { continue }
        known["organisation"] = .text(uuids.count == 1 ? uuids.first! : name)
      }
      let text = "the user is active in an organisation of which no user list was loaded"
      for relation in ["kitos.member", "kitos.organisation_role"] {
        writer.addHole(relation, known, reason: .hidden, text: text, at: row.place)
      }
    }
  }
}
