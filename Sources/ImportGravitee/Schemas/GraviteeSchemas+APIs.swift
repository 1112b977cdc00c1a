import FactStore
import ImportCore
import Localization

/// APIs, where they lead, and what in them is secret.
extension GraviteeSchemas {
  static let apis: [RelationSchema] = [
    api, template, definition, apiLabel,
    owner("gravitee.api_owner", of: apiColumn, noun: "API", obtain: obtainExport),
    member("gravitee.api_member", of: apiColumn, noun: "API", obtain: obtainExport),
    ofGroup("gravitee.api_group", of: apiColumn, noun: "API", obtain: obtainExport),
  ]
  static let gateway: [RelationSchema] = [endpoint, logging, secret]

  static let api = RelationSchema(
    "gravitee.api",
    doc: "An API of the gateway, by its export, by a list or by a definition made for a gateway. Templates are none.",
    obtain: obtainAPIs,
    columns: [apiColumn] + named + [
      ColumnSchema(
        "visibility", .text, optional: true, values: ["PUBLIC", "PRIVATE"],
        doc: "whether everybody finds it in the portal")
    ],
    key: ["api"])

  private static let named = [
    ColumnSchema("name", .text, optional: true, doc: "what it is called"),
    ColumnSchema("version", .text, optional: true, doc: "as its owner writes it"),
  ]

  static let template = RelationSchema(
    "gravitee.template",
    doc: """
      An API as a template has it, to be loaded into a gateway: an export without an id and without people. Its plans are in \
      `gravitee.plan`; nobody owns it.
      """,
    obtain: "the template that the institution loaded, such as IntArk's", columns: [apiColumn] + named, key: ["api"])

  static let definition = RelationSchema(
    "gravitee.definition",
    doc: """
      In what form the definition of an API was read: its export, a template, or a definition made for gateways, Kubernetes \
      or automation, which names no people. An API that only lists name has none.
      """,
    obtain: obtainExport,
    columns: [
      apiColumn, ColumnSchema("form", .text, values: ["export", "template", "definition"], doc: "which of them"),
    ])

  static let apiLabel = RelationSchema(
    "gravitee.api_label", doc: "A label of an API, as its owner writes it.", obtain: obtainExport,
    columns: [apiColumn, ColumnSchema("label", .text, doc: "the label")])

  static let endpoint = RelationSchema(
    "gravitee.endpoint",
    doc: """
      A backend of an API. What an expression decides when the API is called (`{#…}`) is unknown, and so is what a group of \
      endpoints would have passed on and does not say.
      """,
    obtain: obtainExport,
    columns: [
      ColumnSchema("endpoint", endpointEntity, doc: "its API, its group and its name"), apiColumn,
      ColumnSchema("scheme", .text, optional: true, doc: "`https`, `http` or another, in lower case"),
      ColumnSchema("host", .text, optional: true, doc: "name or address, in lower case"),
      ColumnSchema(
        "reach", .text, optional: true, values: ["local", "cluster", "private", "public"],
        doc: """
          `local` is the gateway itself, `private` a private address, `cluster` a name without a domain or one that only \
          resolves inside; any other host is `public`
          """),
      ColumnSchema(
        "trusts_all", .bool, optional: true,
        doc: "`trustAll`: any certificate is accepted; unknown where nothing is set"),
      ColumnSchema(
        "verifies_host", .bool, optional: true,
        doc: "`hostnameVerifier`: the name in the certificate is compared; unknown where nothing is set"),
    ],
    key: ["endpoint"])

  static let logging = RelationSchema(
    "gravitee.logging",
    doc: "What an API logs of calls. An API that says nothing of logging logs nothing.",
    obtain: obtainExport,
    columns: [
      apiColumn,
      ColumnSchema("payload", .bool, optional: true, doc: "whether bodies of requests or answers are logged"),
      ColumnSchema(
        "conditional", .bool, optional: true,
        doc: "whether a condition decides which calls are; it may always be true"),
    ],
    key: ["api"])

  static let secret = RelationSchema(
    "gravitee.secret",
    doc: """
      A secret that the definition of an API holds in clear. Its value was dropped. Expressions, references to a vault, \
      encrypted properties and empty texts are none.
      """,
    obtain: obtainExport,
    columns: [
      apiColumn,
      ColumnSchema(
        "place", .text, values: ["metadata", "properties", "policies", "resources", "endpoints", "services", "pages"],
        doc: "where in the definition it stands"),
      ColumnSchema("name", .text, doc: "the key or the header under which it stands"),
    ])
}
