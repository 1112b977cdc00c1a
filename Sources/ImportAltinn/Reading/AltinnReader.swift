import FactStore
import ImportCore
import ImportEnhetsregisteret
import Localization

/// Reads one record of Altinn's documents into facts.
struct AltinnReader {
  /// What documents of the kind fill.
  let fills: [String]
  let context: SourceContext
  var facts: Facts

  mutating func add(_ relation: String, _ cells: [String: Facts.Cell], at place: Place) {
    facts.add(relation, naming: cells, at: place)
  }

  /// A cell that cannot be read.
  mutating func refused(_ message: Phrase, _ place: Place) -> Facts.Cell {
    facts.refuse(message, at: place)
    return .unknown(message)
  }

  /// Says that the record cannot be used, and that rows may be behind it, with what is known of them. What a relation has no
  /// column for is left out.
  mutating func lose(
    _ record: AltinnNode, _ message: Phrase, _ relations: [String]? = nil, known: [String: Facts.Cell] = [:]
  ) {
    facts.refuse(message, at: record.place)
    for relation in relations ?? fills { facts.lack(relation, known, text: message, at: record.place) }
  }

  /// The elements of a list that the record must have: without it, rows of these relations may be missing.
  mutating func list(
    _ record: AltinnNode, _ name: String, _ relations: [String], known: [String: Facts.Cell] = [:]
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
    _ record: AltinnNode, _ name: String, _ relations: [String], known: [String: Facts.Cell] = [:],
    orNull: Bool = false
  ) -> [AltinnNode] {
    guard record.has(name), !orNull || record[name] != nil else { return [] }
    return list(record, name, relations, known: known)
  }

