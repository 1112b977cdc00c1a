import FactStore
import ImportCore

/// What some elements of a role register give: columns of codes, and what could not be used.
// Safe: filled by one thread, then read by one thread.
final class RoleBlock: @unchecked Sendable {
  let units = Table(arity: 1)
  let people = Table(arity: 6)
  let holders = Table(arity: 5)
  var unitPlaces: ElementPlaces
  var peoplePlaces: ElementPlaces
  var holderPlaces: ElementPlaces
  /// Rows of `er.representative`, which are few.
  var representatives: [Representative] = []
  /// People whose identity number stands in the document: the code that stands in for each, by token.
  var national: [String: UInt32] = [:]
  var lost: [Loss] = []
  var records = 0
  var rejected = 0
  var secrets = SecretSearch()

  init(isList: Bool) {
    let places = ElementPlaces(.init("/rollegrupper/", "/roller/", isList: isList))
    unitPlaces = places
    peoplePlaces = places
    holderPlaces = places
  }

  struct Representative {
    var unit: UInt32
    var role: UInt32
    var holder: UInt32
    var person: UInt32
    var kind: String
    var place: Place
  }

  /// Something that cannot be used, with what is known of it.
  struct Loss {
    /// The unit, where it could be read.
    var unit: String?
    /// What may be missing, and what is known of it besides the unit.
    var relations = ["er.person_role", "er.unit_role", "er.representative"]
    var known: [String: String] = [:]
    var damage: Damage
  }
}
