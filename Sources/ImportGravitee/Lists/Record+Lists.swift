import FactStore
import ImportCore
import Localization

/// Records of the lists of APIs, plans, users, groups, roles and tokens.
extension Record {
  /// An API of a list. Version 2 lists whole definitions, version 1 a few words of each.
  mutating func readListedAPI() {
    guard let own else { return }
    let name = Name(.api, id(own["id"], "id"))
    facts.identity = name.raw
    mention(name)
    if let other = own["crossId", "cross_id"]?.text { note("crossId \(other)", is: name) }
    state(
      "gravitee.api", "api", name,
      [
        "name": words(own["name"], "name"), "version": words(own["apiVersion", "version"], "version"),
        "visibility": label(own["visibility"], "visibility", of: ["PUBLIC", "PRIVATE"]),
      ])
    if let owner = own["primaryOwner", "owner"], !owner.isNull {
      addOwner("gravitee.api_owner", "api", of: name, owner)
    }
    if let groups = own["groups"], groups.isList {
      let rows = groups.elements.map { SetRow(cells: ["group": group($0, isNamed: false).cell], place: $0.place) }
      state("gravitee.api_group", set: rows, "api", of: name)
    }
    if let labels = own["labels"], labels.isList {
      let rows = labels.elements.map { SetRow(cells: ["label": .cell(words($0, "labels"))], place: $0.place) }
      state("gravitee.api_label", set: rows, "api", of: name)
    }
    guard own["proxy"] != nil || own["endpointGroups"] != nil else { return }
    var secrets = SecretSearch()
    addEndpoints(of: own, name, secrets: &secrets)
    addFlows(of: own, name, as: "api", isBestMatch: false, secrets: &secrets)
    for secret in secrets.found where secret.isOwn {
      facts.meet(Secret(at: secret.place, name: secret.name, secret.kind, count: secret.count))
    }
  }

  mutating func readListedPlan() {
    guard let own else { return }
    facts.identity = own["id"]?.text
    if let status = own["status"]?.text { facts.marks.insert(GraviteeText.label(status)) }
    let apis = own["apis"]
    let part = own["apiId", "api"] ?? (apis?.elements.count == 1 ? apis?.elements[0] : nil)
    var cell = FactWriter.Cell.unknown("the plan does not say which API it is of", .context)
    if let part, !part.isNull {
      cell = id(part, "api")
    } else if let api = Gravitee.api(context) {
      cell = .text(api)
    }
    let api = Name(.api, cell)
    mention(api)
    var secrets = SecretSearch()
    addPlan(own, of: api, secrets: &secrets)
    for secret in secrets.found where secret.isOwn {
      facts.meet(Secret(at: secret.place, name: secret.name, secret.kind, count: secret.count))
    }
  }

  // MARK: People

  mutating func readUser() {
    guard let own else { return }
    let user = person(own, id: id(own["id"], "id"))
    facts.identity = user.raw
    if let source = own["source"]?.text, let other = own["sourceId", "source_id"]?.text {
      note(Self.userName(source, other), is: user)
    }
    let number = own["number_of_active_tokens", "numberOfActiveTokens"]
    var tokens = Self.missing("number_of_active_tokens")
    if let number, !number.isNull {
      tokens =
        number.node.int.map { .value(.int($0)) }
        ?? refuse(number.place, "`\("number_of_active_tokens")` is no whole number")
    }
    if let count = number?.node.int, count > 0, let raw = user.raw {
      facts.tell { $0.gravitee.mention(raw, .token) }
    }
    let service = own["isServiceAccount", "is_service_account"]
    state(
      "gravitee.account", "user", user,
      [
        "status": label(own["status"], "status", of: ["ACTIVE", "PENDING", "REJECTED", "ARCHIVED"]),
        "last_login": lastLogin(own), "service": flag(service, "isServiceAccount"), "tokens": tokens,
      ])
    addRoles(own["roles"], of: user, scope: "ORGANIZATION", place: "organisation")
    guard let environments = own["envRoles", "env_roles"], environments.isObject else {
      return openRoles(of: user, ["scope": .text("ENVIRONMENT")])
    }
    for (id, list) in environments.members {
      facts.marks.insert("ENVIRONMENT/\(id)")
      addRoles(list, of: user, scope: "ENVIRONMENT", place: id)
    }
  }

  /// Null says that there was none, or that nobody knows; the key may be left out.
  private mutating func lastLogin(_ own: Part) -> FactWriter.Cell {
    guard let part = own["lastConnectionAt", "last_connection_at"] else { return Self.missing("lastConnectionAt") }
    return part.isNull ? .none : day(part, "lastConnectionAt")
  }

