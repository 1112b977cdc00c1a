import FactStore
import PolicyEngine
import TestSupport

/// Everything that must be true of a proof, checked against the reference and the inputs and not against the engine.
final class ProofCheck {
  let trial: Trial
  let rounds: NaiveRounds
  private let reference: NaiveResult
  /// Statements of certain rows and of loaded holes, and possible rows by their columns.
  private var certain: Set<String> = []
  private var holes: Set<String> = []
  private var possible: [String: [(columns: [String], rows: Set<NaiveRow>)]] = [:]
  private var certainRows: [String: [(columns: [String], rows: Set<NaiveRow>)]] = [:]
  private var roundOf: [String: Int] = [:]
  private var rules: [Int: RuleInstance] = [:]
  private(set) var faults: [String] = []
  /// Rows of which it was said what they rest on without their proofs.
  private(set) var supported = 0

  init(_ trial: Trial) {
    self.trial = trial
    let database = trial.database
    reference = trial.reference()
    rounds = NaiveRounds(trial.program.tree, database, today: trial.program.today)
    for relation in trial.store.relations {
      let columns = relation.columns.map(\.name)
      add(relation.name, columns)
      for row in database.holes[relation.name]! { holes.insert(Trial.statement(relation.name, columns, row)) }
    }
    for case .relation(let relation) in trial.program.items {
      let columns = relation.columns.map(\.name.text)
      add(relation.name.text, columns)
      for (row, round) in rounds.rounds[relation.name.text] ?? [:] {
        roundOf[Trial.statement(relation.name.text, columns, row)] = round
      }
    }
    let schemas = trial.store.schemas
    let today = trial.program.today
    func instance(_ head: Atom, _ body: [Literal]) -> RuleInstance {
      RuleInstance(
        head: head, body: body, today: today,
        isFacet: { relation, column in
          schemas[relation]?.columns.contains { $0.name == column && $0.isOptional } ?? false
        },
        isRelation: { name in schemas[name] != nil || trial.derived.contains(name) })
    }
    var line = 1
    for item in trial.program.items {
      switch item {
      case .rule(let rule): rules[line] = instance(rule.head, rule.body)
      case .fact(let atom): rules[line] = instance(atom, [])
      default: break
      }
      line += PolicyText.print(item).count { $0 == "\n" } + 2
    }
  }

  private func add(_ relation: String, _ columns: [String]) {
    let base = String(relation.prefix { $0 != "?" })
    let sure = reference.certain[relation] ?? []
    for row in sure { certain.insert(Trial.statement(relation, columns, row)) }
    certainRows[base, default: []].append((columns, sure))
    possible[base, default: []].append((columns, reference.possible[relation] ?? []))
  }

  private func fault(_ text: String, _ proof: Proof) { faults.append("\(text): \(proof.statement)") }

  var report: String { "\(faults.prefix(6).joined(separator: "\n"))\n\n\(trial.program.report)" }

  /// Checks the proof of every derived row.
  func checkAll() {
    let explainer = Explainer(trial.engine)
    for name in trial.derived {
      let relation = trial.relation(name)
      for row in 0..<relation.certain.count {
        checkCertain(explainer.proof(of: relation.id, row: row))
        checkSupport(of: relation, row: row, by: explainer)
      }
      for row in 0..<relation.extras.count {
        let proof = explainer.proof(of: relation.id, row: -1 - row)
        if proof.isCertain { fault("a possible row is proved for certain", proof) }
        checkPossible(proof)
      }
    }
  }

  /// What is said of a row without its proof is what the proof says: the leaves in their order, and what stands for each
  /// variable.
  private func checkSupport(of relation: EvaluatedRelation, row: Int, by explainer: Explainer) {
    guard let support = explainer.support(of: relation.id, row: row) else { return }
    supported += 1
    let node = explainer.node(of: relation.id, row: row)
    let proved = ProofSupport([node])
    var seen: Set<ProofLeaf> = []
    let leaves = proved.leaves.filter { seen.insert($0).inserted }
    if support.leaves != leaves { fault("other leaves than those of the proof", explainer.proof(node)) }
    for name in "abcdefghijklmnopqrstuvwxyz".map(String.init)
    where "\(explainer.binding(of: name, in: support) as Any)" != "\(explainer.binding(of: name, in: proved) as Any)" {
      fault("`\(name)` stands for something else than in the proof", explainer.proof(node))
    }
  }

  // MARK: certain rows

