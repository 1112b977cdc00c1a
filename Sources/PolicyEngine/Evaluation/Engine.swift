import FactStore

/// Evaluates a checked program over facts and holes, and keeps what it derived for verdicts and explanations.
///
/// Relations are evaluated on demand, each component once: certain rows to their fixpoint, then the extras. Not
/// thread-safe; ``prepare(_:threads:finished:)`` uses several threads of its own.
public final class Engine {
  public let checked: CheckedProgram
  public let today: CalendarDate
  public let limits: EvaluationLimits
  package let symbols: SymbolTable
  package let store: FactStore
  package private(set) var compiled: [String: CompiledPolicy] = [:]
  package internal(set) var relations: [EvaluatedRelation] = []
  let functions: TextFunctions
  var catalog = RelationCatalog()
  var rules: [RelationID: [LoweredRule]] = [:]
  private var components: [RelationID: [RelationID]] = [:]
  private var recursive: Set<RelationID> = []
  private var provers: [ProverKey: RuleProver] = [:]
  /// By relation: the sources that it rests on, and their weakest grade.
  var closings: [RelationID: (sources: [String], grade: CompletenessGrade?)] = [:]
  /// What deriving, and asking about members, has spent.
  let ledger: WorkLedger
  /// Absent relations, declared to be so, and what `optional` reads in their place.
  private var emptied: [RelationID: RelationID] = [:]

  /// - Parameters:
  ///   - limits: those for a run over so many facts when absent.
  ///   - given: the facts of an example, in place of all that the store holds.
  public init(
    _ checked: CheckedProgram, store: FactStore, today: CalendarDate, limits: EvaluationLimits? = nil,
    given: GivenFacts? = nil
  ) {
    self.checked = checked
    self.store = store
    self.today = today
    self.limits = limits ?? .standard(facts: store.factCount)
    ledger = WorkLedger(self.limits)
    symbols = store.symbols
    functions = TextFunctions(symbols: store.symbols)
    for name in checked.relations.keys.sorted() {
      let info = checked.relations[name]!
      catalog.add(info.schema, isSource: info.kind == .source)
    }
    let givenNames = Set((given?.relations ?? []).map(\.relation))
    for id in catalog.ids {
      let entry = catalog[id]
      if given != nil || store[entry.name] == nil {
        relations.append(EvaluatedRelation(id: id, name: entry.name, columns: entry.columns))
        if entry.isSource { relations[id.raw].finish() }
      } else {
        relations.append(EvaluatedRelation(id: id, source: store[entry.name]!))
      }
    }
    for entry in given?.relations ?? [] { install(entry) }
    addEmptied(given)
    for stratum in checked.strata {
      let ids = stratum.relations.filter { !givenNames.contains($0) }.compactMap { catalog.id($0) }
      for id in ids {
        components[id] = ids
        if stratum.isRecursive { recursive.insert(id) }
      }
    }
    for (name, list) in checked.rules.sorted(by: { $0.key < $1.key }) where !givenNames.contains(name) {
      let id = catalog.id(name)!
      rules[id] = list.flatMap { lower($0, head: id) }
    }
  }

  private func install(_ given: GivenRelation) {
    guard let id = catalog.id(given.relation) else { return }
    fill(relations[id.raw], with: given, keepsAbsence: true)
  }

  private func fill(_ relation: EvaluatedRelation, with given: GivenRelation, keepsAbsence: Bool) {
    for row in given.rows { _ = row.withUnsafeBufferPointer { relation.insertCertain($0.baseAddress ?? Self.noCodes) } }
    for row in given.extras + (keepsAbsence ? given.absence : []) { _ = relation.insertExtra(row) }
    relation.finish()
  }

  // Safe: handed over for rows without columns, which nobody reads.
  nonisolated(unsafe) private static let noCodes = UnsafePointer(UnsafeMutablePointer<UInt32>.allocate(capacity: 1))

