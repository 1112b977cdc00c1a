import FactStore
import Foundation
import PolicyEngine
import Testing

/// Who may act for whom: the rules against a search that was written apart.
struct AuthorityTests {
  // MARK: A search written apart

  /// One population, and what Altinn's own resolution concludes from it, step by step and without rules.
  struct Population {
    struct Assignment: Hashable {
      var from: String
      var to: String
      var role: String
    }
    var assignments: Set<Assignment> = []
    var parents: [(unit: String, parent: String)] = []
    var forms: [String: String] = [:]
    var dead: Set<String> = []
    var deleted: [String: CalendarDate] = [:]
    var given: Set<[String]> = []
    /// client, provider, agent, role, package
    var clients: Set<[String]> = []

    static let keyRoles: Set<String> = ["daglig-leder", "innehaver", "deltaker-delt-ansvar", "styreleder"]
    static let roleMap = [("daglig-leder", "a0212"), ("regnskapsforer", "a0239"), ("styreleder", "a0212")]
    static let carried: [(role: String, package: String, form: String, access: Bool)] = [
      ("daglig-leder", "skatt", "*", true), ("daglig-leder", "eksplisitt", "*", false),
      ("styreleder", "skatt", "*", true),
      ("regnskapsforer", "regnskap", "*", true), ("forretningsforer", "eiendom", "ESEK", true),
      ("innehaver", "skatt", "*", true), ("deltaker-delt-ansvar", "skatt", "*", true), ("a0212", "gammel", "*", true),
    ]
    static let roles = [
      "daglig-leder", "innehaver", "deltaker-delt-ansvar", "styreleder", "regnskapsforer", "forretningsforer",
      "supplier",
      "rettighetshaver",
    ]
    static let today = CalendarDate("2026-11-20")!

    private func live(_ holder: String) -> [Assignment] {
      assignments.filter { $0.to == holder && $0.role != "supplier" }
    }
    private func mayStep(_ step: Assignment) -> Bool {
      step.role != "deltaker-delt-ansvar" || forms[step.from] != "IKS"
    }

    /// party | role | path
    func connections(of holder: String) -> Set<[String]> {
      var found: Set<[String]> = []
      for one in live(holder) {
        found.insert([one.from, one.role, "direct"])
        guard Self.keyRoles.contains(one.role), mayStep(one) else { continue }
        for next in live(one.from) where mayStep(next) { found.insert([next.from, next.role, "key-role"]) }
      }
      for entry in found {
        for (has, gives) in Self.roleMap where entry[1] == has { found.insert([entry[0], gives, "role-map"]) }
      }
      var all = found
      for entry in found {
        for (unit, parent) in parents where parent == entry[0] { all.insert([unit, entry[1], "sub-unit"]) }
        guard ["regnskapsforer", "revisor", "a0239"].contains(entry[1]), forms[entry[0]] == "ENK" else { continue }
        if let day = deleted[entry[0]], day.days < Self.today.days - 730 { continue }
        for owner in assignments where owner.from == entry[0] && owner.role == "innehaver" && !dead.contains(owner.to) {
          all.insert([owner.to, entry[1], "owner"])
        }
      }
      return all
    }

    /// party | package
    func packages(of holder: String) -> Set<[String]> {
      var found: Set<[String]> = []
      for entry in connections(of: holder) {
        for grant in Self.carried where grant.role == entry[1] && grant.access {
          if grant.form == "*" || grant.form == forms[entry[0]] { found.insert([entry[0], grant.package]) }
        }
      }
      var receivers: Set<String> = [holder]
      for one in live(holder) where Self.keyRoles.contains(one.role) && mayStep(one) { receivers.insert(one.from) }
      var direct: Set<[String]> = []
      for gift in given where receivers.contains(gift[1]) { direct.insert([gift[0], gift[2]]) }
      for client in clients where client[2] == holder {
        // A supplier in Maskinporten is never a step, here neither.
        let relation = Assignment(from: client[0], to: client[1], role: client[3])
        if client[3] != "supplier", assignments.contains(relation) {
          direct.insert([client[0], client[4]])
        }
      }
      for gift in direct {
        found.insert(gift)
        for (unit, parent) in parents where parent == gift[0] { found.insert([unit, gift[1]]) }
      }
      return found
    }

