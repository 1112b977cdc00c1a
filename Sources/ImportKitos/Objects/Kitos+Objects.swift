import FactStore
import Formats
import ImportCore

/// System usages, contracts and data-processing registrations, with the roles on each: a page of a list, or one.
extension Kitos {
  static let usages = objects(
    .usages, .keys(["uuid", "systemContext"], oneOf: ["roles", "organizationContext", "organizationUsage"]))
  static let contracts = objects(
    .contracts,
    .keys(
      ["uuid", "name"], oneOf: ["parentContract", "procurement", "paymentModel", "agreementPeriod", "termination"]))
  static let dataProcessing = objects(
    .dataProcessing, .keys(["uuid", "oversight"], oneOf: ["roles", "organizationContext"]))

  private static func objects(_ kind: KitosKind, _ sign: Sign) -> Kind {
    let relation = kind.objectRelation!
    return Self.kind(kind, [sign], fills: [relation, kind.linkRelation, kind.roleRelation].compactMap { $0 }) {
      $0.readObject(kind, relation)
    }.with { value in
      value.organisation = .record
      value.facets = [changes(relation, ["name", "organisation", "created_by", "modified_by"], kind)]
      value.whole.write = { document, _, _, report in
        let named = Set(document.entries.compactMap(\.organisation))
        if let organisation = document.context.organisation, named.contains(where: { $0 != organisation }) {
          report.notes.append(
            "some records belong to another organisation than `\(organisation)`, which was given for it")
        } else if document.context.organisation == nil, named.count > 1 {
          report.notes.append("the document mixes organisations; each record keeps its own")
        }
      }
    }
  }

  /// What records of one object may disagree in.
  static func changes(_ relation: String, _ columns: [String], _ kind: KitosKind) -> Facet {
    Facet(relation, key: "object", columns: columns, noun: kind.noun.name)
  }
}

extension Record {
  /// The organisation of the configuration stands in where the record names none.
  fileprivate mutating func readObject(_ kind: KitosKind, _ relation: String) {
    let object = uuid("uuid")
    let name = kind == .usages ? reference("systemContext", "name") : textIfAny("name")
    var owner = reference("organizationContext")
    if let told = context.organisation, !owner.isUnknown || !has("organizationContext"), owner.text == nil {
      owner = .text(told)
    }
    facts.identity = object.text
    facts.organisation = owner.text
    tellOrganisations()
    isAbout(object, kind)
    let (creator, modifier) = (reference("createdBy"), lastModifier())
    add(
      relation,
      ["object": object, "name": name, "organisation": owner, "created_by": creator, "modified_by": modifier])
    readRoles(object, kind)
    if let relation = kind.linkRelation { readLinks(object, relation) }
  }

  private mutating func readRoles(_ object: FactWriter.Cell, _ kind: KitosKind) {
    let relation = kind.roleRelation!
    let elements = list("roles") { $0.add(relation, ["object": object, "user": $1, "role": $1]) }
    for (element, at) in elements {
      let user = uuid("user", of: element, "an assignment has no usable `user/uuid`", at: at)
      let role = uuid("role", of: element, "an assignment has no usable `role/uuid`", at: at)
      if let role = role.text { facts.tell { $0.kitos.rolesUsed[kind, default: []].insert(role) } }
      add(relation, ["object": object, "user": user, "role": role], at: at)
    }
  }

  /// The usages to which this one has a relation.
  private mutating func readLinks(_ object: FactWriter.Cell, _ relation: String) {
    let key = "outgoingSystemRelations"
    guard has(key) else {
      return add(relation, ["object": object, "to": .unknown("the record has no `\(key)`", .columnAbsent)])
    }
    for (element, at) in list(key, lost: { $0.add(relation, ["object": object, "to": $1]) }) {
      let to = uuid("toSystemUsage", of: element, "a relation has no usable `toSystemUsage/uuid`", at: at)
      add(relation, ["object": object, "to": to], at: at)
    }
  }
}
