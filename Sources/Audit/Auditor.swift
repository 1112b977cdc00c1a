import Budget
import FactStore
import Localization
import PolicyEngine

/// What an audit is asked to do, beside the facts and the policies.
package struct AuditOptions: Sendable {
  package var toolVersion: String
  /// Language of messages, titles and fixes: `en`, `da` or `nb`.
  package var language: String
  /// Whether every fail rule's join funnel is worked out; without it, only of rules that found nothing.
  package var showsFunnels: Bool
  /// Whether the register of privileged rights is worked out: its rules are derived, and each right has a proof.
  package var listsRights: Bool
  /// Whether all rights are derived, the privileged and the others, for whoever holds two audits side by side.
  package var comparesRights = false
  /// Systems of which something was loaded (`kitos`), and those that `expect` names.
  package var systemsInScope: Set<String>
  package var sources: [SourceSummary]
  /// Why the input is not whole; empty when it is.
  package var incompleteReasons: [String]
  /// What the organisation declares not to have.
  package var declarations: [AuditResult.Declaration]
  /// What else the result rests on.
  package var basis: AuditBasis
  /// The kinds of documents that fill each source relation, as `expect` and `without` write them.
  package var kinds: [String: [String]]
  /// How many threads derive.
  package var threads: Int
  /// The relation that has the addresses of functions, where whom the result names is to be known.
  package var functionalAddresses: String?
  /// Makes fingerprints those of who has the key.
  package var fingerprintKey: (@Sendable (String) -> String)?

  package init(
    toolVersion: String, language: String = "en", showsFunnels: Bool = false, listsRights: Bool = false,
    systemsInScope: Set<String>, sources: [SourceSummary] = [], incompleteReasons: [String] = [],
    declarations: [AuditResult.Declaration] = [],
    basis: AuditBasis = .init(), kinds: [String: [String]] = [:], threads: Int = 1, functionalAddresses: String? = nil,
    fingerprintKey: (@Sendable (String) -> String)? = nil
  ) {
    self.toolVersion = toolVersion
    self.language = language
    self.showsFunnels = showsFunnels
    self.listsRights = listsRights
    self.systemsInScope = systemsInScope
    self.sources = sources
    self.incompleteReasons = incompleteReasons
    self.declarations = declarations
    self.basis = basis
    self.kinds = kinds
    self.threads = threads
    self.functionalAddresses = functionalAddresses
    self.fingerprintKey = fingerprintKey
  }
}

