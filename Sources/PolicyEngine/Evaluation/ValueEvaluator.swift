import FactStore

/// Computes expressions over the registers of one running rule.
///
/// A code of `*` anywhere makes the result `*`. A result outside the 64-bit range, or a date outside the years 1–9999,
/// is `*` too: not known, never wrong.
final class ValueEvaluator {
  let symbols: SymbolTable
  let functions: TextFunctions
  let types: [ValueType]
  let intervalTypes: [ValueType]
  let registers: UnsafeMutablePointer<UInt32>
  let intervals: UnsafeMutablePointer<Interval>
  /// Set when a computation leaves the range of its type: then more may be possible than the relations show.
  let isOpen: UnsafeMutablePointer<Bool>
  private let budget: WorkBudget

  init(
    symbols: SymbolTable, functions: TextFunctions, types: [ValueType], intervalTypes: [ValueType],
    registers: UnsafeMutablePointer<UInt32>, intervals: UnsafeMutablePointer<Interval>,
    isOpen: UnsafeMutablePointer<Bool>, budget: WorkBudget
  ) {
    self.symbols = symbols
    self.functions = functions
    self.types = types
    self.intervalTypes = intervalTypes
    self.registers = registers
    self.intervals = intervals
    self.isOpen = isOpen
    self.budget = budget
  }

  /// The days of the years 1 to 9999.
  private static let calendar: ClosedRange<Int64> = -719_162...2_932_896

  /// The code of an expression without intervals.
  func code(_ expression: ValueExpression) -> UInt32 {
    switch expression {
    case .register(let register): return registers[register]
    case .interval(let slot):
      let interval = intervals[slot]
      return interval.point.map { encode($0, intervalTypes[slot]) } ?? ValueCode.any
    case .arithmetic:
      guard let number = number(expression) else { return ValueCode.any }
      // A number that is no code of its own is stored, as long as the run lasts.
      if !SymbolTable.isInline(number) { _ = budget.keep(2) }
      return encode(number, type(of: expression))
    case .call(let builtin, let arguments):
      let codes = arguments.map { code($0) }
      if codes.contains(ValueCode.any) { return ValueCode.any }
      let (result, work) = functions.apply(builtin, codes)
      _ = budget.spend(work)
      return result
    }
  }

  /// What an expression ranges over: one point where its registers are known.
  func interval(_ expression: ValueExpression) -> Interval {
    switch expression {
    case .interval(let slot): return intervals[slot]
    case .arithmetic(let left, let operation, let right):
      let result = Interval.apply(interval(left), operation, interval(right))
      guard case .date = type(of: expression) else { return result }
      // Days past the calendar are no dates: which date there is, is not known.
      let isInside = [result.low, result.high].allSatisfy { $0.map(Self.calendar.contains) ?? true }
      return isInside ? result : .all
    case .register, .call:
      let code = code(expression)
      return code == ValueCode.any ? .all : Interval(decode(code, type(of: expression)))
    }
  }

  func type(of expression: ValueExpression) -> ValueType {
    switch expression {
    case .register(let register): types[register]
    case .interval(let slot): intervalTypes[slot]
    case .call(let builtin, _): builtin.result
    case .arithmetic(let left, let operation, let right):
      // The checker has refused what the sign does not take.
      operation.result(type(of: left), type(of: right)) ?? .int
    }
  }

  /// The value of an expression without intervals as ``decode(_:_:)`` gives it; `nil` where it is not known. What is computed
  /// on the way is not stored.
  private func number(_ expression: ValueExpression) -> Int64? {
    guard case .arithmetic(let left, let operation, let right) = expression else {
      let code = code(expression)
      return code == ValueCode.any ? nil : decode(code, type(of: expression))
    }
    guard let a = number(left), let b = number(right) else { return nil }
    guard let result = Interval.apply(Interval(a), operation, Interval(b)).point, fits(result, type(of: expression))
    else {
      isOpen.pointee = true
      return nil
    }
    return result
  }

  private func fits(_ number: Int64, _ type: ValueType) -> Bool {
    if case .date = type { Self.calendar.contains(number) } else { true }
  }

  /// A code as a number that orders and subtracts as its type does.
  func decode(_ code: UInt32, _ type: ValueType) -> Int64 {
    switch type {
    case .int, .time: symbols.integer(code)
    case .date: Int64(SymbolTable.date(code).days)
    case .bool, .text, .normal, .entity: Int64(code)
    }
  }

  func encode(_ number: Int64, _ type: ValueType) -> UInt32 {
    switch type {
    case .int, .time: return symbols.encode(number)
    case .date:
      guard Self.calendar.contains(number) else { return ValueCode.any }
      return symbols.encode(.date(CalendarDate(days: Int32(number))))
    case .bool, .text, .normal, .entity: return UInt32(number)
    }
  }

  /// Whether a comparison holds for the registers as they are.
  func holds(_ left: ValueExpression, _ comparison: Comparison, _ right: ValueExpression) -> Truth {
    if left.slots.isEmpty && right.slots.isEmpty {
      // Both are computed, so that what is outside the range of its type is seen.
      let a = number(left)
      let b = number(right)
      guard let x = a, let y = b else { return .possible }
      return comparison.holds(x, y) ? .certain : .impossible
    }
    let a = interval(left)
    let b = interval(right)
    if a.certainly(comparison, b) { return .certain }
    return a.possibly(comparison, b) ? .possible : .impossible
  }
}

extension ValueEvaluator {
  /// Whether the value of an expression is among some codes.
  func holds(_ expression: ValueExpression, in codes: CodeSet) -> Truth {
    if expression.slots.isEmpty {
      let code = code(expression)
      return code == ValueCode.any ? .possible : codes.contains(code) ? .certain : .impossible
    }
    let interval = interval(expression)
    let type = type(of: expression)
    guard codes.contains(where: { interval.contains(decode($0, type)) }) else { return .impossible }
    return interval.isPoint ? .certain : .possible
  }
}
