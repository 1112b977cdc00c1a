import FactStore
import ImportCore
import Localization

/// What Kitos answers a user who asks what it may do. The answer names neither the user nor what it is about, so the
/// configuration must.
extension Kitos {
  static let permissions = kind(
    .permissions, [.keys(["read", "modify", "delete"], without: ["modifyCvr"])], fills: ["kitos.permission"]
  ) { record in
    let user = told(record.context.user, "who asked for the permissions is not known")
    let object = told(record.context.object, "which object the permissions are for is not known")
    for action in ["read", "modify", "delete"] {
      let granted = record.flag(action)
      record.add(
        "kitos.permission", ["user": user, "object": object, "action": .text(action), "granted": granted],
        at: Place(line: record.node(action)?.line ?? record.place.line, pointer: record.place.pointer + "/" + action))
    }
    if let user = record.context.user { record.facts.tell { $0.kitos.users.asked.insert(user) } }
  }
  .with { kind in
    kind.extent = .answer
    kind.known = { named([("user", $0.user), ("object", $0.object)]) }
    kind.lacks = { lacking([("user", $0.user), ("object", $0.object)], .permissions) }
  }

  static let createPermissions = KitosKind.allCases.filter { $0.createdKind != nil }.map { kind in
    let created = kind.createdKind!
    return Self.kind(kind, fills: ["kitos.create_permission"]) { record in
      let granted = record.flag("create")
      record.add(
        "kitos.create_permission",
        [
          "user": told(record.context.user, "who asked for the permissions is not known"),
          "organisation": told(
            record.context.organisation, "which organisation the permission is for is not known"),
          "kind": .text(created), "granted": granted,
        ])
    }.with { value in
      value.extent = .answer
      value.known = { named([("user", $0.user), ("organisation", $0.organisation), ("kind", created)]) }
      value.lacks = { lacking([("user", $0.user), ("organisation", $0.organisation)], kind) }
    }
  }

  private static func named(_ parts: [(String, String?)]) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: parts).compactMapValues { $0.map { .text($0) } }
  }

  private static func lacking(_ parts: [(String, String?)], _ kind: KitosKind) -> [Phrase] {
    let missing = parts.filter { $0.1 == nil }.map { "\($0.0)=…" }
    guard !missing.isEmpty else { return [] }
    return [
      """
      the answer names neither who asked nor what it is about; give it in `tilsyn.yaml` or with \
      `--as PATH=\(kind.rawValue),\(missing.joined(separator: ","))`
      """
    ]
  }
}
