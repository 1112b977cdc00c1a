import FactStore
import Formats
import ImportCore

/// Reads one record of a Kitos document. Unknown keys, `$type` among them, are ignored.
///
/// What cannot be used becomes an unknown cell and a problem; what can be read is kept. No message holds a value.
struct KitosRecordReader {
  let node: JSONNode
  let place: Place
  var problems: [SourceReport.Problem] = []
  /// The day judged: what a record tells of later days has not happened.
  let asOf: CalendarDate?

  init(_ record: JSONRecord, asOf: CalendarDate?) {
    node = record.node
    place = record.place
    self.asOf = asOf
  }

  // MARK: Users

  /// A record of a user list, or a single user of the internal interface, which writes `hasApiAccess`.
  func user() -> KitosUser {
    var reader = self
    return reader.readUser()
  }

  private mutating func readUser() -> KitosUser {
    guard isObject("a user") else {
      let lost = FactWriter.Cell.unknown(problems[0].message)
      return KitosUser(
        place: place, user: lost, email: lost, name: lost, apiAccess: lost, stakeholder: nil,
        roles: [.init(place: place, role: lost)], problems: problems)
    }
    let user = uuid("uuid")
    let email = email("email")
    let name = userName()
    let apiAccess = apiAccess()
    let stakeholder = node["hasStakeHolderAccess"].map { bool($0, "hasStakeHolderAccess") }
    return KitosUser(
      place: place, user: user, email: email, name: name, apiAccess: apiAccess, stakeholder: stakeholder,
      roles: organisationRoles(), problems: problems)
  }

  mutating func email(_ key: String) -> FactWriter.Cell {
    guard let value = node[key] else { return missing(key) }
    guard let text = value.string, let email = NormalForm.email.read(text) else {
      return refuse(key, "`\(key)` is no e-mail address", at: value)
    }
    return .value(.text(email))
  }

  mutating func userName() -> FactWriter.Cell {
    for key in ["name", "firstName", "lastName"] {
      if let value = node[key], !value.isNull, value.string == nil {
        return refuse(key, "`\(key)` is no text", at: value)
      }
    }
    if let name = node["name"]?.string { return .value(.text(name)) }
    let parts = ["firstName", "lastName"].compactMap { node[$0]?.string }
    if !parts.isEmpty { return .value(.text(parts.joined(separator: " "))) }
    return refuse("name", "neither `name` nor `firstName` is a text")
  }

  mutating func apiAccess() -> FactWriter.Cell {
    // Documents of the pages leave it null for a user who never had it.
    for key in ["hasApiAccess", "HasApiAccess"] where node["apiAccess"] == nil {
      guard let value = node[key] else { continue }
      return value.isNull ? .value(.bool(false)) : bool(value, key)
    }
    guard let value = node["apiAccess"] else { return missing("apiAccess") }
    return bool(value, "apiAccess")
  }

  mutating func bool(_ value: JSONNode, _ key: String) -> FactWriter.Cell {
    if let flag = value.bool { return .value(.bool(flag)) }
    return refuse(key, "`\(key)` is neither true nor false", at: value)
  }

  mutating func organisationRoles() -> [KitosUser.Role] {
    guard let list = node["roles"] else {
      return [.init(place: place, role: missing("roles"))]
    }
    guard list.kind == .array else {
      return [.init(place: place, role: refuse("roles", "`roles` is no list", at: list))]
    }
    return list.elements.enumerated().map { index, element in
      let at = Place(line: element.line, pointer: place.pointer + "/roles/\(index)")
      return .init(place: at, role: organisationRole(element, at))
    }
  }

  static let numberedRole =
    "a role is written as a number, and numbers mean different roles in different documents (7 is one role here and "
    + "another there); export without the header X-KITOS-SERIALIZE-ENUM-AS-INTEGER"

  mutating func organisationRole(_ element: JSONNode, _ at: Place) -> FactWriter.Cell {
    if element.kind == .int || element.kind == .double { return refuse(at, Self.numberedRole) }
    guard let name = element.string else { return refuse(at, "a role is no text") }
    guard KitosSchemas.organisationRoles.contains(name) || name == KitosSchemas.globalAdministrator else {
      return refuse(at, "a role has a name that is none of the administrator roles known")
    }
    return .value(.text(name))
  }

