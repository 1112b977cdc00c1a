import FactStore
import ImportCore

extension AltinnReader {
  mutating func readSystemUser(_ record: AltinnNode) {
    // What was deleted acts for nobody any more.
    if record["isdeleted"]?.bool == true { return }
    let known = record["id"]?.text.flatMap(NormalForm.uuid.read)
    if record["isdeleted"] != nil, record["isdeleted"]?.bool == nil {
      return lose(
        record, "`isDeleted` is neither true nor false", known: known.map { ["system_user": .party(.uuid($0))] } ?? [:])
    }
    guard let id = known else {
      let owner = record["reporteeorgno", "partyorgno"]?.text.flatMap(NormalForm.orgnr.read)
      return lose(
        record, "`id` is no uuid", known: owner.map { ["owner": .party(.organisation($0))] } ?? [:])
    }
    var owner: [PartyKey] = []
    if let number = record["reporteeorgno", "partyorgno"]?.text.flatMap(NormalForm.orgnr.read) {
      owner.append(.organisation(number))
    }
    if let uuid = record["partyuuid"]?.text.flatMap(NormalForm.uuid.read) { owner.append(.uuid(uuid)) }
    if let party = record["partyid"]?.text, party != "0" { owner.append(.party(party)) }
    rows.join(owner)
    // Older answers do not say it of those that act for their owner.
    let kind = record.has("usertype") ? record["usertype"]?.text?.lowercased() ?? "" : "standard"
    let who = AltinnRows.Cell.party(.uuid(id))
    if owner.isEmpty { rows.refuse("the organisation that it belongs to is missing", at: record.place) }
    if kind != "standard", kind != "agent" {
      rows.refuse("`userType` is neither `standard` nor `agent`", at: record.place)
    }
    rows.add(
      "altinn.system_user",
      [
        "system_user": who,
        "owner": owner.first.map { .party($0) } ?? .unknown("the organisation that it belongs to is missing"),
        "kind": kind == "standard" || kind == "agent" ? .text(kind) : .unknown("`userType` is none that is known"),
        "system": .text(record["systemid"]?.text ?? ""),
      ], at: record.place)
    for package in listIfAny(record, "accesspackages", ["altinn.system_user_package"], known: ["system_user": who]) {
      guard let code = package.isObject ? package["urn"]?.package : package.package else {
        lose(
          package, "a package has no `urn`, or none of a package", ["altinn.system_user_package"],
          known: ["system_user": who])
        continue
      }
      rows.add("altinn.system_user_package", ["system_user": who, "package": .text(code)], at: package.place)
    }
    for right in listIfAny(record, "rights", ["altinn.system_user_resource"], known: ["system_user": who]) {
      guard let resource = Self.resource(right["resource"]) else {
        lose(right, "a right names no resource", ["altinn.system_user_resource"], known: ["system_user": who])
        continue
      }
      rows.add("altinn.system_user_resource", ["system_user": who, "resource": .text(resource)], at: right.place)
    }
  }

  mutating func readAgentClient(_ record: AltinnNode) {
    var client: [PartyKey] = []
    if let number = record["customerorganizationnumber", "clientorganizationnumber"]?.text.flatMap(
      NormalForm.orgnr.read)
    {
      client.append(.organisation(number))
    }
    if let uuid = record["customerid", "clientid"]?.text.flatMap(NormalForm.uuid.read) { client.append(.uuid(uuid)) }
    rows.join(client)
    let user = record["agentsystemuserid"]?.text.flatMap(NormalForm.uuid.read)
    guard let user, let client = client.first else {
      var known: [String: AltinnRows.Cell] = [:]
      if let user { known["system_user"] = .party(.uuid(user)) }
      if let client = client.first { known["client"] = .party(client) }
      return lose(record, "`agentSystemUserId` or `customerId` is no uuid", known: known)
    }
    rows.add("altinn.agent_client", ["system_user": .party(.uuid(user)), "client": .party(client)], at: record.place)
  }

  // MARK: Clients

