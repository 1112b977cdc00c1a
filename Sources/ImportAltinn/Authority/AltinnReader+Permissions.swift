import FactStore
import ImportCore
import Localization

extension Altinn {
  static let packagePermissions = kind(
    .packagePermissions, [.keys(["package", "permissions"])],
    fills: ["altinn.given_package", "altinn.given_listed", "altinn.shown_package"] + states
  ) { $0.readPermissions($1, .package) }
  .with { kind in
    // An answer does not repeat what was asked: only the configuration says that it shows all that one party gave.
    stating(&kind) { document, survey, writer, _ in
      let query = document.context.query?.lowercased() ?? ""
      guard query.contains("from="), !query.contains("to="),
        let own = AltinnReader.named(document.context.organisation)
      else { return }
      writer.add("altinn.given_listed", ["party": own.settled(survey)], at: Place(line: 1))
    }
  }

  private static let ofThings = ["altinn.standing_delegation"] + states + ["altinn.shown_resource"]

  static let resourcePermissions = kind(
    .resourcePermissions, [.keys(["resource", "permissions"])], fills: ofThings
  ) { $0.readPermissions($1, .resource) }

  static let instancePermissions = kind(
    .instancePermissions, [.keys(["instance", "resource", "permissions"])], fills: ofThings
  ) { $0.readPermissions($1, .instance) }

  static let rolePermissions = kind(
    .rolePermissions, [.keys(["role", "permissions"]), .keys(["role", "from", "to", "fromid", "toid"])],
    fills: ["altinn.assignment", "altinn.authorised_role"] + states
  ) { $0.readRolePermissions($1) }

  static let connections = kind(
    .connections, [.keys(["party", "roles", "connections"])], fills: ["altinn.assignment"] + states
  ) { $0.readConnection($1) }

  static let roleAssignments = kind(
    .roleAssignments, [.keys(["from", "role", "to"], without: ["permissions"])], fills: ["altinn.assignment"]
  ) { $0.readAssignment($1) }
}

extension AltinnReader {
  enum Thing: String { case package, resource, instance }

  /// `{package, permissions}` and its like: who has a thing for whom, and by what role. Where it is not said what, every
  /// permission still says whose it is.
  mutating func readPermissions(_ record: AltinnNode, _ thing: Thing) {
    var what = thingCells(name(of: record, thing), thing)
    if name(of: record, thing) == nil {
      let message: Phrase =
        switch thing {
        case .package: Phrase("what the permissions are of is not said, or by no name of a package")
        case .resource: Phrase("what the permissions are of is not said, or by no name of a resource")
        case .instance: Phrase("what the permissions are of is not said, or by no name of a instance")
        }
      facts.refuse(message, at: record.place)
      for column in what.keys where column != "kind" { what[column] = .unknown(message) }
    }
    let relations =
      thing == .package
      ? ["altinn.shown_package", "altinn.given_package"] : ["altinn.shown_resource", "altinn.standing_delegation"]
    for permission in list(record, "permissions", relations, known: what) {
      readPermission(permission, thing, what, relations)
    }
  }

  /// The columns that say what is given.
  private func thingCells(_ what: String?, _ thing: Thing) -> [String: Facts.Cell] {
    let cell = Facts.Cell.text(what ?? "")
    return thing == .package ? ["package": cell, "code": cell] : ["kind": .text(thing.rawValue), "what": cell]
  }

  private func name(of record: AltinnNode, _ thing: Thing) -> String? {
    switch thing {
    case .package: return record["package"]?["urn", "code"]?.package
    case .resource: return record["resource"]?["refid", "identifier", "id"]?.text
    case .instance:
      guard let resource = record["resource"]?["refid", "identifier", "id"]?.text,
        let instance = record["instance"]?["refid", "id"]?.text
      else { return nil }
      return "\(resource) \(instance)"
    }
  }

  private mutating func readPermission(
    _ permission: AltinnNode, _ thing: Thing, _ what: [String: Facts.Cell], _ relations: [String]
  ) {
    let role = permission["role"].map { $0.isObject ? $0["code", "urn"]?.role : $0.role } ?? nil
    guard let (from, to) = ends(permission, relations, what) else { return }
    let via = party(permission["via"])
    var cells = what.merging(["from": .party(from), "to": .party(to)]) { $1 }
    if via == nil, permission["via"] != nil {
      return lose(permission, "`via` names nobody", relations, known: cells)
    }
    // Given as such: Altinn keeps it under a role that holds whatever was given. Instances may come without a role.
    if via == nil,
      role == "rettighetshaver" || role == "rightholder" || (permission["role"] == nil && thing == .instance)
    {
      return add(
        thing == .package ? "altinn.given_package" : "altinn.standing_delegation", cells, at: permission.place)
    }
    guard let role else { return lose(permission, "the permission has no `role/code`", relations, known: cells) }
    cells["role"] = .text(role)
    if thing == .package {
      cells["code"] = nil
      cells["via"] = via.map { .party($0) } ?? .nothing
      add("altinn.shown_package", cells, at: permission.place)
    } else {
      add("altinn.shown_resource", cells, at: permission.place)
    }
  }

