import FactStore
import ImportCore

/// What all documents together say of users, so that one person is one user in all of them.
///
/// The key of a user across documents is the e-mail address, in lower case, and the uuid where there is one. A document
/// that has addresses only speaks of the uuid that other documents give for the address.
struct UserSurvey: Sendable {
  private var uuids: [String: Set<String>] = [:]
  /// Uuids of users by the number that pages give them.
  private var numbers: [Int64: Set<String>] = [:]
  /// Organisations whose user list was loaded; a list whose organisation is not known stands for all.
  private var lists: Set<String?> = []

  /// Users whom a document lists as living, or as deleted: by uuid, and by address.
  private var living: Set<String> = []
  private var deleted: Set<String> = []
  /// The organisations whose user lists have a user, by uuid; a list whose organisation is not known counts as one.
  private var memberships: [String: Set<String?>] = [:]
  /// Users whom an answer of Kitos about permissions is for.
  var asked: Set<String> = []
  /// A document lists all system integrators.
  var systemIntegratorsAreListed = false

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

  /// Notes the number that pages give a user.
  mutating func number(_ number: Int64, uuid: String) { numbers[number, default: []].insert(uuid) }

  /// Notes that a whole user list of an organisation was loaded.
  mutating func addList(organisation: String?) { lists.insert(organisation) }

  /// Notes that a document lists a user as living, or as deleted. Names that could not be read say nothing.
  mutating func note(_ user: FactWriter.Cell, _ email: FactWriter.Cell, isDeleted: Bool = false) {
    for name in [user.text, email.text].compactMap({ $0 }) {
      _ = isDeleted ? deleted.insert(name).inserted : living.insert(name).inserted
    }
  }

  /// Whether one document lists the user as living and another as deleted. Addresses decide where a document has no uuid:
  /// a new user may have the address of one who was deleted.
  func isInDispute(_ user: FactWriter.Cell, _ email: FactWriter.Cell) -> Bool {
    guard let name = user.text ?? email.text, deleted.contains(name) else { return false }
    return living.contains(name) || email.text.map { living.contains($0) && identity(email: $0).user == name } == true
  }

  /// Notes that the user list of an organisation has a user.
  mutating func addMember(_ user: FactWriter.Cell, organisation: String?) {
    if let user = user.text { memberships[user, default: []].insert(organisation) }
  }

  /// In the user lists of how many organisations the user is.
  func organisations(of user: String) -> Set<String?> { memberships[user] ?? [] }

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

  /// The user whom a table behind the pages names, by number, by address, or by both. A user whom no loaded document lists
  /// under the address may be any of those that they list under another: addresses change, and tables are of different days.
  func named(number: Int64?, email: String?) -> FactWriter.Cell {
    let known = number.flatMap { numbers[$0] } ?? []
    if known.count > 1 { return .unknown("several users have the number, as loaded documents have it", .conflict) }
    guard let email else {
      return known.first.map { .text($0) }
        ?? .unknown("no loaded document says which user has the number", .context)
    }
    let listed = uuids[email] ?? []
    if listed.count > 1 { return .unknown("several users have the address, as loaded documents have it", .conflict) }
    if let uuid = known.first ?? listed.first {
      return listed.isEmpty || listed == [uuid]
        ? .text(uuid) : .unknown("the number of the user is that of one, and the address that of another", .conflict)
    }
    return living.contains(email) || deleted.contains(email)
      ? .text(email) : .unknown("no loaded list of users has the address", .context)
  }
}
