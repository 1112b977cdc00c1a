/// Documents that are known and not used in this version: named, so that nobody wonders what became of them.
enum KnownDocuments {
  /// Tried in order, after the documents that are used.
  static let rules: [KeyRule] = [
    KeyRule(
      kind: "kitos.internal.cross-organisation-users", required: ["email", "uuid", "organizationsWhereActive"],
      what: "the secretariat's list of users with permissions across organisations"),
    KeyRule(
      kind: "kitos.internal.rights-holders", required: ["email", "uuid", "orgName"],
      what: "the secretariat's list of users with rights-holder access"),
    KeyRule(
      kind: "kitos.internal.local-admins", required: ["uuid", "name", "email", "organization"], isExact: true,
      what: "the secretariat's list of local administrators"),
    KeyRule(
      kind: "kitos.internal.user-names", required: ["uuid", "name", "email"], isExact: true,
      what: "a list of users without roles; whether it lists global administrators, system integrators or the hits of "
        + "a search, its content does not say"),
    KeyRule(
      kind: "kitos.internal.local-role-types", required: ["uuid", "name", "writeAccess"],
      oneOf: ["isObligatory", "isLocallyAvailable", "isEnabled", "isActive"],
      what: "role types as the administration page shows them; the public role-type list is used instead"),
    KeyRule(
      kind: "kitos.internal.object-roles", required: ["user", "role"], isExact: true,
      what: "the roles on one object, with e-mail addresses; which object, the document does not say"),
    KeyRule(
      kind: "kitos.internal.unit-roles", required: ["roleAssignment", "organizationUnitUuid"],
      what: "the roles on an organisation unit and the units below it"),
    KeyRule(
      kind: "kitos.internal.grid-roles", required: ["id", "uuid", "name"], isExact: true,
      what: "names of roles for a column filter, without their write access; the role-type list is used instead"),
    KeyRule(
      kind: "kitos.api-v2.units", required: ["uuid", "name", "parentOrganizationUnit"],
      what: "the tree of organisation units"),
    KeyRule(
      kind: "kitos.api-v2.organisations", required: ["uuid", "name", "cvr", "organizationType"],
      what: "a list of organisations"),
    KeyRule(
      kind: "kitos.api-v2.permissions", required: ["read", "modify", "delete"],
      what: "what the caller of the interface may do with one object; who called, and with which object, the document "
        + "does not say"),
    KeyRule(
      kind: "kitos.api-v2.create-permissions", required: ["create"], isExact: true,
      what: "whether the caller of the interface may create objects; who called, the document does not say"),
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
      kind: "kitos.api-v2.deletions", required: ["entityType", "entityUuid", "occurredAtUtc"],
      what: "a list of deleted objects"),
    KeyRule(
      kind: tokenResponse, required: ["msg", "response"], isExact: true,
      what: "an answer that may hold an access token; delete the file, no audit needs it"),
  ]

  /// An answer of the token endpoint: its content must never be shown.
  static let tokenResponse = "kitos.api-v1.response"

  /// Kinds that are told by something else than the keys of their objects.
  static let otherKinds: Set<String> = [
    "kitos.odata.users", "odata", "tilsyn.result", "kitos.ui.users", "organisation.mailbox-register",
    "organisation.approvals",
  ]

  /// What a kind that is known and not used is, for people; `nil` for any other kind.
  static func describe(_ kind: String) -> String? {
    rules.first { $0.kind == kind }?.what ?? (otherKinds.contains(kind) ? "a document that is known" : nil)
  }

  /// Recognises a JSON document that no importer uses.
  static func recognise(_ sketch: JSONSketch) -> Recognition? {
    if let context = sketch.odataContext {
      return context.contains("$metadata#Users")
        ? .known(kind: "kitos.odata.users", what: "the user table of the Kitos pages (OData)")
        : .known(kind: "odata", what: "an OData answer that is no Kitos user table")
    }
    if sketch.schema?.hasPrefix("tilsyn.") == true {
      return .known(kind: "tilsyn.result", what: "a result that this program wrote, no source")
    }
    return rules.first(fitting: sketch).map { .known(kind: $0.kind, what: $0.what) }
  }

  /// Recognises a table that no importer uses, by its columns in lower case.
  static func recognise(columns: Set<String>) -> Recognition? {
    if columns.isSuperset(of: ["navn", "email", "api bruger"]) {
      return .known(kind: "kitos.ui.users", what: "the user table of the Kitos pages, exported as a spreadsheet")
    }
    if columns.isSuperset(of: ["email", "type", "owner"]) {
      return .known(kind: "organisation.mailbox-register", what: "a register of functional mailboxes")
    }
    if columns.isSuperset(of: ["email", "kind", "approved_by"]) {
      return .known(kind: "organisation.approvals", what: "a register of approvals")
    }
    return nil
  }
}
