import FactStore
import ImportCore
import ImportEnhetsregisteret

/// Reads records of Altinn's documents into rows.
struct AltinnReader {
  let kind: AltinnKind
  let context: SourceContext
  var rows = AltinnRows()
  /// Why the document is a part only.
  var partial: String?

  init(kind: AltinnKind, context: SourceContext) {
    self.kind = kind
    self.context = context
  }

  mutating func read(_ record: AltinnNode) {
    guard record.isObject else {
      return lose(record, "expected an object in `{}`")
    }
    switch kind {
    case .packages: readPackages(record)
    case .roles: readRole(record)
    case .rolePackages: readRolePackage(record)
    case .roleMap: readRoleMap(record)
    case .legacyRoles: readLegacyRole(record)
    case .resources: readResource(record)
    case .packagePermissions: readPermissions(record, .package)
    case .resourcePermissions: readPermissions(record, .resource)
    case .instancePermissions: readPermissions(record, .instance)
    case .rolePermissions: readRolePermissions(record)
    case .connections: readConnection(record)
    case .roleAssignments: readAssignment(record)
    case .delegationChanges: readChange(record)
    case .rightsDelegations: readRights(record)
    case .maskinportenDelegations: readMaskinporten(record)
    case .schemaDelegations: readSchemaDelegation(record)
    case .authorisedParties: readAuthorised(record)
    case .parties: _ = party(record)
    case .requests: readRequest(record)
    case .systemUsers: readSystemUser(record)
    case .agentClients: readAgentClient(record)
    case .clients: readClient(record)
    case .agents: readAgent(record)
    case .myClients: readMyClients(record)
    // Tables are read by ``AltinnOverview``.
    case .roleOverview, .packageOverview, .resourceOverview: break
    }
  }

  /// Says that the record cannot be used, and that rows may be behind it, with what is known of them. What a relation has no
  /// column for is left out.
  mutating func lose(
    _ record: AltinnNode, _ message: String, _ relations: [String]? = nil, known: [String: AltinnRows.Cell] = [:]
  ) {
    rows.refuse(message, at: record.place)
    for relation in relations ?? kind.relations { rows.lack(relation, known, text: message, at: record.place) }
  }

  /// The elements of a list that the record must have: without it, rows of these relations may be missing.
  mutating func list(
    _ record: AltinnNode, _ name: String, _ relations: [String], known: [String: AltinnRows.Cell] = [:]
  ) -> [AltinnNode] {
    guard let list = record[name], list.node.kind == .array else {
      lose(record, "`\(name)` is missing or no list", relations, known: known)
      return []
    }
    return list.elements
  }

  /// The elements of a list that not all answers have: one that is not there says nothing. One that is there and is no list
  /// may have held rows of these relations; so does null, but where `orNull` says that programs write it for none.
  mutating func listIfAny(
    _ record: AltinnNode, _ name: String, _ relations: [String], known: [String: AltinnRows.Cell] = [:],
    orNull: Bool = false
  ) -> [AltinnNode] {
    guard record.has(name), !orNull || record[name] != nil else { return [] }
    return list(record, name, relations, known: known)
  }

  /// The caller or the organisation that the configuration names.
  func named(_ name: String?) -> AltinnRows.Cell? {
    guard let name else { return nil }
    return .party(name.utf8.count == 9 ? .organisation(name) : .uuid(name))
  }

  // MARK: Parties

  enum PartyKind: String {
    case organisation, person, system
    case enterpriseUser = "enterprise-user"
    case selfIdentified = "self-identified"
    case other
  }

  /// The party that an object describes, with what is said of it; `nil` where nothing names it.
  mutating func party(_ object: AltinnNode?, depth: Int = 0) -> PartyKey? {
    guard let object, object.isObject, depth < 16 else { return nil }
    var keys: [PartyKey] = []
    if let number = object["organizationidentifier", "organizationnumber", "orgnumber", "organisasjonsnummer"]?.text,
      let number = NormalForm.orgnr.read(number)
    {
      keys.append(.organisation(number))
    }
    if let uuid = object["partyuuid", "uuid", "id"]?.text, let uuid = NormalForm.uuid.read(uuid) {
      keys.append(.uuid(uuid))
    }
    if let party = object["partyid"]?.text, party != "0" { keys.append(.party(party)) }
    if let user = object["userid"]?.text, user != "0" { keys.append(.user(user)) }
    if let number = object["personidentifier", "ssn", "personid"]?.text, let token = NationalIdentity.token(number) {
      keys.append(.person(token: token))
    }
    guard let first = keys.first else { return nil }
    rows.join(keys)
    if let name = unreadableIdentifier(of: object) {
      rows.dispute(first)
      rows.refuse(
        "`\(name)` is no such identifier, so which other documents mean the same party is not known", at: object.place)
    }
    describe(first, object, depth)
    return first
  }

