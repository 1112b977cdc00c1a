import FactStore

/// One step of a possible search, with what it needs at hand.
enum PossibleStep {
  case match(PossibleMatch)
  case absent(PossibleMatch)
  case notExists(CompiledSubquery)
  case bind(Int, ValueExpression, isBound: Bool)
  case compare(ValueExpression, Comparison, ValueExpression)
  case member(ValueExpression, Set<UInt32>)
  case generate(Int, [UInt32])
  case aggregate(CompiledAggregate)
  case bindInterval(Int, ValueExpression)
  case settle(Int, slot: Int, isBound: Bool)

  init(_ step: PlanStep, runner: RuleRunner) {
    switch step {
    case .match(let atom): self = .match(PossibleMatch(atom, runner: runner))
    case .absent(let atom): self = .absent(PossibleMatch(atom, runner: runner))
    case .notExists(let subquery): self = .notExists(CompiledSubquery(subquery, runner: runner))
    case .bind(let register, let expression, let isBound): self = .bind(register, expression, isBound: isBound)
    case .compare(let left, let comparison, let right): self = .compare(left, comparison, right)
    case .member(let expression, let codes): self = .member(expression, codes)
    case .generate(let register, let codes): self = .generate(register, codes)
    case .aggregate(let aggregate): self = .aggregate(CompiledAggregate(aggregate, runner: runner))
    case .bindInterval(let slot, let expression): self = .bindInterval(slot, expression)
    case .settle(let register, let slot, let isBound, _): self = .settle(register, slot: slot, isBound: isBound)
    }
  }
}

/// An atom of a possible search: looks up the rows that fit the registers, and reads them.
///
/// Its buffers serve one match at a time, which is enough: a step is never entered again from below itself.
final class PossibleMatch {
  let relation: EvaluatedRelation
  let id: RelationID
  let side: AtomPlan.Side
  let ordinal: Int
  private let keys: [ColumnRegister]
  private let binds: [ColumnRegister]
  /// Keys, then columns of a variable that the atom names twice.
  private let compared: [ColumnRegister]
  private let keyColumns: [Int]
  private let registers: UnsafeMutablePointer<UInt32>
  /// The row looked for, `*` where a column is not constrained.
  private var pattern: [UInt32]
  /// What the registers of the keys, and of the columns that are read, held at ``enter()``.
  private var keyCodes: [UInt32]
  private var bindCodes: [UInt32]

  init(_ atom: AtomPlan, runner: RuleRunner) {
    relation = runner.relations[atom.relation.raw]
    id = atom.relation
    side = atom.side
    ordinal = atom.ordinal
    keys = atom.keys
    binds = atom.binds
    compared = atom.keys + atom.repeats
    keyColumns = atom.keys.map { Int($0.column) }
    registers = runner.registers
    pattern = Array(repeating: ValueCode.any, count: relation.arity)
    keyCodes = Array(repeating: ValueCode.any, count: atom.keys.count)
    bindCodes = Array(repeating: ValueCode.any, count: atom.binds.count)
  }

  /// Whether a key holds `*`; an atom without keys has none.
  var isUnknown: Bool { keys.contains { pattern[Int($0.column)] == ValueCode.any } }

  /// Takes the pattern from the registers and remembers them. Returns whether some key is not known.
  func enter() -> Bool {
    var isOpen = keys.isEmpty
    for (at, key) in keys.enumerated() {
      let code = registers[Int(key.register)]
      pattern[Int(key.column)] = code
      keyCodes[at] = code
      if code == ValueCode.any { isOpen = true }
    }
    for (at, bind) in binds.enumerated() { bindCodes[at] = registers[Int(bind.register)] }
    return isOpen
  }

  /// Sets the registers back to what they were at ``enter()``.
  func restore() {
    for (at, key) in keys.enumerated() { registers[Int(key.register)] = keyCodes[at] }
    for (at, bind) in binds.enumerated() { registers[Int(bind.register)] = bindCodes[at] }
  }

  /// Calls `body` with each certain row that fits, ascending, until it returns false. False when it was stopped.
  func forEachCertain(isOpen: Bool, below limit: Int, _ body: (Int) -> Bool) -> Bool {
    if isOpen { return relation.forEachCertain(pattern, below: limit, body) }
    var goOn = true
    relation.index(keyColumns).forEach(keyCodes) { row in
      guard row < limit else { return false }
      goOn = body(row)
      return goOn
    }
    return goOn
  }

  /// Calls `body` with each extra that fits, until it returns false. False when it was stopped.
  func forEachExtra(_ body: (Int) -> Bool) -> Bool { relation.extras.forEachMatch(pattern, body) }

  /// Whether a certain row fits; asked where every key is known.
  var hasCertain: Bool {
    keyCodes.isEmpty
      ? relation.hasCertain(pattern)
      : keyCodes.withUnsafeBufferPointer { relation.hasCertain(keyColumns, $0.baseAddress!) }
  }
  var hasExtra: Bool { relation.extras.hasMatch(pattern) }

  /// Reads a row that fits the keys into the registers; false when a variable that occurs twice differs.
  func take(_ table: Table, _ row: Int) -> Bool {
    for bind in binds { registers[Int(bind.register)] = table[row, Int(bind.column)] }
    for key in compared {
      let code = table[row, Int(key.column)]
      let register = Int(key.register)
      if registers[register] == ValueCode.any {
        registers[register] = code
      } else if code != ValueCode.any && code != registers[register] {
        return false
      }
    }
    return true
  }
}
