import FactStore
import ImportCore

/// What documents of Kitos tell each other.
struct KitosSurvey: SurveyPart {
  /// Roles that objects of each kind use.
  var rolesUsed: [KitosKind: Set<String>] = [:]
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
