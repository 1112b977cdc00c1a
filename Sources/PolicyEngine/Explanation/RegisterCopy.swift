/// The values of a derivation, laid out for ``ValueEvaluator``.
// Safe: the memory is owned, holds an entry per register and slot, and outlives the evaluators that its holder makes.
final class RegisterCopy {
  private let file: RegisterFile
  private let registers: UnsafeMutableBufferPointer<UInt32>
  private let intervals: UnsafeMutableBufferPointer<Interval>
  private let isOpen: UnsafeMutablePointer<Bool>

  init(_ derivation: Derivation) {
    file = derivation.rule.registers
    registers = .allocate(capacity: max(1, derivation.codes.count))
    _ = registers.initialize(from: derivation.codes)
    intervals = .allocate(capacity: max(1, derivation.intervals.count))
    _ = intervals.initialize(from: derivation.intervals)
    isOpen = .allocate(capacity: 1)
    isOpen.initialize(to: false)
  }

  deinit {
    registers.deallocate()
    intervals.deallocate()
    isOpen.deallocate()
  }

  /// Computes over these values; not to be used after this object is gone.
  func evaluator(_ engine: Engine) -> ValueEvaluator {
    ValueEvaluator(
      symbols: engine.symbols, functions: engine.functions, types: file.entries.map(\.type),
      intervalTypes: file.intervalTypes, registers: registers.baseAddress!, intervals: intervals.baseAddress!,
      isOpen: isOpen, budget: WorkBudget(engine.limits))
  }
}
