import FactStore
import ImportCore
import Localization

extension Altinn {
  /// The log of delegations: one row for each grant and each revocation. What is in force, the rules work out.
  static let delegationChanges = kind(
    .delegationChanges, [.keys(["delegationchangetype"], oneOf: ["offeredbypartyid", "fromuuid", "from"])],
    fills: ["altinn.delegation_change", "altinn.delegation_performer"]
  ) { $0.readChange($1) }

  static let rightsDelegations = kind(
    .rightsDelegations, [.keys(["rightdelegationresults", "to"])], fills: ["altinn.standing_delegation"]
  ) { $0.readRights($1) }

  static let maskinportenDelegations = kind(
    .maskinportenDelegations, [.keys(["consumer_org", "supplier_org"])], fills: ["altinn.maskinporten_delegation"]
  ) { $0.readMaskinporten($1) }

  static let schemaDelegations = kind(
    .schemaDelegations, [.keys(["offeredbypartyid", "coveredbypartyid", "resourceid"])],
    fills: ["altinn.standing_delegation"]
  ) { $0.readSchemaDelegation($1) }

  static let authorisedParties = kind(
    .authorisedParties,
    [
      .keys(
        ["onlyhierarchyelementwithnoaccess"],
        oneOf: ["authorizedroles", "authorizedresources", "authorizedaccesspackages"])
    ], fills: states + ["altinn.authorised_role", "altinn.authorised_package", "altinn.authorised_resource"]
  ) { $0.readAuthorised($1) }

  static let parties = kind(
    .parties, [.keys(["partytypename", "partyid"]), .keys(["partytype", "partyuuid"])], fills: states
  ) { _ = $0.party($1) }

  static let requests = kind(
    .requests, [.keys(["id", "status", "from", "to", "lastupdated"], oneOf: ["resource", "package"])],
    fills: ["altinn.request"]
  ) { $0.readRequest($1) }
}

extension AltinnReader {
  // MARK: History

  mutating func readChange(_ record: AltinnNode) {
    let place = record.place
    let from = party(record, [.uuid: ["fromuuid"], .party: ["offeredbypartyid"], .uuid: ["from"]])
    let to = party(
      record, [.uuid: ["touuid"], .party: ["coveredbypartyid"], .user: ["coveredbyuserid"], .uuid: ["to"]])
    let performer = party(
      record, [.uuid: ["performedbyuuid"], .party: ["performedbypartyid"], .user: ["performedbyuserid"]])
    let id = record["resourceid", "resource"]?.text
    let number =
      ["instancedelegationchangeid", "resourceregistrydelegationchangeid", "delegationchangeid"].lazy
      .compactMap { name in record[name]?.text.flatMap { $0 == "0" ? nil : "\(name.dropLast("changeid".count)) \($0)" }
      }
      .first
    guard let number else { return lose(record, "the change has no number") }
    let what = changedThing(record)
    let at = time(record["created"])
    let giver = from.map { .party($0) } ?? refused("who gave is not said", place)
    let receiver = to.map { .party($0) } ?? refused("who got it is not said", place)
    add(
      "altinn.delegation_change",
      [
        "change": .text(number), "from": giver, "to": receiver, "kind": what.kind, "what": what.what,
        "resource": id.map { .text($0) } ?? .unknown("`resourceid` is missing"), "type": changeType(record),
        "at": at.map { .cell(.value(.time($0))) } ?? refused("`created` is missing or no point in time", place),
        "on": at.map { .cell(.value(.date(Self.day(of: $0)))) } ?? .unknown("`created` is no point in time"),
      ], at: place)
    if let who = performer {
      add("altinn.delegation_performer", ["change": .text(number), "performer": .party(who)], at: place)
    } else if ["performedbyuuid", "performedbypartyid", "performedbyuserid"].contains(where: { record[$0] != nil }) {
      lose(
        record, "who made the change is not said by any id", ["altinn.delegation_performer"],
        known: ["change": .text(number)])
    } else {
      facts.lack(
        "altinn.delegation_performer", ["change": .text(number)], reason: .columnAbsent,
        text: "who made the change is not said", at: place)
    }
  }

  /// What a change is about: a resource, or an instance of one where it names one.
  private mutating func changedThing(_ record: AltinnNode) -> (kind: Facts.Cell, what: Facts.Cell) {
    let id = record["resourceid", "resource"]?.text
    let instance = record["instanceid", "instance"]?.text
    if instance == nil, record.isUnreadable("instanceid", "instance") {
      let cell = refused("the instance is no text", record.place)
      return (cell, cell)
    }
    guard let id else {
      return (.text(instance == nil ? "resource" : "instance"), refused("`resourceid` is missing", record.place))
    }
    return instance.map { (.text("instance"), .text("\(id) \($0)")) } ?? (.text("resource"), .text(id))
  }