  /// Whose authority it is and who has it; where one of them cannot be told, a hole with the other.
  private mutating func ends(
    _ permission: AltinnNode, _ relations: [String], _ known: [String: Facts.Cell]
  ) -> (from: PartyKey, to: PartyKey)? {
    let from = party(permission["from"])
    let to = party(permission["to"])
    if let from, let to { return (from, to) }
    var known = known
    if let from {
      known["from"] = .party(from)
      known["party"] = .party(from)
    }
    if let to {
      known["to"] = .party(to)
      known["holder"] = .party(to)
    }
    lose(permission, "`from` or `to` names nobody", relations, known: known)
    return nil
  }

  private static let roleRelations = ["altinn.assignment", "altinn.authorised_role"]

  /// `{role, permissions}`, or the older `{role, from, to, fromId, toId}`.
  mutating func readRolePermissions(_ record: AltinnNode) {
    let code = record["role"].flatMap { $0.isObject ? $0["code", "urn"]?.role : $0.role }
    let role = code.map { Facts.Cell.text($0) } ?? .unknown("`role/code` is missing or no code")
    if code == nil { facts.refuse("`role/code` is missing or no code", at: record.place) }
    if record["fromid"] == nil {
      for permission in list(record, "permissions", Self.roleRelations, known: ["role": role]) {
        readRolePermission(permission, role)
      }
      return
    }
    let from = party(record, [.uuid: ["fromid"]])
    let to = party(record, [.uuid: ["toid"]])
    guard let from, let to else {
      var known = ["role": role]
      if let from { known["from"] = .party(from) }
      if let to { known["to"] = .party(to) }
      return lose(record, "`fromId` or `toId` is no uuid", Self.roleRelations, known: known)
    }
    add("altinn.authorised_role", ["holder": .party(to), "party": .party(from), "role": role], at: record.place)
    addAssignment(from, to, role, record.place)
  }

  private mutating func readRolePermission(_ permission: AltinnNode, _ role: Facts.Cell) {
    guard let (from, to) = ends(permission, Self.roleRelations, ["role": role]) else { return }
    add(
      "altinn.authorised_role", ["holder": .party(to), "party": .party(from), "role": role], at: permission.place)
    if permission["via"] == nil { addAssignment(from, to, role, permission.place) }
  }

  private mutating func addAssignment(_ from: PartyKey, _ to: PartyKey, _ role: Facts.Cell, _ place: Place) {
    add("altinn.assignment", ["from": .party(from), "to": .party(to), "role": role], at: place)
  }

  /// `{from, role, to}`: a role of a register.
  mutating func readAssignment(_ record: AltinnNode) {
    func end(_ node: AltinnNode?) -> PartyKey? {
      party(node) ?? attribute(node)
        ?? node?["urn", "externalurn"]?.text.flatMap { $0.split(separator: ":").last }
        .flatMap { NormalForm.uuid.read(String($0)) }.map { .uuid($0) }
    }
    let role = record["role"].flatMap { $0.isObject ? $0["identifier", "code", "urn"]?.role : $0.role }
    let from = end(record["from"])
    let to = end(record["to"])
    guard let from, let to, let role else {
      var known: [String: Facts.Cell] = role.map { ["role": .text($0)] } ?? [:]
      if let from { known["from"] = .party(from) }
      if let to { known["to"] = .party(to) }
      return lose(record, "`from`, `to` or `role` is missing", ["altinn.assignment"], known: known)
    }
    addAssignment(from, to, .text(role), record.place)
  }

  /// A party that the organisation is connected with, and by which roles. The answer does not repeat whose it is.
  mutating func readConnection(_ record: AltinnNode) {
    let other = party(record["party"])
    let query = context.query?.lowercased() ?? ""
    guard let own = Self.named(context.organisation), let other else {
      return lose(
        record,
        """
        whose connections these are is not said; name the organisation, and the query with its `from` or `to`, in \
        `tilsyn.yaml`
        """)
    }
    for name in ["packages", "resources", "instances", "connections"] where !isEmpty(record[name]) {
      lose(
        record, "`\(name)` of a connection is not read; export the packages, resources and instances by themselves",
        ["altinn.assignment", "altinn.given_package", "altinn.standing_delegation"],
        known: connection(own, .party(other), query))
    }
    let known = connection(own, .party(other), query)
    for role in list(record, "roles", ["altinn.assignment"], known: known) {
      guard let code = role["code", "urn"]?.role else {
        lose(role, "`code` is missing or no code", ["altinn.assignment"], known: known)
        continue
      }
      let isGiven = query.contains("from=") || code == "supplier"
      let isHeld = query.contains("to=") || code == "consumer"
      guard isGiven != isHeld else {
        lose(
          role, "which way the connection goes is not said; write the query with its `from` or `to` in `tilsyn.yaml`")
        continue
      }
      add(
        "altinn.assignment",
        ["from": isGiven ? own : .party(other), "to": isGiven ? .party(other) : own, "role": .text(code)],
        at: role.place)
    }
  }

  /// Whether there is no list, or an empty one.
  private func isEmpty(_ list: AltinnNode?) -> Bool {
    list.map { $0.node.kind == .array && $0.node.count == 0 } ?? true
  }

  /// The ends of a connection, as far as the query says which way it goes.
  private func connection(
    _ own: Facts.Cell, _ other: Facts.Cell, _ query: String
  ) -> [String: Facts.Cell] {
    let isGiven = query.contains("from=")
    let isHeld = query.contains("to=")
    if isGiven == isHeld { return [:] }
    return isGiven ? ["from": own, "to": other] : ["from": other, "to": own]
  }
}
