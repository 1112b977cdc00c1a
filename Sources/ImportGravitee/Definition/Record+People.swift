import FactStore
import ImportCore
import Localization

/// People, groups and roles as records name them.
extension Record {
  /// States who a person is, and gives what facts call the person.
  mutating func person(_ part: Part, id: FactWriter.Cell) -> Name {
    let name = Name(.user, id)
    mention(name)
    state(
      "gravitee.user", "user", name,
      [
        "name": words(part["displayName", "display_name"], "displayName"), "email": address(part["email"], "email"),
        "source": words(part["source"], "source").lowercased,
        "source_id": words(part["sourceId", "source_id"], "sourceId"),
      ], at: part.place)
    return name
  }

  /// A member, whom lists name by id, exports by source and id there, and the oldest ones by a user name.
  mutating func member(_ part: Part) -> Name {
    if part["id"] != nil { return person(part, id: id(part["id"], "id")) }
    let source = words(part["source"], "source").lowercased
    let sourceID = words(part["sourceId", "source_id"], "sourceId")
    if let source = source.text, let sourceID = sourceID.text {
      return person(part, id: .text(Self.userName(source, sourceID)))
    }
    if let user = part["username", "user"]?.text { return person(part, id: .text("\(user) (user name)")) }
    return Name(.user, refuse(part.place, "nothing says who the member is"))
  }

  /// What a person is called by where the account comes from.
  static func userName(_ source: String, _ id: String) -> String { "\(source.lowercased())/\(id.lowercased())" }

  /// The group that a record names by its id; an export of version 1 or 2 does so by its name.
  mutating func group(_ part: Part, isNamed: Bool) -> Name {
    let cell =
      part.isObject
      ? id(part, "id") : part.text.map { .text(GraviteeText.id($0)) } ?? refuse(part.place, "a group is no text")
    let name = Name(.group, cell)
    mention(name)
    let shown = isNamed ? cell : words(part.isObject ? part["name"] : nil, "name")
    state("gravitee.group", "group", name, ["name": shown], at: part.place)
    return name
  }

  /// Who owns a thing. Somebody always does, so that a record that does not say who leaves it open.
  mutating func addOwner(
    _ relation: String, _ column: String, of name: Name, _ part: Part?, otherwise user: FactWriter.Cell? = nil
  ) {
    var type = Self.missing("primaryOwner")
    var person = user ?? type
    var group = type
    if let user { (type, person, group) = (.text("USER"), user, .none) }
    if let part, !part.isNull {
      type = label(part["type"], "type", of: ["USER", "GROUP"])
      let id = id(part["id"], "id")
      switch type.text {
      case "USER":
        person = self.person(part, id: id).own
        group = .none
      case "GROUP":
        let found = Name(.group, id)
        mention(found)
        state(
          "gravitee.group", "group", found, ["name": words(part["displayName", "display_name"], "displayName")],
          at: part.place)
        (person, group) = (.none, id)
      default: (person, group) = (type, type)
      }
    }
    state(relation, column, name, ["type": type, "user": person, "group": group], at: part?.place)
  }

  /// The roles of a member: names with their scopes, one name, or ids.
  mutating func roles(_ part: Part, scope: String) -> [(role: Name, id: String?, scope: String)] {
    if let one = part["role"] {
      return [(named(words(one, "role"), scope: scope, at: one.place), nil, scope)]
    }
    guard let list = part["roles"], !list.isNull else {
      return [(Name(.role, Self.missing("roles")), nil, scope)]
    }
    if list.isObject {
      return list.members.map { key, value in
        let scope = GraviteeText.label(key)
        return (named(words(value, "roles"), scope: scope, at: value.place), nil, scope)
      }
    }
    guard list.isList else { return [(Name(.role, refuse(list.place, "`\("roles")` is no list")), nil, scope)] }
    return list.elements.map { element in
      if element.isObject {
        let own = element["scope"]?.text.map(GraviteeText.label) ?? scope
        return (named(words(element["name"], "name"), scope: own, at: element.place), nil, own)
      }
      guard let id = element.text.map(GraviteeText.id) else {
        return (Name(.role, refuse(element.place, "a role is no text")), nil, scope)
      }
      if let old = GraviteeText.oldRole(id, scope: scope) {
        return (named(.text(old), scope: scope, at: element.place), nil, scope)
      }
      let role = Name(.role, .text(id))
      mention(role)
      return (role, id, scope)
    }
  }

  /// The role of this name in a scope.
  mutating func named(_ name: FactWriter.Cell, scope: String, at place: Place) -> Name {
    guard let text = name.text.map(GraviteeText.label) else { return Name(.role, name) }
    let role = Name(.role, .text("\(scope)/\(text)"))
    mention(role)
    facts.add(
      "gravitee.role", naming: ["role": role.cell, "scope": .text(scope), "name": .text(text)], at: place)
    return role
  }

  /// The members of an API or an application, as one document has them.
  mutating func addMembers(_ list: Part, _ relation: String, _ column: String, of name: Name, scope: String) -> [Name] {
    var rows: [SetRow] = []
    var byID: [SetRow] = []
    var owners: [Name] = []
    for part in list.elements {
      guard part.isObject else {
        facts.refuse("a member is no object", at: part.place)
        rows.append(SetRow(cells: [:], place: part.place, doubt: "a member is no object"))
        continue
      }
      if part["type"]?.text.map(GraviteeText.label) == "GROUP" {
        facts.lack(
          "gravitee.\(column)_group", [column: name.cell],
          text: "a list of members has a group, which the thing may belong to", at: part.place)
        continue
      }
      let user = member(part)
      for found in roles(part, scope: scope) where found.scope == scope {
        rows.append(SetRow(cells: ["user": user.cell, "role": found.role.cell], place: part.place))
        if let id = found.id {
          byID.append(
            SetRow(cells: ["user": user.cell, "id": .text(id), "scope": .text(scope)], place: part.place))
        }
        if found.role.raw == "\(scope)/PRIMARY_OWNER" { owners.append(user) }
      }
    }
    state(relation, set: rows, column, of: name)
    if column == "api" { state("gravitee.member_by_role_id", set: byID, column, of: name) }
    return owners
  }
}

extension FactWriter.Cell {
  /// The same text in small letters.
  var lowercased: Self { text.map { .text($0.lowercased()) } ?? self }
}