  private mutating func openRoles(of user: Name, _ known: [String: Facts.Cell]) {
    facts.lack(
      "gravitee.user_role", known.merging(["holder": user.cell]) { first, _ in first }, reason: .columnAbsent,
      text: "the list does not say which roles the user has")
  }

  private mutating func addRoles(_ list: Part?, of user: Name, scope: String, place: String) {
    guard let list, list.isList else {
      return openRoles(of: user, ["scope": .text(scope), "place": .text(place)])
    }
    for element in list.elements {
      let name = label(element.isObject ? element["name"] : element, "name")
      let own = element["scope"]?.text.map(GraviteeText.label) ?? scope
      // Roles on single things are not those of a place.
      guard own == scope else { continue }
      _ = named(name, scope: own, at: element.place)
      facts.add(
        "gravitee.user_role",
        naming: [
          "holder": user.cell, "scope": .text(scope), "place": .text(place), "role": .cell(name),
        ], at: element.place)
    }
  }

  mutating func readGroup() {
    guard let own else { return }
    let name = Name(.group, id(own["id"], "id"))
    facts.identity = name.raw
    mention(name)
    if let title = own["name"]?.text { note(title, is: name) }
    state("gravitee.group", "group", name, ["name": words(own["name"], "name")])
    if let roles = own["roles"], roles.isObject {
      for (scope, role) in roles.members where !role.isNull {
        let role = named(words(role, "roles"), scope: GraviteeText.label(scope), at: role.place)
        facts.add("gravitee.group_default_role", naming: ["group": name.cell, "role": role.cell])
      }
    } else {
      facts.lack(
        "gravitee.group_default_role", ["group": name.cell], reason: .columnAbsent,
        text: "the record has no `\("roles")`")
    }
    guard let rules = own["event_rules", "eventRules"], rules.isList else {
      return facts.lack(
        "gravitee.group_event", ["group": name.cell], reason: .columnAbsent,
        text: "the record has no `\("event_rules")`")
    }
    for rule in rules.elements {
      let event = label(rule.isObject ? rule["event"] : rule, "event")
      facts.add("gravitee.group_event", naming: ["group": name.cell, "event": .cell(event)], at: rule.place)
    }
  }

  mutating func readRole() {
    guard let own else { return }
    let scope = label(own["scope"], "scope")
    guard let inScope = scope.text else {
      facts.lack("gravitee.role", text: "the role has no scope")
      facts.lack("gravitee.listed_role", text: "the role has no scope")
      return facts.lack("gravitee.role_permission", text: "the role has no scope")
    }
    let role = named(words(own["name"], "name"), scope: inScope, at: place)
    facts.identity = role.raw
    let id = own["id"]?.text.map(GraviteeText.id)
    if let id { note(id, is: role) }
    facts.add(
      "gravitee.listed_role",
      naming: ["id": .cell(id.map { .text($0) } ?? Self.missing("id")), "scope": .text(inScope), "role": role.cell])
    guard let permissions = own["permissions"], permissions.isObject, let raw = role.raw else { return }
    facts.tell { $0.gravitee.list(.permissions, of: raw) }
    for (permission, rights) in permissions.members {
      // Letters in a list, or as one text: `CRUD`.
      let letters = rights.isList ? rights.elements.compactMap(\.text).joined() : rights.text ?? ""
      for letter in letters {
        let right =
          Self.rights[letter].map { FactWriter.Cell.text($0) }
          ?? refuse(rights.place, "`\("permissions")` has a letter that is none of CRUD")
        facts.add(
          "gravitee.role_permission",
          naming: ["role": role.cell, "permission": .text(GraviteeText.label(permission)), "right": .cell(right)],
          at: rights.place)
      }
    }
  }

  private static let rights: [Character: String] = ["C": "create", "R": "read", "U": "update", "D": "delete"]

  mutating func readToken() {
    guard let own else { return }
    let asked = context.user ?? context.object ?? Asked(context).id(behind: "users")
    let open = FactWriter.Cell.unknown("the list does not say whose tokens it has; name the person as `user`", .context)
    let user = Name(.user, asked.map { .text($0) } ?? open)
    var cell = words(own["id"], "id")
    if cell.text == nil, let title = own["name"]?.text, let asked { cell = .text("\(title), of \(asked)") }
    facts.identity = cell.text
    state(
      "gravitee.token", "token",
      Name(.token, cell.text == nil ? refuse(place, "nothing says which token it is") : cell),
      [
        "created": day(own["created_at", "createdAt"], "created_at"),
        "ends": dayOrNone(own["expires_at", "expiresAt"], "expires_at"),
        "last_use": dayOrNone(own["last_use_at", "lastUseAt"], "last_use_at"),
      ], required: ["user": user.cell])
    for name in ["token", "value"] {
      if let value = own[name], let text = value.text {
        facts.meet(Secret(at: value.place, name: name, .token, count: text.count))
      }
    }
  }
}