  /// A twin for every relation of which there is no export, as somebody declared: what `optional` reads in its place,
  /// with the rows that other exports brought along and without the hole of what is missing (language.md, statement 9).
  private func addEmptied(_ given: GivenFacts?) {
    for id in catalog.ids where catalog[id].isSource {
      let name = catalog[id].name
      let base = String(name.prefix { $0 != "?" })
      let twin: EvaluatedRelation
      let next = RelationID(raw: relations.count)
      if let given {
        guard given.declared.contains(base) else { continue }
        twin = EvaluatedRelation(id: next, name: name, columns: catalog[id].columns)
        for entry in given.relations where entry.relation == name { fill(twin, with: entry, keepsAbsence: false) }
      } else {
        guard let source = store[name], source.declaration != nil else { continue }
        twin = EvaluatedRelation(id: next, source: source.withoutAbsence(keepsHoles: true))
      }
      emptied[id] = catalog.add("\(name)!", columns: catalog[id].columns, isSource: true)
      relations.append(twin)
    }
  }

  private func lower(_ rule: Rule, head: RelationID) -> [LoweredRule] {
    let arguments = catalog[head].columns.map { column -> RuleLowering.HeadArgument in
      let argument = rule.head.arguments.first { $0.column.text == column.name }!
      switch argument.value {
      case .expression(let expression): return .expression(expression)
      case .punned, .wildcard, .none: return .expression(.variable(argument.column))
      }
    }
    return lowering(rule.span).lower(
      head: head, arguments: arguments, body: rule.body, text: Printer.line(of: rule), span: rule.span)
  }

  /// - Parameter span: the place of the rule, population or finding.
  func lowering(_ span: Span) -> RuleLowering {
    RuleLowering(catalog: catalog, checked: checked, span: span, symbols: symbols, today: today, emptied: emptied)
  }

  /// Adds a hidden relation with its rules; it is evaluated when asked for.
  /// - Parameters:
  ///   - keys: of a clause: how many of the first columns are keys.
  ///   - population: of a clause: the members that it is asked about.
  func addRelation(
    _ name: String, columns: [ColumnSchema], keys: Int? = nil, population: RelationID? = nil
  ) -> RelationID {
    let id = catalog.add(name, columns: columns, isSource: false)
    relations.append(EvaluatedRelation(id: id, name: name, columns: columns))
    relations[id.raw].keyCount = keys
    relations[id.raw].population = population
    components[id] = [id]
    return id
  }

  /// A policy's population and verdicts as relations, compiled on first use.
  package func compile(_ policy: PolicyDeclaration) -> CompiledPolicy {
    if let known = compiled[policy.id.text] { return known }
    let result = PolicyLowering(engine: self).lower(policy)
    compiled[policy.id.text] = result
    return result
  }

  /// A relation, evaluated with everything it rests on.
  package func evaluated(_ id: RelationID) -> EvaluatedRelation {
    evaluate(id)
    return relations[id.raw]
  }

  private func evaluate(_ id: RelationID) {
    for component in openComponents([id]) { evaluate(component: component) }
  }

  /// Evaluates relations with everything they rest on, on a few threads.
  /// - Parameter finished: told how many components are done, and of how many; by one thread at a time.
  package func prepare(_ ids: [RelationID], threads: Int, finished: @escaping (Int, Int) -> Void = { _, _ in }) {
    Scheduler(self, openComponents(ids), finished: finished).run(threads: max(1, threads))
  }

  /// Components that these relations rest on and that are not final, each after those that it reads.
  func openComponents(_ ids: [RelationID]) -> [[RelationID]] {
    var seen: Set<RelationID> = []
    var order: [[RelationID]] = []
    func visit(_ id: RelationID) {
      guard !relations[id.raw].isFinal, !seen.contains(id) else { return }
      let component = self.component(of: id)
      seen.formUnion(component)
      for read in reads(of: component) { visit(read) }
      order.append(component)
    }
    for id in ids { visit(id) }
    return order
  }

  /// Relations that the rules of a component read, its own aside, in the order in which they are written.
  func reads(of component: [RelationID]) -> [RelationID] {
    var reads: [RelationID] = []
    for member in component {
      for rule in rules[member] ?? [] {
        for literal in rule.body { reads += literal.relations.filter { !component.contains($0) } }
      }
    }
    return reads
  }

  /// Evaluates one component; what it reads is final. Past a limit it is empty, and says so.
  func evaluate(component: [RelationID]) {
    let outcome = derive(component)
    // All that was evaluated before counts, so whether this one is within does not hang on threads.
    if let limit = outcome.limit ?? (outcome.isOverdrawn ? ledger.limit : nil) {
      refuse(component, limit, outcome.spent)
    }
  }

