import FactStore
import Localization

/// Builds proofs from derivations, down to facts and holes of the exports. What one proof worked out serves the next, so
/// whoever explains more than once keeps one explainer. One thread's: others have explainers of their own.
package struct Explainer {
  package let engine: Engine
  private let memory: ExplanationMemory
  let search: DerivationSearch
  private let leaves: LeafSearch
  /// Values shown of what an aggregate counted.
  package static let countedLimit = 20

  package init(_ engine: Engine) {
    self.engine = engine
    memory = ExplanationMemory()
    search = DerivationSearch(
      engine: engine, provers: Provers(engine.evaluation, isJudging: false), memory: memory)
    leaves = LeafSearch(engine, search)
  }

  /// The proof of one row.
  /// - Parameter row: a certain row's number, or `-1 - number` of an extra.
  package func node(of id: RelationID, row: Int) -> ProofNode {
    var budget = ProofBudget()
    return node(of: id, row: row, budget: &budget)
  }

  /// The proof that a clause of a policy is possible of a member: its own, with its keys bound before any atom.
  package func node(of id: RelationID, member: [UInt32]) -> ProofNode {
    let relation = engine.evaluated(id)
    let open = member + Array(repeating: ValueCode.any, count: relation.arity - member.count)
    guard let derivation = search.derivation(of: id, member: member) else {
      return Self.notShown(.init(relation: id, codes: open), Self.searchEnded, isCertain: false)
    }
    var budget = ProofBudget()
    budget.enter()
    let head = derivation.rule.headTerms.map { derivation.codes[$0] }
    return ProofNode(
      row: .init(relation: id, codes: zip(open, head).map { $0 == ValueCode.any ? $1 : $0 }), step: .rule(derivation),
      isCertain: false, premises: premises(of: derivation, budget: &budget))
  }

  /// What a certain row rests on, where that takes no proof: its derivation, and the leaves of its proof, each once.
  package func support(of id: RelationID, row: Int) -> ProofSupport? {
    leaves.leaves(of: id, row: row).map { ProofSupport(derivation: $0.derivation, leaves: $0.leaves) }
  }

  /// The proof of one row, in words.
  /// - Parameter row: a certain row's number, or `-1 - number` of an extra.
  package func proof(of id: RelationID, row: Int) -> Proof { proof(node(of: id, row: row)) }

  /// The proof that a clause of a policy is possible of a member, in words.
  package func proof(of id: RelationID, member: [UInt32]) -> Proof { proof(node(of: id, member: member)) }

  /// One proof for each atom of a question, for a row of its answer: one derivation, where there are several.
  package func proofs(of row: QueryAnswer.Row, in policy: PolicyDeclaration) -> [Proof] {
    proof(of: engine.evaluated(engine.compile(policy).population).id, row: row.place).premises
  }

  /// How dear the doubt is that makes a clause possible of a member; `nil` when it is not possible.
  package func cost(of id: RelationID, member: [UInt32]) -> DoubtCost? {
    let relation = engine.evaluated(id)
    // The clause was evaluated over all members: one that none of its rows speaks of needs no search of its own.
    let rows = member + Array(repeating: ValueCode.any, count: relation.arity - member.count)
    guard relation.extras.hasMatch(rows) || relation.hasCertain(rows) else { return nil }
    return search.derivation(of: id, member: member).map { search.costs.cost(of: $0) }
  }

  // MARK: Building

  func node(of id: RelationID, row: Int, budget: inout ProofBudget) -> ProofNode {
    // One row that rules derive is a premise of many findings; of findings themselves each is asked for once.
    let isShared = engine.relations[id.raw].source == nil && (row < 0 || budget.isInside)
    guard isShared else { return build(id, row, &budget) }
    if let known = memory.node(of: id, row: row), budget.take(known.extent) { return known.node }
    let (node, extent) = budget.measure { build(id, row, &$0) }
    if let extent { memory.remember(node, extent, of: id, row: row) }
    return node
  }

  private func build(_ id: RelationID, _ number: Int, _ budget: inout ProofBudget) -> ProofNode {
    budget.enter()
    defer { budget.leave() }
    let relation = engine.relations[id.raw]
    let isCertain = number >= 0
    let codes = isCertain ? relation.certain.row(number) : relation.extras.table.row(-1 - number)
    let row = ProofNode.Row(relation: id, number: number, codes: codes)
    if let source = relation.source {
      let isFact = isCertain && source.hasOrigin(row: number)
      return ProofNode(row: row, step: isFact ? .fact : isCertain ? .given : .hole, isCertain: isCertain)
    }
    guard engine.program.rules[id]?.isEmpty == false else {
      return ProofNode(row: row, step: .given, isCertain: isCertain)
    }
    if let why = budget.exhaustion { return Self.notShown(row, why, isCertain: isCertain) }
    guard let derivation = search.derivation(of: id, row: number) else {
      return Self.notShown(row, Self.searchEnded, isCertain: isCertain)
    }
    return ProofNode(
      row: row, step: .rule(derivation), isCertain: isCertain, premises: premises(of: derivation, budget: &budget))
  }

  private static let searchEnded = Phrase("the search for a derivation ran into a limit")

  /// A leaf in the place of what would make a proof too long to read.
  private static func notShown(_ row: ProofNode.Row?, _ why: Phrase, isCertain: Bool) -> ProofNode {
    ProofNode(row: row, step: .cut(why), isCertain: isCertain)
  }

  /// What each literal of a derivation's body rests on, in written order.
  func premises(of derivation: Derivation, budget: inout ProofBudget) -> [ProofNode] {
    var nodes: [ProofNode] = []
    var ordinal = 0
    var shown: Set<Int> = []
    for literal in derivation.rule.body {
      if let why = budget.exhaustion {
        nodes.append(Self.notShown(nil, why, isCertain: derivation.isCertain))
        break
      }
      switch literal.step {
      case .match(let atom):
        let row = derivation.matched[ordinal]
        ordinal += 1
        nodes.append(node(of: atom.relation, row: row, budget: &budget))
      case .absent(let atom): nodes.append(absence(atom, derivation, budget: &budget))
      case .notExists(let subquery):
        nodes.append(absence(subquery, literal.written, derivation, budget: &budget))
      case .aggregate(let aggregate):
        nodes.append(counted(aggregate, derivation, budget: &budget))
      case .bind, .compare, .member, .generate:
        // A helper of an atom's arguments is part of that atom; a written condition is shown once.
        let written = literal.written
        guard written < derivation.rule.literals.count, derivation.rule.literals[written].isCondition,
          shown.insert(written).inserted
        else { continue }
        nodes.append(
          ProofNode(
            row: nil, step: .condition(written, derivation),
            isCertain: derivation.isCertain || holds(written, derivation)))
      case .bindInterval, .settle: continue
      }
    }
    return nodes
  }

  /// Whether a comparison or membership is true for certain under a derivation that is only possible.
  private func holds(_ written: Int, _ derivation: Derivation) -> Bool {
    let frame = RuleFrame(derivation.rule, engine.evaluation, budget: WorkBudget(engine.limits))
    frame.load(derivation.codes, derivation.intervals)
    let values = frame.values
    defer { withExtendedLifetime(frame) {} }
    return derivation.rule.body.allSatisfy { literal in
      guard literal.written == written else { return true }
      switch literal.step {
      case .compare(let left, let comparison, let right): return values.holds(left, comparison, right) == .certain
      case .bind(let target, let expression):
        let code = values.code(expression)
        return code != ValueCode.any && code == derivation.codes[target.register]
      case .member(let expression, let codes): return codes.contains(values.code(expression))
      case .generate, .settle: return literal.step.sets.map { derivation.codes[$0] != ValueCode.any } ?? true
      case .match, .absent, .notExists, .aggregate, .bindInterval: return true
      }
    }
  }

  /// `not r(…)`: how many rows were searched, and what closes the relation, or what keeps it open.
  private func absence(_ atom: LoweredAtom, _ derivation: Derivation, budget: inout ProofBudget) -> ProofNode {
    let pattern = atom.terms.map { $0.map { derivation.codes[$0] } ?? ValueCode.any }
    let smallest = search.costs.smallestExtra(of: atom.relation, pattern)
    // Of a value that is not known, nothing is certainly absent (language.md, statement 7).
    let isKnown = atom.terms.allSatisfy { $0.map { derivation.codes[$0] != ValueCode.any } ?? true }
    let premises = smallest.map { [node(of: atom.relation, row: -1 - $0, budget: &budget)] } ?? []
    return ProofNode(
      row: .init(relation: atom.relation, codes: pattern), step: .noRow, isCertain: smallest == nil && isKnown,
      premises: premises)
  }

  private func absence(
    _ subquery: Subquery, _ written: Int, _ derivation: Derivation, budget: inout ProofBudget
  ) -> ProofNode {
    var witness: [ProofNode] = []
    let isKnown = subquery.outer.allSatisfy { derivation.codes[$0] != ValueCode.any }
    var isOpen = false
    for body in subquery.bodies where !isOpen {
      let rule = self.rule(body, like: derivation.rule)
      let bound = Dictionary(uniqueKeysWithValues: subquery.outer.map { ($0, derivation.codes[$0]) })
      var open: Derivation?
      engine.solve(
        rule, bound: bound, certainly: false, limit: 1, takesCertain: !isKnown
      ) { open = $0 }
      if let open {
        isOpen = true
        witness = premises(of: open, budget: &budget).filter { !$0.isCertain }
      }
    }
    return ProofNode(
      row: nil, step: .noBody(derivation.rule.literals[written], subquery.relations.sorted()), isCertain: !isOpen,
      premises: witness)
  }

  /// A nested body as a rule of its own.
  /// - Parameter heads: registers whose values matter, so that rows that differ in them are told apart.
  func rule(_ body: [LoweredLiteral], like other: LoweredRule, heads: [Int] = []) -> LoweredRule {
    LoweredRule(
      head: other.head, headTerms: heads, body: body, registers: other.registers, text: other.text, span: other.span,
      literals: other.literals)
  }
}

extension Literal {
  /// A comparison, or a test of membership: what is neither an atom nor its absence.
  var isCondition: Bool {
    switch self {
    case .comparison, .inSet, .inName: true
    case .atom, .notAtom, .notBody, .or: false
    }
  }
}
