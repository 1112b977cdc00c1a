import FactStore
import Formats
import ImportCore

extension KitosRecordReader {
  /// An organisation unit, an entry of the catalogue, or the deletion of an object.
  func entry(_ kind: KitosKind, organisation: String?) -> KitosEntry {
    var reader = self
    var entry = KitosEntry(place: place)
    switch kind {
    case .units: reader.readUnit(organisation, &entry)
    case .deletions: reader.readDeletion(&entry)
    default: reader.readCatalogue(kind, organisation, &entry)
    }
    entry.problems = reader.problems
    return entry
  }

  private mutating func readUnit(_ organisation: String?, _ entry: inout KitosEntry) {
    let isRecord = isObject("an organisation unit")
    let lost = FactWriter.Cell.unknown(problems.first?.message ?? "")
    let object = isRecord ? uuid("uuid") : lost
    entry.identity = object.text
    entry.add(
      "kitos.unit",
      [
        "object": object, "name": isRecord ? name("name") : lost,
        "organisation": organisation.map { .text($0) }
          ?? .unknown("which organisation the units are of is not known", .context),
        "parent": isRecord ? named("parentOrganizationUnit", part: "uuid") : lost,
      ])
  }

  private mutating func readCatalogue(_ kind: KitosKind, _ organisation: String?, _ entry: inout KitosEntry) {
    let isRecord = isObject("an \(kind.noun)")
    let lost = FactWriter.Cell.unknown(problems.first?.message ?? "")
    let object = isRecord ? uuid("uuid") : lost
    entry.identity = object.text
    // A rights holder of an interface is the one of the system that exposes it.
    let holder = node["rightsHolder"] == nil && kind == .interfaces ? "exposedBySystem" : "rightsHolder"
    let holderCell: FactWriter.Cell =
      holder == "rightsHolder"
      ? (isRecord ? named("rightsHolder", part: "uuid") : lost)
      : .unknown("the record has no `rightsHolder`", .columnAbsent)
    entry.add(
      kind.objectRelation!,
      [
        "object": object, "name": isRecord ? name("name") : lost,
        "organisation": isRecord ? named("organizationContext", part: "uuid") : lost, "rights_holder": holderCell,
        "created_by": isRecord ? named("createdBy", part: "uuid") : lost,
        "modified_by": isRecord ? lastModifier() : lost,
      ])
  }

  private mutating func readDeletion(_ entry: inout KitosEntry) {
    guard isObject("a deletion") else {
      entry.add("kitos.deleted_object", ["object": .unknown(problems[0].message)])
      return
    }
    if let type = node["entityType"], type.kind != .string {
      _ = refuse("entityType", "`entityType` is no text; " + Self.numberedType, at: type)
    }
    let object = uuid("entityUuid")
    entry.identity = object.text
    entry.add("kitos.deleted_object", ["object": object])
  }

  private static let numberedType =
    "numbers mean different things in different documents; export without the header X-KITOS-SERIALIZE-ENUM-AS-INTEGER"
}
