import FactStore
import ImportCore
import Localization

/// Plans, and what they let through.
extension GraviteeSchemas {
  static let plans: [RelationSchema] = [plan, planCharacteristic]
  static let filters: [RelationSchema] =
    filters("plan", planColumn, obtain: obtainPlans) + filters("api", apiColumn, obtain: obtainExport)

  static let plan = RelationSchema(
    "gravitee.plan",
    doc: """
      A plan of an API, of a template too. No export has plans that are closed, so one that is in none may be closed and may \
      be of an API that was not exported.
      """,
    obtain: obtainPlans,
    columns: [
      planColumn, apiColumn, ColumnSchema("name", .text, optional: true, doc: "what it is called"),
      ColumnSchema(
        "status", .text, optional: true, values: ["STAGING", "PUBLISHED", "DEPRECATED", "CLOSED"],
        doc: "`DEPRECATED` takes no new subscriptions and keeps those it has"),
      ColumnSchema(
        "validation", .text, optional: true, values: ["AUTO", "MANUAL"],
        doc: "whether a subscription is accepted by itself or by somebody"),
      ColumnSchema(
        "security", .text, optional: true,
        doc: "`KEY_LESS`, `API_KEY`, `OAUTH2`, `JWT`, `MTLS`, or a newer one"),
      ColumnSchema(
        "comment_required", .bool, optional: true, doc: "whether who asks for access has to write a comment"),
      ColumnSchema(
        "comment_message", .bool, optional: true, doc: "whether a text says what to write there; the text is not kept"),
    ],
    key: ["plan"])

  static let planCharacteristic = RelationSchema(
    "gravitee.plan_characteristic",
    doc: "A characteristic of a plan, such as the colour of its data, as its owner writes it.",
    obtain: obtainPlans, columns: [planColumn, ColumnSchema("characteristic", .text, doc: "the characteristic")])

  /// What the policies of Gravitee do that stand in a plan, or in an API for all its plans.
  private static func filters(_ name: String, _ column: ColumnSchema, obtain: Phrase) -> [RelationSchema] {
    let method = ColumnSchema("method", .text, doc: "the verb in upper case; `*` for each")
    let pattern = ColumnSchema(
      "pattern", .text, doc: "the pattern of paths: `?` is one sign, `*` any within a segment, `**` any segments")
    return [
      RelationSchema(
        "gravitee.\(name)_allows",
        doc: """
          What the filters on paths in the flows of this \(name) let through at most: a verb and a pattern of paths. Without a \
          filter that holds for all calls it is `*` and `/**`. What other policies take away, `gravitee.\(name)_policy` has.
          """,
        obtain: obtain, columns: [column, method, pattern]),
      RelationSchema(
        "gravitee.\(name)_denies",
        doc: "What a black list of this \(name) takes away where no white list counts.",
        obtain: obtain, columns: [column, method, pattern]),
      RelationSchema(
        "gravitee.\(name)_policy",
        doc: "A policy of Gravitee that is switched on in the flows of this \(name).",
        obtain: obtain,
        columns: [
          column, ColumnSchema("policy", .text, doc: "its id: `resource-filtering`, `ip-filtering`, `groovy`"),
          ColumnSchema(
            "conditional", .bool,
            doc: "whether a condition, a path or a verb decides when it runs, so that it does not for every call"),
        ]),
      RelationSchema(
        "gravitee.\(name)_ip_filter",
        doc: "The flows of this \(name) let only listed addresses through, whatever is called.",
        obtain: obtain, columns: [column]),
      RelationSchema(
        "gravitee.\(name)_scope",
        doc: "A scope with which the flows of this \(name) call the backend or ask for its token.",
        obtain: obtain, columns: [column, ColumnSchema("scope", .text, doc: "one scope, `dfo:ansatte`")]),
    ]
  }
}
