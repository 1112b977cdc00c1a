import FactStore
import PolicyEngine
import TestSupport
import Testing

/// Every derived row of random programs has a proof, and every proof proves it.
@Suite struct ProofTests {
  static let chunks = 6
  static let total: UInt64 = 300

  @Test(arguments: 0..<chunks) func everyRowIsProved(_ chunk: Int) throws {
    var proved = (certain: 0, possible: 0)
    for seed in stride(from: UInt64(chunk), to: Self.total, by: Self.chunks) {
      let check = try ProofCheck(Trial(RandomProgram(seed: seed)))
      check.checkAll()
      guard check.faults.isEmpty else {
        Issue.record("\(check.report)")
        return
      }
      proved.certain += check.trial.derived.reduce(0) { $0 + check.trial.relation($1).certain.count }
      proved.possible += check.trial.derived.reduce(0) { $0 + check.trial.relation($1).extras.count }
    }
    #expect(proved.certain > 100 && proved.possible > 100, "\(proved) rows are too few to try anything")
  }

  // MARK: recursion

  static let recursions: [(name: String, rules: String)] = [
    (
      "one step at a time",
      "d.reach(a, b) if s.edge(a, b)  d.reach(a, b: c) if d.reach(a, b), s.edge(a: b, b: c)"
    ),
    (
      "two halves",
      "d.reach(a, b) if s.edge(a, b)  d.reach(a, b: c) if d.reach(a, b), d.reach(a: b, b: c)"
    ),
    (
      "around what is blocked",
      """
      d.reach(a, b) if s.edge(a, b), not s.blocked(a: b)
      d.reach(a, b: c) if d.reach(a, b), d.reach(a: b, b: c), not s.blocked(a: c)
      """
    ),
    (
      "odd and even",
      """
      d.odd(a, b) if s.edge(a, b)
      d.even(a, b: c) if d.odd(a, b), s.edge(a: b, b: c)
      d.odd(a, b: c) if s.edge(a, b), d.even(a: b, b: c)
      d.even(a, b) if d.even(a, b), d.odd(a: b, b: a)
      """
    ),
    (
      "a shortcut that comes late",
      """
      d.reach(a, b) if s.edge(a, b)
      d.reach(a, b: c) if d.far(a, b), s.edge(a: b, b: c)
      d.far(a, b) if d.reach(a, b), s.blocked(a: b)
      d.far(a, b: c) if d.far(a, b), d.far(a: b, b: c)
      """
    ),
  ]

  private static func program(_ rules: String, seed: UInt64) -> RandomProgram {
    let relations = ["d.reach", "d.odd", "d.even", "d.far"].filter { rules.contains($0) }
    let text =
      "entity t.node\n" + relations.map { "relation \($0)(a: t.node, b: t.node)\n" }.joined() + rules
    var random = SplitMix64(seed: seed)
    var program = RandomProgram(seed: seed)
    program.items = Parser.parse([SourceText(path: "recursion.policy", text: text)]).0.items
    let node = ValueType.entity("t.node")
    program.schemas = [
      RelationSchema("s.edge", doc: "", columns: [ColumnSchema("a", node), ColumnSchema("b", node)]),
      RelationSchema("s.blocked", doc: "", columns: [ColumnSchema("a", node)]),
    ]
    func name(_ random: inout SplitMix64) -> Value { .text("n\(random.below(6))") }
    program.inputs = [.covered("s.edge"), .covered("s.blocked")]
    for _ in 0..<(5 + random.below(7)) {
      program.inputs.append(.record("s.edge", ["a": .value(name(&random)), "b": .value(name(&random))]))
    }
    for _ in 0..<random.below(4) { program.inputs.append(.record("s.blocked", ["a": .value(name(&random))])) }
    if random.chance(60) {
      for _ in 0..<(1 + random.below(3)) {
        let known = random.chance(60) ? ["a": name(&random), "b": name(&random)] : ["a": name(&random)]
        program.inputs.append(.hole("s.edge", known))
      }
      if random.chance(30) { program.inputs.append(.hole("s.blocked", ["a": name(&random)])) }
    }
    return program
  }

