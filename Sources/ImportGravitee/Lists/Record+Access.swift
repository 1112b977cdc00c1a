import FactStore
import ImportCore
import Localization

/// Records of the lists of who calls what.
extension Record {
  /// A thing that another record names: its id, alone or in an object with more of it.
  private mutating func named(_ part: Part?, _ name: String, _ thing: Thing) -> Name {
    let found = Name(thing, id(part, name))
    mention(found)
    return found
  }

  mutating func readSubscription() {
    guard let own else { return }
    let subscription = Name(.subscription, id(own["id"], "id"))
    facts.identity = subscription.raw
    let api =
      own["api"] == nil && Gravitee.api(context) != nil
      ? Name(.api, .text(Gravitee.api(context)!)) : named(own["api"], "api", .api)
    mention(api)
    let plan = named(own["plan"], "plan", .plan)
    let application = named(own["application"], "application", .application)
    let status = label(own["status"], "status", of: GraviteeSchemas.statuses)
    if let status = status.text { facts.marks.insert(status) }
    if ["ACCEPTED", "PAUSED", "RESUMED"].contains(status.text) { mention(subscription) }
    state(
      "gravitee.subscription", "subscription", subscription,
      [
        "asked": day(own["createdAt", "created_at"], "createdAt"),
        "processed": processed(own, status), "starts": dayOrNone(own["startingAt", "starting_at"], "startingAt"),
        "ends": dayOrNone(own["endingAt", "ending_at"], "endingAt"),
        "subscribed_by": asker(own), "processed_by": processor(own, status),
        "consumer_message": message(own, "consumerMessage", "request"),
        "publisher_message": message(own, "publisherMessage", "reason"),
      ],
      required: [
        "api": api.cell, "plan": plan.cell, "application": application.cell, "status": .cell(status),
      ])
    if let part = own["plan"], part.isObject {
      var secrets = SecretSearch()
      addPlan(part, of: api, isPart: true, secrets: &secrets)
    }
    if let part = own["application"], part.isObject { addApplication(part, application, isPart: true) }
    addKeys(own["keys"], of: subscription)
  }

  private mutating func processed(_ own: Part, _ status: FactWriter.Cell) -> FactWriter.Cell {
    let day = day(own["processedAt", "processed_at"], "processedAt")
    return status.text == "PENDING" && (day == Self.missing("processedAt") || day == Self.silent("processedAt"))
      ? .none : day
  }

  /// A message, be it there or not: lists leave out what is empty.
  private mutating func message(_ own: Part, _ name: String, _ old: String) -> FactWriter.Cell {
    if let part = own[name, old] { return hasText(part, name) }
    // Short lists leave out messages with much else.
    return own["createdAt", "created_at"] != nil && own["updatedAt", "updated_at"] != nil
      ? .value(.bool(false)) : Self.missing(name)
  }

  private mutating func asker(_ own: Part) -> FactWriter.Cell {
    guard let part = own["subscribedBy", "subscribed_by"], !part.isNull else { return Self.missing("subscribedBy") }
    return part.isObject ? person(part, id: id(part, "subscribedBy")).own : person(named: part, "subscribedBy")
  }

  private mutating func person(named part: Part, _ name: String) -> FactWriter.Cell {
    let user = Name(.user, id(part, name))
    mention(user)
    state("gravitee.user", "user", user, Self.nothing(["name", "email", "source", "source_id"]), at: part.place)
    return user.own
  }

  private static func nothing(_ columns: [String]) -> [String: FactWriter.Cell] {
    Dictionary(uniqueKeysWithValues: columns.map { ($0, missing($0)) })
  }

  /// Who processed it. The system is nobody, and nobody cannot be told from somebody who was left out.
  private mutating func processor(_ own: Part, _ status: FactWriter.Cell) -> FactWriter.Cell {
    guard let part = own["processedBy", "processed_by"], !part.isNull else {
      return status.text == "PENDING" ? .none : Self.missing("processedBy")
    }
    let text = (part.isObject ? part["id"] : part)?.text
    if text?.lowercased() == "system" { return .unknown("the system processed it, which is nobody", .hidden) }
    return person(named: part, "processedBy")
  }

  // MARK: Keys

  mutating func readKey() {
    guard let own else { return }
    addKey(own, of: context.object ?? Asked(context).id(behind: "subscriptions"))
  }

