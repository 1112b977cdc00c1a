import ImportCore
import Localization

/// Documents of Kitos that are known and not used in this version: named, so that nobody wonders what became of them.
enum KnownDocuments {
  /// Tried in order, after the documents that are used.
  private static let rules: [KeyRule] = [
    KeyRule(
      kind: "kitos.internal.user-names", required: ["uuid", "name", "email"], isExact: true,
      what: """
        a list of users without roles; whether it lists global administrators, system integrators or the hits of a \
        search, its content does not say; name `kitos.internal.global-admins` or `kitos.internal.system-integrators` as \
        its kind
        """),
    KeyRule(
      kind: "kitos.api-v2.organisations", required: ["uuid", "name", "cvr", "organizationType"],
      what: "a list of organisations"),
    KeyRule(
      kind: "kitos.api-v2.create-permissions", required: ["create"], isExact: true,
      what: """
        whether the caller of the interface may create objects; who called, and what may be created, the document does \
        not say; name a kind such as `kitos.api-v2.usage-create-permission`, the user and the organisation
        """),
    KeyRule(
      kind: "kitos.internal.organisation-permissions", required: ["read", "modify", "delete", "modifyCvr"],
      what: "what the caller may do with an organisation itself"),
    KeyRule(
      kind: "kitos.internal.user-permissions", required: ["create", "delete", "modify"],
      what: "what the caller may do with users; who called, the document does not say"),
    KeyRule(
      kind: "kitos.internal.unit-permissions", required: ["canBeRead", "canBeModified"],
      what: "what the caller may do with an organisation unit; who called, the document does not say"),
    KeyRule(
      kind: "kitos.internal.command-permissions", required: ["commands"], isExact: true,
      what: "which commands the caller may run; who called, the document does not say"),
    KeyRule(
      kind: "kitos.api-v2.role-change", required: ["roleUuid", "userUuid"], isExact: true,
      what: "a request that adds or removes a role; it does not say who holds which role"),
    KeyRule(
      kind: "kitos.internal.organisation-contacts",
      required: ["organizationUuid", "contactPerson", "dataProtectionAdvisor"],
      what: "contact persons of an organisation; they give no access"),
    KeyRule(
      kind: "kitos.internal.unit-registrations", required: ["organizationUnitRights", "itContractRegistrations"],
      what: "what hangs on an organisation unit, with roles by name only"),
    KeyRule(
      kind: tokenResponse, required: ["msg", "response"], isExact: true,
      what: "an answer that may hold an access token; delete the file, no audit needs it"),
  ]

  /// An answer of the token endpoint: its content must never be shown.
  private static let tokenResponse = "kitos.api-v1.response"

  /// What each kind is, for people.
  static let kinds = Dictionary(
    rules.map { ($0.kind, $0.what) } + [("odata", Phrase("a document that is known"))],
    uniquingKeysWith: { first, _ in first })

  /// Recognises a JSON document that no importer uses.
  static func recognise(_ sketch: JSONSketch) -> Recognition? {
    if sketch.odataContext != nil {
      return .known(
        kind: "odata", what: "an OData answer that is neither the Kitos user table nor an overview with roles")
    }
    return rules.first(fitting: sketch).map { rule in
      if rule.kind == tokenResponse, let keys = sketch.response,
        !keys.contains(where: { $0.lowercased().contains("token") })
      {
        return .known(kind: rule.kind, what: "an answer of the old interface of Kitos, which says nothing of rights")
      }
      return .known(kind: rule.kind, what: rule.what)
    }
  }
}