  private mutating func changeType(_ record: AltinnNode) -> Facts.Cell {
    switch record["delegationchangetype"]?.text?.lowercased().replacing("_", with: "") {
    case "1", "grant": .text("grant")
    case "2", "revoke": .text("revoke")
    case "3", "revokelast": .text("revoke-last")
    default: refused("`delegationchangetype` is none that is known", record.place)
    }
  }

  /// Times without a zone are those of Altinn's database, which keeps UTC.
  private func time(_ node: AltinnNode?) -> Int64? {
    node?.text.flatMap { InstantReader.read($0) ?? InstantReader.read($0 + "Z") }
  }

  private static func day(of seconds: Int64) -> CalendarDate {
    CalendarDate(days: Int32((Double(seconds) / 86_400).rounded(.down)))
  }

  // MARK: In force

  mutating func readRights(_ record: AltinnNode) {
    let to = attribute(record["to"])
    let from = attribute(record["from"]).map { Facts.Cell.party($0) } ?? Self.named(context.organisation)
    var known: [String: Facts.Cell] = ["kind": .text("resource")]
    if let to { known["to"] = .party(to) }
    if let from { known["from"] = from }
    if to == nil || from == nil {
      facts.refuse(
        record["from"] == nil && to != nil
          ? "who gave the rights is not said; name the organisation in `tilsyn.yaml`" : "`from` or `to` names nobody",
        at: record.place)
    }
    for right in list(record, "rightdelegationresults", ["altinn.standing_delegation"], known: known) {
      let status = right["status"]?.text?.lowercased()
      if status == "notdelegated" { continue }
      if status != "delegated", right.has("status") {
        lose(right, "`status` is none that is known", ["altinn.standing_delegation"], known: known)
        continue
      }
      let resource = Self.resource(right["resource"])
      if resource == nil { facts.refuse("a right names no resource", at: right.place) }
      add(
        "altinn.standing_delegation",
        [
          "from": from ?? .unknown("who gave the rights is not said"),
          "to": to.map { .party($0) } ?? .unknown("`to` names nobody"), "kind": .text("resource"),
          "what": resource.map { .text($0) } ?? .unknown("the right names no resource"),
        ], at: right.place)
    }
  }

  mutating func readSchemaDelegation(_ record: AltinnNode) {
    let from = party(record, [.organisation: ["offeredbyorganizationnumber"], .party: ["offeredbypartyid"]])
    let to = party(record, [.organisation: ["coveredbyorganizationnumber"], .party: ["coveredbypartyid"]])
    let resource = record["resourceid"]?.text
    let missing: Phrase = "giver, receiver or `resourceId` is missing"
    let message = missing
    if from == nil || to == nil || resource == nil { facts.refuse(missing, at: record.place) }
    add(
      "altinn.standing_delegation",
      [
        "from": from.map { .party($0) } ?? .unknown(message), "to": to.map { .party($0) } ?? .unknown(message),
        "kind": .text("resource"), "what": resource.map { .text($0) } ?? .unknown(message),
      ], at: record.place)
  }

  mutating func readMaskinporten(_ record: AltinnNode) {
    func end(_ name: String) -> Facts.Cell {
      party(record, [.organisation: [name]]).map { .party($0) }
        ?? refused("`\(name)` is no organisation number", record.place)
    }
    let consumer = end("consumer_org")
    let supplier = end("supplier_org")
    let listed = record["scopes"].map { $0.node.kind == .array ? $0.elements : [] } ?? []
    let scopes = listed.compactMap(\.text)
    if scopes.count < listed.count, !scopes.isEmpty {
      lose(record, "a scope is no text", known: ["consumer": consumer, "supplier": supplier])
    }
    let resource: Facts.Cell =
      record["resourceid"]?.text.map { .text($0) }
      ?? (record["resourceid"] == nil ? .text("") : refused("`resourceid` is no text", record.place))
    let created: Facts.Cell =
      record["created"].map { node in
        node.isNoDay
          ? .nothing
          : node.day.map { .cell(.value(.date($0))) } ?? refused("`created` is no point in time", record.place)
      } ?? .nothing
    guard !scopes.isEmpty else {
      facts.refuse("`scopes` is missing or empty", at: record.place)
      return facts.lack(
        "altinn.maskinporten_delegation", ["consumer": consumer, "supplier": supplier],
        text: "`scopes` is missing or empty",
        at: record.place)
    }
    for scope in scopes {
      add(
        "altinn.maskinporten_delegation",
        [
          "consumer": consumer, "supplier": supplier, "scope": .text(scope), "resource": resource,
          "created": created,
        ], at: record.place)
    }
  }

