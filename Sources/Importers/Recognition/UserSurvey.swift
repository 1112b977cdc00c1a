/// What all documents together say of users, so that one person is one user in all of them.
///
/// The key of a user across documents is the e-mail address, in lower case, and the uuid where there is one. A document
/// that has addresses only speaks of the uuid that other documents give for the address.
struct UserSurvey: Sendable {
  private var uuids: [String: Set<String>] = [:]
  /// Organisations whose user list was loaded; a list whose organisation is not known stands for all.
  private var lists: Set<String?> = []

  /// Addresses of users of whom a document says whether they have API access.
  var withAPIFlag: Set<String> = []
  /// Users of whom a document says whether they are global administrators.
  var withGlobalAdministratorFlag: Set<String> = []
  /// Users of the table behind the pages, which has every role of theirs.
  var inTable: Set<String> = []
  /// A document lists all global administrators.
  var globalAdministratorsAreListed = false

  /// Notes that a document gives both for one user.
  mutating func pair(email: String, uuid: String) { uuids[email, default: []].insert(uuid) }

  /// Notes that a whole user list of an organisation was loaded.
  mutating func addList(organisation: String?) { lists.insert(organisation) }

  /// Whether a whole user list is there: of this organisation, or of any.
  func hasList(organisation: String?) -> Bool {
    organisation == nil ? !lists.isEmpty : lists.contains(organisation) || lists.contains(nil)
  }

  /// The identity of the user with an address: the uuid that documents give for it. Where none does, or several do, it is
  /// the address itself, and documents that know uuids only may speak of the same user.
  func identity(email: String) -> (user: String, isUUID: Bool) {
    guard let known = uuids[email], known.count == 1, let uuid = known.first else { return (email, false) }
    return (uuid, true)
  }
}
