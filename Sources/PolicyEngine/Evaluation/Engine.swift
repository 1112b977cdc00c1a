import FactStore
import Localization
import Synchronization

// Safe: only what compiles or evaluates changes it, apart from `closings`, which has a lock.

/// Evaluates a checked program over facts and holes, and keeps what it derived for verdicts and explanations.
///
/// Relations are evaluated on demand, each component once: certain rows to their fixpoint, then the extras. Not
/// thread-safe; ``prepare(_:threads:finished:)`` uses several threads of its own. What is final may be read, and explained
/// by an ``Explainer`` of its own, by many.
public final class Engine: @unchecked Sendable {
  package let checked: CheckedProgram
  package let today: CalendarDate
  package let limits: EvaluationLimits
  package let symbols: SymbolTable
  package let store: FactStore
  package private(set) var compiled: [String: CompiledPolicy] = [:]
  let evaluation: Evaluation
  let provers: Provers
  /// By relation: the sources that it rests on, and their weakest grade.
  let closings = Mutex<[RelationID: Closing]>([:])

  struct Closing: Sendable {
    var sources: [Phrase]
    var grade: CompletenessGrade?
  }

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
    symbols = store.symbols
    let program = LoweredProgram(
      checked, today: today, symbols: symbols, given: Set(given?.relations.map(\.relation) ?? [])
    ) { name in
      given.map { $0.declared.contains(String(name.prefix { $0 != "?" })) } ?? (store[name]?.declaration != nil)
    }
    evaluation = Evaluation(program, store: store, given: given, limits: self.limits)
    provers = Provers(evaluation, isJudging: true)
  }

  var program: LoweredProgram { evaluation.program }
  package var relations: [EvaluatedRelation] { evaluation.relations }

  /// A policy's population and verdicts as relations, compiled on first use.
  package func compile(_ policy: PolicyDeclaration) -> CompiledPolicy {
    if let known = compiled[policy.id.text] { return known }
    let lowered = PolicyLowering.lower(policy, in: program)
    evaluation.add(lowered.relations)
    compiled[policy.id.text] = lowered.policy
    return lowered.policy
  }

  /// A relation, evaluated with everything it rests on.
  package func evaluated(_ id: RelationID) -> EvaluatedRelation { evaluation.evaluated(id) }

  /// The same by its name; `nil` where no rule and no export has it.
  package func relation(named name: String) -> EvaluatedRelation? { program.catalog.id(name).map { evaluated($0) } }

  /// The number of a relation; `nil` where no rule and no export has it.
  package func id(ofRelation name: String) -> RelationID? { program.catalog.id(name) }

  /// Evaluates relations with everything they rest on, on a few threads.
  /// - Parameter finished: told how many components are done, and of how many; by one thread at a time.
  package func prepare(_ ids: [RelationID], threads: Int, finished: @escaping (Int, Int) -> Void = { _, _ in }) {
    Scheduler(evaluation, evaluation.openComponents(ids), finished: finished).run(threads: max(1, threads))
  }

  /// A clause of a policy, to be asked about its members.
  package func boundClause(_ id: RelationID, keys: Int) -> BoundClause { BoundClause(id, keys: keys, provers) }

  /// Rows looked at so far, to derive and to ask about members: what a run costs, the same on every machine.
  package var work: Int { relations.reduce(0) { $0 + $1.work } + provers.work }
}
