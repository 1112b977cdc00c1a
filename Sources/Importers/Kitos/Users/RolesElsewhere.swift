import FactStore

/// Users whom the user table behind the pages does not have, where that table is all that shows business roles.
///
/// The table has every role of its own users, and covers the relations of roles; of a user whom only another document
/// lists it says nothing. A list of the objects themselves answers for everybody.
enum RolesElsewhere {
  static func writeHoles(of user: FactWriter.Cell, _ survey: Survey, to writer: FactWriter, at place: Place) {
    // A record that does not say who its user is says nothing of the users of others.
    guard survey.hasUserTable, let id = user.text, !survey.users.inTable.contains(id) else { return }
    let text = "business roles are known from the user table of other users only"
    let known = ["user": Value.text(id)]
    let open = KitosKind.objectKinds.filter { !survey.hasList($0, organisation: nil) }.compactMap(\.roleRelation)
    for relation in open + ["kitos.unit_role"] {
      writer.addHole(relation, known, reason: .hidden, text: text, at: place)
    }
  }
}