    static func random(_ seed: UInt64, organisations: Int) -> Population {
      var random = Seeded(seed)
      var population = Population()
      let firms = (0..<organisations).map { "o\($0)" }
      let people = (0..<(organisations / 2)).map { "p\($0)" }
      for firm in firms {
        population.forms[firm] = random.pick(["AS", "ENK", "IKS", "ESEK", "NUF"])
        for _ in 0..<random.below(4) {
          let to = random.below(3) == 0 ? random.pick(firms) : random.pick(people)
          population.assignments.insert(.init(from: firm, to: to, role: random.pick(roles)))
        }
        if random.below(5) == 0 { population.parents.append((firm, random.pick(firms))) }
        if random.below(6) == 0 {
          population.deleted[firm] = CalendarDate(days: today.days - Int32(random.below(2)) * 900 - 10)
        }
        if random.below(4) == 0 {
          population.given.insert([firm, random.pick(firms + people), random.pick(["skatt", "eksplisitt"])])
        }
        if random.below(4) == 0,
          let client = population.assignments.sorted(by: { "\($0)" < "\($1)" }).randomElement(using: &random)
        {
          let role = random.below(3) == 0 ? "revisor" : client.role
          population.clients.insert([client.from, client.to, random.pick(people), role, "regnskap"])
        }
      }
      for person in people where random.below(8) == 0 { population.dead.insert(person) }
      return population
    }
  }

  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    mutating func below(_ limit: Int) -> Int { Int(next() >> 11) % limit }
    mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
  }

  private static func world(_ population: Population) -> ModelWorld {
    var world = ModelWorld()
    let named = Set(Population.roles + Population.carried.map(\.role) + ["revisor", "a0239"])
    for role in named.sorted() {
      world.add(
        "altinn.role",
        ["role": .text(role), "family": .text("ccr"), "key_role": .bool(Population.keyRoles.contains(role))])
    }
    for (has, gives) in Population.roleMap { world.add("altinn.role_map", ["role": has, "gives": gives]) }
    for grant in Population.carried {
      world.add(
        "altinn.role_package",
        [
          "role": .text(grant.role), "package": .text(grant.package), "form": .text(grant.form),
          "access": .bool(grant.access), "delegate": .bool(true), "assign": .bool(false),
        ])
    }
    for one in population.assignments {
      world.add("altinn.assignment", ["from": one.from, "to": one.to, "role": one.role])
    }
    for (unit, parent) in population.parents { world.add("altinn.subunit", ["party": unit, "parent": parent]) }
    for (party, form) in population.forms { world.add("altinn.party_form", ["party": party, "form": form]) }
    for party in population.dead { world.add("altinn.party_state", ["party": party, "state": "dead"]) }
    for (party, day) in population.deleted {
      world.add(
        "altinn.party_deleted",
        ["party": .text(party), "on": .date(day), "two_years": .date(CalendarDate(days: day.days + 730))])
    }
    for gift in population.given {
      world.add("altinn.given_package", ["from": gift[0], "to": gift[1], "package": gift[2], "code": gift[2]])
    }
    for client in population.clients {
      world.add(
        "altinn.client_delegation",
        ["client": client[0], "provider": client[1], "agent": client[2], "role": client[3], "package": client[4]])
    }
    return world
  }

  private static func texts(_ rows: [[Value]]) -> Set<[String]> {
    Set(rows.map { row in row.map { value in if case .text(let text) = value { text } else { "\(value)" } } })
  }

  /// 50 populations of 100 organisations.
  @Test(arguments: 1...50)
  func resolutionAgreesWithASearch(_ seed: Int) throws {
    let population = Population.random(UInt64(seed), organisations: 100)
    let engine = try Self.world(population).engine()
    let holders = Set(population.assignments.map(\.to)).union(population.given.map { $0[1] })
      .union(population.clients.map { $0[2] })
    var holds: Set<[String]> = []
    var uses: Set<[String]> = []
    for holder in holders {
      for entry in population.connections(of: holder) { holds.insert([holder] + entry) }
      for entry in population.packages(of: holder) { uses.insert([holder] + entry) }
    }
    let derived = Self.texts(engine.certain("altinn.holds"))
    #expect(derived.subtracting(holds) == [] && holds.subtracting(derived) == [])
    let usable = Set(Self.texts(engine.certain("altinn.may_use")).map { Array($0.prefix(3)) })
    #expect(usable.subtracting(uses) == [])
    #expect(uses.subtracting(usable) == [])
    #expect(engine.possible("altinn.holds").isEmpty && engine.possible("altinn.may_use").isEmpty)
    // The test tests something: every way occurs.
    if seed == 2 {
      #expect(Set(holds.map { $0[3] }) == ["direct", "key-role", "role-map", "sub-unit", "owner"])
    }
  }

  @Test func historyBecomesTheCurrentState() throws {
    var world = ModelWorld()
    func change(_ number: String, _ type: String, _ at: Int64, _ to: String = "p1") {
      world.add(
        "altinn.delegation_change",
        [
          "change": .text(number), "from": .text("o1"), "to": .text(to), "kind": .text("resource"),
          "what": .text("ttd/a"), "resource": .text("ttd/a"), "type": .text(type), "at": .time(at),
          "on": .date(CalendarDate(days: 0)),
        ])
    }
    change("1", "grant", 10)
    change("2", "revoke", 20)
    change("3", "revoke-last", 30)
    change("4", "grant", 5, "p2")
    change("5", "revoke", 15, "p2")
    let engine = try world.engine()
    // A revoke that is not the last leaves rights behind.
    #expect(Self.texts(engine.certain("altinn.current_delegation")) == [["o1", "p2", "resource", "ttd/a"]])
  }
}
