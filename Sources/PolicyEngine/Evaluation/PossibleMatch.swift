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
  /// Codes of the columns that are compared in an index, for the rows that are gone through at the time.
  private let indexed: UnsafeMutableBufferPointer<UInt32>
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

  /// The index that was asked for last, by the bits of the columns that it compares. Safe: the relation keeps its indexes.
  private let atHand: UnsafeMutablePointer<(columns: UInt32, index: Unmanaged<TableIndex>)?>

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
    indexed = Self.buffer(2 * relation.arity)
    atHand = .allocate(capacity: 1)
    atHand.initialize(to: nil)
  }

  deinit {
    pattern.deallocate()
    keyCodes.deallocate()
    bindCodes.deallocate()
    indexed.deallocate()
    atHand.deallocate()
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

  /// The certain rows that fit, ascending: those that have the known codes of the pattern.
  func certainRows() -> RowCursor {
    var columns: UInt32 = 0
    var count = 0
    for column in 0..<pattern.count where pattern[column] != ValueCode.any {
      columns |= 1 << UInt32(column)
      indexed[count] = pattern[column]
      count += 1
    }
    if count == 0 { return RowCursor(rowsBefore: relation.certain.count) }
    let codes = UnsafePointer(indexed.baseAddress!)
    return index(columns)._withUnsafeGuaranteedRef { RowCursor($0, codes) }
  }

  /// The index on some columns, brought up to date.
  private func index(_ columns: UInt32) -> Unmanaged<TableIndex> {
    if let atHand = atHand.pointee, atHand.columns == columns,
      atHand.index._withUnsafeGuaranteedRef({ $0.covered }) == relation.certain.count
    {
      return atHand.index
    }
    let compared = (0..<pattern.count).filter { columns & (1 << UInt32($0)) != 0 }
    let found = Unmanaged.passUnretained(relation.index(compared))
    atHand.pointee = (columns, found)
    return found
  }

  /// The extras that fit.
  /// - Parameter shape: only those that have these columns open.
  func extraRows(shape: UInt32? = nil) -> ExtrasCursor {
    // Safe: nobody reads the pattern of a row without columns.
    let pattern = self.pattern.baseAddress.map { UnsafePointer($0) } ?? ExtrasTable.noCodes
    let buffer = indexed.baseAddress.map { $0 + self.pattern.count } ?? UnsafeMutablePointer(mutating: pattern)
    return ExtrasCursor(relation.extras, pattern, shape: shape, buffer: buffer)
  }

  /// Whether a certain row fits; asked where every key is known.
  private var hasCertain: Bool {
    var rows = certainRows()
    return rows.next() != nil
  }

  private var hasExtra: Bool {
    if relation.extras.isEmpty { return false }
    var rows = extraRows()
    return rows.next() != nil
  }

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
