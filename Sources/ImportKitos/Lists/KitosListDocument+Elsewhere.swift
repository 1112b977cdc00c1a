import FactStore
import ImportCore

extension KitosListDocument {
  /// What the list of users across organisations, or that of rights holders, leaves open of a user whom it names.
  func writeElsewhere(_ entry: KitosEntry, _ listed: KitosEntry.Row, _ writer: FactWriter, _ survey: Survey) {
    let user = listed.cells["user"]!
    RolesElsewhere.writeHoles(
      of: user, statesStakeholder: kind == .crossOrganisationUsers, survey, to: writer, at: entry.place)
    if !survey.kitos.users.globalAdministratorsAreListed, let id = user.text,
      !survey.kitos.users.withGlobalAdministratorFlag.contains(id)
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
    let lists = survey.kitos.users.organisations(of: id)
    guard active.count > lists.count else { return }
    for row in active {
      // Of organisations of one name the list does not say which.
      let name = row.cells["organisation_name"]?.text
      let uuids = name.flatMap { survey.kitos.organisationNames[$0] } ?? []
      let elsewhere = uuids.filter { !lists.contains($0) }.sorted()
      if uuids.count == 1, elsewhere.isEmpty { continue }
      let organisations: [Value?] = elsewhere.isEmpty ? [name.map { .text($0) }] : elsewhere.map { .text($0) }
      let text = "the user is active in an organisation of which no user list was loaded"
      for organisation in organisations {
        var known = ["user": Value.text(id)]
        known["organisation"] = organisation
        for relation in ["kitos.member", "kitos.organisation_role"] {
          writer.addHole(relation, known, reason: .hidden, text: text, at: row.place)
        }
      }
    }
  }
}
