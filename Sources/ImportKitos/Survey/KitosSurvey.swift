import FactStore
import ImportCore

/// What documents of Kitos tell each other.
struct KitosSurvey: SurveyPart {
  /// Roles that objects of each kind use.
  var rolesUsed: [KitosKind: Set<String>] = [:]
  /// Uuids of roles on each kind of objects, by the number that pages give them.
  var roleNumbers: [KitosKind: [Int64: Set<String>]] = [:]
  /// What each object is, by uuid.
  var objectKinds: [String: KitosKind] = [:]
  /// Objects that a document lists as deleted, by uuid.
  var deletedObjects: Set<String> = []
  /// Organisation units that are in no other unit.
  var rootUnits: Set<String> = []
  /// Uuids of organisations by name, for documents that give names only.
  var organisationNames: [String: Set<String>] = [:]
  /// The user table behind the pages was loaded: it has every role of its users.
  var hasUserTable = false
  /// Role types of which a list or a single document says whether they are available.
  var roleTypesWithAvailability: Set<String> = []
  /// Who is who. Lists are added in the second round.
  var users = UserSurvey()

  /// Why what documents say of an object is possible and not certain: another lists it as deleted.
  func doubt(ofObject object: FactWriter.Cell) -> FactWriter.Doubt? {
    guard let id = object.text, deletedObjects.contains(id) else { return nil }
    return FactWriter.Doubt(text: "one document has the object and another lists it as deleted", reason: .conflict)
  }

  /// The role on a kind of objects that a table behind the pages names by number.
  func role(numbered number: Int64, on kind: KitosKind) -> FactWriter.Cell {
    let roles = roleNumbers[kind]?[number] ?? []
    if roles.count > 1 { return .unknown("several roles have the number, as loaded documents have it", .conflict) }
    return roles.first.map { .text($0) } ?? .unknown("no loaded document says which role has the number", .context)
  }

  /// The kind of a role-type list that names none: the kind whose objects use its roles, when that is exactly one.
  func kind(ofRoles roles: Set<String>) -> KitosKind? {
    let users = KitosKind.objectKinds.filter { !(rolesUsed[$0] ?? []).isDisjoint(with: roles) }
    return users.count == 1 ? users[0].roleTypes : nil
  }
}

extension Survey {
  var kitos: KitosSurvey {
    get { self[KitosSurvey.self] }
    _modify { yield &self[KitosSurvey.self] }
  }
}
