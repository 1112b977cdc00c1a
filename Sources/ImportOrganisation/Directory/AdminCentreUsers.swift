import ImportCore
import Localization

/// The list of active users that the Microsoft 365 admin centre exports. It is of accounts: one without a licence may have no
/// mailbox, and a shared mailbox has an account too, which looks like that of a person. So it proves nothing of mailboxes.
enum AdminCentreUsers {
  static let kind = "microsoft.admin-centre-users"

  static let what: Phrase = """
    the users of the Microsoft 365 admin centre, which does not say who has a mailbox of which type; export the list of \
    mailboxes from the Exchange admin centre, or `Get-Recipient`, instead
    """

  /// Whether these are titles of the list.
  static func holds(_ header: [String]) -> Bool {
    let titles = Set(header.map { TableInput.trim($0).lowercased() })
    return titles.contains("user principal name") && titles.contains("display name")
      && !titles.isDisjoint(with: ["block credential", "licenses", "proxy addresses"])
  }
}