  /// An identifier that is there and cannot be read: other documents may name the party by it alone. Null says that there is
  /// none; so does an empty organisation number, but not of an organisation.
  private func unreadableIdentifier(of object: AltinnNode) -> String? {
    func isNumber(_ text: String) -> Bool {
      text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    for name in ["partyuuid", "uuid"] {
      if let node = object[name], node.text.flatMap(NormalForm.uuid.read) == nil { return name }
    }
    for name in ["partyid", "userid"] {
      if let node = object[name], !(node.text.map(isNumber) ?? false) { return name }
    }
    let numbers = ["organizationidentifier", "organizationnumber", "orgnumber", "organisasjonsnummer"]
    for name in numbers where object.has(name) {
      let node = object[name]
      if node?.text.flatMap(NormalForm.orgnr.read) != nil { continue }
      let isEmpty = node.map { $0.node.string != nil && $0.text == nil } ?? true
      // Where one of several says it, the others need not.
      if isEmpty, partyKind(object) != .organisation || numbers.contains(where: { object[$0]?.text != nil }) {
        continue
      }
      return name
    }
    return nil
  }

  private mutating func describe(_ key: PartyKey, _ object: AltinnNode, _ depth: Int) {
    guard kind.relations.contains("altinn.party") else { return }
    let kind = partyKind(object)
    if kind == nil, object.has("type") || object.has("partytype") || object.has("partytypename") {
      lose(
        object, "what the party is, is said by no word that is known", ["altinn.party"], known: ["party": .party(key)])
    }
    if let kind { rows.add("altinn.party", ["party": .party(key), "kind": .text(kind.rawValue)], at: object.place) }
    if object.isUnreadable("variant", "unittype") {
      lose(object, "the form of the organisation is no text", ["altinn.party_form"], known: ["party": .party(key)])
    } else if let form = object["variant", "unittype"]?.text, kind == .organisation {
      rows.add(
        "altinn.party_form", ["party": .party(key), "form": .text(OrganisationForm.code(form))], at: object.place)
    } else if kind == .organisation {
      rows.lack(
        "altinn.party_form", ["party": .party(key)], reason: .columnAbsent,
        text: "the form of the organisation is not said",
        at: object.place)
    }
    describeEnd(key, object, kind)
    if let parent = object["parent"] {
      if let above = party(parent, depth: depth + 1) {
        rows.add("altinn.subunit", ["party": .party(key), "parent": .party(above)], at: object.place)
      } else {
        lose(parent, "`parent` names nobody", ["altinn.subunit"], known: ["party": .party(key)])
      }
    }
    for name in ["children", "childparties"] {
      let known = ["parent": AltinnRows.Cell.party(key)]
      for child in listIfAny(object, name, ["altinn.subunit"], known: known, orNull: true) {
        if let below = party(child, depth: depth + 1) {
          rows.add("altinn.subunit", ["party": .party(below), "parent": .party(key)], at: child.place)
        } else {
          lose(child, "the sub-unit has no id", ["altinn.subunit"], known: known)
        }
      }
    }
  }

  /// Whether the party still is: what ended it, and on which day, where the document says it.
  private mutating func describeEnd(_ key: PartyKey, _ object: AltinnNode, _ kind: PartyKind?) {
    let who = AltinnRows.Cell.party(key)
    var hasEnded = end(who, object["deletedat"], "deleted", "altinn.party_deleted", object.place)
    // A day that cannot be read takes nothing of what is said beside it.
    if object["isdeleted"]?.bool == true, object["deletedat"]?.day == nil {
      rows.add("altinn.party_state", ["party": who, "state": .text("deleted")], at: object.place)
      addEnd(who, "deleted", .nothing, object.place)
      if !hasEnded {
        rows.lack(
          "altinn.party_deleted", ["party": who], reason: .columnAbsent,
          text: "when the party was deleted is not said", at: object.place)
      }
      hasEnded = true
    }
    if end(who, object["dateofdeath"], "dead", "altinn.party_died", object.place) { hasEnded = true }
    if object.has("isdeleted"), object["isdeleted"]?.bool == nil {
      lose(object, "`isDeleted` is neither true nor false", Self.ends, known: ["party": who])
    }
    if !hasEnded, object["isdeleted"]?.bool == false, kind != .person || object.has("dateofdeath") {
      rows.add("altinn.party_state", ["party": who, "state": .text("exists")], at: object.place)
    }
  }

  /// What says that a party is no more.
  private static let ends = ["altinn.party_state", "altinn.party_deleted"]

  /// The day on which a party ended; whether there is one.
  private mutating func end(
    _ who: AltinnRows.Cell, _ node: AltinnNode?, _ state: String, _ relation: String, _ place: Place
  ) -> Bool {
    guard let node, !node.isNoDay else { return false }
    let day = node.day.map { AltinnRows.Cell.cell(.value(.date($0))) } ?? .unknown("the day is none that is known")
    if node.day == nil { rows.refuse("the day on which the party was \(state) is no date", at: node.place) }
    var cells = ["party": who, "on": day]
    if relation == "altinn.party_deleted" { cells["two_years"] = node.day.map(Self.twoYears) ?? day }
    rows.add(relation, cells, at: place)
    addEnd(who, state, day, place)
    return true
  }

  private mutating func addEnd(_ who: AltinnRows.Cell, _ state: String, _ day: AltinnRows.Cell, _ place: Place) {
    if case .cell(.none) = day {
      rows.add("party.ended", ["party": who, "state": .text(state)], at: place)
    } else {
      rows.add("party.ended_on", ["party": who, "state": .text(state), "on": day], at: place)
    }
  }

  static func twoYears(_ day: CalendarDate) -> AltinnRows.Cell {
    .cell(.value(.date(RecordedDay.lastWithinTwoYears(of: day))))
  }

  private func partyKind(_ object: AltinnNode) -> PartyKind? {
    if let number = object["partytypename"]?.node.int {
      return number == 1 ? .person : number == 2 ? .organisation : (0...5).contains(number) ? .other : nil
    }
    guard let text = object["type", "partytype", "partytypename"]?.text?.lowercased() else { return nil }
    switch text {
    case "organization", "organisasjon", "organisation": return .organisation
    case "person": return .person
    case "systembruker", "systemuser", "system-user", "system": return .system
    case "virksomhetbruker", "virksomhetsbruker", "enterpriseuser", "enterprise-user": return .enterpriseUser
    case "selvidentifisert", "selfidentified", "self-identified-user", "self-identified": return .selfIdentified
    case "other", "none", "subunit", "sub-unit", "underenhet", "bankruptcyestate", "bankruptcy-estate", "konkursbo":
      return .other
    default: return nil
    }
  }

  /// A party that a list of `{id, value}` or an object names by an attribute of XACML.
  mutating func attribute(_ node: AltinnNode?) -> PartyKey? {
    guard let node else { return nil }
    for part in node.node.kind == .array ? node.elements : [node] {
      guard let id = part["id", "type"]?.text?.lowercased(), let value = part["value"]?.text else { continue }
      switch id.split(separator: ":").last ?? "" {
      case "organizationnumber":
        if let number = NormalForm.orgnr.read(value) { return .organisation(number) }
      case "identifier-no":
        if let number = NormalForm.orgnr.read(value), !id.contains("person") { return .organisation(number) }
        if let token = NationalIdentity.token(value) { return .person(token: token) }
      case "ssn":
        if let token = NationalIdentity.token(value) { return .person(token: token) }
      case "partyid": return .party(value)
      case "userid": return .user(value)
      case "uuid": if let uuid = NormalForm.uuid.read(value) { return .uuid(uuid) }
      default: continue
      }
    }
    return nil
  }

  /// A resource that a list of `{id, value}` names: `ORG/APP`, or an id.
  static func resource(_ node: AltinnNode?) -> String? {
    var parts: [String: String] = [:]
    for part in node?.elements ?? [] {
      if let id = part["id", "type"]?.text?.lowercased(), let value = part["value"]?.text { parts[id] = value }
    }
    if let resource = parts["urn:altinn:resource"] { return resource }
    guard let org = parts["urn:altinn:org"], let app = parts["urn:altinn:app"] else { return nil }
    return "\(org)/\(app)"
  }
}
