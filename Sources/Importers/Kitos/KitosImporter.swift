import FactStore

/// Reads documents of Kitos API V2.
struct KitosImporter: Importer {
  /// Documents whose records are used; tried in order.
  static let rules: [KeyRule] = [
    KeyRule(
      kind: KitosKind.users.rawValue, required: ["uuid", "email", "roles"],
      forbidden: ["organizationContext", "systemContext"], what: "users of an organisation"),
    KeyRule(
      kind: KitosKind.users.rawValue, required: ["uuid", "email", "apiAccess", "firstName"],
      what: "users of an organisation"),
    KeyRule(
      kind: KitosKind.usages.rawValue, required: ["uuid", "systemContext"],
      oneOf: ["roles", "organizationContext", "organizationUsage"], what: "system usages"),
    KeyRule(
      kind: KitosKind.dataProcessing.rawValue, required: ["uuid", "oversight"],
      oneOf: ["roles", "organizationContext"], what: "data-processing registrations"),
    KeyRule(
      kind: KitosKind.contracts.rawValue, required: ["uuid", "name"],
      oneOf: ["parentContract", "procurement", "paymentModel", "agreementPeriod", "termination"], what: "contracts"),
    KeyRule(
      kind: KitosKind.someRoleTypes, required: ["uuid", "name", "writeAccess"],
      forbidden: ["isObligatory", "isLocallyAvailable", "isEnabled", "isActive"], what: "role types"),
  ]

  func relations(ofKind kind: String) -> [String] {
    if kind == KitosKind.someRoleTypes { return KitosKind.roleTypeKinds.flatMap(\.relations) }
    return KitosKind(rawValue: kind)?.relations ?? []
  }

  func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .json(let sketch) = sample, sketch.shape != .lines else { return nil }
    if let rule = Self.rules.first(fitting: sketch) { return .used(kind: rule.kind) }
    let keys = sketch.keys
    if keys.isSuperset(of: ["uuid", "organizationContext", "roles"]) {
      return .unknown(
        "objects of Kitos with roles, but whether system usages, contracts or data-processing registrations, their keys "
          + "do not tell; name the kind in `tilsyn.yaml` or with `--as`")
    }
    return nil
  }

  func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    let list = input.jsonList(kind: kind)
    switch KitosKind(rawValue: kind) {
    case .users:
      return KitosUsersDocument(
        isSingle: list.isSingle, organisation: input.context.organisation,
        users: list.records.map { KitosRecordReader($0).user() }, lost: list.lost, cut: list.cut, file: input.file)
    case .usages, .contracts, .dataProcessing:
      let kind = KitosKind(rawValue: kind)!
      return KitosObjectsDocument(
        kind: kind, isSingle: list.isSingle, organisation: input.context.organisation,
        objects: list.records.map { KitosRecordReader($0).object(kind, organisation: input.context.organisation) },
        lost: list.lost, cut: list.cut, file: input.file)
    case let known:
      return KitosRoleTypesDocument(
        kind: known, isSingle: list.isSingle,
        types: list.records.map { KitosRecordReader($0).roleType(isListed: !list.isSingle) }, lost: list.lost,
        cut: list.cut, file: input.file)
    }
  }
}
