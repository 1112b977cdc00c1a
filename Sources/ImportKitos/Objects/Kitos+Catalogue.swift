import FactStore
import Formats
import ImportCore

/// The catalogue that all organisations share, the units of one, and what was deleted.
extension Kitos {
  static let systems = catalogue(
    .systems,
    .keys(["uuid", "name"], oneOf: ["exposedInterfaces", "parentSystem", "usingOrganizations", "businessType"]))
  static let interfaces = catalogue(
    .interfaces, .keys(["uuid", "name"], oneOf: ["exposedBySystem", "itInterfaceType"]))

  private static func catalogue(_ kind: KitosKind, _ sign: Sign) -> Kind {
    let relation = kind.objectRelation!
    return Self.kind(kind, [sign], fills: [relation]) { record in
      let object = record.readThing(kind)
      let name = record.textIfAny("name")
      let organisation = record.reference("organizationContext")
      record.tellOrganisations()
      // A rights holder of an interface is the one of the system that exposes it.
      let holder =
        kind == .interfaces && !record.has("rightsHolder")
        ? .unknown("the record has no `rightsHolder`", .columnAbsent) : record.reference("rightsHolder")
      let creator = record.reference("createdBy")
      let modifier = record.lastModifier()
      record.add(
        relation,
        [
          "object": object, "name": name, "organisation": organisation, "rights_holder": holder, "created_by": creator,
          "modified_by": modifier,
        ])
    }.with { $0.organisation = .everybody }
  }

  static let units = kind(
    .units, [.keys(["uuid", "name", "parentOrganizationUnit"])], fills: ["kitos.unit"]
  ) { record in
    let object = record.readThing(.units)
    let name = record.textIfAny("name")
    let organisation = told(record.context.organisation, "which organisation the units are of is not known")
    let parent = record.reference("parentOrganizationUnit")
    record.add("kitos.unit", ["object": object, "name": name, "organisation": organisation, "parent": parent])
    if let id = object.text, parent == .none { record.facts.tell { $0.kitos.rootUnits.insert(id) } }
  }

  static let deletions = kind(
    .deletions, [.keys(["entityType", "entityUuid", "occurredAtUtc"])], fills: ["kitos.deleted_object"]
  ) { record in
    if let type = record.node("entityType"), type.kind != .string {
      _ = record.refuse(
        "entityType",
        """
        `entityType` is no text; numbers mean different things in different documents; export without the header \
        X-KITOS-SERIALIZE-ENUM-AS-INTEGER
        """, at: type)
    }
    let object = record.uuid("entityUuid")
    record.facts.identity = object.text
    if let id = object.text { record.facts.tell { $0.kitos.deletedObjects.insert(id) } }
    record.add("kitos.deleted_object", ["object": object])
  }
  .with { $0.grade = .closed }
}

extension Record {
  /// The uuid of an object that the record is of.
  fileprivate mutating func readThing(_ kind: KitosKind) -> FactWriter.Cell {
    let object = uuid("uuid")
    facts.identity = object.text
    isAbout(object, kind)
    return object
  }
}
