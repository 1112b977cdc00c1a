import FactStore
import Formats

/// One way in which a document names an organisation, a person or a system.
package enum PartyKey: Hashable, Sendable {
  /// An organisation by its number.
  case organisation(String)
  /// Any party by its uuid.
  case uuid(String)
  /// Any party by the number of its record (`partyId`).
  case party(String)
  /// A person, or an enterprise user, by the number of their login (`userId`).
  case user(String)
  /// A person by the token of an identity number, which never becomes a fact.
  case person(token: String)
  /// Somebody who is already named: a person as a public register shows one, or an employee.
  case named(String)

  /// What kind of name it is, and the name. Two that are canonically equivalent are two: systems compare bytes.
  private var parts: (kind: Int, name: String) {
    switch self {
    case .organisation(let text): (0, text)
    case .uuid(let text): (1, text)
    case .party(let text): (2, text)
    case .user(let text): (3, text)
    case .person(let text): (4, text)
    case .named(let text): (5, text)
    }
  }

  package static func == (left: PartyKey, right: PartyKey) -> Bool {
    let (one, other) = (left.parts, right.parts)
    return one.kind == other.kind && one.name.isExactly(other.name)
  }

  package func hash(into hasher: inout Hasher) {
    let parts = parts
    hasher.combine(parts.kind)
    hasher.combine(bytesOf: parts.name)
  }
}

/// Which names mean the same party: what the documents of a run say together.
///
/// Documents tell it in the order of their paths, so that names do not depend on which file was read first.
package struct PartyIndex: Sendable {
  private var numbers: [PartyKey: Int] = [:]
  private var keys: [PartyKey] = []
  /// The group of each key: a union-find forest.
  private var leaders: [Int] = []
  /// By leader: the identifiers that a party has one of at most.
  private var single: [Int: Single] = [:]
  /// By leader: something about it is contradicted.
  private var disputed: Set<Int> = []
  /// People of whom nothing but a number is known, in the order in which they came.
  private var unnamed: [Int: Int] = [:]
  /// Where they keep their numbers from an earlier load.
  var personNumbers: PersonNumbers?

  private struct Single: Sendable {
    var organisation: String?
    var token: String?
    var named: String?
    /// The smallest of each counts.
    var uuid: String?
    var party: String?
    var user: String?
  }

  /// Notes that all these mean one party. Where that contradicts what is known (two organisation numbers for one party), the
  /// parties stay two and both are in doubt.
  package mutating func join(_ keys: [PartyKey]) {
    let keys = keys.filter { $0 != Self.nobody }
    guard let first = keys.first else { return }
    let anchor = number(of: first)
    for key in keys.dropFirst() { merge(anchor, number(of: key)) }
  }

  /// Notes that a party has one more name, which cannot be read: it may be any other party of the run.
  package mutating func dispute(_ key: PartyKey) {
    if key == Self.nobody { return }
    let number = number(of: key)
    disputed.insert(leader(of: number))
  }

  /// What facts call the party; `nil` where documents contradict each other about it.
  package func name(of key: PartyKey) -> String? {
    if key == Self.nobody { return nil }
    guard let number = numbers[key] else { return Self.plainName(key).flatMap(Self.checked) }
    let leader = leader(of: number)
    guard !disputed.contains(leader), let known = single[leader] else { return nil }
    let name = known.organisation ?? known.uuid ?? known.named ?? known.party.map { "party \($0)" }
    return (name ?? known.user.map { "user \($0)" } ?? unnamed[leader].map { "person \($0)" }).flatMap(Self.checked)
  }

  /// What may be an identity number is no name, in whatever field it stood.
  private static func checked(_ name: String) -> String? { NationalIdentity.mayStand(in: name) ? nil : name }

  /// The cell that facts have for a party.
  package func cell(_ key: PartyKey) -> FactWriter.Cell {
    if let name = name(of: key) { return .value(.text(name)) }
    return .unknown("who this is cannot be told: documents contradict each other, or an id of it is none", .conflict)
  }

  /// Other names of the same party that are of this shape: the employee ids of a person, say.
  package func aliases(of key: PartyKey, _ isWanted: (PartyKey) -> Bool) -> [PartyKey] {
    guard let number = numbers[key] else { return [] }
    let group = leader(of: number)
    return keys.indices.filter { leader(of: $0) == group && isWanted(keys[$0]) }.map { keys[$0] }
  }

  /// What some services write where there is none.
  private static let nobody = PartyKey.uuid("00000000-0000-0000-0000-000000000000")

  private static func plainName(_ key: PartyKey) -> String? {
    switch key {
    case .organisation(let text), .uuid(let text), .named(let text): text
    case .party(let text): "party \(text)"
    case .user(let text): "user \(text)"
    case .person: nil
    }
  }

  private mutating func number(of key: PartyKey) -> Int {
    if let known = numbers[key] { return known }
    let number = keys.count
    numbers[key] = number
    keys.append(key)
    leaders.append(number)
    var own = Single()
    switch key {
    case .organisation(let text): own.organisation = text
    case .uuid(let text): own.uuid = text
    case .party(let text): own.party = text
    case .user(let text): own.user = text
    case .named(let text): own.named = text
    case .person(let token):
      own.token = token
      unnamed[number] = personNumbers?.number(ofToken: token) ?? unnamed.count + 1
    }
    single[number] = own
    return number
  }

  private func leader(of number: Int) -> Int {
    var number = number
    while leaders[number] != number { number = leaders[number] }
    return number
  }

  private mutating func merge(_ one: Int, _ two: Int) {
    var low = leader(of: one)
    var high = leader(of: two)
    guard low != high else { return }
    if low > high { swap(&low, &high) }
    guard let left = single[low], let right = single[high] else { return }
    func differ(_ a: String?, _ b: String?) -> Bool { a != nil && b != nil && a != b }
    if differ(left.organisation, right.organisation) || differ(left.token, right.token)
      || (left.organisation != nil && right.token != nil) || (left.token != nil && right.organisation != nil)
    {
      disputed.insert(low)
      disputed.insert(high)
      return
    }
    func least(_ a: String?, _ b: String?) -> String? { [a, b].compactMap { $0 }.min() }
    single[low] = Single(
      organisation: left.organisation ?? right.organisation, token: left.token ?? right.token,
      named: least(left.named, right.named), uuid: least(left.uuid, right.uuid),
      party: least(left.party, right.party), user: least(left.user, right.user))
    single[high] = nil
    leaders[high] = low
    if disputed.remove(high) != nil { disputed.insert(low) }
    if let number = unnamed.removeValue(forKey: high) { unnamed[low] = min(unnamed[low] ?? number, number) }
  }
}
