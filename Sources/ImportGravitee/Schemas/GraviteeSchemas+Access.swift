import FactStore
import ImportCore
import Localization

/// Who calls what: applications, subscriptions and keys.
extension GraviteeSchemas {
  static let accesses: [RelationSchema] = [subscription, key, keySubscription]
  static let applications: [RelationSchema] = [
    application,
    owner("gravitee.application_owner", of: applicationColumn, noun: "application", obtain: obtainApplications),
    member("gravitee.application_member", of: applicationColumn, noun: "application", obtain: obtainApplicationMembers),
    ofGroup("gravitee.application_group", of: applicationColumn, noun: "application", obtain: obtainApplications),
  ]

  static let statuses = ["PENDING", "REJECTED", "ACCEPTED", "CLOSED", "PAUSED", "RESUMED"]

  static let subscription = RelationSchema(
    "gravitee.subscription",
    doc: """
      A subscription of an application to a plan. A list shows those that are accepted unless it was asked for more, and \
      of nothing else it proves anything.
      """,
    obtain: obtainSubscriptions,
    columns: [
      ColumnSchema(
        "subscription", subscriptionEntity, doc: "its id; from a CSV the two names and when it was created"),
      apiColumn, planColumn, applicationColumn,
      ColumnSchema("status", .text, values: statuses, doc: "its status"),
      ColumnSchema("asked", .date, optional: true, doc: "when it was created"),
      ColumnSchema("processed", .date, optional: true, doc: "when it was accepted or rejected"),
      ColumnSchema("starts", .date, optional: true, doc: "the first day"),
      ColumnSchema("ends", .date, optional: true, doc: "the last day; none where it never ends"),
      ColumnSchema("subscribed_by", userEntity, optional: true, doc: "who asked"),
      ColumnSchema(
        "processed_by", userEntity, optional: true,
        doc: """
          who accepted or rejected. On a plan with validation AUTO it says nothing: the system does it, and newer versions \
          write whoever asked
          """),
      ColumnSchema(
        "consumer_message", .bool, optional: true, doc: "whether who asked wrote something; the text is not kept"),
      ColumnSchema(
        "publisher_message", .bool, optional: true, doc: "whether who processed wrote something; the text is not kept"),
    ],
    key: ["subscription"],
    references: [
      .init("plan", "gravitee.plan", "plan"), .init("application", "gravitee.application", "application"),
      .init("subscribed_by", "gravitee.user", "user"), .init("processed_by", "gravitee.user", "user"),
    ])

  static let key = RelationSchema(
    "gravitee.key",
    doc: "A key for calls. The key itself is never kept.",
    obtain: obtainKeys,
    columns: [
      ColumnSchema("key", keyEntity, doc: "its id; without one, a number within the document"),
      ColumnSchema(
        "live", .bool, optional: true,
        doc: "whether it is neither revoked nor paused nor expired; whether its subscription lives is another matter"),
      ColumnSchema("created", .date, optional: true, doc: "when it was made"),
      ColumnSchema("ends", .date, optional: true, doc: "when it expires; none where it never does"),
    ],
    key: ["key"])

  static let keySubscription = RelationSchema(
    "gravitee.key_subscription",
    doc: "A subscription that a key is for. A key that an application shares is for several.",
    obtain: obtainKeys,
    columns: [
      ColumnSchema("key", keyEntity, doc: "the key"),
      ColumnSchema("subscription", subscriptionEntity, doc: "the subscription"),
    ],
    references: [.init("key", "gravitee.key", "key")])

  static let application = RelationSchema(
    "gravitee.application",
    doc: "An application, which subscribes to plans.",
    obtain: obtainApplications,
    columns: [
      applicationColumn, ColumnSchema("name", .text, optional: true, doc: "what it is called"),
      ColumnSchema(
        "status", .text, optional: true, values: ["ACTIVE", "ARCHIVED"], doc: "lists show active ones unless asked"),
      ColumnSchema(
        "key_mode", .text, optional: true, values: ["EXCLUSIVE", "SHARED", "UNSPECIFIED"],
        doc: "whether it has a key for each subscription or one for several"),
      ColumnSchema("client_id", .text, optional: true, doc: "the client with which it logs in; none where it has none"),
    ],
    key: ["application"])
}
