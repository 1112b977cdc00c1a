import FactStore
import Formats
import ImportCore
import Localization

/// Lists of role types, or one of them. A list is never split into pages.
extension Kitos {
  static let roleTypes = KitosKind.roleTypeKinds.map { kind in
    Self.kind(kind, fills: [kind.roleTypeRelation!]) { $0.readRoleType() }.with(asRoleTypes)
  }

  /// A list of which nothing says whose roles it has.
  static let someRoleTypes = undecided(KitosKind.someRoleTypes, .keys(["uuid", "name", "writeAccess"]))
  /// The same as the administration pages show it.
  static let localRoleTypes = undecided(
    KitosKind.localRoleTypes,
    .keys(
      ["uuid", "name", "writeAccess"], oneOf: ["isObligatory", "isLocallyAvailable", "isEnabled", "isActive"]))

  private static func undecided(_ name: String, _ sign: Sign) -> Kind {
    Kind(name, noun: Noun("role type"), signs: [sign], fills: roleTypes.flatMap(\.fills)) { $0.readRoleType() }
      .with(asRoleTypes)
      .with { kind in
        kind.undecided = Kind.Undecided(
          advice: """
            the document does not say whose roles these are, and the loaded objects do not tell; give the kind in \
            `tilsyn.yaml` or with `--as PATH=\(KitosKind.usageRoleTypes.rawValue)`
            """,
          why: "whose role type this is is not known",
          taken: { "taken as `\($0)`, since only loaded objects of that kind use its roles" }
        ) { document, survey in
          let kind = survey.kitos.kind(ofRoles: Set(document.entries.compactMap(\.role)))
          return roleTypes.first { $0.name == kind?.rawValue }
        }
      }
  }

  private static func asRoleTypes(_ kind: inout Kind) {
    kind.organisation = .everybody
    kind.grade = .closed
    kind.whole.write = { document, _, _, report in
      guard !document.isSingle, report.kind != document.kind.name || document.kind.undecided == nil else { return }
      report.limits.append(
        """
        withdrawn role types: the list holds only those available today; fetch one alone, with its uuid at the end of the \
        address
        """)
    }
  }
}

extension Facts {
  /// The role that a record of role types or of roles names.
  var role: String? { rows.first?.cells["role"]?.text }
}

extension Record {
  /// A role type; a list holds only those that are available.
  fileprivate mutating func readRoleType() {
    let role = uuid("uuid")
    var name = textIfAny("name")
    switch name {
    case .none: name = refuse("name", "`name` is null")
    case .unknown where !has("name"): name = missing("name")
    default: break
    }
    let write = writeAccess()
    let available = available()
    if let id = role.text, !available.isUnknown {
      facts.tell { $0.kitos.roleTypesWithAvailability.insert(id) }
    }
    add(nil, ["role": role, "name": name, "write": write, "available": available])
  }

  private mutating func writeAccess() -> FactWriter.Cell {
    guard let value = node("writeAccess"), value.kind == .int else { return flag("writeAccess") }
    return refuse(
      "writeAccess", "`writeAccess` is a number; export without the header X-KITOS-SERIALIZE-ENUM-AS-INTEGER", at: value
    )
  }

  private mutating func available() -> FactWriter.Cell {
    if has("isAvailable") { return flag("isAvailable") }
    // The administration pages say it in several ways; where these differ, nobody knows which of them counts.
    let keys = ["isActive", "isLocallyAvailable", "isEnabled"]
    for key in keys + ["isObligatory"] {
      if let value = self[key], value.bool == nil { return flag(key) }
    }
    let flags = keys.compactMap { self[$0]?.bool }
    if let first = flags.first {
      if Set(flags).count == 1, first || self["isObligatory"]?.bool != true { return .value(.bool(first)) }
      return .unknown("the record says in different ways whether the role is available", .columnAbsent)
    }
    return isListed ? .value(.bool(true)) : .unknown("the record has no `isAvailable`", .columnAbsent)
  }
}