  /// Checks the proof of a certain row; returns its height within its recursive component.
  @discardableResult
  func checkCertain(_ proof: Proof, below path: [String] = []) -> Int {
    if !proof.isCertain { fault("a doubtful step under a certain one", proof) }
    switch proof.step {
    case .fact(let relation, let values, let origin): checkFact(proof, relation, values, origin)
    case .given: fault("no derivation", proof)
    case .hole: fault("a hole in a certain proof", proof)
    case .condition, .cut: break
    case .absent: checkAbsence(proof)
    case .aggregate: for premise in proof.premises { checkCounted(premise) }
    case .rule(_, let place):
      if !certain.contains(proof.statement) { fault("not certain in the reference", proof) }
      if path.contains(proof.statement) {
        fault("proved by itself", proof)
        return 0
      }
      checkInstance(proof, place)
      let component = rounds.components[relation(of: proof.statement)] ?? []
      var height = 0
      for premise in proof.premises {
        let under = checkCertain(premise, below: path + [proof.statement])
        if case .rule = premise.step, component.contains(relation(of: premise.statement)) {
          height = max(height, under + 1)
        }
      }
      if roundOf[proof.statement] != height {
        fault("height \(height) in place of \(roundOf[proof.statement] ?? -1)", proof)
      }
      return height
    }
    return 0
  }

  private func relation(of statement: String) -> String { String(statement.prefix { $0 != "(" }) }

  private func checkFact(
    _ proof: Proof, _ relation: String, _ values: [(column: String, value: String)], _ origin: SourcePlace
  ) {
    if !proof.premises.isEmpty { fault("premises of a fact", proof) }
    if !certain.contains(proof.statement) { fault("no fact of the store", proof) }
    guard origin.path == "random", trial.program.inputs.indices.contains(origin.line - 1),
      case .record(let recorded, let cells) = trial.program.inputs[origin.line - 1], recorded == relation
    else { return fault("from line \(origin.line), where no such record is", proof) }
    for (column, value) in values {
      guard case .value(let cell)? = cells[column] else {
        fault("from line \(origin.line), which does not say `\(column)`", proof)
        continue
      }
      let text = if case .text(let text) = cell { text } else { Trial.text(.value(cell)) }
      if text != value { fault("from line \(origin.line), which says \(text)", proof) }
    }
  }

  private func checkInstance(_ proof: Proof, _ place: SourcePlace) {
    guard let rule = rules[place.line], let conclusion = Statement(proof.statement) else {
      return fault("by a rule on line \(place.line), where none is", proof)
    }
    let rows = proof.premises.filter {
      switch $0.step {
      case .fact, .rule, .hole, .given: true
      case .absent, .condition, .cut, .aggregate: false
      }
    }
    let premises = rows.compactMap { Statement($0.statement) }
    if premises.count != rows.count { fault("a premise that is no row", proof) }
    if let why = rule.fault(conclusion, from: premises) { fault("not an instance of its rule, \(why)", proof) }
  }

  /// `no r(…)` that is certain: no row of the possible set fits.
  private func checkAbsence(_ proof: Proof) {
    if !proof.premises.isEmpty { fault("premises of an absence that is certain", proof) }
    guard proof.statement.hasPrefix("no "), let pattern = Statement(proof.statement.dropFirst(3)) else { return }
    if matches(pattern, possible) { fault("said to be absent", proof) }
  }

  private func matches(
    _ pattern: Statement, _ sets: [String: [(columns: [String], rows: Set<NaiveRow>)]]
  ) -> Bool {
    for (columns, rows) in sets[pattern.relation] ?? [] where Set(columns) == Set(pattern.values.keys) {
      for row in rows {
        let fits = zip(columns, row).allSatisfy { column, value in
          pattern.values[column] == "*" || value == .any || Trial.text(value) == pattern.values[column]
        }
        if fits { return true }
      }
    }
    return false
  }

  /// What an aggregate counted: rows that are certain, and rows that are not where its interval is open.
  private func checkCounted(_ proof: Proof) { checkPossible(proof) }

  // MARK: possible rows

  /// Checks the proof of a row that is possible and not certain.
  func checkPossible(_ proof: Proof, below path: [String] = []) {
    if proof.isCertain {
      checkCertain(proof)
      return
    }
    switch proof.step {
    case .fact: fault("a doubtful fact", proof)
    case .given: fault("no derivation", proof)
    case .condition, .cut: break
    case .hole: if !holes.contains(proof.statement) { fault("no hole of the store", proof) }
    case .absent:
      for premise in proof.premises { checkPossible(premise) }
      guard proof.statement.hasPrefix("no "), let pattern = Statement(proof.statement.dropFirst(3)) else { return }
      if !pattern.values.values.contains("*"), matches(pattern, certainRows) { fault("is certain", proof) }
    case .aggregate: for premise in proof.premises { checkCounted(premise) }
    case .rule(_, let place):
      if path.contains(proof.statement) { return fault("proved by itself", proof) }
      guard let row = Statement(proof.statement), matches(row, possible) else { return fault("not possible", proof) }
      checkInstance(proof, place)
      if !proof.premises.contains(where: { Self.isDoubtful($0) }) { fault("doubtful without a doubt", proof) }
      for premise in proof.premises { checkPossible(premise, below: path + [proof.statement]) }
    }
  }

  /// A hole, a condition that may not hold, or a row that rests on one.
  private static func isDoubtful(_ proof: Proof) -> Bool {
    if case .rule = proof.step { return !proof.isCertain && proof.premises.contains { isDoubtful($0) } }
    return !proof.isCertain
  }
}
