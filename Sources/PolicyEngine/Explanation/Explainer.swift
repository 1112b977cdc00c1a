import FactStore
import Localization

/// Builds proofs from derivations, down to facts and holes of the exports. What one proof worked out serves the next, so
/// whoever explains more than once keeps one explainer. Not thread-safe, as the engine is not.
package struct Explainer {
  package let engine: Engine
  private let memory = ExplanationMemory()
  /// Values shown of what an aggregate counted.
  package static let countedLimit = 20

  package init(_ engine: Engine) { self.engine = engine }

  var search: DerivationSearch { DerivationSearch(engine: engine, memory: memory) }

  /// The proof of one row.
  /// - Parameter row: a certain row's number, or `-1 - number` of an extra.
  package func proof(of id: RelationID, row: Int) -> Proof {
    var budget = ProofBudget()
    return proof(of: id, row: row, budget: &budget)
  }

  /// One proof for each atom of a question, for a row of its answer: one derivation, where there are several.
  package func proofs(of row: QueryAnswer.Row, in policy: PolicyDeclaration) -> [Proof] {
    proof(of: engine.evaluated(engine.compile(policy).population).id, row: row.place).premises
  }

  /// The proof that a clause of a policy is possible of a member: its own, with its keys bound before any atom.
  package func proof(of id: RelationID, member: [UInt32]) -> Proof {
    let relation = engine.evaluated(id)
    let open = member + Array(repeating: ValueCode.any, count: relation.arity - member.count)
    guard let derivation = search.derivation(of: id, member: member) else {
      return Self.notShown(
        engine.describe(relation, open), Self.searchEnded, isCertain: false)
    }
    var budget = ProofBudget()
    budget.enter()
    let row = derivation.rule.headTerms.map { derivation.codes[$0] }
    return Proof(
      statement: engine.describe(relation, zip(open, row).map { $0 == ValueCode.any ? $1 : $0 }),
      step: .rule(text: derivation.rule.text, place: engine.place(of: derivation.rule.span)), isCertain: false,
      premises: premises(of: derivation, budget: &budget))
  }

  /// How dear the doubt is that makes a clause possible of a member; `nil` when it is not possible.
  package func cost(of id: RelationID, member: [UInt32]) -> DoubtCost? {
    let relation = engine.evaluated(id)
    // The clause was evaluated over all members: one that none of its rows speaks of needs no search of its own.
    let rows = member + Array(repeating: ValueCode.any, count: relation.arity - member.count)
    guard relation.extras.hasMatch(rows) || relation.hasCertain(rows) else { return nil }
    return search.derivation(of: id, member: member).map { search.costs.cost(of: $0) }
  }

  func proof(of id: RelationID, row: Int, budget: inout ProofBudget) -> Proof {
    guard row < 0 else { return build(id, row, &budget) }
    // One possible row is a premise of many findings.
    if let known = memory.proof(of: id, row: row), budget.take(known.extent) { return known.proof }
    let (proof, extent) = budget.measure { build(id, row, &$0) }
    if let extent { memory.remember(proof, extent, of: id, row: row) }
    return proof
  }

  private func build(_ id: RelationID, _ row: Int, _ budget: inout ProofBudget) -> Proof {
    budget.enter()
    defer { budget.leave() }
    let relation = engine.relations[id.raw]
    let isCertain = row >= 0
    let codes = isCertain ? relation.certain.row(row) : relation.extras.table.row(-1 - row)
    let statement = engine.describe(relation, codes)
    if !isCertain, case .hole(let hole, let source) = relation.notKnown(-1 - row) {
      return Proof(
        statement: statement, step: .hole(relation: source.baseName, text: hole.text, origin: place(hole.origin)),
        isCertain: false)
    }
    if let source = relation.source {
      guard let origin = place(source.origin(ofRow: row, symbols: engine.symbols)) else {
        return Proof(statement: statement, step: .given, isCertain: true)
      }
      let values = zip(relation.columns, codes).map { ($0.name, engine.bareText($1, $0.type)) }
      return Proof(
        statement: statement,
        step: .fact(relation: source.baseName, values: values.map { (column: $0.0, value: $0.1) }, origin: origin),
        isCertain: true)
    }
    guard engine.program.rules[id]?.isEmpty == false else {
      return Proof(statement: statement, step: .given, isCertain: isCertain)
    }
    if let why = budget.exhaustion { return Self.notShown(statement, why, isCertain: isCertain) }
    guard let derivation = search.derivation(of: id, row: row) else {
      return Self.notShown(statement, Self.searchEnded, isCertain: isCertain)
    }
    return Proof(
      statement: statement,
      step: .rule(text: derivation.rule.text, place: engine.place(of: derivation.rule.span)), isCertain: isCertain,
      premises: premises(of: derivation, budget: &budget))
  }

  private static let searchEnded = Phrase("the search for a derivation ran into a limit")

  /// A leaf in the place of what would make a proof too long to read.
  private static func notShown(_ statement: String, _ why: Phrase, isCertain: Bool) -> Proof {
    Proof(statement: statement, step: .cut(why), isCertain: isCertain)
  }

  /// What each literal of a derivation's body rests on, in written order.
  func premises(of derivation: Derivation, budget: inout ProofBudget) -> [Proof] {
    var proofs: [Proof] = []
    var ordinal = 0
    var shown: Set<Int> = []
    for literal in derivation.rule.body {
      if let why = budget.exhaustion {
        proofs.append(Self.notShown("…", why, isCertain: derivation.isCertain))
        break
      }
      switch literal.step {
      case .match(let atom):
        let row = derivation.matched[ordinal]
        ordinal += 1
        proofs.append(proof(of: atom.relation, row: row, budget: &budget))
      case .absent(let atom): proofs.append(absence(atom, derivation, budget: &budget))
      case .notExists(let subquery):
        proofs.append(absence(subquery, literal.written, derivation, budget: &budget))
      case .aggregate(let aggregate):
        proofs.append(counted(aggregate, derivation, budget: &budget))
      case .bind, .compare, .member, .generate:
        // A helper of an atom's arguments is part of that atom; a written condition is shown once.
        let written = literal.written
        guard written < derivation.rule.literals.count, derivation.rule.literals[written].isCondition,
          shown.insert(written).inserted
        else { continue }
        proofs.append(condition(written, derivation))
      case .bindInterval, .settle: continue
      }
    }
    return proofs
  }

  private func condition(_ written: Int, _ derivation: Derivation) -> Proof {
    let literal = derivation.rule.literals[written]
    let values = Set([literal].variables(deep: false).map(\.text)).sorted().compactMap { name -> String? in
      engine.text(ofVariable: name, in: derivation).map { "\(name) = \($0)" }
    }
    let suffix = values.isEmpty ? "" : "  [\(values.joined(separator: ", "))]"
    return Proof(
      statement: Printer.text(of: literal) + suffix, step: .condition,
      isCertain: derivation.isCertain || holds(written, derivation))
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
  private func absence(_ atom: LoweredAtom, _ derivation: Derivation, budget: inout ProofBudget) -> Proof {
    let relation = engine.evaluated(atom.relation)
    let pattern = atom.terms.map { $0.map { derivation.codes[$0] } ?? ValueCode.any }
    let smallest = search.costs.smallestExtra(of: atom.relation, pattern)
    // Of a value that is not known, nothing is certainly absent (language.md, statement 7).
    let isKnown = atom.terms.allSatisfy { $0.map { derivation.codes[$0] != ValueCode.any } ?? true }
    let premises = smallest.map { [proof(of: atom.relation, row: -1 - $0, budget: &budget)] } ?? []
    let closing = engine.closing(atom.relation)
    return Proof(
      statement: "no " + engine.describe(relation, pattern),
      step: .absent(
        relation: relation.baseName, searched: relation.certain.count, sources: closing.sources, grade: closing.grade),
      isCertain: smallest == nil && isKnown, premises: premises)
  }

  private func absence(
    _ subquery: Subquery, _ written: Int, _ derivation: Derivation, budget: inout ProofBudget
  ) -> Proof {
    let searched = subquery.relations.sorted()
    let relations = searched.map { engine.evaluated($0) }
    var witness: [Proof] = []
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
    let closing = searched.map { engine.closing($0) }
    return Proof(
      statement: Printer.text(of: derivation.rule.literals[written]),
      step: .absent(
        relation: relations.map(\.baseName).joined(separator: ", "),
        searched: relations.reduce(0) { $0 + $1.certain.count }, sources: closing.flatMap(\.sources),
        grade: closing.compactMap(\.grade).min()),
      isCertain: !isOpen, premises: witness)
  }

  /// A nested body as a rule of its own.
  /// - Parameter heads: registers whose values matter, so that rows that differ in them are told apart.
  func rule(_ body: [LoweredLiteral], like other: LoweredRule, heads: [Int] = []) -> LoweredRule {
    LoweredRule(
      head: other.head, headTerms: heads, body: body, registers: other.registers, text: other.text, span: other.span,
      literals: other.literals)
  }

  private func place(_ origin: Origin?) -> SourcePlace? {
    origin.map {
      SourcePlace(path: engine.store.files[$0.file.raw], line: $0.place.line, pointer: $0.place.pointer)
    }
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
