import FactStore
import ImportCore
import Localization

extension Altinn {
  static let packages = kind(
    .packages,
    [
      .keys(["areas", "name"]), .keys(["packages", "name", "urn"]), .keys(["object", "score"]),
      .keys(["urn", "isdelegable"], without: ["entitytypeid"]),
    ], fills: ["altinn.package"]
  ) { $0.readPackages($1) }
  .with { kind in
    asCatalogue(&kind, of: Noun("package"))
    kind.grade = .closed
  }

  static let roles = kind(
    .roles, [.keys(["code", "urn", "iskeyrole"])], fills: ["altinn.role", "altinn.role_code"]
  ) { $0.readRole($1) }
  .with { kind in
    asCatalogue(&kind, of: Noun("role"))
    kind.grade = .closed
  }

  static let rolePackages = kind(
    .rolePackages, [.keys(["role", "package"], oneOf: ["hasaccess", "candelegate", "canassign"])],
    fills: ["altinn.role_package", "altinn.role_listed"]
  ) { $0.readRolePackage($1) }
  .with { kind in
    kind.grade = .closed
    // A role and form that were asked for are known to have no more than the answer holds, also when it holds nothing.
    stating(&kind) { document, _, writer, report in
      let asked = AltinnReader.query(document.context)
      guard let role = asked["role"], let form = asked["variant"] else {
        guard document.records == 0, document.isWhole else { return }
        let text: Phrase = "whose packages it lists the document does not say, so an empty one proves nothing"
        document.addHoles(writer, document.kind.fills, .page, text)
        return document.note(text, &report)
      }
      writer.add(
        "altinn.role_listed", ["role": .text(role.lowercased()), "form": .text(form)], at: Place(line: 1))
    }
  }

  static let roleMap = kind(.roleMap, [.keys(["hasrole", "getrole"])], fills: ["altinn.role_map"]) {
    $0.readRoleMap($1)
  }
  .with { kind in
    kind.list.noun = Noun("role pair")
    kind.list.mayBeEmpty = false
    kind.grade = .closed
  }

  static let legacyRoles = kind(
    .legacyRoles, [.keys(["roledefinitioncode", "rolename"])], fills: ["altinn.legacy_role"]
  ) { $0.readLegacyRole($1) }
  .with { kind in
    asCatalogue(&kind, of: Noun("role"))
    kind.grade = .closed
  }

  static let resources = kind(
    .resources, [.keys(["identifier", "hascompetentauthority"])], fills: ["altinn.resource"]
  ) { $0.readResource($1) }
  .with { asCatalogue(&$0, of: Noun("resource")) }
}

extension AltinnReader {
  /// A group of areas, an area, a package, or a hit of a search.
  mutating func readPackages(_ record: AltinnNode) {
    if let hit = record["object"] {
      facts.part = "a search shows what fits it, not all packages"
      return readPackages(hit)
    }
    if record["areas"] != nil {
      for area in list(record, "areas", fills) { readPackages(area) }
      return
    }
    // Only the export begins with groups; areas and packages by themselves are a part of it.
    if record.place.pointer.split(separator: "/").count <= 2 {
      facts.part = "a part of the packages, not the export of all"
    }
    if record.has("packages") {
      for package in list(record, "packages", fills) { readPackage(package) }
    } else {
      readPackage(record)
    }
  }

  private mutating func readPackage(_ record: AltinnNode) {
    guard let urn = record["urn"]?.text, urn.lowercased().hasPrefix("urn:altinn:accesspackage:"),
      let code = record["urn"]?.package
    else { return lose(record, "`urn` is no urn of an access package") }
    add(
      "altinn.package",
      [
        "package": .text(code), "code": .text(code), "name": record["name"]?.text.map { .text($0) } ?? .nothing,
        "delegable": flag(record, "isdelegable"),
        // Older exports say `isAssignable` only, which is not whether services may name it.
        "attachable": flag(record, "isresourcepolicyavailable"),
      ], at: record.place)
  }

  func flag(_ record: AltinnNode, _ name: String) -> Facts.Cell {
    guard let value = record[name] else { return .unknown("the record has no `\(name)`", .columnAbsent) }
    guard let flag = value.bool else { return .unknown("`\(name)` is neither true nor false") }
    return .cell(.value(.bool(flag)))
  }

