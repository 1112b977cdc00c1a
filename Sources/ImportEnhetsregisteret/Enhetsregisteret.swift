import FactStore
import Formats
import ImportCore

/// The kinds of document of Enhetsregisteret, as values.
enum Enhetsregisteret {
  static let system = SourceSystem([roles, units, roleTypes], schemas: EnhetsregisteretSchemas.all)

  /// Roles of one unit, or of all units. They are streamed: what is read as a record is no text that can be.
  static let roles = Kind(
    "er.roles", noun: Noun("unit"), signs: [.keys(["rollegrupper"])], fills: EnhetsregisteretSchemas.ofRoles
  ) { _ in }
  .with { asAnswer(&$0) }

  /// The answer to a question about some unit, whole by itself.
  static func asAnswer(_ kind: inout Kind) {
    kind.extent = .answer
    kind.organisation = .everybody
    kind.list.isAskedOfParty = true
  }

  /// The lists of these names that `_embedded` holds, one behind the other; `nil` where it holds none.
  static func embedded(_ names: Set<String>, in root: JSONRecord) -> HeldList? {
    let lists = (root.node["_embedded"]?.members ?? []).filter { names.contains($0.key) }.map { name, list in
      HeldList(list, at: "/_embedded/\(name)", named: name)
    }
    return lists.isEmpty
      ? nil : HeldList(lists.flatMap(\.records), damage: lists.lazy.compactMap(\.damage).first)
  }
}