  // MARK: Objects

  /// A system usage, contract or data-processing registration. `organisation` stands in where the record names none.
  func object(_ kind: KitosKind, organisation: String?) -> KitosObject {
    var reader = self
    return reader.readObject(kind, organisation: organisation)
  }

  private mutating func readObject(_ kind: KitosKind, organisation: String?) -> KitosObject {
    guard isObject("a \(kind.noun)") else {
      let lost = FactWriter.Cell.unknown(problems[0].message)
      return KitosObject(
        place: place, object: lost, name: lost, organisation: lost, createdBy: lost, modifiedBy: lost,
        roles: [.init(place: place, user: lost, role: lost)],
        links: kind == .usages ? [.init(place: place, to: lost)] : [], problems: problems)
    }
    let object = uuid("uuid")
    let name = kind == .usages ? named("systemContext", part: "name") : name("name")
    var owner = named("organizationContext", part: "uuid")
    if let organisation, !owner.isUnknown || node["organizationContext"] == nil, owner.text == nil {
      owner = .value(.text(organisation))
    }
    let createdBy = named("createdBy", part: "uuid")
    let modifiedBy = lastModifier()
    return KitosObject(
      place: place, object: object, name: name, organisation: owner,
      organisationName: node["organizationContext"]?["name"]?.string, createdBy: createdBy, modifiedBy: modifiedBy,
      roles: assignments(), links: kind == .usages ? links() : [], problems: problems)
  }

  /// The usages to which this one has a relation.
  private mutating func links() -> [KitosObject.Link] {
    let key = "outgoingSystemRelations"
    guard let list = node[key] else {
      return [.init(place: place, to: .unknown("the record has no `\(key)`", .columnAbsent))]
    }
    guard list.kind == .array else { return [.init(place: place, to: refuse(key, "`\(key)` is no list", at: list))] }
    return list.elements.enumerated().map { index, element in
      let at = Place(line: element.line, pointer: place.pointer + "/\(key)/\(index)")
      guard let text = element["toSystemUsage"]?["uuid"]?.string, let id = NormalForm.uuid.read(text) else {
        return .init(place: at, to: refuse(at, "a relation has no usable `toSystemUsage/uuid`"))
      }
      return .init(place: at, to: .text(id))
    }
  }

  mutating func name(_ key: String) -> FactWriter.Cell {
    guard let value = node[key] else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    if value.isNull { return .none }
    guard let text = value.string else { return refuse(key, "`\(key)` is no text", at: value) }
    return .value(.text(text))
  }

  /// The `uuid` or `name` of a reference such as `lastModifiedBy`: null says that there is none, absent says nothing.
  mutating func named(_ key: String, part: String) -> FactWriter.Cell {
    guard let reference = node[key] else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    if reference.isNull { return .none }
    guard let value = reference[part] else { return refuse(key, "`\(key)` has no `\(part)`", at: reference) }
    if part == "name" {
      if value.isNull { return .none }
      guard let text = value.string else { return refuse("\(key)/name", "`\(key)/name` is no text", at: value) }
      return .value(.text(text))
    }
    guard let text = value.string, let id = NormalForm.uuid.read(text) else {
      return refuse("\(key)/\(part)", "`\(key)/\(part)` is no uuid", at: value)
    }
    return .value(.text(id))
  }

  /// Who changed the object last, as of the day judged. A later change hides the one before it, by whomever that was.
  mutating func lastModifier() -> FactWriter.Cell {
    let user = named("lastModifiedBy", part: "uuid")
    guard let value = node["lastModified"], !value.isNull else {
      return user.text == nil ? user : .unknown("when the latest change was, the document does not say", .context)
    }
    guard let day = value.string.flatMap({ CalendarDate(String($0.prefix(10))) }) else {
      return refuse(
        "lastModified", "`lastModified` is no day, so whether it was by the day judged is not known", at: value)
    }
    if day.isEndless { return .unknown(Self.changedLater, .context) }
    if let asOf, day > asOf { return .unknown(Self.changedLater, .context) }
    return user
  }