  /// Derives the rows of one component; what it reads is final. It is final then, unless the whole run passed a limit.
  func derive(_ component: [RelationID]) -> StratumEvaluator.Outcome {
    let outcome = StratumEvaluator(
      engine: self, component: component, isRecursive: component.contains { recursive.contains($0) }, ledger: ledger
    ).run()
    for member in component {
      relations[member.raw].limit = outcome.limit
      if !outcome.isOverdrawn { relations[member.raw].finish() }
    }
    return outcome
  }

  /// Leaves a component empty and limited. One thread only: others may hold the relations.
  func refuse(_ component: [RelationID], _ limit: EvaluationLimit, _ spent: WorkLedger.Spent) {
    ledger.release(values: spent.values)
    for member in component {
      relations[member.raw] = relations[member.raw].unevaluated()
      relations[member.raw].limit = limit
      relations[member.raw].finish()
    }
    relations[component[0].raw].work = spent.probes
  }

  /// Leaves a component as it was before it was evaluated. One thread only.
  func forget(_ component: [RelationID]) {
    for member in component { relations[member.raw] = relations[member.raw].unevaluated() }
  }

  /// A rule of a relation, planned for explaining its rows.
  /// - Parameter open: registers of the head that are to stay without a value.
  func prover(of id: RelationID, rule: Int, certainly: Bool, open: Set<Int>) -> RuleProver {
    let key = ProverKey(relation: id, rule: rule, certainly: certainly, open: open)
    if let known = provers[key] { return known }
    let rule = rules[id]![rule]
    let bound = Set(rule.headTerms).subtracting(rule.registers.constants).subtracting(open)
    let prover = RuleProver(rule, bound: bound, open: open, certainly: certainly, engine: self)
    provers[key] = prover
    return prover
  }

  /// A rule of a policy's clause, planned for members whose keys are known: the first columns of its relation.
  func prover(of id: RelationID, rule: Int, keys: Int) -> RuleProver {
    let key = ProverKey(relation: id, rule: rule, certainly: false, open: [], keys: keys)
    if let known = provers[key] { return known }
    let rule = rules[id]![rule]
    let bound = Set(rule.headTerms[..<keys]).subtracting(rule.registers.constants)
    let prover = RuleProver(rule, bound: bound, certainly: false, engine: self, ledger: ledger)
    provers[key] = prover
    return prover
  }

  /// A clause of a policy, to be asked about its members.
  package func boundClause(_ id: RelationID, keys: Int) -> BoundClause { BoundClause(id, keys: keys, engine: self) }

  /// Rows looked at so far, to derive and to ask about members: what a run costs, the same on every machine.
  package var work: Int { relations.reduce(0) { $0 + $1.work } + provers.values.reduce(0) { $0 + $1.work } }

  func component(of id: RelationID) -> [RelationID] { components[id] ?? [id] }
  func isRecursive(_ id: RelationID) -> Bool { recursive.contains(id) }

  func relation(named name: String) -> EvaluatedRelation? {
    catalog.id(name).map { evaluated($0) }
  }
}

private struct ProverKey: Hashable {
  var relation: RelationID
  var rule: Int
  var certainly: Bool
  var open: Set<Int>
  /// For a clause of members: how many columns are their keys.
  var keys: Int?
}

extension Engine: RelationStatistics {
  func fanOut(of relation: RelationID, boundColumns: [Int]) -> Double { relations[relation.raw].fanOut(boundColumns) }
  func extrasFanOut(of relation: RelationID, stars: UInt32?, boundColumns: [Int]) -> Double {
    relations[relation.raw].extras.fanOut(stars: stars, boundColumns)
  }
}

/// The facts of an example. Relations that it does not mention are complete and empty.
public struct GivenFacts: Sendable {
  /// By stored relation. A derived relation given here is not derived.
  public var relations: [GivenRelation]
  /// Relations that are absent, as the example declares: `optional` reads them as empty.
  public var declared: Set<String>
  public init(relations: [GivenRelation], declared: Set<String>) {
    self.relations = relations
    self.declared = declared
  }
}

/// Facts that an example gives for one stored relation.
public struct GivenRelation: Sendable {
  public var relation: String
  public var rows: [[UInt32]]
  /// Rows that may exist; `*` allowed.
  public var extras: [[UInt32]]
  /// The hole of an export that was not loaded.
  public var absence: [[UInt32]]
  public init(relation: String, rows: [[UInt32]], extras: [[UInt32]], absence: [[UInt32]] = []) {
    self.relation = relation
    self.rows = rows
    self.extras = extras
    self.absence = absence
  }
}
