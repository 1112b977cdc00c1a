import FactStore
import Formats
import ImportCore
import Localization

/// The roles on one object, or on an organisation unit and the units below it, with e-mail addresses.
extension Kitos {
  static let objectRoles = KitosKind.objectKinds.compactMap(\.objectRoles).map { kind in
    Self.kind(kind, fills: [kind.roleRelation!]) { $0.readAssignment() }.with(asObjectRoles)
  }

  /// Roles on one object of which nothing says what it is.
  static let someObjectRoles = Kind(
    KitosKind.someObjectRoles, noun: Noun("role assignment"), signs: [.keys(["user", "role"], exact: true)],
    fills: objectRoles.flatMap(\.fills)
  ) { $0.readAssignment() }
  .with(asObjectRoles)
  .with { kind in
    kind.undecided = Kind.Undecided(
      advice: """
        the document does not say what its roles are on; give the kind and the object in `tilsyn.yaml` or with \
        `--as PATH=\(KitosKind.usageRoles.rawValue),object=…`
        """,
      why: "what the role is on is not known", taken: { "taken as `\($0)`, as the other documents have it" }
    ) { document, survey in
      // As the loaded objects have it, or the loaded roles.
      let told = document.context.object.flatMap { survey.kitos.objectKinds[$0]?.objectRoles }
      let roles = Set(document.entries.compactMap(\.role))
      let kinds = KitosKind.objectKinds.filter { !(survey.kitos.rolesUsed[$0] ?? []).isDisjoint(with: roles) }
      let kind = told ?? (kinds.count == 1 ? kinds[0].objectRoles : nil)
      return objectRoles.first { $0.name == kind?.rawValue }
    }
  }

  static let unitRoles = kind(
    .unitRoles, [.keys(["roleAssignment", "organizationUnitUuid"])], fills: ["kitos.unit_role"]
  ) { record in
    let unit = record.uuid("organizationUnitUuid")
    record.readAssignment(on: unit, record.node("roleAssignment"))
  }
  .with { kind in
    kind.extent = .answer
    kind.organisation = .everybody
    kind.grade = .closed
    kind.whole.write = { document, survey, writer, report in
      if survey.kitos.hasUserTable { return }
      let object = document.context.object
      if let object, survey.kitos.rootUnits.contains(object) { return }
      let text: Phrase =
        object == nil
        ? "the roles on one unit and the units below it; which unit was asked for is not known"
        : "the roles on one unit and the units below it; no loaded list of units says that it is the topmost one"
      document.addHoles(writer, document.kind.fills, .context, text)
      document.note("\(text); \(advice("object", report))", &report)
    }
  }

  private static func asObjectRoles(_ kind: inout Kind) {
    // The list of objects covers the relation; the roles on one object say nothing of others.
    kind.extent = .part
    kind.organisation = .everybody
    kind.grade = .closed
    kind.known = { context in context.object.map { ["object": .text($0)] } ?? [:] }
    kind.limits = ["roles on other objects"]
    kind.whole.write = { document, _, _, report in
      guard document.context.object == nil, report.kind != KitosKind.someObjectRoles else { return }
      document.note("the document does not say which object its roles are on; \(advice("object", report))", &report)
    }
  }
}

extension Record {
  /// A role on the object that the configuration names.
  fileprivate mutating func readAssignment() {
    readAssignment(on: Kitos.told(context.object, "which object the roles are on is not known"), object)
  }

  /// `assignment` is the record, or a part of it.
  fileprivate mutating func readAssignment(on object: FactWriter.Cell, _ assignment: JSONNode?) {
    let user = part("user", of: assignment)
    let role = part("role", of: assignment)
    if let value = assignment?["user"]?["email"], !value.isNull {
      if let email = value.string.flatMap(NormalForm.email.read) {
        if let uuid = user.text { facts.tell { $0.kitos.users.pair(email: email, uuid: uuid) } }
      } else {
        _ = refuse("user/email", "`user/email` is no e-mail address", at: value)
      }
    }
    add(nil, ["object": object, "user": user, "role": role])
  }

  private mutating func part(_ key: String, of assignment: JSONNode?) -> FactWriter.Cell {
    uuid(
      key, of: assignment, "an assignment has no usable `\(key)/uuid`",
      at: Place(line: assignment?[key]?.line ?? place.line, pointer: place.pointer + "/" + key))
  }
}
