import FactStore
import ImportCore

extension KitosImporter {
  /// Documents whose records are used, by the keys of their objects; tried in order, the most particular ones first.
  static let rules: [KeyRule] = [
    rule(.crossOrganisationUsers, ["email", "uuid", "organizationsWhereActive"], "users across organisations"),
    rule(.rightsHolders, ["email", "uuid", "orgName"], "users with rights-holder access"),
    KeyRule(
      kind: KitosKind.localAdmins.rawValue, required: ["uuid", "name", "email", "organization"], isExact: true,
      what: "local administrators"),
    rule(.internalUser, ["uuid", "email", "hasApiAccess"], "one user, as the pages show it"),
    KeyRule(
      kind: KitosKind.users.rawValue, required: ["uuid", "email", "roles"],
      forbidden: ["organizationContext", "systemContext"], what: "users of an organisation"),
    rule(.users, ["uuid", "email", "apiAccess", "firstName"], "users of an organisation"),
    rule(.unitRoles, ["roleAssignment", "organizationUnitUuid"], "roles on organisation units"),
    KeyRule(
      kind: KitosKind.someObjectRoles, required: ["user", "role"], isExact: true, what: "roles on one object"),
    rule(
      .usages, ["uuid", "systemContext"], oneOf: ["roles", "organizationContext", "organizationUsage"],
      "system usages"),
    rule(
      .dataProcessing, ["uuid", "oversight"], oneOf: ["roles", "organizationContext"], "data-processing registrations"),
    rule(
      .contracts, ["uuid", "name"],
      oneOf: ["parentContract", "procurement", "paymentModel", "agreementPeriod", "termination"],
      "contracts"),
    rule(.units, ["uuid", "name", "parentOrganizationUnit"], "organisation units"),
    rule(.interfaces, ["uuid", "name"], oneOf: ["exposedBySystem", "itInterfaceType"], "it-interfaces"),
    rule(
      .systems, ["uuid", "name"], oneOf: ["exposedInterfaces", "parentSystem", "usingOrganizations", "businessType"],
      "it-systems"),
    KeyRule(
      kind: KitosKind.localRoleTypes, required: ["uuid", "name", "writeAccess"],
      oneOf: ["isObligatory", "isLocallyAvailable", "isEnabled", "isActive"],
      what: "role types as administrators see them"),
    KeyRule(kind: KitosKind.someRoleTypes, required: ["uuid", "name", "writeAccess"], what: "role types"),
    KeyRule(
      kind: KitosKind.permissions.rawValue, required: ["read", "modify", "delete"], forbidden: ["modifyCvr"],
      what: "what the caller may do with one object"),
    rule(.deletions, ["entityType", "entityUuid", "occurredAtUtc"], "deleted objects"),
  ]

  private static func rule(
    _ kind: KitosKind, _ required: Set<String>, oneOf: Set<String> = [], _ what: String
  ) -> KeyRule {
    KeyRule(kind: kind.rawValue, required: required, oneOf: oneOf, what: what)
  }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    switch sample {
    case .json(let sketch): return recognise(sketch)
    case .xml, .page: return nil
    case .table(let header):
      let titles = Set(header.map { TableInput.trim($0).lowercased() })
      if KitosRosterColumns.fit(titles) { return .used(kind: KitosKind.roster.rawValue) }
      return KitosOverviewColumns.fit(titles) ? .used(kind: KitosKind.overview.rawValue) : nil
    }
  }

  private func recognise(_ sketch: JSONSketch) -> Recognition? {
    guard sketch.shape != .lines else { return nil }
    if sketch.odataContext?.contains("$metadata#Users") == true { return .used(kind: KitosKind.userTable.rawValue) }
    // Without its context, an answer is told by what every user of it has.
    if sketch.shape == .object, sketch.objects.first?["value"] == .array, sketch.odataContext == nil,
      sketch.firstListed?.isSuperset(of: ["Uuid", "Email", "HasApiAccess"]) == true
    {
      return .used(kind: KitosKind.userTable.rawValue)
    }
    if sketch.odataContext != nil { return nil }
    if let rule = Self.rules.first(fitting: sketch) { return .used(kind: rule.kind) }
    if sketch.keys.isSuperset(of: ["uuid", "organizationContext", "roles"]) {
      return .unknown(
        "objects of Kitos with roles, but whether system usages, contracts or data-processing registrations, their keys "
          + "do not tell; name the kind in `tilsyn.yaml` or with `--as`")
    }
    return nil
  }
}