  /// The caller or the organisation that the configuration names.
  static func named(_ name: String?) -> Facts.Cell? {
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

  /// How a key of a record names a party.
  enum Naming {
    case organisation, uuid, party, user

    func key(_ text: String) -> PartyKey? {
      switch self {
      case .organisation: NormalForm.orgnr.read(text).map { .organisation($0) }
      case .uuid: NormalForm.uuid.read(text).map { .uuid($0) }
      // Some services write 0 where there is none.
      case .party: text == "0" ? nil : .party(text)
      case .user: text == "0" ? nil : .user(text)
      }
    }
  }

  private func names(of record: AltinnNode, _ keys: KeyValuePairs<Naming, [String]>) -> [PartyKey] {
    keys.compactMap { naming, keys in record[keys]?.text.flatMap(naming.key) }
  }

  /// The party that the record names by some of these keys, which all mean it; `nil` where none can be used.
  mutating func party(_ record: AltinnNode, _ keys: KeyValuePairs<Naming, [String]>) -> PartyKey? {
    let names = names(of: record, keys)
    facts.join(names)
    return names.first
  }

  private static let numbers = ["organizationidentifier", "organizationnumber", "orgnumber", "organisasjonsnummer"]

  /// The party that an object describes, with what is said of it; `nil` where nothing names it.
  mutating func party(_ object: AltinnNode?, depth: Int = 0) -> PartyKey? {
    guard let object, object.isObject, depth < 16 else { return nil }
    var keys = names(
      of: object,
      [.organisation: Self.numbers, .uuid: ["partyuuid", "uuid", "id"], .party: ["partyid"], .user: ["userid"]])
    if let number = object["personidentifier", "ssn", "personid"]?.text, let token = NationalIdentity.token(number) {
      keys.append(.person(token: token))
    }
    guard let first = keys.first else { return nil }
    facts.join(keys)
    if let name = unreadableIdentifier(of: object) {
      facts.dispute(first)
      facts.refuse(
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
    for name in Self.numbers where object.has(name) {
      let node = object[name]
      if node?.text.flatMap(NormalForm.orgnr.read) != nil { continue }
      let isEmpty = node.map { $0.node.string != nil && $0.text == nil } ?? true
      // Where one of several says it, the others need not.
      if isEmpty, partyKind(object) != .organisation || Self.numbers.contains(where: { object[$0]?.text != nil }) {
        continue
      }
      return name
    }
    return nil
  }

  private mutating func describe(_ key: PartyKey, _ object: AltinnNode, _ depth: Int) {
    guard fills.contains("altinn.party") else { return }
    let kind = partyKind(object)
    if kind == nil, object.has("type") || object.has("partytype") || object.has("partytypename") {
      lose(
        object, "what the party is, is said by no word that is known", ["altinn.party"], known: ["party": .party(key)])
    }
    if let kind { add("altinn.party", ["party": .party(key), "kind": .text(kind.rawValue)], at: object.place) }
    if object.isUnreadable("variant", "unittype") {
      lose(object, "the form of the organisation is no text", ["altinn.party_form"], known: ["party": .party(key)])
    } else if let form = object["variant", "unittype"]?.text, kind == .organisation {
      add(
        "altinn.party_form", ["party": .party(key), "form": .text(OrganisationForm.code(form))], at: object.place)
    } else if kind == .organisation {
      facts.lack(
        "altinn.party_form", ["party": .party(key)], reason: .columnAbsent,
        text: "the form of the organisation is not said",
        at: object.place)
    }
    if let kind {
      let form = object["variant", "unittype"]?.text.map(OrganisationForm.code)
      facts.tell { $0.altinn.scope.noteForm(key, kind, form) }
    }
    describeEnd(key, object, kind)
    if let parent = object["parent"] {
      if let above = party(parent, depth: depth + 1) {
        place(key, under: above, at: object.place)
      } else {
        lose(parent, "`parent` names nobody", ["altinn.subunit"], known: ["party": .party(key)])
      }
    }
    for name in ["children", "childparties"] {
      let known = ["parent": Facts.Cell.party(key)]
      for child in listIfAny(object, name, ["altinn.subunit"], known: known, orNull: true) {
        if let below = party(child, depth: depth + 1) {
          place(below, under: key, at: child.place)
        } else {
          lose(child, "the sub-unit has no id", ["altinn.subunit"], known: known)
        }
      }
    }
  }

  /// Says whose sub-unit a unit is.
  mutating func place(_ unit: PartyKey, under parent: PartyKey, at place: Place) {
    add("altinn.subunit", ["party": .party(unit), "parent": .party(parent)], at: place)
    facts.tell { $0.altinn.scope.notePlaced(unit, under: parent) }
  }

  /// Whether the party still is: what ended it, and on which day, where the document says it.
  private mutating func describeEnd(_ key: PartyKey, _ object: AltinnNode, _ kind: PartyKind?) {
    let who = Facts.Cell.party(key)
    var hasEnded = end(who, object["deletedat"], "deleted", "altinn.party_deleted", object.place)
    // A day that cannot be read takes nothing of what is said beside it.
    if object["isdeleted"]?.bool == true, object["deletedat"]?.day == nil {
      add("altinn.party_state", ["party": who, "state": .text("deleted")], at: object.place)
      addEnd(who, "deleted", .nothing, object.place)
      if !hasEnded {
        facts.lack(
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
      add("altinn.party_state", ["party": who, "state": .text("exists")], at: object.place)
    }
  }

  /// What says that a party is no more.
  private static let ends = ["altinn.party_state", "altinn.party_deleted"]

  /// The day on which a party ended; whether there is one.
  private mutating func end(
    _ who: Facts.Cell, _ node: AltinnNode?, _ state: String, _ relation: String, _ place: Place
  ) -> Bool {
    guard let node, !node.isNoDay else { return false }
    let day = node.day.map { Facts.Cell.cell(.value(.date($0))) } ?? .unknown("the day is none that is known")
    if node.day == nil {
      facts.refuse(
        state == "dead"
          ? "the day on which the party was dead is no date" : "the day on which the party was deleted is no date",
        at: node.place)
    }
    var cells = ["party": who, "on": day]
    if relation == "altinn.party_deleted" { cells["two_years"] = node.day.map(Self.twoYears) ?? day }
    add(relation, cells, at: place)
    addEnd(who, state, day, place)
    return true
  }

  private mutating func addEnd(_ who: Facts.Cell, _ state: String, _ day: Facts.Cell, _ place: Place) {
    if case .cell(.none) = day {
      add("party.ended", ["party": who, "state": .text(state)], at: place)
    } else {
      add("party.ended_on", ["party": who, "state": .text(state), "on": day], at: place)
    }
  }

  static func twoYears(_ day: CalendarDate) -> Facts.Cell {
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
