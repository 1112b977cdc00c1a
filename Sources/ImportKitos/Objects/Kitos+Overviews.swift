import FactStore
import Formats
import ImportCore
import Localization

/// The tables behind the pages of system usages, contracts and data processing (OData), with the roles on each.
///
/// They name users by number and address, and some roles by number alone. What a number means, other documents say; where
/// none does, whose the role is, or what it gives, is not known.
extension Kitos {
  static let overviews = [
    overview(.usageOverview, .keys(["SourceEntityUuid", "SystemName", "ItSystemUuid"])),
    overview(.contractOverview, .keys(["SourceEntityUuid", "Name", "ContractTypeName"])),
    overview(.dataProcessingOverview, .keys(["SourceEntityUuid", "Name", "DataProcessorNamesAsCsv"])),
  ]

  /// Numbers and uuids of the roles on contracts, as the column filter of their overview has them. They say which
  /// role an overview means; what it gives, the role types say.
  static let gridRoles = kind(
    .gridRoles, [.keys(["id", "uuid", "name"], exact: true)], fills: [KitosKind.contracts.roleRelation!]
  ) { record in
    let role = record.uuid("uuid")
    guard let number = record.node("id")?.int, number > 0 else {
      _ = record.refuse("id", "`id` is no number of a role", at: record.node("id"))
      return
    }
    guard let uuid = role.text else { return }
    record.facts.identity = uuid
    record.facts.tell { survey in
      survey.kitos.roleNumbers[.contracts, default: [:]][number, default: []].insert(uuid)
      survey.kitos.rolesUsed[.contracts, default: []].insert(uuid)
    }
  }
  .with { kind in
    kind.extent = .part
    kind.organisation = .everybody
    kind.limits = ["what the roles give: the list of role types has it"]
  }

  private static func overview(_ kind: KitosKind, _ sign: Sign) -> Kind {
    let relation = kind.objectRelation!
    return Self.kind(kind, [sign], fills: [relation, kind.linkRelation, kind.roleRelation].compactMap { $0 }) {
      $0.readOverview(kind, relation)
    }
    .with { value in
      value.form = .json(lists: ["value"])
      value.known = organisation
      value.facets = [changes(relation, ["name", "organisation", "created_by", "modified_by"], kind)]
      value.limits = [
        """
        whether the page was filtered when its answer was saved: the answer does not say; a recording of the session (HAR) \
        has the address, or give it as `query`
        """
      ]
      if kind != .usageOverview {
        value.limits.append(
          "which roles their numbers are: the names of roles for the column filter, or the user table (OData), have it")
      }
      value.whole.write = { document, _, _, report in
        guard document.context.organisation == nil else { return }
        document.note(
          "\(Phrase("the document")) does not name its organisation; \(advice("organisation", report))", &report)
      }
    }
  }
}

extension Record {
  /// A row of an overview: an object with the roles on it.
  fileprivate mutating func readOverview(_ kind: KitosKind, _ relation: String) {
    let object = uuid("SourceEntityUuid")
    facts.identity = object.text
    isAbout(object, kind.publicKind!)
    facts.add(
      relation,
      naming: [
        "object": .cell(object), "name": .cell(textIfAny(kind == .usageOverview ? "SystemName" : "Name")),
        "organisation": .cell(Kitos.told(context.organisation, "which organisation the overview is of is not known")),
        "created_by": numbered("ObjectOwnerId"), "modified_by": lastEditor(kind),
      ])
    readAssignments(object, kind)
    if let relation = kind.linkRelation { readLinks(object, relation) }
  }

  /// Who changed the object last, as of the day judged.
  private mutating func lastEditor(_ kind: KitosKind) -> Facts.Cell {
    let keys =
      kind == .contractOverview ? ("LastEditedByUserId", "LastEditedAtDate") : ("LastChangedById", "LastChangedAt")
    let isByNobody = node(keys.0)?.isNull != false
    if let cell = changeNotKnown(keys.1, isByNobody: isByNobody) { return .cell(cell) }
    return numbered(keys.0)
  }

  /// A user whom the record names by number: null says that there is none, absent says nothing.
  private mutating func numbered(_ key: String) -> Facts.Cell {
    guard let value = node(key) else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    if value.isNull { return .nothing }
    guard let number = value.int, number > 0 else {
      return .cell(refuse(key, "`\(key)` is no number of a user", at: value))
    }
    return .late { $0.kitos.users.named(number: number, email: nil) }
  }

  private mutating func readAssignments(_ object: FactWriter.Cell, _ kind: KitosKind) {
    let relation = kind.roleRelation!
    let elements = list("RoleAssignments") { $0.add(relation, ["object": object, "user": $1, "role": $1]) }
    for (element, at) in elements {
      let (user, role) = (holder(element, at), role(element, kind.publicKind!, at))
      facts.add(relation, naming: ["object": .cell(object), "user": user, "role": role], at: at)
    }
  }

  private mutating func holder(_ assignment: JSONNode, _ at: Place) -> Facts.Cell {
    let number = assignment["UserId"]?.int.flatMap { $0 > 0 ? $0 : nil }
    var email: String?
    if let value = assignment["Email"], !value.isNull {
      guard let text = value.string.flatMap(NormalForm.email.read) else {
        return .cell(refuse(at, "an assignment has an `Email` that is no e-mail address"))
      }
      email = text
    }
    if number == nil, email == nil {
      return .cell(refuse(at, "an assignment has no usable `UserId` and no `Email`"))
    }
    return .late { [email] in $0.kitos.users.named(number: number, email: email) }
  }

  /// A role by its uuid, which overviews of system usages have since 2024, or else by its number.
  private mutating func role(_ assignment: JSONNode, _ objects: KitosKind, _ at: Place) -> Facts.Cell {
    let number = assignment["RoleId"]?.int.flatMap { $0 > 0 ? $0 : nil }
    if let value = assignment["RoleUuid"], !value.isNull {
      guard let uuid = value.string.flatMap(NormalForm.uuid.read) else {
        return .cell(refuse(at, "an assignment has no usable `\("RoleUuid")`"))
      }
      if uuid != Self.noUUID {
        facts.tell { survey in
          survey.kitos.rolesUsed[objects, default: []].insert(uuid)
          if let number { survey.kitos.roleNumbers[objects, default: [:]][number, default: []].insert(uuid) }
        }
        return .text(uuid)
      }
    }
    guard let number else { return .cell(refuse(at, "an assignment has no usable `\("RoleId")`")) }
    return .late { $0.kitos.role(numbered: number, on: objects) }
  }

  /// What Kitos writes for a uuid that it has not filled in yet.
  private static let noUUID = "00000000-0000-0000-0000-000000000000"

  /// The usages to which this one has a relation.
  private mutating func readLinks(_ object: FactWriter.Cell, _ relation: String) {
    let key = "OutgoingRelatedItSystemUsages"
    guard has(key) else {
      return add(relation, ["object": object, "to": .unknown("the record has no `\(key)`", .columnAbsent)])
    }
    for (element, at) in list(key, lost: { $0.add(relation, ["object": object, "to": $1]) }) {
      let to: FactWriter.Cell =
        element["ItSystemUsageUuid"]?.string.flatMap(NormalForm.uuid.read).map { .text($0) }
        ?? refuse(at, "a relation has no usable `ItSystemUsageUuid`")
      add(relation, ["object": object, "to": to], at: at)
    }
  }
}