  mutating func readRequest(_ record: AltinnNode) {
    guard let id = record["id"]?.text, let from = party(record["from"]), let to = party(record["to"]) else {
      return lose(record, "`id`, `from` or `to` is missing")
    }
    let package = record["package"]?["urn", "referenceid", "id"]?.package
    let resource = record["resource"]?["referenceid", "refid", "id"]?.text
    add(
      "altinn.request",
      [
        "request": .text(id), "from": .party(from), "to": .party(to),
        "kind": package == nil && resource == nil
          ? .unknown("what is asked for is not said")
          : .text(package == nil ? "resource" : "package"),
        "what": (package ?? resource).map { .text($0) } ?? refused("what is asked for is not said", record.place),
        "status": record["status"]?.text.map { .text($0.lowercased()) } ?? refused("`status` is missing", record.place),
      ], at: record.place)
  }

  // MARK: Authorised parties

  /// A party that the caller may act for, and its sub-units.
  mutating func readAuthorised(_ record: AltinnNode, depth: Int = 0) {
    let holder = Self.named(context.user)
    guard depth < 16, let key = party(record) else {
      return lose(record, "the party has no id", known: holder.map { ["holder": $0] } ?? [:])
    }
    if record["onlyhierarchyelementwithnoaccess"]?.bool != true {
      let who = holder ?? .unknown("who called is not said; name the `user` in `tilsyn.yaml`", .context)
      for role in authorised(record, "authorizedroles", "altinn.authorised_role", key) {
        guard let code = role.role else {
          lose(
            role, "a role is no code", ["altinn.authorised_role"], known: ["holder": who, "party": .party(key)])
          continue
        }
        add(
          "altinn.authorised_role", ["holder": who, "party": .party(key), "role": .text(code)], at: role.place)
      }
      for package in authorised(record, "authorizedaccesspackages", "altinn.authorised_package", key) {
        guard let code = package.package else {
          lose(
            package, "a package is no code", ["altinn.authorised_package"],
            known: ["holder": who, "party": .party(key)])
          continue
        }
        add(
          "altinn.authorised_package", ["holder": who, "party": .party(key), "package": .text(code)], at: package.place)
      }
      readAuthorisedThings(record, who, key)
    }
    for name in ["subunits", "childparties"] {
      // Each of them is somebody that the caller may act for.
      for unit in listIfAny(record, name, fills, known: holder.map { ["holder": $0] } ?? [:]) {
        guard let below = party(unit) else {
          lose(unit, "the sub-unit has no id")
          continue
        }
        readAuthorised(unit, depth: depth + 1)
        place(below, under: key, at: unit.place)
      }
    }
  }

  private mutating func readAuthorisedThings(_ record: AltinnNode, _ who: Facts.Cell, _ key: PartyKey) {
    for resource in authorised(record, "authorizedresources", "altinn.authorised_resource", key) {
      addAuthorised("resource", resource.text, who, key, resource.place)
    }
    for instance in authorised(record, "authorizedinstances", "altinn.authorised_resource", key) {
      let resource = instance["resourceid"]?.text
      let id = instance["instanceid"]?.text
      addAuthorised(
        "instance", resource.flatMap { resource in id.map { "\(resource) \($0)" } }, who, key, instance.place)
    }
  }

  private mutating func addAuthorised(
    _ kind: String, _ what: String?, _ who: Facts.Cell, _ key: PartyKey, _ place: Place
  ) {
    add(
      "altinn.authorised_resource",
      [
        "holder": who, "party": .party(key), "kind": .text(kind),
        "what": what.map { .text($0) } ?? refused("what the right is to is not said", place),
      ], at: place)
  }

  /// A list that older answers lack: what it would have said is not known then.
  private mutating func authorised(
    _ record: AltinnNode, _ name: String, _ relation: String, _ party: PartyKey
  ) -> [AltinnNode] {
    if record.has(name) { return list(record, name, [relation], known: ["party": .party(party)]) }
    facts.lack(
      relation, ["party": .party(party)], reason: .columnAbsent, text: "the answer has no `\(name)`", at: record.place)
    return []
  }
}
