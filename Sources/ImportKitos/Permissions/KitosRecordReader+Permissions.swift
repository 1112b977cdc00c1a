import FactStore
import Formats
import ImportCore

extension KitosRecordReader {
  /// What Kitos answers a user who asks what it may do. The answer names neither the user nor what it is about, so the
  /// configuration must.
  func permission(_ kind: KitosKind, context: SourceContext) -> KitosEntry {
    var reader = self
    var entry = KitosEntry(place: place)
    let user = Self.told(context.user, "who asked for the permissions is not known")
    if let created = kind.createdKind {
      let granted = reader.isObject("a permission") ? reader.flag("create") : .unknown("no permission can be read")
      let organisation = Self.told(context.organisation, "which organisation the permission is for is not known")
      entry.add(
        "kitos.create_permission",
        ["user": user, "organisation": organisation, "kind": .text(created), "granted": granted])
    } else {
      let object = Self.told(context.object, "which object the permissions are for is not known")
      let isRecord = reader.isObject("permissions")
      for action in ["read", "modify", "delete"] {
        let granted = isRecord ? reader.flag(action) : .unknown("no permission can be read")
        entry.add(
          "kitos.permission", ["user": user, "object": object, "action": .text(action), "granted": granted],
          at: Place(line: node[action]?.line ?? place.line, pointer: place.pointer + "/" + action))
      }
    }
    entry.problems = reader.problems
    return entry
  }

  private static func told(_ value: String?, _ otherwise: String) -> FactWriter.Cell {
    value.map { .text($0) } ?? .unknown(otherwise, .context)
  }

  /// What the configuration says of every answer in a document of permissions.
  static func context(_ kind: KitosKind, _ context: SourceContext) -> [String: Value] {
    var known = ["user": context.user]
    if let created = kind.createdKind {
      known["organisation"] = context.organisation
      known["kind"] = created
    } else {
      known["object"] = context.object
    }
    return known.compactMapValues { $0.map { .text($0) } }
  }

  /// What the configuration must add so that a document of permissions says something.
  static func missingContext(_ kind: KitosKind, _ context: SourceContext) -> [String] {
    var missing: [String] = []
    if context.user == nil { missing.append("user") }
    if kind.createdKind != nil, context.organisation == nil { missing.append("organisation") }
    if kind.createdKind == nil, context.object == nil { missing.append("object") }
    guard !missing.isEmpty else { return [] }
    let settings = missing.map { "\($0)=…" }.joined(separator: ",")
    return [
      "the answer names neither who asked nor what it is about; give it in `tilsyn.yaml` or with "
        + "`--as PATH=\(kind.rawValue),\(settings)`"
    ]
  }
}