  mutating func readRole(_ record: AltinnNode) {
    guard let code = record["code"]?.role ?? record["urn"]?.role, let urn = (record["urn"] ?? record["legacyurn"])?.text
    else { return lose(record, "`code` and `urn` are needed, and one is missing") }
    // The urn of Altinn 2 beside another code says by which code the role went there, not what kind of role it is.
    if record["urn"] == nil, let legacy = record["legacyurn"]?.role, legacy != code {
      return lose(record, "`urn` is missing", known: ["role": .text(code)])
    }
    let family: String
    switch urn.lowercased() {
    case let urn where urn.hasPrefix("urn:altinn:external-role:ccr:"): family = "ccr"
    case let urn where urn.hasPrefix("urn:altinn:external-role:cra:"): family = "cra"
    case let urn where urn.hasPrefix("urn:altinn:role:"): family = "altinn3"
    case let urn where urn.hasPrefix("urn:altinn:rolecode:"): family = "altinn2"
    default: return lose(record, "`urn` is none of a role", known: ["role": .text(code)])
    }
    add(
      "altinn.role", ["role": .text(code), "family": .text(family), "key_role": flag(record, "iskeyrole")],
      at: record.place)
    var codes: Set<String> = []
    for name in ["legacyrolecode", "legacyurn"] {
      if let code = record[name]?.role {
        codes.insert(code)
      } else if record[name] != nil {
        lose(record, "`\(name)` is no code of a role", ["altinn.role_code"], known: ["role": .text(code)])
      }
    }
    if family == "altinn2" { codes.insert(code) }
    // A role of Enhetsregisteret has a code there. Null says that there is none; a record that says nothing does not.
    if family == "ccr", !record.has("legacyrolecode"), !record.has("legacyurn") {
      facts.lack(
        "altinn.role_code", ["role": .text(code)], reason: .columnAbsent,
        text: "the record has no `legacyRoleCode`: which code the role has in Enhetsregisteret it does not say",
        at: record.place)
    }
    knows(role: code)
    for legacy in codes.sorted() {
      knows(role: legacy)
      add(
        "altinn.role_code", ["role": .text(code), "code": .text(legacy), "name": .text(legacy)], at: record.place)
    }
  }

  /// Notes that a catalogue has a role of this code.
  private mutating func knows(role code: String) { facts.tell { $0.altinn.scope.noteRole(code) } }

  mutating func readRoleMap(_ record: AltinnNode) {
    func role(_ name: String) -> String? { record[name].flatMap { $0.isObject ? $0["code", "urn"]?.role : $0.role } }
    guard let has = role("hasrole"), let gives = role("getrole") else {
      return lose(record, "`hasRole` or `getRole` is missing")
    }
    add("altinn.role_map", ["role": .text(has), "gives": .text(gives)], at: record.place)
  }

  mutating func readLegacyRole(_ record: AltinnNode) {
    guard let code = record["roledefinitioncode"]?.role else { return lose(record, "`RoleDefinitionCode` is missing") }
    add(
      "altinn.legacy_role", ["code": .text(code), "name": .text(record["rolename"]?.text ?? code)], at: record.place)
    knows(role: code)
  }

  /// A role with a package; or a package of the role and form that the query names.
  mutating func readRolePackage(_ record: AltinnNode) {
    let asked = Self.query(context)
    let role = record["role"].map { $0.isObject ? $0["code", "urn"]?.role : $0.role } ?? asked["role"]
    let holder = record["package"] ?? record
    let package = holder.isObject ? holder["urn", "code"]?.package : holder.package
    guard let role, let package else {
      return lose(
        record,
        """
        the role or the package is missing; where the document is the answer of `roles/packages`, write its address into \
        `query` of `tilsyn.yaml`
        """)
    }
    let variant = record["entityvariant", "variant", "orgform"]
    if let variant, (variant.isObject ? variant["name"]?.text : variant.text) == nil {
      return lose(
        record, "for which form of organisation the role has the package cannot be told",
        known: ["role": .text(role.lowercased()), "package": .text(package)])
    }
    let form = (variant?.isObject == true ? variant?["name"]?.text : variant?.text) ?? asked["variant"] ?? "*"
    let isAnswer = record["package"] == nil
    add(
      "altinn.role_package",
      [
        "role": .text(role.lowercased()), "package": .text(package), "form": .text(form),
        "access": isAnswer ? .cell(.value(.bool(true))) : flag(record, "hasaccess"),
        "delegate": flag(record, "candelegate"), "assign": flag(record, "canassign"),
      ], at: record.place)
    add("altinn.role_listed", ["role": .text(role.lowercased()), "form": .text(form)], at: record.place)
  }

  /// `role=…&variant=…` of the address that the configuration names.
  fileprivate static func query(_ context: SourceContext) -> [String: String] {
    var found: [String: String] = [:]
    for pair in context.query?.split(whereSeparator: { "?& ".contains($0) }) ?? [] {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { found[parts[0].lowercased()] = String(parts[1]) }
    }
    return found
  }

  mutating func readResource(_ record: AltinnNode) {
    guard let id = record["identifier"]?.text else { return lose(record, "`identifier` is missing") }
    add(
      "altinn.resource",
      [
        "resource": .text(id),
        "kind": record["resourcetype"]?.text.map { .text($0) }
          ?? .unknown("the record has no `resourceType`", .columnAbsent),
        "delegable": flag(record, "delegable"),
      ], at: record.place)
  }
}
