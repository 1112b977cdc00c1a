import FactStore
import ImportCore

/// A user whom one document lists as living and another as deleted. Which of them is right nobody knows, so what any of
/// them says of the user may be so, and is not certain.
enum UserInDispute {
  static let doubt = FactWriter.Doubt(
    text: "one document lists the user as living and another as deleted", reason: .conflict)

  /// Says that the user is in dispute, where that is so, and gives the doubt in which rows about the user stand.
  static func note(
    _ user: FactWriter.Cell, _ email: FactWriter.Cell, _ survey: Survey, to writer: FactWriter, at place: Place
  ) -> FactWriter.Doubt? {
    guard survey.kitos.users.isInDispute(user, email) else { return nil }
    writer.add("kitos.user_in_dispute", ["user": user, "email": email], at: place)
    return doubt
  }
}
