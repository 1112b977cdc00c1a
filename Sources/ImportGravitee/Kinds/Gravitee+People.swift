import FactStore
import ImportCore
import Localization

/// Lists of the management interface: users, members, groups, roles and tokens.
extension Gravitee {
  static let users = list(
    "gravitee.users", Noun("user"),
    [
      .keys(
        ["id"],
        oneOf: [
          "lastConnectionAt", "last_connection_at", "number_of_active_tokens", "loginCount", "isServiceAccount",
          "firstConnectionAt", "envRoles",
        ], without: ["environmentId", "organizationId", "password"]),
      .keys(["id", "displayName", "source"]), .keys(["id", "displayName", "sourceId"]),
      .keys(["id", "displayName", "primary_owner"]),
    ], fills: ["gravitee.user", "gravitee.account", "gravitee.user_role", "gravitee.role", "gravitee.user_list"]
  ) { $0.readUser() }
  .with { kind in
    kind.whole.write = { document, survey, writer, _ in
      let places = document.entries.flatMap(\.marks)
      for mark in Set(places + ["ORGANIZATION/organisation"]).sorted() where !document.isSingle {
        let parts = mark.split(separator: "/", maxSplits: 1).map(String.init)
        writer.add(
          "gravitee.user_list", ["scope": .text(parts[0]), "place": .text(parts[1])], at: Place(line: 1))
      }
    }
  }

  static let members = list(
    "gravitee.members", Noun("member"),
    [
      .keys(["id", "displayName", "roles"], without: ["permissions"]), .keys(["id", "displayName", "role"]),
      .keys(["id", "roles", "referenceId", "referenceType"], without: ["roleId"]),
    ], fills: memberFills(apiMembers: true, applicationMembers: true, groupMembers: true)
  ) { $0.readMember() }
  .with { noteMembers(&$0) }

  static let apiMembers = members(Members.apiKind, memberFills(apiMembers: true))
  static let applicationMembers = members(Members.applicationKind, memberFills(applicationMembers: true))
  static let groupMembers = members(Members.groupKind, memberFills(groupMembers: true))

  private static func members(_ name: String, _ fills: [String]) -> Kind {
    list(name, Noun("member"), [], fills: fills) { $0.readMember() }.with { noteMembers(&$0) }
  }

  private static func memberFills(
    apiMembers: Bool = false, applicationMembers: Bool = false, groupMembers: Bool = false
  ) -> [String] {
    ["gravitee.user", "gravitee.role"] + (apiMembers ? ["gravitee.api_member"] : [])
      + (applicationMembers ? ["gravitee.application_member"] : [])
      + (groupMembers ? ["gravitee.group_member", "gravitee.group_member_role"] : [])
  }

  private static func noteMembers(_ kind: inout Kind) {
    kind.whole.tell = { document, survey in
      if let id = Members(kind: document.kind.name, context: document.context).id {
        survey.gravitee.list(.members, of: id)
      }
    }
    kind.lacks = { context in
      Members(kind: "", context: context).id == nil
        ? ["the list does not say whose members it has; name it as `object`"] : []
    }
  }

  static let groups = list(
    "gravitee.groups", Noun("group"),
    [
      .keys(
        ["id", "name"],
        oneOf: [
          "event_rules", "eventRules", "lock_api_role", "lockApiRole", "lock_application_role", "apiPrimaryOwner",
          "max_invitation", "maxInvitation", "manageable", "system_invitation", "email_invitation",
        ], without: ["environmentId", "displayName", "scope"]),
      .keys(
        ["id", "name", "roles"], without: ["environmentId", "displayName", "scope", "permissions", "referenceType"]),
    ], fills: ["gravitee.group", "gravitee.group_default_role", "gravitee.group_event", "gravitee.role"]
  ) { $0.readGroup() }

  static let roles = list(
    "gravitee.roles", Noun("role"),
    [
      .keys(["name", "scope", "permissions"], without: ["referenceType", "referenceId"]),
      .keys(
        ["id", "name", "scope"],
        without: ["referenceType", "referenceId", "environmentId", "displayName", "client_id", "value", "status"]),
    ], fills: ["gravitee.role", "gravitee.listed_role", "gravitee.role_permission"]
  ) { $0.readRole() }

  static let tokens = list(
    "gravitee.tokens", Noun("token"),
    [
      .keys(["name"], oneOf: ["last_use_at", "lastUseAt"], without: ["environmentId", "referenceType"])
    ], fills: ["gravitee.token"]
  ) { $0.readToken() }
  .with { kind in
    kind.whole.tell = { document, survey in
      if let user = document.context.user ?? document.context.object ?? Asked(document.context).id(behind: "users") {
        survey.gravitee.list(.tokens, of: user)
      }
    }
  }
}
