import FactStore
import Formats

/// Reads the table behind the Kitos pages: an OData answer with one object per user.
struct KitosTableReader {
  private var reader: KitosRecordReader
  private var node: JSONNode { reader.node }
  private var place: Place { reader.place }

  private init(_ record: JSONRecord) { reader = KitosRecordReader(record) }

  static func user(_ record: JSONRecord) -> KitosTableUser {
    var reader = KitosTableReader(record)
    return reader.read()
  }

  /// The numbers by which the document names users, with their uuids and addresses.
  static func numbers(_ record: JSONRecord) -> [(number: Int64, uuid: String)] {
    ([record.node] + [record.node["ObjectOwner"]].compactMap { $0 }).compactMap { node in
      guard node.kind == .object, let number = node["Id"]?.int, let text = node["Uuid"]?.string,
        let uuid = NormalForm.uuid.read(text)
      else { return nil }
      return (number, uuid)
    }
  }

  private mutating func read() -> KitosTableUser {
    guard reader.isObject("a user") else {
      let lost = FactWriter.Cell.unknown(reader.problems[0].message)
      return KitosTableUser(
        place: place, user: lost, email: lost, name: lost, apiAccess: lost, stakeholder: lost,
        isGlobalAdministrator: lost, isSystemIntegrator: lost, isDeleted: lost, lastLogin: nil,
        organisationRoles: nil, rights: KitosTableUser.RightsKind.allCases.map { ($0, nil) },
        problems: reader.problems)
    }
    var user = KitosTableUser(
      place: place, user: reader.uuid("Uuid"), email: reader.email("Email"), name: name(),
      apiAccess: reader.apiAccess(), stakeholder: flag("HasStakeHolderAccess"),
      isGlobalAdministrator: flag("IsGlobalAdmin"), isSystemIntegrator: flag("IsSystemIntegrator"),
      isDeleted: deleted(), lastLogin: lastLogin(), organisationRoles: organisationRoles())
    for kind in KitosTableUser.RightsKind.allCases { user.rights.append((kind, rights(kind))) }
    user.problems = reader.problems
    return user
  }

  private func name() -> FactWriter.Cell {
    let parts = ["Name", "LastName"].compactMap { node[$0]?.string }.filter { !$0.isEmpty }
    return parts.isEmpty ? .unknown("the record has no name", .columnAbsent) : .text(parts.joined(separator: " "))
  }

  /// A flag that older versions of Kitos do not write.
  private mutating func flag(_ key: String) -> FactWriter.Cell {
    guard let value = node[key] else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    return reader.bool(value, key)
  }

  private mutating func deleted() -> FactWriter.Cell {
    if let date = node["DeletedDate"], !date.isNull { return .value(.bool(true)) }
    guard node["Deleted"] != nil else { return .value(.bool(false)) }
    return flag("Deleted")
  }

  private mutating func lastLogin() -> FactWriter.Cell? {
    guard let value = node["LastLogin"] else { return nil }
    if value.isNull { return FactWriter.Cell.none }
    guard let text = value.string, let day = CalendarDate(String(text.prefix(10))) else {
      return reader.refuse("LastLogin", "`LastLogin` is no date", at: value)
    }
    return .value(.date(day))
  }

  private mutating func list(_ key: String) -> [JSONNode]? {
    guard let list = node[key] else { return nil }
    guard list.kind == .array else {
      _ = reader.refuse(key, "`\(key)` is no list", at: list)
      return nil
    }
    return list.elements
  }

  private mutating func organisationRoles() -> [KitosTableUser.OrganisationRole]? {
    list("OrganizationRights")?.enumerated().map { index, element in
      let at = Place(line: element.line, pointer: place.pointer + "/OrganizationRights/\(index)")
      let role =
        element["Role"].map { reader.organisationRole($0, at) } ?? reader.refuse(at, "a right has no `Role`")
      return .init(place: at, role: role, grantor: grantor(element))
    }
  }

  private mutating func rights(_ kind: KitosTableUser.RightsKind) -> [KitosTableUser.Right]? {
    list(kind.key)?.enumerated().map { index, element in
      let at = Place(line: element.line, pointer: place.pointer + "/\(kind.key)/\(index)")
      let role = element["Role"]
      return .init(
        place: at, object: uuid(element["Object"], "Object", at), role: uuid(role, "Role", at),
        roleName: role?["Name"]?.string.map { .text($0) } ?? .unknown("a right has no `Role/Name`"),
        write: role?["HasWriteAccess"]?.bool.map { .value(.bool($0)) }
          ?? reader.refuse(at, "a right has no usable `Role/HasWriteAccess`"), grantor: grantor(element))
    }
  }

  private mutating func uuid(_ node: JSONNode?, _ key: String, _ at: Place) -> FactWriter.Cell {
    guard let text = node?["Uuid"]?.string, let id = NormalForm.uuid.read(text) else {
      return reader.refuse(at, "a right has no usable `\(key)/Uuid`")
    }
    return .text(id)
  }

  private func grantor(_ right: JSONNode) -> KitosTableUser.Grantor {
    guard let value = right["ObjectOwnerId"], !value.isNull else {
      return .unknown("the document does not say who created the right")
    }
    return value.int.map { .number($0) } ?? .unknown("`ObjectOwnerId` is no number")
  }
}
