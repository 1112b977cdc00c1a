import FactStore
import ImportCore

extension Altinn {
  static let systemUsers = kind(
    .systemUsers, [.keys(["id", "systemid", "systeminternalid"], oneOf: ["reporteeorgno", "partyid"])],
    fills: ["altinn.system_user", "altinn.system_user_package", "altinn.system_user_resource"]
  ) { $0.readSystemUser($1) }

  static let agentClients = kind(
    .agentClients, [.keys(["agentsystemuserid", "customerid"])], fills: ["altinn.agent_client"]
  ) { $0.readAgentClient($1) }

  static let clients = kind(
    .clients, [.keys(["client", "access"]), .keys(["party", "access"])], fills: ["altinn.client"] + states
  ) { $0.readClient($1) }

  static let agents = kind(
    .agents, [.keys(["agent", "access"])], fills: ["altinn.client_delegation"] + states
  ) { $0.readAgent($1) }
  .with { kind in
    // Whose clients a list of people leaves open, their own lists of clients say.
    kind.settle = { facts, survey in
      facts.gaps.removeAll { gap in
        guard gap.reason == .columnAbsent, case .party(let agent)? = gap.known["agent"] else { return false }
        return survey.altinn.scope.hasAsked(agent, survey.parties)
      }
      AltinnRoles.settle(&facts, survey)
    }
  }

  static let myClients = kind(
    .myClients, [.keys(["provider", "clients"])], fills: ["altinn.client_delegation"] + states
  ) { $0.readMyClients($1) }
}

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
      let owner = party(record, [.organisation: ["reporteeorgno", "partyorgno"]])
      return lose(record, "`id` is no uuid", known: owner.map { ["owner": .party($0)] } ?? [:])
    }
    let owner = party(
      record, [.organisation: ["reporteeorgno", "partyorgno"], .uuid: ["partyuuid"], .party: ["partyid"]])
    // Older answers do not say it of those that act for their owner.
    let kind = record.has("usertype") ? record["usertype"]?.text?.lowercased() ?? "" : "standard"
    let who = Facts.Cell.party(.uuid(id))
    if owner == nil { facts.refuse("the organisation that it belongs to is missing", at: record.place) }
    if kind != "standard", kind != "agent" {
      facts.refuse("`userType` is neither `standard` nor `agent`", at: record.place)
    }
    add(
      "altinn.system_user",
      [
        "system_user": who,
        "owner": owner.map { .party($0) } ?? .unknown("the organisation that it belongs to is missing"),
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
      add("altinn.system_user_package", ["system_user": who, "package": .text(code)], at: package.place)
    }
    for right in listIfAny(record, "rights", ["altinn.system_user_resource"], known: ["system_user": who]) {
      guard let resource = Self.resource(right["resource"]) else {
        lose(right, "a right names no resource", ["altinn.system_user_resource"], known: ["system_user": who])
        continue
      }
      add("altinn.system_user_resource", ["system_user": who, "resource": .text(resource)], at: right.place)
    }
  }

  mutating func readAgentClient(_ record: AltinnNode) {
    let client = party(
      record,
      [.organisation: ["customerorganizationnumber", "clientorganizationnumber"], .uuid: ["customerid", "clientid"]])
    let user = party(record, [.uuid: ["agentsystemuserid"]])
    guard let user, let client else {
      var known: [String: Facts.Cell] = [:]
      if let user { known["system_user"] = .party(user) }
      if let client { known["client"] = .party(client) }
      return lose(record, "`agentSystemUserId` or `customerId` is no uuid", known: known)
    }
    add("altinn.agent_client", ["system_user": .party(user), "client": .party(client)], at: record.place)
  }

  // MARK: Clients

  /// A right that `access` lists: a package, or a single resource.
  private struct Right {
    var role: Facts.Cell
    var package = Facts.Cell.nothing
    var resource = Facts.Cell.nothing
    var place: Place
  }

  /// The roles of `access` with their packages and resources, each with its place. What cannot be read is a right whose name
  /// is not known, of whoever the record is about.
  private mutating func access(
    _ record: AltinnNode, _ relation: String, _ known: [String: Facts.Cell]
  ) -> [Right] {
    var found: [Right] = []
    for access in list(record, "access", [relation], known: known) {
      let code = access["role"].flatMap { $0.isObject ? $0["code", "urn"]?.role : $0.role }
      if code == nil { facts.refuse("`role/code` is missing or no code", at: access.place) }
      let role = code.map { Facts.Cell.text($0) } ?? .unknown("`role/code` is missing or no code")
      let known = known.merging(["role": role]) { $1 }
      for package in list(access, "packages", [relation], known: known) {
        let code = package.isObject ? package["urn", "code"]?.package : package.package
        if code == nil { facts.refuse("a package has no `urn`, or none of a package", at: package.place) }
        found.append(
          Right(
            role: role, package: code.map { .text($0) } ?? .unknown("the package has no code"), place: package.place))
      }
      for resource in listIfAny(access, "resources", [relation], known: known) {
        let id = resource.isObject ? resource["refid", "identifier", "id"]?.text : resource.text
        if id == nil { facts.refuse("a resource has no `refId`", at: resource.place) }
        found.append(
          Right(role: role, resource: id.map { .text($0) } ?? .unknown("the resource has no id"), place: resource.place)
        )
      }
    }
    return found
  }

  private var supplier: Facts.Cell {
    Self.named(context.organisation)
      ?? .unknown("whose clients these are is not said; name the `organisation` in `tilsyn.yaml`", .context)
  }

  mutating func readClient(_ record: AltinnNode) {
    guard let client = party(record["client", "party"]) else {
      return lose(record, "`client` names nobody", ["altinn.client"], known: ["provider": supplier])
    }
    let known = ["provider": supplier, "client": .party(client)]
    for right in access(record, "altinn.client", known) {
      add(
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
      facts.lack(
        "altinn.client_delegation",
        known.merging(["role": right.role, "package": right.package, "resource": right.resource]) { $1 },
        reason: .columnAbsent, text: "for which client is not said", at: right.place)
    }
  }

  /// The clients that the caller acts for, by supplier.
  mutating func readMyClients(_ record: AltinnNode) {
    let agent =
      Self.named(context.user) ?? .unknown("who called is not said; name the `user` in `tilsyn.yaml`", .context)
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
        add(
          "altinn.client_delegation",
          known.merging(["role": right.role, "package": right.package, "resource": right.resource]) { $1 },
          at: right.place)
      }
    }
  }
}