  /// Keys that a list of subscriptions has when it is asked for them.
  private mutating func addKeys(_ list: Part?, of subscription: Name) {
    guard let list, list.isList, let raw = subscription.raw else { return }
    facts.tell { $0.gravitee.list(.keys, of: raw) }
    for part in list.elements {
      if part.isObject {
        addKey(part, of: raw)
      } else if let text = part.text {
        facts.meet(Secret(at: part.place, name: "keys", .key, count: text.count))
        facts.lack("gravitee.key", text: "the list has the keys themselves, and nothing of them", at: part.place)
        facts.lack(
          "gravitee.key_subscription", ["subscription": .text(raw)],
          text: "the list has the keys themselves, and nothing of them", at: part.place)
      }
    }
  }

  private mutating func addKey(_ part: Part, of asked: String?) {
    for name in ["key", "hash"] {
      if let value = part[name], let text = value.text {
        facts.meet(Secret(at: value.place, name: name, name == "key" ? .key : .hash, count: text.count))
      }
    }
    let key = Name(.key, id(part["id"], "id"))
    if part.place == place { facts.identity = key.raw }
    state(
      "gravitee.key", "key", key,
      [
        "live": isLive(part), "created": day(part["createdAt", "created_at"], "createdAt"),
        "ends": dayOrNone(part["expireAt", "expire_at"], "expireAt"),
      ], at: part.place)
    let list = part["subscriptions"]
    let parts = list.map { $0.isList ? $0.elements : [$0] } ?? [part["subscription"]].compactMap { $0 }
    var found = parts.filter { !$0.isNull }.map { id($0, "subscriptions") }
    if let asked, !found.contains(.text(asked)) { found.append(.text(asked)) }
    if found.isEmpty { found = [Self.missing("subscriptions")] }
    for cell in found {
      facts.add(
        "gravitee.key_subscription", naming: ["key": key.cell, "subscription": .cell(cell)], at: part.place)
      if let raw = cell.text { facts.tell { $0.gravitee.list(.keys, of: raw) } }
    }
  }

  /// Whether a key is neither revoked nor paused nor expired, by what the list says of it.
  private mutating func isLive(_ part: Part) -> FactWriter.Cell {
    let cells = ["revoked", "paused", "expired"].map { flag(part[$0], $0) }
    if cells.contains(.value(.bool(true))) { return .value(.bool(false)) }
    if let asOf, case .value(.date(let end)) = dayOrNone(part["expireAt", "expire_at"], "expireAt"), end < asOf {
      return .value(.bool(false))
    }
    // Version 1 knows no pause in the oldest lists.
    let odd = [cells[0]] + cells[1...].filter { $0 != Self.missing("paused") && $0 != Self.missing("expired") }
    return odd.first(where: \.isUnknown) ?? .value(.bool(true))
  }

  // MARK: Applications

  mutating func readApplication() {
    guard let own else { return }
    let name = Name(.application, id(own["id"], "id"))
    facts.identity = name.raw
    mention(name)
    if let title = own["name"]?.text { note(title, is: name) }
    addApplication(own, name, isPart: false)
    guard let groups = own["groups"], groups.isList else { return }
    let rows = groups.elements.map { SetRow(cells: ["group": group($0, isNamed: false).cell], place: $0.place) }
    state("gravitee.application_group", set: rows, "application", of: name)
  }

  mutating func addApplication(_ part: Part, _ name: Name, isPart: Bool) {
    if isPart, let title = part["name"]?.text { note(title, is: name) }
    let settings = part["settings"]
    let client = settings?["app"]?["client_id", "clientId"] ?? settings?["oauth"]?["client_id", "clientId"]
    var clientID = settings == nil ? Self.missing("settings") : wordsOrNone(client, "client_id")
    if clientID == Self.missing("client_id") { clientID = .none }
    state(
      "gravitee.application", "application", name,
      [
        "name": words(part["name"], "name"), "status": label(part["status"], "status", of: ["ACTIVE", "ARCHIVED"]),
        "key_mode": label(
          part["api_key_mode", "apiKeyMode"], "api_key_mode", of: ["EXCLUSIVE", "SHARED", "UNSPECIFIED"]),
        "client_id": clientID,
      ], at: part.place)
    if let owner = part["owner", "primaryOwner"], !owner.isNull {
      addOwner("gravitee.application_owner", "application", of: name, owner)
    }
  }
}