  @Test(arguments: recursions.map(\.name)) func recursiveProofsAreLowAndEnd(_ name: String) throws {
    let rules = Self.recursions.first { $0.name == name }!.rules
    var (deepest, supported) = (0, 0)
    for seed in 0..<40 as Range<UInt64> {
      let program = Self.program(rules, seed: seed)
      let differential = Differential { try Trial($0).engine }
      let differences = try differential.differences(program)
      if !differences.isEmpty {
        Issue.record("\(differences.joined(separator: "\n"))\n\n\(program.report)")
        return
      }
      let check = try ProofCheck(Trial(program))
      check.checkAll()
      guard check.faults.isEmpty else {
        Issue.record("\(check.report)")
        return
      }
      deepest = max(deepest, check.rounds.rounds.values.flatMap(\.values).max() ?? 0)
      supported += check.supported
    }
    #expect(supported > 100, "of too few rows it was said what they rest on")
    #expect(deepest >= 2, "no proof is deep enough to try anything")
  }

  /// A deep proof ends in a leaf that says so; it does not end the stack, and takes nothing for given that is derived.
  @Test func deepProofsAreCut() throws {
    let rules =
      "relation d.from(b: t.node)  d.from(b) if s.edge(a: \"n0\", b)  d.from(b: c) if d.from(b), s.edge(a: b, b: c)"
    let count = 3_000
    var program = Self.program("", seed: 0)
    program.items = Parser.parse([SourceText(path: "chain.policy", text: "entity t.node\n" + rules)]).0.items
    program.inputs = [.covered("s.edge"), .covered("s.blocked")]
    for number in 0..<count {
      let edge: [String: FactWriter.Cell] = ["a": .value(.text("n\(number)")), "b": .value(.text("n\(number + 1)"))]
      program.inputs.append(.record("s.edge", edge))
    }
    let trial = try Trial(program)
    let relation = trial.relation("d.from")
    #expect(relation.certain.count == count)
    var proof = Explainer(trial.engine).proof(of: relation.id, row: count - 1)
    #expect(proof.statement == "d.from(b: \"n\(count)\")")
    var depth = 1
    while case .rule = proof.step, let next = proof.premises.first {
      proof = next
      depth += 1
    }
    #expect(depth == 200)
    #expect(proof.isCut("the proof is more than 200 steps deep"), "\(proof.statement)")
    let short = Explainer(trial.engine).proof(of: relation.id, row: 100)
    var leaves = 0
    short.forEachLeaf { _ in leaves += 1 }
    #expect(leaves == 101, "short enough to be whole")
  }

  /// Each step rests on the one before it twice over: the tree doubles with every step, the proof does not.
  @Test func wideProofsAreCut() throws {
    let rules = """
      relation d.from(b: t.node)  d.from(b) if s.edge(a: "n0", b)
      d.from(b: c) if d.from(b), s.edge(a: b, b: c), d.twin(b)
      relation d.twin(b: t.node)  d.twin(b) if d.from(b), not s.blocked(a: b)
      """
    var program = Self.program("", seed: 0)
    program.items = Parser.parse([SourceText(path: "twins.policy", text: "entity t.node\n" + rules)]).0.items
    program.inputs = [.covered("s.edge"), .covered("s.blocked")]
    for number in 0..<40 {
      let edge: [String: FactWriter.Cell] = ["a": .value(.text("n\(number)")), "b": .value(.text("n\(number + 1)"))]
      program.inputs.append(.record("s.edge", edge))
    }
    let trial = try Trial(program)
    let relation = trial.relation("d.from")
    let proof = Explainer(trial.engine).proof(of: relation.id, row: relation.certain.count - 1)
    var steps = 0
    var cut = 0
    func visit(_ proof: Proof) {
      steps += 1
      if proof.isCut("the proof has more than 5000 steps") { cut += 1 }
      if case .given = proof.step { Issue.record("derived, not given: \(proof.statement)") }
      proof.premises.forEach(visit)
    }
    visit(proof)
    #expect(steps >= 5_000 && steps < 11_000 && cut > 0, "\(steps) steps, \(cut) cut")
  }
}

extension Proof {
  /// Whether the step is left out, for this reason.
  fileprivate func isCut(_ reason: String) -> Bool {
    if case .cut(let why) = step { why.english == reason } else { false }
  }
}
