import FactStore

/// An atom of a possible search: looks up the rows that fit the registers, and reads them.
///
/// Its buffers serve one match at a time, which is enough: a step is never entered again from below itself.
final class PossibleMatch {
  let relation: EvaluatedRelation
  let id: RelationID
  let side: AtomPlan.Side
  let ordinal: Int
  /// What it reads is read nowhere else: where its keys are known, all rows that fit leave the same registers.
  let isExistence: Bool
  /// The registers that it reads or compares.
  let touched: Set<Int>
  private let keys: [ColumnRegister]
  private let binds: [ColumnRegister]
  /// Keys, then columns of a variable that the atom names twice.
  private let compared: [ColumnRegister]
  /// Columns that an equation compares with what is known: they narrow the rows, and bind nothing.
  private let equations: [ColumnEquation]
  /// The columns of keys and equations.
  private let keyColumns: [Int]
  private let values: ValueEvaluator
  private let registers: UnsafeMutablePointer<UInt32>
  /// The row looked for, `*` where a column is not constrained.
  private let pattern: UnsafeMutableBufferPointer<UInt32>
  /// What the registers of the keys and the other sides of the equations, and the columns that are read, held at
  /// ``enter()``.
  private let keyCodes: UnsafeMutableBufferPointer<UInt32>
  private let bindCodes: UnsafeMutableBufferPointer<UInt32>
  /// Which rows are looked at: set anew for each run.
  var bounds = Bounds()

  struct Bounds {
    var certain = Int.max
    var extras = 0..<0
    /// Rules still add extras.
    var isGrowing = false
    /// It sets a register of which only some values are asked for.
    var setsWanted = false
  }

  /// The index on all keys, for rows that no rule adds to any more.
  private var index: TableIndex?

  init(_ atom: AtomPlan, frame: RuleFrame) {
    relation = frame.relations[atom.relation.raw]
    id = atom.relation
    side = atom.side
    ordinal = atom.ordinal
    isExistence = atom.isExistence && atom.repeats.isEmpty
    touched = Set((atom.keys + atom.binds).map { Int($0.register) })
    keys = atom.keys
    binds = atom.binds
    compared = atom.keys + atom.repeats
    equations = atom.equations
    keyColumns = atom.keys.map { Int($0.column) } + atom.equations.map(\.column)
    values = frame.values
    registers = frame.registers
    pattern = Self.buffer(relation.arity)
    keyCodes = Self.buffer(keyColumns.count)
    bindCodes = Self.buffer(atom.binds.count)
  }

  deinit {
    pattern.deallocate()
    keyCodes.deallocate()
    bindCodes.deallocate()
  }

  private static func buffer(_ count: Int) -> UnsafeMutableBufferPointer<UInt32> {
    let buffer = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
    buffer.initialize(repeating: ValueCode.any)
    return buffer
  }

  /// Whether a key holds `*`; an atom without keys has none.
  var hasStar: Bool {
    for at in 0..<keys.count where keyCodes[at] == ValueCode.any { return true }
    return false
  }

  /// Takes the pattern from the registers and remembers them. Returns whether some key is not known.
  func enter() -> Bool {
    var isOpen = keyColumns.isEmpty
    for at in 0..<keys.count {
      let code = registers[Int(keys[at].register)]
      pattern[Int(keys[at].column)] = code
      keyCodes[at] = code
      if code == ValueCode.any { isOpen = true }
    }
    for at in 0..<equations.count {
      let code = values.code(equations[at].expression)
      pattern[equations[at].column] = code
      keyCodes[keys.count + at] = code
      if code == ValueCode.any { isOpen = true }
    }
    for at in 0..<binds.count { bindCodes[at] = registers[Int(binds[at].register)] }
    return isOpen
  }

  /// Sets the registers back to what they were at ``enter()``.
  func restore() {
    for at in 0..<keys.count { registers[Int(keys[at].register)] = keyCodes[at] }
    for at in 0..<binds.count { registers[Int(binds[at].register)] = bindCodes[at] }
  }

  /// Calls `body` with each certain row that fits, ascending, until it returns false. False when it was stopped.
  func forEachCertain(isOpen: Bool, below limit: Int, _ body: (Int) -> Bool) -> Bool {
    if isOpen { return relation.forEachCertain(Array(pattern), below: limit, body) }
    var goOn = true
    keyIndex.forEach(UnsafePointer(keyCodes.baseAddress!)) { row in
      guard row < limit else { return false }
      goOn = body(row)
      return goOn
    }
    return goOn
  }

  private var keyIndex: TableIndex {
    if let index, index.covered == relation.certain.count { return index }
    let found = relation.index(keyColumns)
    index = found
    return found
  }

  /// Calls `body` with each extra that fits, until it returns false. False when it was stopped.
  /// - Parameter shape: only those that have these columns open.
  func forEachExtra(shape: UInt32?, _ body: (Int) -> Bool) -> Bool {
    relation.extras.forEachMatch(UnsafePointer(pattern.baseAddress), shape: shape, body)
  }

  /// Whether a certain row fits; asked where every key is known.
  var hasCertain: Bool {
    keyCodes.isEmpty
      ? relation.certain.count > 0 : relation.hasCertain(keyColumns, UnsafePointer(keyCodes.baseAddress!))
  }
  var hasExtra: Bool { !forEachExtra(shape: nil) { _ in false } }

  /// Whether no row fits the registers; possible where that is not known.
  var absence: Truth {
    // A value that is not known may be one that no row has.
    if enter(), hasStar { return .possible }
    return hasCertain ? .impossible : hasExtra ? .possible : .certain
  }

  /// Reads a row that fits the keys into the registers; false when a variable that occurs twice differs.
  func take(_ table: Table, _ row: Int) -> Bool {
    for at in 0..<binds.count { registers[Int(binds[at].register)] = table[row, Int(binds[at].column)] }
    for at in 0..<compared.count {
      let key = compared[at]
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