  private static let changedLater =
    "the latest change is after the day judged; who had changed the object by then, the document does not say"

  private mutating func assignments() -> [KitosObject.Assignment] {
    guard let list = node["roles"] else {
      let cell = missing("roles")
      return [.init(place: place, user: cell, role: cell)]
    }
    guard list.kind == .array else {
      let cell = refuse("roles", "`roles` is no list", at: list)
      return [.init(place: place, user: cell, role: cell)]
    }
    return list.elements.enumerated().map { index, element in
      let at = Place(line: element.line, pointer: place.pointer + "/roles/\(index)")
      return .init(place: at, user: part("user", of: element, at), role: part("role", of: element, at))
    }
  }

  private mutating func part(_ key: String, of assignment: JSONNode, _ at: Place) -> FactWriter.Cell {
    guard let text = assignment[key]?["uuid"]?.string, let id = NormalForm.uuid.read(text) else {
      return refuse(at, "an assignment has no usable `\(key)/uuid`")
    }
    return .value(.text(id))
  }

  // MARK: Role types

  /// A role type; a list holds only those that are available.
  func roleType(isListed: Bool) -> KitosRoleType {
    var reader = self
    return reader.readRoleType(isListed: isListed)
  }

  private mutating func readRoleType(isListed: Bool) -> KitosRoleType {
    guard isObject("a role type") else {
      let lost = FactWriter.Cell.unknown(problems[0].message)
      return KitosRoleType(place: place, role: lost, name: lost, write: lost, available: lost, problems: problems)
    }
    let role = uuid("uuid")
    var name = name("name")
    switch name {
    case .none: name = refuse("name", "`name` is null")
    case .unknown where node["name"] == nil: name = missing("name")
    default: break
    }
    return KitosRoleType(
      place: place, role: role, name: name, write: writeAccess(), available: available(isListed),
      problems: problems)
  }

  private mutating func writeAccess() -> FactWriter.Cell {
    guard let value = node["writeAccess"] else { return missing("writeAccess") }
    if value.kind == .int {
      return refuse(
        "writeAccess",
        "`writeAccess` is a number; export without the header X-KITOS-SERIALIZE-ENUM-AS-INTEGER", at: value)
    }
    return bool(value, "writeAccess")
  }

  private mutating func available(_ isListed: Bool) -> FactWriter.Cell {
    if let value = node["isAvailable"] { return bool(value, "isAvailable") }
    // The administration pages say it in several ways; where these differ, nobody knows which of them counts.
    let keys = ["isActive", "isLocallyAvailable", "isEnabled"]
    for key in keys + ["isObligatory"] {
      if let value = node[key], value.bool == nil { return bool(value, key) }
    }
    let flags = keys.compactMap { node[$0]?.bool }
    if !flags.isEmpty {
      if Set(flags).count == 1, flags[0] || node["isObligatory"]?.bool != true { return .value(.bool(flags[0])) }
      return .unknown("the record says in different ways whether the role is available", .columnAbsent)
    }
    return isListed ? .value(.bool(true)) : .unknown("the record has no `isAvailable`", .columnAbsent)
  }

  // MARK: Shared

  mutating func isObject(_ what: String) -> Bool {
    if node.kind == .object { return true }
    problems.append(.init(line: place.line, pointer: place.pointer, message: "expected \(what), an object in `{}`"))
    return false
  }

  mutating func uuid(_ key: String) -> FactWriter.Cell {
    guard let value = node[key] else { return missing(key) }
    guard let text = value.string, let id = NormalForm.uuid.read(text) else {
      return refuse(key, "`\(key)` is no uuid", at: value)
    }
    return .value(.text(id))
  }

  mutating func missing(_ key: String) -> FactWriter.Cell {
    refuse(place, "the required key `\(key)` is missing")
  }

  mutating func refuse(_ key: String, _ message: String, at value: JSONNode? = nil) -> FactWriter.Cell {
    refuse(Place(line: value?.line ?? place.line, pointer: place.pointer + "/" + key), message)
  }

  mutating func refuse(_ at: Place, _ message: String) -> FactWriter.Cell {
    problems.append(.init(line: at.line, pointer: at.pointer, message: message))
    return .unknown(message)
  }
}
