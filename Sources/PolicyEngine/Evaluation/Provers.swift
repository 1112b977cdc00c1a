/// The rules that are asked about single rows and members, each planned once for all of them. One thread's.
final class Provers {
  private struct Key: Hashable {
    var relation: RelationID
    var rule: Int
    var certainly: Bool
    var open: Set<Int>
    /// For a clause of members: how many columns are their keys.
    var keys: Int?
    /// Registers that are asked for beside those of the head.
    var told: Set<Int> = []
  }

  private let evaluation: Evaluation
  private var known: [Key: RuleProver] = [:]
  /// By relation and rule: those of certain rows, which are asked most.
  private var certain: [RelationID: [RuleProver]] = [:]
  private let isJudging: Bool

  /// - Parameter isJudging: whether verdicts hang on what is found, so that the work counts against what a run may do.
  ///   Explanations have bounds of their own.
  init(_ evaluation: Evaluation, isJudging: Bool) {
    self.evaluation = evaluation
    self.isJudging = isJudging
  }

  /// Rows looked at so far.
  var work: Int { known.values.reduce(0) { $0 + $1.work } }

  /// How many rules a relation has.
  func ruleCount(of id: RelationID) -> Int { evaluation.program.rules[id]?.count ?? 0 }

  /// The rules of a relation, planned for explaining its certain rows.
  func certainProvers(of id: RelationID) -> [RuleProver] {
    if let known = certain[id] { return known }
    let provers = (0..<ruleCount(of: id)).map { prover(Key(relation: id, rule: $0, certainly: true, open: [])) }
    certain[id] = provers
    return provers
  }

  /// A rule of a relation, planned for telling every way in which its body binds some registers for a certain row.
  func prover(of id: RelationID, rule: Int, telling registers: Set<Int>) -> RuleProver {
    prover(Key(relation: id, rule: rule, certainly: true, open: [], told: registers))
  }

  /// A rule of a relation, planned for explaining its possible rows.
  /// - Parameter open: registers of the head that are to stay without a value.
  func prover(of id: RelationID, rule: Int, open: Set<Int>) -> RuleProver {
    prover(Key(relation: id, rule: rule, certainly: false, open: open))
  }

  /// A rule of a policy's clause, planned for members whose keys are known: the first columns of its relation.
  func prover(of id: RelationID, rule: Int, keys: Int) -> RuleProver {
    prover(Key(relation: id, rule: rule, certainly: false, open: [], keys: keys))
  }

  private func prover(_ key: Key) -> RuleProver {
    if let known = known[key] { return known }
    let rule = evaluation.program.rules[key.relation]![key.rule]
    let head = rule.headTerms[..<(key.keys ?? rule.headTerms.count)]
    let bound = Set(head).subtracting(rule.registers.constants).subtracting(key.open)
    let prover = RuleProver(
      rule, bound: bound, open: key.open, told: key.told, certainly: key.certainly, evaluation,
      ledger: isJudging && key.keys != nil ? evaluation.ledger : nil)
    known[key] = prover
    return prover
  }
}
