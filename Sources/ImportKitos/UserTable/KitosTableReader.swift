import FactStore
import Formats
import ImportCore

/// Reads the table behind the Kitos pages: an OData answer with one object per user.
struct KitosTableReader {
  private var reader: Record
  private let node: JSONNode
  private var place: Place { reader.place }

  private let asOf: CalendarDate?

  private init(_ record: JSONRecord, asOf: CalendarDate?) {
    node = record.node
    reader = Record(.object(node), at: record.place, context: SourceContext(), asOf: asOf, isListed: true)
    self.asOf = asOf
  }

  /// `asOf` is the day judged: what the record tells of later days has not happened.
  static func user(_ record: JSONRecord, asOf: CalendarDate?) -> KitosTableUser {
    var reader = KitosTableReader(record, asOf: asOf)
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

  /// The numbers by which the record names roles on objects, with their uuids.
  static func roleNumbers(_ record: JSONRecord) -> [(kind: KitosKind, number: Int64, uuid: String)] {
    var found: [(kind: KitosKind, number: Int64, uuid: String)] = []
    for kind in KitosTableUser.RightsKind.allCases {
      guard let objects = kind.objects, let rights = record.node[kind.key], rights.kind == .array else { continue }
      for right in rights.elements {
        guard let number = right["RoleId"]?.int, let text = right["Role"]?["Uuid"]?.string,
          let uuid = NormalForm.uuid.read(text)
        else { continue }
        found.append((objects, number, uuid))
      }
    }
    return found
  }

  private mutating func read() -> KitosTableUser {
    guard node.kind == .object else {
      let lost = reader.refuse(place, KitosKind.userTable.noun.expected)
      return KitosTableUser(
        place: place, user: lost, email: lost, name: lost, apiAccess: lost, stakeholder: lost,
        isGlobalAdministrator: lost, isSystemIntegrator: lost, isDeleted: lost, lastLogin: nil,
        organisationRoles: nil, rights: KitosTableUser.RightsKind.allCases.map { ($0, nil) },
        problems: reader.facts.problems)
    }
    var user = KitosTableUser(
      place: place, user: reader.uuid("Uuid"), email: reader.email("Email"), name: name(),
      apiAccess: reader.apiAccess(), stakeholder: flag("HasStakeHolderAccess"),
      isGlobalAdministrator: flag("IsGlobalAdmin"), isSystemIntegrator: flag("IsSystemIntegrator"),
      isDeleted: deleted(), flaggedDeleted: node["Deleted"]?.bool, lastLogin: lastLogin(),
      organisationRoles: organisationRoles())
    for kind in KitosTableUser.RightsKind.allCases { user.rights.append((kind, rights(kind))) }
    user.problems = reader.facts.problems
    return user
  }

  private mutating func name() -> FactWriter.Cell {
    for key in ["Name", "LastName"] {
      if let value = node[key], !value.isNull, value.string == nil {
        return reader.refuse(key, "`\(key)` is no text", at: value)
      }
    }
    let parts = ["Name", "LastName"].compactMap { node[$0]?.string }.filter { !$0.isEmpty }
    return parts.isEmpty ? .unknown("the record has no name", .columnAbsent) : .text(parts.joined(separator: " "))
  }

  /// A flag that older versions of Kitos do not write.
  private mutating func flag(_ key: String) -> FactWriter.Cell {
    guard node[key] != nil else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    return reader.flag(key)
  }

  /// Whether the user was deleted by the day judged. A day of deletion beside a flag that denies it decides nothing.
  private mutating func deleted() -> FactWriter.Cell {
    let flag = node["Deleted"] == nil ? nil : flag("Deleted")
    guard let value = node["DeletedDate"], !value.isNull else { return flag ?? .value(.bool(false)) }
    guard let day = day(value) else { return reader.refuse("DeletedDate", "`DeletedDate` is no date", at: value) }
    if day.isNoDate || day == .epoch { return flag ?? .value(.bool(false)) }
    if flag == .value(.bool(false)) {
      return .unknown("the record has a day of deletion and says that the user is not deleted", .conflict)
    }
    if let asOf, day > asOf { return .value(.bool(false)) }
    return .value(.bool(true))
  }

  private mutating func lastLogin() -> FactWriter.Cell? {
    guard let value = node["LastLogin"] else { return nil }
    if value.isNull { return FactWriter.Cell.none }
    guard let day = day(value) else { return reader.refuse("LastLogin", "`LastLogin` is no date", at: value) }
    return LastLogin.cell(day, asOf: asOf)
  }

  private func day(_ value: JSONNode) -> CalendarDate? { value.string.flatMap { CalendarDate($0.prefix(10)) } }

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
    guard let number = value.int, number > 0 else { return .unknown("`ObjectOwnerId` is no number of a user") }
    return .number(number)
  }
}
