import FactStore
import ImportCore
import Localization

/// Lists of the management interface: APIs, applications, subscriptions, keys and plans.
extension Gravitee {
  private static func list(_ kind: inout Kind) {
    kind.extent = .answer
    kind.form = .json { ListAnswer.records(in: $0) }
    kind.list.harmlessParameters = ["status", "statuses", "expands", "expand", "scope"]
    kind.list.firstPage = 1
  }

  static func list(
    _ name: String, _ noun: Noun, _ signs: [Sign], fills: [String], read: @escaping @Sendable (inout Record) -> Void
  ) -> Kind {
    Kind(name, noun: noun, signs: signs, fills: fills, read: read).with { list(&$0) }
  }

  /// Keys that only documents of the database have.
  static let ofDatabase: Set<String> = ["environmentId", "referenceType", "memberId", "needRedeployAt", "definition"]

  static let subscriptions = list(
    "gravitee.subscriptions", Noun("subscription"),
    [
      .keys(
        ["id", "plan", "application", "status"],
        without: ["environmentId", "referenceType", "applicationName", "key"])
    ],
    fills: [
      "gravitee.subscription", "gravitee.plan", "gravitee.application", "gravitee.application_owner", "gravitee.user",
    ]
  ) { $0.readSubscription() }
  .with { kind in
    kind.whole.tell = { document, survey in
      if let api = api(document.context) { survey.gravitee.list(.subscriptions, of: api) }
    }
    kind.lacks = { api($0) == nil ? ["the list does not say which API it is of; name the API as `object`"] : [] }
  }

  static let subscriptionsCSV = Kind(
    "gravitee.subscriptions-csv", noun: Noun("subscription"),
    signs: [.titles(["plan", "application", "process date", "status"])],
    fills: ["gravitee.subscription", "gravitee.application", "gravitee.plan"]
  ) { $0.readNamedSubscription() }
  .with { kind in
    kind.extent = .answer
    kind.form = .table(required: ["Plan", "Application", "Status"])
    kind.whole.tell = subscriptions.whole.tell
    kind.lacks = subscriptions.lacks
    kind.limits = ["who asked and who accepted", "keys and messages"]
  }

  static let keys = list(
    "gravitee.api-keys", Noun("key"),
    [
      .keys(
        ["id", "revoked"],
        oneOf: ["subscriptions", "application", "paused", "expired", "expire_at", "expireAt", "subscription"],
        without: ["environmentId"])
    ], fills: ["gravitee.key", "gravitee.key_subscription"]
  ) { $0.readKey() }
  .with { kind in
    kind.whole.tell = { document, survey in
      if let id = document.context.object ?? Asked(document.context).id(behind: "subscriptions") {
        survey.gravitee.list(.keys, of: id)
      }
    }
  }

  static let applications = list(
    "gravitee.applications", Noun("application"),
    [
      .keys(["id", "name", "api_key_mode"], without: ["environmentId"]),
      .keys(["id", "name", "apiKeyMode"], without: ["environmentId"]),
      .keys(["id", "name", "owner", "type"], without: ["visibility", "context_path", "version"]),
      .keys(["id", "name", "settings", "status"], without: ["environmentId", "origin"]),
    ],
    fills: [
      "gravitee.application", "gravitee.application_owner", "gravitee.application_group", "gravitee.user",
      "gravitee.group",
    ]
  ) { $0.readApplication() }

  static let apis = list(
    "gravitee.apis", Noun("listed API"),
    [
      .keys(["id", "name", "version", "visibility", "owner"], without: ["environmentId"]),
      .keys(
        ["id", "name", "version", "visibility"], oneOf: ["state", "lifecycle_state", "context_path"],
        without: ["environmentId", "proxy", "paths", "flows", "listeners", "plans", "gravitee", "definitionContext"]),
      .keys(
        ["id", "name", "apiVersion", "definitionVersion"],
        oneOf: ["primaryOwner", "createdAt", "lifecycleState", "links"], without: ["environmentId"]),
    ], fills: exports.fills
  ) { $0.readListedAPI() }

  static let plans = list(
    "gravitee.plans", Noun("plan"),
    [.keys(["id", "name", "validation", "status"], without: ["environmentId", "apiType", "needRedeployAt"])],
    fills: ["gravitee.plan"] + Record.planRelations
  ) { $0.readListedPlan() }
  .with { kind in
    kind.whole.tell = { document, survey in
      if let api = api(document.context) { survey.gravitee.list(.plans, of: api) }
    }
  }
}
