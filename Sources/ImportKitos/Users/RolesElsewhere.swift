import FactStore
import ImportCore
import Localization

/// What documents that speak of some users only leave open about the others.
///
/// The user table behind the pages has every role of its own users, and covers the relations of roles; of a user whom only
/// another document lists it says nothing, and neither does an answer of Kitos that somebody else was given. A list of
/// the objects themselves answers for everybody.
enum RolesElsewhere {
  /// `statesStakeholder`: the document itself says whether the user has that access.
  static func writeHoles(
    of user: FactWriter.Cell, statesStakeholder: Bool, _ survey: Survey, to writer: FactWriter, at place: Place
  ) {
    // A record that does not say who its user is says nothing of the users of others.
    guard let id = user.text else { return }
    let known = ["user": Value.text(id)]
    if !survey.kitos.users.asked.contains(id) {
      for relation in ["kitos.permission", "kitos.create_permission"] {
        let text: Phrase = "what Kitos answered other users about themselves says nothing of this one"
        writer.addHole(relation, known, reason: .hidden, text: text, at: place)
      }
    }
    guard survey.kitos.hasUserTable, !survey.kitos.users.inTable.contains(id) else { return }
    let text: Phrase = "business roles are known from the user table of other users only"
    let open = KitosKind.objectKinds.filter { kind in
      ![kind, kind.pageKind].compactMap { $0 }.contains { survey.hasList($0.rawValue, organisation: nil) }
    }.compactMap(\.roleRelation)
    for relation in open + ["kitos.unit_role"] {
      writer.addHole(relation, known, reason: .hidden, text: text, at: place)
    }
    var others = ["kitos.admin_role_grant", "kitos.local_admin_made_by", "kitos.business_role_grant"]
    if !statesStakeholder { others.append("kitos.stakeholder_access") }
    if !survey.kitos.users.systemIntegratorsAreListed { others.append("kitos.system_integrator") }
    for relation in others {
      writer.addHole(
        relation, known, reason: .hidden, text: "the user table of other users says nothing of this one", at: place)
    }
  }
}
