import FactStore
import ImportCore
import Localization

/// What the list of users across organisations leaves open of a user who is active in more organisations than have a loaded
/// user list: any role in the others.
///
/// Such an organisation goes by its name where no document gives its uuid; who is in as many lists as it has names is in none
/// but those.
enum OtherOrganisations {
  static func writeHoles(
    of user: FactWriter.Cell, activeIn active: [(name: FactWriter.Cell, at: Place)], _ survey: Survey,
    to writer: FactWriter
  ) {
    guard let id = user.text else { return }
    let lists = survey.kitos.users.organisations(of: id)
    guard active.count > lists.count else { return }
    for (cell, place) in active {
      // Of organisations of one name the list does not say which.
      let uuids = cell.text.flatMap { survey.kitos.organisationNames[$0] } ?? []
      let elsewhere = uuids.filter { !lists.contains($0) }.sorted()
      if uuids.count == 1, elsewhere.isEmpty { continue }
      let organisations: [Value?] = elsewhere.isEmpty ? [cell.known] : elsewhere.map { .text($0) }
      let text: Phrase = "the user is active in an organisation of which no user list was loaded"
      for organisation in organisations {
        var known = ["user": Value.text(id)]
        known["organisation"] = organisation
        for relation in ["kitos.member", "kitos.organisation_role"] {
          writer.addHole(relation, known, reason: .hidden, text: text, at: place)
        }
      }
    }
  }
}
