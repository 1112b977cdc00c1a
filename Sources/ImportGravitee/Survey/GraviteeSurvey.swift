import FactStore
import ImportCore
import Localization

/// What exports of Gravitee tell each other: how they call one thing, what each says of it, and what none says.
struct GraviteeSurvey: SurveyPart {
  /// The first document, which writes what is open because no document speaks of it.
  private(set) var first: FileID?
  /// Ids by the other names of things, and back.
  private var ids: [Alias: Set<String>] = [:]
  private var others: [Alias: Set<String>] = [:]
  /// What documents say of one column, by what they call the thing.
  private var said: [Subject: [String: Set<FactWriter.Cell>]] = [:]
  /// Sets that documents give as wholes: the members of an API, the paths of a plan.
  private var sets: [Subject: [[[String: Facts.Cell]]]] = [:]
  /// Things that any document speaks of.
  private(set) var named: [Thing: Set<String>] = [:]
  /// Things of which a list, or an export, has all of a kind.
  private var listed: [Listing: Set<String>] = [:]
  /// Pages of lists.
  private(set) var pages: [ListKey: [Page]] = [:]

  private struct Alias: Hashable {
    let thing: Thing
    let name: String
  }

  struct Subject: Hashable {
    let relation: String
    let name: String
  }

  /// What a document has all of, for one thing.
  enum Listing: Hashable, Sendable { case plans, subscriptions, keys, members, permissions, tokens, roles }

  mutating func note(_ file: FileID) { first = first ?? file }

  // MARK: Names

  mutating func note(_ name: String, is id: String, _ thing: Thing) {
    guard name != id else { return }
    ids[Alias(thing: thing, name: name), default: []].insert(id)
    others[Alias(thing: thing, name: id), default: []].insert(name)
  }

  /// What facts call a thing. A name of two things stays what it is: which it means, nobody knows.
  func name(of raw: String, _ thing: Thing) -> String {
    let known = ids[Alias(thing: thing, name: raw)] ?? []
    return known.count == 1 ? known.first! : raw
  }

  func isKnown(_ raw: String, _ thing: Thing) -> Bool { ids[Alias(thing: thing, name: raw)]?.count == 1 }

  /// All that documents call a thing that facts call so.
  private func names(of name: String, _ thing: Thing) -> Set<String> {
    let other = (others[Alias(thing: thing, name: name)] ?? []).filter { self.name(of: $0, thing) == name }
    return other.union([name])
  }

  mutating func mention(_ raw: String, _ thing: Thing) { named[thing, default: []].insert(raw) }

  /// The things that documents speak of, as facts call them.
  func all(_ thing: Thing) -> [String] { Set((named[thing] ?? []).map { name(of: $0, thing) }).sorted() }

  func has(_ raw: String, _ thing: Thing) -> Bool { named[thing]?.contains(raw) == true }

  mutating func list(_ what: Listing, of raw: String) { listed[what, default: []].insert(raw) }

  func isListed(_ what: Listing, of name: String, _ thing: Thing) -> Bool {
    guard let all = listed[what] else { return false }
    return !names(of: name, thing).isDisjoint(with: all)
  }

  // MARK: What is said

  mutating func say(_ relation: String, _ raw: String, _ cells: [String: FactWriter.Cell]) {
    let subject = Subject(relation: relation, name: raw)
    for (column, cell) in cells {
      if case .unknown(_, .columnAbsent) = cell { continue }
      said[subject, default: [:]][column, default: []].insert(cell)
    }
    if said[subject] == nil { said[subject] = [:] }
  }

  /// What all documents together say of a column; `own` where none does.
  func cell(
    _ relation: String, _ raw: String, _ thing: Thing, _ column: String, own: FactWriter.Cell
  ) -> FactWriter.Cell {
    var all: Set<FactWriter.Cell> = []
    for name in names(of: name(of: raw, thing), thing) {
      all.formUnion(said[Subject(relation: relation, name: name)]?[column] ?? [])
    }
    if all.count <= 1 { return all.first ?? own }
    let odd = all.filter(\.isUnknown)
    // Which of several reasons is told must not depend on chance.
    if !odd.isEmpty { return own.isUnknown && odd.contains(own) ? own : .unknown("documents disagree in `\(column)`") }
    return .unknown("documents disagree in `\(column)`", .conflict)
  }

  func isSaid(_ relation: String, of name: String, _ thing: Thing) -> Bool {
    names(of: name, thing).contains { said[Subject(relation: relation, name: $0)] != nil }
  }

  // MARK: Sets

  mutating func say(_ relation: String, set rows: [[String: Facts.Cell]], of raw: String) {
    sets[Subject(relation: relation, name: raw), default: []].append(rows)
  }

  func isGiven(_ relation: String, of name: String, _ thing: Thing) -> Bool {
    names(of: name, thing).contains { sets[Subject(relation: relation, name: $0)] != nil }
  }

  /// How often a set was given.
  func sets(_ relation: String, of raw: String, _ thing: Thing) -> [[[String: Facts.Cell]]] {
    names(of: name(of: raw, thing), thing).sorted().flatMap { sets[Subject(relation: relation, name: $0)] ?? [] }
  }

  // MARK: Lists

  /// Pages of one list: what it lists, and of what.
  struct ListKey: Hashable, Sendable {
    let kind: String
    let subject: String?
    /// Where nothing says of what it is, each file is a list of its own.
    let file: FileID?
  }

  struct Page: Sendable {
    let identities: Set<String>
    let count: Int
    let total: Int64?
    let digest: String?
  }

  mutating func add(_ page: Page, to key: ListKey) { pages[key, default: []].append(page) }
}

extension Survey {
  var gravitee: GraviteeSurvey {
    get { self[GraviteeSurvey.self] }
    _modify { yield &self[GraviteeSurvey.self] }
  }
}
