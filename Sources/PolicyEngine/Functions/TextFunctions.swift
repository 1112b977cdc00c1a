import FactStore
import Synchronization

/// Computes the functions over codes, with their results remembered: each pair of texts is computed once.
final class TextFunctions {
  private let symbols: SymbolTable
  private let state = Mutex(State())

  private struct State {
    var memo: [Key: UInt32] = [:]
    var patterns: [UInt32: Pattern?] = [:]
  }

  private struct Key: Hashable {
    var function: Function
    var first: UInt32
    var second: UInt32
  }

  init(symbols: SymbolTable) { self.symbols = symbols }

  /// The code of the result: of a text, or 1 and 0 for true and false; `*` where the function has no value there. `work` is
  /// what it cost, in rows looked at; the same whether the result was known, so that it does not hang on the order of threads.
  func apply(_ function: Function, _ codes: [UInt32]) -> (code: UInt32, work: Int) {
    let key = Key(function: function, first: codes[0], second: codes.count > 1 ? codes[1] : 0)
    let lengths = codes.map { symbols.utf8(SymbolID(raw: $0)).count }
    // Lengths have 32 bits.
    let bytes = function.definition.isQuadratic ? lengths.reduce(1, *) : lengths.reduce(0, +)
    let work = 1 + bytes / Self.bytesPerRow
    return state.withLock { state in
      if let known = state.memo[key] { return (known, work) }
      // What is forgotten is computed again when it is asked for.
      if state.memo.count >= Self.memoLimit { state.memo.removeAll() }
      let result = compute(function.definition, codes, &state)
      state.memo[key] = result
      return (result, work)
    }
  }

  private static let memoLimit = 1 << 20
  /// So many bytes are looked at in the time of one row.
  private static let bytesPerRow = 64

  private func compute(_ function: Function.Definition, _ codes: [UInt32], _ state: inout State) -> UInt32 {
    var pattern: Pattern?
    if let at = function.parameters.firstIndex(of: .pattern) {
      let text = SymbolID(raw: codes[at])
      if state.patterns[codes[at]] == nil { state.patterns[codes[at]] = .some(try? Pattern(symbols.text(text))) }
      pattern = state.patterns[codes[at]]!
      if pattern == nil { return ValueCode.any }
    }
    let arguments = TextArguments(symbols: symbols, codes: codes, pattern: pattern)
    switch function.code {
    case .text(_, let compute): return symbols.intern(compute(arguments.text(0))).raw
    case .flag(let compute): return compute(arguments) ? 1 : 0
    }
  }
}
