import FactStore
import PolicyEngine

@testable import Audit

/// One example of a policy, judged with all that it gives or with one source relation taken away.
struct WithoutRelation {
  /// How a relation is taken away. Only the first is what a lost export does.
  enum Loss {
    /// Its facts are gone, and one hole of `*` stands in their place.
    case absent
    /// Its facts are gone, and nothing says so: what must never happen, for tests that must be able to fail.
    case emptied
  }

  /// The values of the keys of a member.
  typealias Member = [String]

  let verdicts: [Member: PolicyVerdicts.Verdict]
  /// The holes of the population, with `nil` for `*`.
  private let holes: [[String?]]

  init(
    _ checked: CheckedProgram, _ policy: PolicyDeclaration, _ example: PolicyDeclaration.Example, today: CalendarDate,
    without relation: String? = nil, loss: Loss = .absent
  ) {
    let symbols = SymbolTable()
    let schemas = SchemaSet(
      checked.relations.values.filter { $0.kind == .source }.map(\.schema).sorted { $0.name < $1.name })
    let store = FactStore.assemble(symbols: symbols, schemas: schemas, files: [], writers: [])
    var given = GivenFactsBuilder(checked: checked, symbols: symbols, today: today).build(example.given)
    if let relation { given.take(checked.relations[relation]!.schema, loss) }
    let engine = Engine(checked, store: store, today: today, given: given)
    let judged = PolicyVerdicts(engine.compile(policy), engine: engine)
    let keys = judged.policy.keys
    var verdicts: [Member: PolicyVerdicts.Verdict] = [:]
    for member in judged.verdicts.indices {
      let key = keys.indices.map { engine.text(judged.population.certain[member, $0], keys[$0].type) }
      verdicts[key] = judged.verdicts[member]
    }
    self.verdicts = verdicts
    holes = (0..<judged.population.extras.count).map { row in
      keys.indices.map { column in
        let code = judged.population.extras.table[row, column]
        return code == ValueCode.any ? nil : engine.text(code, keys[column].type)
      }
    }
  }

  func hasHole(for member: Member) -> Bool {
    holes.contains { hole in zip(hole, member).allSatisfy { $0 == nil || $0 == $1 } }
  }

  /// What became of the members when a relation was taken away.
  struct Change {
    /// Members that nothing names any more; a hole of the population says that they may be there.
    var gone = 0
    /// What must not happen, one line each.
    var breaches: [String] = []
  }

  /// A member stays, or becomes unverified, or leaves with a hole in its place; who passed may be exempt (7.15).
  func change(to less: WithoutRelation) -> Change {
    var change = Change()
    for (member, verdict) in verdicts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let name = member.joined(separator: ", ").replacing("\"", with: "")
      guard let now = less.verdicts[member] else {
        change.gone += 1
        if !less.hasHole(for: member) {
          change.breaches.append("\(name) was \(verdict), and is gone without a hole")
        }
        continue
      }
      var allowed: Set<PolicyVerdicts.Verdict> = [verdict, .unverified]
      if verdict == .pass { allowed.insert(.exempt) }
      if !allowed.contains(now) { change.breaches.append("\(name) was \(verdict), and is \(now)") }
    }
    for (member, now) in less.verdicts where verdicts[member] == nil {
      change.breaches.append("\(member) was no member, and is \(now)")
    }
    return change
  }
}

extension GivenFacts {
  fileprivate mutating func take(_ schema: RelationSchema, _ loss: WithoutRelation.Loss) {
    let stored = SchemaSet([schema]).stored
    relations.removeAll { given in stored.contains { $0.name == given.relation } }
    declared.remove(schema.name)
    for relation in stored {
      let hole = Array(repeating: ValueCode.any, count: relation.columns.count)
      relations.append(
        GivenRelation(relation: relation.name, rows: [], extras: [], absence: loss == .absent ? [hole] : []))
    }
    relations.sort { $0.relation < $1.relation }
  }
}
