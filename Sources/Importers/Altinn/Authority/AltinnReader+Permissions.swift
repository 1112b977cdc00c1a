import FactStore

extension AltinnReader {
  enum Thing: String { case package, resource, instance }

  /// `{package, permissions}` and its like: who has a thing for whom, and by what role.
  mutating func readPermissions(_ record: AltinnNode, _ thing: Thing) {
    guard let what = name(of: record, thing) else { return lose(record, "what the permissions are of is not said") }
    let relations =
      thing == .package
      ? ["altinn.shown_package", "altinn.given_package"] : ["altinn.shown_resource", "altinn.standing_delegation"]
    for permission in list(record, "permissions", relations) { readPermission(permission, thing, what, relations) }
  }

  /// An answer does not repeat what was asked: only the configuration says that it shows all that one party gave.
  mutating func noteQuery() {
    if kind == .rolePackages { return noteListedRole() }
    let query = context.query?.lowercased() ?? ""
    guard kind == .packagePermissions, query.contains("from="), !query.contains("to="),
      let own = named(context.organisation)
    else { return }
    rows.add("altinn.given_listed", ["party": own], at: Place(line: 1))
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
    _ permission: AltinnNode, _ thing: Thing, _ what: String, _ relations: [String]
  ) {
    guard let from = party(permission["from"]), let to = party(permission["to"]) else {
      return lose(permission, "`from` or `to` names nobody", relations)
    }
    let role = permission["role"].map { $0.isObject ? $0["code", "urn"]?.role : $0.role } ?? nil
    let via = party(permission["via"])
    // Given as such: Altinn keeps it under a role that holds whatever was given. Instances may come without a role.
    if role == "rettighetshaver" || role == "rightholder" || (role == nil && via == nil && thing == .instance) {
      if via == nil {
        var cells: [String: AltinnRows.Cell] = ["from": .party(from), "to": .party(to)]
        if thing == .package {
          cells["package"] = .text(what)
          cells["code"] = .text(what)
        } else {
          cells["kind"] = .text(thing.rawValue)
          cells["what"] = .text(what)
        }
        rows.add(
          thing == .package ? "altinn.given_package" : "altinn.standing_delegation", cells, at: permission.place)
        return
      }
    }
    guard let role else { return lose(permission, "the permission has no `role/code`", relations) }
    var cells: [String: AltinnRows.Cell] = ["from": .party(from), "to": .party(to), "role": .text(role)]
    if thing == .package {
      cells["package"] = .text(what)
      cells["via"] = via.map { .party($0) } ?? .nothing
      rows.add("altinn.shown_package", cells, at: permission.place)
    } else {
      cells["kind"] = .text(thing.rawValue)
      cells["what"] = .text(what)
      rows.add("altinn.shown_resource", cells, at: permission.place)
    }
  }

  /// `{role, permissions}`, or the older `{role, from, to, fromId, toId}`.
  mutating func readRolePermissions(_ record: AltinnNode) {
    guard let role = record["role"].flatMap({ $0.isObject ? $0["code", "urn"]?.role : $0.role }) else {
      return lose(record, "`role/code` is missing")
    }
    if record["fromid"] == nil {
      for permission in list(record, "permissions", ["altinn.assignment", "altinn.authorised_role"]) {
        readRolePermission(permission, role)
      }
      return
    }
    func id(_ name: String) -> PartyKey? { record[name]?.text.flatMap(NormalForm.uuid.read).map { .uuid($0) } }
    guard let from = id("fromid"), let to = id("toid") else { return lose(record, "`fromId` or `toId` is no uuid") }
    rows.add(
      "altinn.authorised_role", ["holder": .party(to), "party": .party(from), "role": .text(role)], at: record.place)
    addAssignment(from, to, role, record.place)
  }

  private mutating func readRolePermission(_ permission: AltinnNode, _ role: String) {
    guard let from = party(permission["from"]), let to = party(permission["to"]) else {
      return lose(permission, "`from` or `to` names nobody", ["altinn.assignment", "altinn.authorised_role"])
    }
    rows.add(
      "altinn.authorised_role", ["holder": .party(to), "party": .party(from), "role": .text(role)],
      at: permission.place)
    if permission["via"] == nil { addAssignment(from, to, role, permission.place) }
  }

  private mutating func addAssignment(_ from: PartyKey, _ to: PartyKey, _ role: String, _ place: Place) {
    rows.add("altinn.assignment", ["from": .party(from), "to": .party(to), "role": .text(role)], at: place)
  }

  /// `{from, role, to}`: a role of a register.
  mutating func readAssignment(_ record: AltinnNode) {
    func end(_ node: AltinnNode?) -> PartyKey? {
      party(node) ?? attribute(node)
        ?? node?["urn", "externalurn"]?.text.flatMap { $0.split(separator: ":").last }
        .flatMap { NormalForm.uuid.read(String($0)) }.map { .uuid($0) }
    }
    let role = record["role"].flatMap { $0.isObject ? $0["identifier", "code", "urn"]?.role : $0.role }
    guard let from = end(record["from"]), let to = end(record["to"]), let role else {
      return lose(record, "`from`, `to` or `role` is missing")
    }
    addAssignment(from, to, role, record.place)
  }

  /// A party that the organisation is connected with, and by which roles. The answer does not repeat whose it is.
  mutating func readConnection(_ record: AltinnNode) {
    let other = party(record["party"])
    let query = context.query?.lowercased() ?? ""
    guard let own = named(context.organisation), let other else {
      return lose(
        record,
        "whose connections these are is not said; name the organisation, and the query with its `from` or `to`, in "
          + "`tilsyn.yaml`")
    }
    for name in ["packages", "resources", "instances", "connections"] where record[name]?.node.count ?? 0 > 0 {
      lose(
        record, "`\(name)` of a connection is not read; export the packages, resources and instances by themselves",
        ["altinn.assignment", "altinn.given_package", "altinn.standing_delegation"])
    }
    for role in list(record, "roles", ["altinn.assignment"]) {
      guard let code = role["code", "urn"]?.role else {
        lose(role, "`code` is missing", ["altinn.assignment"])
        continue
      }
      let isGiven = query.contains("from=") || code == "supplier"
      let isHeld = query.contains("to=") || code == "consumer"
      guard isGiven != isHeld else {
        lose(
          role, "which way the connection goes is not said; write the query with its `from` or `to` in `tilsyn.yaml`")
        continue
      }
      rows.add(
        "altinn.assignment",
        ["from": isGiven ? own : .party(other), "to": isGiven ? .party(other) : own, "role": .text(code)],
        at: role.place)
    }
  }
}
