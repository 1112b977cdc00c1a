import FactStore
import ImportCore
import Localization

/// A user of whom only the e-mail address is known. Documents that name users by uuid may speak of the same user, so what
/// they say of strangers may be true of this one.
enum UnresolvedUser {
  /// Relations that documents without addresses fill, with the column of the user.
  private static let relations = [
    "kitos.usage_role", "kitos.contract_role", "kitos.data_processing_role", "kitos.unit_role", "kitos.permission",
    "kitos.create_permission",
  ]
  /// The same for optional columns.
  private static let changed = [
    "kitos.usage", "kitos.contract", "kitos.data_processing", "kitos.system", "kitos.interface",
  ]

  /// The user with an address: the uuid that documents give for it. Where none does, what others say of strangers is left open.
  static func resolve(
    _ email: FactWriter.Cell, _ survey: Survey, to writer: FactWriter, at place: Place
  ) -> (user: FactWriter.Cell, isKnown: Bool) {
    guard let address = email.text else { return (email, true) }
    let identity = survey.kitos.users.identity(email: address)
    if !identity.isUUID { writeHoles(for: address, to: writer, at: place) }
    return (.text(identity.user), identity.isUUID)
  }

  private static func writeHoles(for email: String, to writer: FactWriter, at place: Place) {
    let user = Value.text(email)
    let text: Phrase = "the user is known by address only, and the document gives uuids only"
    for relation in relations {
      writer.addHole(relation, ["user": user], reason: .context, text: text, at: place)
    }
    for relation in changed {
      for column in ["created_by", "modified_by"] {
        writer.addHole(relation, column: column, user, reason: .context, text: text, at: place)
      }
    }
    for relation in ["kitos.admin_role_grant", "kitos.business_role_grant"] {
      writer.addHole(relation, ["granted_by": user], reason: .context, text: text, at: place)
    }
  }
}
