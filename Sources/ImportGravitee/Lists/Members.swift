import FactStore
import ImportCore
import Localization

/// What a list of members is of. The list does not say it: the configuration does, or the other documents.
struct Members: Sendable {
  let kind: String
  let context: SourceContext

  enum Owner: CaseIterable { case api, application, group }

  static let apiKind = "gravitee.api-members"
  static let applicationKind = "gravitee.application-members"
  static let groupKind = "gravitee.group-members"

  private var asked: Asked { Asked(context) }

  /// The id of what it is of.
  var id: String? {
    context.object ?? asked.id(behind: "apis") ?? asked.id(behind: "applications") ?? asked.id(behind: "groups")
  }

  /// What it may be of: one where something tells.
  func owners(_ survey: Survey) -> [Owner] {
    switch kind {
    case Self.apiKind: return [.api]
    case Self.applicationKind: return [.application]
    case Self.groupKind: return [.group]
    default: break
    }
    if asked.id(behind: "apis") != nil { return [.api] }
    if asked.id(behind: "applications") != nil { return [.application] }
    if asked.id(behind: "groups") != nil { return [.group] }
    guard let id = context.object else { return Owner.allCases }
    let known = [(Owner.api, Thing.api), (.application, .application), (.group, .group)]
      .filter { survey.gravitee.has(id, $0.1) }.map(\.0)
    return known.count == 1 ? known : Owner.allCases
  }

  /// Members who were not read.
  func holes(_ survey: Survey) -> [(String, [String: Value])] {
    let one = Value.text(Gravitee.unlisted)
    let owner = id.map { Value.text($0) }
    return owners(survey).flatMap { kind -> [(String, [String: Value])] in
      var known: [String: Value] = ["user": one]
      switch kind {
      case .api:
        known["api"] = owner
        return [("gravitee.api_member", known)]
      case .application:
        known["application"] = owner
        return [("gravitee.application_member", known)]
      case .group:
        known["group"] = owner
        return [("gravitee.group_member", known), ("gravitee.group_member_role", known)]
      }
    }
  }
}

extension Record {
  /// Reads a member of a list.
  mutating func readMember() {
    guard let own else { return }
    let members = Members(kind: Gravitee.membersKind(self), context: context)
    if own["type"]?.text.map(GraviteeText.label) == "GROUP", own["id"] != nil { return addGroup(own, members) }
    let user = member(own)
    facts.identity = user.raw
    let scope = members.kind == Members.applicationKind ? "APPLICATION" : "API"
    let found = roles(own, scope: scope)
    let place = place
    let id = members.id ?? own["referenceId"]?.text
    let open = FactWriter.Cell.unknown("the list does not say whose members it has; name it as `object`", .context)
    facts.conclude { survey, writer in
      let owners = members.owners(survey)
      let owner = id.map { FactWriter.Cell.text(GraviteeText.id($0)) } ?? open
      func add(_ relation: String, _ cells: [String: Facts.Cell]) {
        let cells = cells.mapValues { $0.settled(survey) }
        if owners.count == 1 {
          writer.add(relation, cells, at: place)
        } else {
          writer.addHole(
            relation, cells.compactMapValues(\.known), reason: .context,
            text: "the list does not say whose members it has; name it as `object`", at: place)
        }
      }
      for kind in owners {
        switch kind {
        case .group:
          add("gravitee.group_member", ["group": .cell(owner), "user": user.cell])
          for role in found {
            add("gravitee.group_member_role", ["group": .cell(owner), "user": user.cell, "role": role.role.cell])
          }
        case .api:
          for role in found where role.scope == "API" {
            add("gravitee.api_member", ["api": .cell(owner), "user": user.cell, "role": role.role.cell])
          }
        case .application:
          for role in found where role.scope == "APPLICATION" || role.scope == "API" && owners.count > 1 {
            add(
              "gravitee.application_member", ["application": .cell(owner), "user": user.cell, "role": role.role.cell])
          }
        }
      }
    }
  }

  /// A group among the members of a thing.
  private mutating func addGroup(_ part: Part, _ members: Members) {
    let name = group(part, isNamed: false)
    let place = place
    guard let id = members.id else {
      facts.lack(
        "gravitee.api_group", ["group": name.cell],
        text: "the list does not say whose members it has; name it as `object`")
      return
    }
    facts.conclude { survey, writer in
      for (owner, relation, column) in [
        (Members.Owner.api, "gravitee.api_group", "api"), (.application, "gravitee.application_group", "application"),
      ] where members.owners(survey).contains(owner) {
        writer.addHole(
          relation,
          [column: .text(id)].merging(name.cell.settled(survey).known.map { ["group": $0] } ?? [:]) { first, _ in first
          },
          reason: .unusable, text: "a list of members has a group, which the thing may belong to", at: place)
      }
    }
  }
}

extension Gravitee {
  /// What kind of members a record is one of, as far as it says so itself.
  static func membersKind(_ record: Record) -> String {
    if let kind = record.context.kind, kind != members.name { return kind }
    if record.node("roles")?.kind == .object { return Members.groupKind }
    return switch record["referenceType"]?.text.map(GraviteeText.label) {
    case "API": Members.apiKind
    case "APPLICATION": Members.applicationKind
    case "GROUP": Members.groupKind
    default: members.name
    }
  }
}