/// Judges policies over the whole population, and explains what it found.
///
/// Cost: evaluation of the relations that the policies in scope read, then linear in members and findings.
package final class Auditor {
  package let result: AuditResult
  let store: FindingStore
  let engine: Engine

  /// - Parameter progress: told how many steps of deriving are done, and of how many; by one thread at a time.
  package init(engine: Engine, options: AuditOptions, progress: ((Int, Int) -> Void)? = nil) {
    self.engine = engine
    let scope = PolicyScope(checked: engine.checked, systemsInScope: options.systemsInScope)
    let policies = scope.policies.map { engine.compile($0) }
    // Before policies narrow down what is asked of the relations that both read.
    if options.comparesRights {
      engine.prepare(
        EffectiveRights.relations(of: engine, systems: options.systemsInScope), threads: options.threads)
    }
    engine.prepare(policies: policies, threads: options.threads) { progress?($0, $1) }
    let verdicts = policies.map { PolicyVerdicts($0, engine: engine) }
    work = engine.work
    let answer = Standings(
      engine: engine, language: options.language, threads: options.threads, kinds: options.kinds
    ).judge(verdicts)
    let standings = answer.standings
    store = FindingStore(
      engine: engine, policies: verdicts, language: options.language, fingerprintKey: options.fingerprintKey
    ) { standings[$0].isEvaluated }
    let outcomes = Self.outcomes(verdicts, answer, engine, options)
    let members = OpenMembers(engine: engine)
    let say = Wording(named: options.language)
    let limited = verdicts.compactMap { policy in
      policy.limit.map { say("\(policy.policy.policy.id.text) asks for \($0.message(engine.limits))") }
    }
    let reasons = options.incompleteReasons + limited
    let findings = store
    var result = AuditResult(
      toolVersion: options.toolVersion, asOf: engine.today, language: options.language, isComplete: reasons.isEmpty,
      incompleteReasons: reasons, sources: options.sources, relations: scope.relations(store: engine.store),
      policies: Self.defined(outcomes, engine.checked).sorted { $0.id < $1.id },
      scope: AuditResult.Scope(
        outOfScope: scope.packsOutOfScope, notAsked: scope.notAsked,
        notEvaluated: zip(standings, verdicts).compactMap { standing, verdicts in
          if case .notEvaluated(let entry) = standing { members.told(in: entry, verdicts) } else { nil }
        },
        declared: standings.compactMap { if case .outOfScope(let entry) = $0 { entry } else { nil } },
        wanted: answer.wanted),
      findings: FindingList(
        count: findings.references.count, together: { findings.explained($0) }, keyed: { findings.keyed($0) }),
      parameters: engine.checked.parameters.values.sorted { $0.name < $1.name }.map {
        AuditResult.Parameter(
          name: $0.name, value: Self.text(of: $0.values, $0, say), standard: Self.text(of: $0.declared, $0, say),
          isOverridden: $0.isOverridden)
      },
      declarations: options.declarations, basis: options.basis,
      warnings: outcomes.flatMap { Self.dryJoins(of: $0, say) })
    if options.listsRights {
      result.rights = RightsRegister(engine, systems: options.systemsInScope)
    }
    if let functional = options.functionalAddresses { result.people = People(engine, functional: functional) }
    self.result = result
  }

  /// Rows looked at to judge all policies, once.
  package let work: Int

  /// What came of each policy, worked out on a few threads: a funnel runs its rule anew for each literal.
  private static func outcomes(
    _ verdicts: [PolicyVerdicts], _ answer: Standings.Answer, _ engine: Engine, _ options: AuditOptions
  ) -> [PolicyOutcome] {
    let writer = OutcomeWriter(engine: engine, language: options.language, showsFunnels: options.showsFunnels)
    // Safe: all that is read is final.
    nonisolated(unsafe) let verdicts = verdicts
    return Workers(count: options.threads).map(verdicts.count) { index in
      var outcome = writer.outcome(verdicts[index], answer.standings[index])
      outcome.waitsFor = answer.waitsFor[index]
      return outcome
    }
  }

  /// The same with a digest of what each policy means.
  private static func defined(_ outcomes: [PolicyOutcome], _ checked: CheckedProgram) -> [PolicyOutcome] {
    var definitions = PolicyDefinitions(checked)
    let policies = Dictionary(checked.policies.map { ($0.id.text, $0) }) { first, _ in first }
    return outcomes.map { outcome in
      var outcome = outcome
      outcome.definition = policies[outcome.id].map { definitions.definition(of: $0) } ?? ""
      return outcome
    }
  }

  /// Who is who, as the exports tell.
  package var people: SamePerson { SamePerson(engine) }

  func verdicts(ofPolicy id: String) -> PolicyVerdicts? { store.policies.first { $0.policy.policy.id.text == id } }

  private static func dryJoins(of outcome: PolicyOutcome, _ say: Wording) -> [String] {
    outcome.funnels.compactMap { funnel in
      guard let dry = funnel.dryJoin else { return nil }
      return say(
        """
        \(outcome.id): none of \(funnel.steps[dry - 1].members) matches `\(funnel.steps[dry].literal)`, and the exports \
        behind it name none of them; are they of another organisation?
        """)
    }
  }

  /// The proofs of a finding, by its position in the result.
  package func proofs(ofFinding index: Int) -> [Proof] { proofs(ofFinding: index, by: Explainer(engine)) }

  /// The same, with what an explainer worked out before.
  func proofs(ofFinding index: Int, by explainer: Explainer) -> [Proof] { store.proofs(index, by: explainer) }

  /// The values of a parameter, as results name them. Words that are tried as passwords are not shown: somebody may have one.
  private static func text(of values: [Value], _ parameter: CheckedProgram.ParameterInfo, _ say: Wording) -> String {
    if !values.isEmpty, ["password", "passwords", "secret", "secrets"].contains(where: parameter.name.hasSuffix) {
      return "{\(say("\(values.count, "value", "values"), not shown"))}"
    }
    let values = values.map { value in
      switch value {
      case .text(let text): text
      case .int(let number), .time(let number): String(number)
      case .bool(let flag): String(flag)
      case .date(let date): date.description
      }
    }
    return parameter.isSet ? "{\(values.joined(separator: ", "))}" : values.first ?? ""
  }
}
