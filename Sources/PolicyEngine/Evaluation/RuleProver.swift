import FactStore

/// One rule, planned with its head bound, ready to be solved for one row after another.
///
/// Kept by ``Provers``, so that explaining thousands of findings plans each rule once. Which registers are bound is part of
/// the plan; which values they have is not. One thread's.
final class RuleProver {
  /// The rule, without conditions that a prefix leaves unchecked.
  let rule: LoweredRule
  let isCertain: Bool
  /// What a derivation rests on, for whoever asks for leaves alone.
  let leafPlan: LeafPlan
  private let frame: RuleFrame
  private let program: CertainProgram?
  private let search: PossibleSearch?
  private let open: Set<Int>

  /// - Parameters:
  ///   - bound: registers that ``solve(bound:ceilings:limit:_:)`` will be given values for.
  ///   - open: registers that are to stay without a value, for a row that has none there.
  ///   - told: registers that are asked for beside the head's: every way to bind them is a derivation of its own.
  ///   - isPrefix: the body is a prefix of a written one, whose conditions may hang on literals that were cut off.
  ///   - ledger: what is spent is added to, where verdicts hang on the answer. Explanations have bounds of their own.
  init(
    _ rule: LoweredRule, bound: Set<Int>, open: Set<Int> = [], told: Set<Int> = [], certainly: Bool,
    isPrefix: Bool = false, _ evaluation: Evaluation, ledger: WorkLedger? = nil
  ) {
    self.open = open
    isCertain = certainly
    for read in rule.relations { _ = evaluation.evaluated(read) }
    let limits = ledger == nil ? evaluation.limits.explaining : evaluation.limits
    frame = RuleFrame(rule, evaluation, budget: WorkBudget(limits, ledger: ledger))
    var order = OrderLiterals(statistics: evaluation, mode: certainly ? .certain : .possible)
    order.countsExtras = !certainly
    order.dropsUnready = isPrefix
    let plan = order.plan(rule.body, bound: bound.union(rule.registers.constants), needed: told.union(rule.headTerms))
    var checked = rule
    checked.body = rule.body.indices.filter { !plan.unplaced.contains($0) }.map { rule.body[$0] }
    self.rule = checked
    leafPlan = LeafPlan(checked.body)
    program = certainly ? BodyCompiler(frame: frame).certain(plan) : nil
    search = certainly ? nil : BodyCompiler(frame: frame).possible(plan)
    search?.open = open
  }

  /// The limit that the work of this prover passed: that it finds nothing says nothing.
  var limit: EvaluationLimit? { frame.budget.limit ?? (frame.budget.isOverdrawn ? .allRows : nil) }

  /// Rows looked at so far.
  var work: Int { frame.budget.probes }

  /// Whether the body is possible for given values of the bound registers.
  func isPossible(bound: [Int: UInt32]) -> Bool {
    guard let search else { preconditionFailure("asked of a prover of certain rows") }
    frame.reset()
    for (register, code) in bound { frame.registers[register] = code }
    var isFound = false
    search.findsAll = false
    search.run { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// The first derivation of a certain row; `nil` where the rule derives no such row.
  /// - Parameter ranges: the rows that may be premises, of relations in the row's own component.
  func first(of row: Int, in certain: Table, ranges: RoundRanges?) -> Derivation? {
    first(row, certain, ranges) { current }
  }

  /// The same: the row of each atom, and the registers where a part of the body is no atom.
  func firstMatch(of row: Int, in certain: Table, ranges: RoundRanges?) -> (matched: [Int], codes: [UInt32])? {
    first(row, certain, ranges) { (matched, frame.atomCount < rule.body.count ? codes : []) }
  }

  private func first<Found>(_ row: Int, _ certain: Table, _ ranges: RoundRanges?, _ take: () -> Found) -> Found? {
    guard let program else { preconditionFailure("asked of a prover of possible rows") }
    frame.reset()
    for column in 0..<certain.arity {
      let register = rule.headTerms[column]
      let known = frame.registers[register]
      // A constant, or a variable that stands twice.
      if known != ValueCode.any, known != certain[row, column] { return nil }
      frame.registers[register] = certain[row, column]
    }
    var found: Found?
    program.run(ranges: ranges) {
      found = take()
      return false
    }
    return found
  }

  /// Calls `body` for every binding of the body, of no given values, with the registers.
  func forEachBinding(_ body: (UnsafePointer<UInt32>) -> Bool) {
    guard let program else { preconditionFailure("asked of a prover of possible rows") }
    frame.reset()
    program.run { body(frame.registers) }
  }

  /// The binding that was found just now.
  private var current: Derivation {
    Derivation(
      rule: rule, codes: codes,
      intervals: Array(UnsafeBufferPointer(start: frame.intervals, count: rule.registers.intervalTypes.count)),
      matched: matched, isCertain: isCertain)
  }

  private var codes: [UInt32] { Array(UnsafeBufferPointer(start: frame.registers, count: frame.registerCount)) }
  private var matched: [Int] { Array(UnsafeBufferPointer(start: frame.matched, count: frame.atomCount)) }

  private func ranges(_ ceilings: [RelationID: (certain: Int, extras: Int)]) -> RoundRanges? {
    ceilings.isEmpty ? nil : RoundRanges(recent: ceilings.mapValues { 0..<$0.certain })
  }

  /// Finds up to `limit` derivations for given values of the bound registers.
  /// - Parameters:
  ///   - ceilings: rows from these on are not looked at, by relation.
  ///   - takesCertain: among possible derivations, whether one that is certain all the same counts.
  func solve(
    bound: [Int: UInt32], ceilings: [RelationID: (certain: Int, extras: Int)] = [:], limit: Int,
    takesCertain: Bool = false, _ found: (Derivation) -> Void
  ) {
    frame.reset()
    for (register, code) in bound { frame.registers[register] = code }
    var left = limit
    func take() -> Bool {
      found(current)
      left -= 1
      return left > 0
    }
    if let program {
      program.run(ranges: ranges(ceilings)) { take() }
    } else if let search {
      search.ceilings = ceilings
      search.findsAll = true
      // A binding that is certain all the same explains nothing that is only possible.
      search.run { isCertain in
        if isCertain && !takesCertain { return true }
        return open.allSatisfy { frame.registers[$0] == ValueCode.any } ? take() : true
      }
    }
  }
}
