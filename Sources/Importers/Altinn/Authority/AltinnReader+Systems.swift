import FactStore

extension AltinnReader {
  mutating func readSystemUser(_ record: AltinnNode) {
    guard let id = record["id"]?.text.flatMap(NormalForm.uuid.read) else { return lose(record, "`id` is no uuid") }
    // What was deleted acts for nobody any more.
    if record["isdeleted"]?.bool == true { return }
    var owner: [PartyKey] = []
    if let number = record["reporteeorgno", "partyorgno"]?.text.flatMap(NormalForm.orgnr.read) {
      owner.append(.organisation(number))
    }
    if let uuid = record["partyuuid"]?.text.flatMap(NormalForm.uuid.read) { owner.append(.uuid(uuid)) }
    if let party = record["partyid"]?.text, party != "0" { owner.append(.party(party)) }
    rows.join(owner)
    let kind = record["usertype"]?.text?.lowercased() ?? "standard"
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
    for package in record["accesspackages"]?.elements ?? [] {
      guard let code = package.isObject ? package["urn"]?.package : package.package else {
        lose(package, "a package has no `urn`", ["altinn.system_user_package"])
        continue
      }
      rows.add("altinn.system_user_package", ["system_user": who, "package": .text(code)], at: package.place)
    }
    for right in record["rights"]?.elements ?? [] {
      guard let resource = Self.resource(right["resource"]) else {
        lose(right, "a right names no resource", ["altinn.system_user_resource"])
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
    guard let user = record["agentsystemuserid"]?.text.flatMap(NormalForm.uuid.read), let client = client.first else {
      return lose(record, "`agentSystemUserId` or `customerId` is no uuid")
    }
    rows.add("altinn.agent_client", ["system_user": .party(.uuid(user)), "client": .party(client)], at: record.place)
  }

  // MARK: Clients

  /// The roles and packages of `access`, with the place of each package.
  private mutating func access(
    _ record: AltinnNode, _ relation: String
  ) -> [(role: String, package: String, place: Place)] {
    var found: [(role: String, package: String, place: Place)] = []
    for access in list(record, "access", [relation]) {
      let role = access["role"].flatMap { $0.isObject ? $0["code", "urn"]?.role : $0.role }
      guard let role else {
        lose(access, "`role/code` is missing", [relation])
        continue
      }
      for package in list(access, "packages", [relation]) {
        guard let code = package.isObject ? package["urn", "code"]?.package : package.package else {
          lose(package, "a package has no `urn`", [relation])
          continue
        }
        found.append((role, code, package.place))
      }
    }
    return found
  }

  private var supplier: AltinnRows.Cell {
    named(context.organisation)
      ?? .unknown("whose clients these are is not said; name the `organisation` in `tilsyn.yaml`", .context)
  }

  mutating func readClient(_ record: AltinnNode) {
    guard let client = party(record["client", "party"]) else { return lose(record, "`client` names nobody") }
    for access in access(record, "altinn.client") {
      rows.add(
        "altinn.client",
        ["provider": supplier, "client": .party(client), "role": .text(access.role), "package": .text(access.package)],
        at: access.place)
    }
  }

  /// What one of the supplier's people may do, for clients that this answer does not name.
  mutating func readAgent(_ record: AltinnNode) {
    guard let agent = party(record["agent"]) else { return lose(record, "`agent` names nobody") }
    for access in access(record, "altinn.client_delegation") {
      rows.lack(
        "altinn.client_delegation",
        ["provider": supplier, "agent": .party(agent), "role": .text(access.role), "package": .text(access.package)],
        reason: .columnAbsent, text: "for which client is not said", at: access.place)
    }
  }

  /// The clients that the caller acts for, by supplier.
  mutating func readMyClients(_ record: AltinnNode) {
    guard let provider = party(record["provider"]) else { return lose(record, "`provider` names nobody") }
    let agent =
      named(context.user) ?? .unknown("who called is not said; name the `user` in `tilsyn.yaml`", .context)
    for entry in list(record, "clients", ["altinn.client_delegation"]) {
      guard let client = party(entry["client"]) else {
        lose(entry, "`client` names nobody")
        continue
      }
      for access in access(entry, "altinn.client_delegation") {
        rows.add(
          "altinn.client_delegation",
          [
            "client": .party(client), "provider": .party(provider), "agent": agent, "role": .text(access.role),
            "package": .text(access.package),
          ], at: access.place)
      }
    }
  }
}