  /// A right that `access` lists: a package, or a single resource.
  private struct Right {
    var role: AltinnRows.Cell
    var package = AltinnRows.Cell.nothing
    var resource = AltinnRows.Cell.nothing
    var place: Place
  }

  /// The roles of `access` with their packages and resources, each with its place. What cannot be read is a right whose name
  /// is not known, of whoever the record is about.
  private mutating func access(
    _ record: AltinnNode, _ relation: String, _ known: [String: AltinnRows.Cell]
  ) -> [Right] {
    var found: [Right] = []
    for access in list(record, "access", [relation], known: known) {
      let code = access["role"].flatMap { $0.isObject ? $0["code", "urn"]?.role : $0.role }
      if code == nil { rows.refuse("`role/code` is missing or no code", at: access.place) }
      let role = code.map { AltinnRows.Cell.text($0) } ?? .unknown("`role/code` is missing or no code")
      let known = known.merging(["role": role]) { $1 }
      for package in list(access, "packages", [relation], known: known) {
        let code = package.isObject ? package["urn", "code"]?.package : package.package
        if code == nil { rows.refuse("a package has no `urn`, or none of a package", at: package.place) }
        found.append(
          Right(
            role: role, package: code.map { .text($0) } ?? .unknown("the package has no code"), place: package.place))
      }
      for resource in listIfAny(access, "resources", [relation], known: known) {
        let id = resource.isObject ? resource["refid", "identifier", "id"]?.text : resource.text
        if id == nil { rows.refuse("a resource has no `refId`", at: resource.place) }
        found.append(
          Right(role: role, resource: id.map { .text($0) } ?? .unknown("the resource has no id"), place: resource.place)
        )
      }
    }
    return found
  }

  private var supplier: AltinnRows.Cell {
    named(context.organisation)
      ?? .unknown("whose clients these are is not said; name the `organisation` in `tilsyn.yaml`", .context)
  }

  mutating func readClient(_ record: AltinnNode) {
    guard let client = party(record["client", "party"]) else {
      return lose(record, "`client` names nobody", ["altinn.client"], known: ["provider": supplier])
    }
    let known = ["provider": supplier, "client": .party(client)]
    for right in access(record, "altinn.client", known) {
      rows.add(
        "altinn.client",
        known.merging(["role": right.role, "package": right.package, "resource": right.resource]) { $1 },
        at: right.place)
    }
  }

  /// What one of the supplier's people may do, for clients that this answer does not name.
  mutating func readAgent(_ record: AltinnNode) {
    guard let agent = party(record["agent"]) else {
      return lose(record, "`agent` names nobody", ["altinn.client_delegation"], known: ["provider": supplier])
    }
    let known = ["provider": supplier, "agent": .party(agent)]
    for right in access(record, "altinn.client_delegation", known) {
      rows.lack(
        "altinn.client_delegation",
        known.merging(["role": right.role, "package": right.package, "resource": right.resource]) { $1 },
        reason: .columnAbsent, text: "for which client is not said", at: right.place)
    }
  }

  /// The clients that the caller acts for, by supplier.
  mutating func readMyClients(_ record: AltinnNode) {
    let agent =
      named(context.user) ?? .unknown("who called is not said; name the `user` in `tilsyn.yaml`", .context)
    guard let provider = party(record["provider"]) else {
      return lose(record, "`provider` names nobody", ["altinn.client_delegation"], known: ["agent": agent])
    }
    let known = ["provider": .party(provider), "agent": agent]
    for entry in list(record, "clients", ["altinn.client_delegation"], known: known) {
      guard let client = party(entry["client"]) else {
        lose(entry, "`client` names nobody", ["altinn.client_delegation"], known: known)
        continue
      }
      let known = known.merging(["client": .party(client)]) { $1 }
      for right in access(entry, "altinn.client_delegation", known) {
        rows.add(
          "altinn.client_delegation",
          known.merging(["role": right.role, "package": right.package, "resource": right.resource]) { $1 },
          at: right.place)
      }
    }
  }
}
