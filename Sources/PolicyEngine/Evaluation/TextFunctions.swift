internal import CRE2
import FactStore
import Synchronization

/// The built-in functions over codes, with their results remembered: each pair of texts is computed once.
final class TextFunctions {
  private let symbols: SymbolTable
  private let state = Mutex(State())

  private struct State {
    var memo: [Key: UInt32] = [:]
    var patterns: [UInt32: Pattern?] = [:]
  }

  private struct Key: Hashable {
    var builtin: Function
    var first: UInt32
    var second: UInt32
  }

  init(symbols: SymbolTable) { self.symbols = symbols }

  /// The code of the result: of a text, or 1 and 0 for true and false; `*` where the function has no value there
  /// (`domain` of a text without `@` cannot occur: its argument is an e-mail address). `work` is what it cost, in rows looked
  /// at; the same whether the result was known, so that it does not hang on the order of threads.
  func apply(_ builtin: Function, _ codes: [UInt32]) -> (code: UInt32, work: Int) {
    let key = Key(builtin: builtin, first: codes[0], second: codes.count > 1 ? codes[1] : 0)
    let work = 1 + work(builtin, codes.map { symbols.utf8(SymbolID(raw: $0)).count }) / Self.bytesPerRow
    return state.withLock { state in
      if let known = state.memo[key] { return (known, work) }
      // What is forgotten is computed again when it is asked for.
      if state.memo.count >= Self.memoLimit { state.memo.removeAll() }
      let result = compute(builtin, codes, &state)
      state.memo[key] = result
      return (result, work)
    }
  }

  /// Bytes looked at, at most. A pattern with several `*` is tried at each place of the text.
  private func work(_ builtin: Function, _ lengths: [Int]) -> Int {
    if case .glob = builtin {
      // Lengths have 32 bits.
      return lengths[0] * (lengths.count > 1 ? lengths[1] : 1)
    }
    return lengths.reduce(0, +)
  }

  private static let memoLimit = 1 << 20
  /// So many bytes are looked at in the time of one row.
  private static let bytesPerRow = 64

  private func compute(_ builtin: Function, _ codes: [UInt32], _ state: inout State) -> UInt32 {
    let subject = symbols.text(SymbolID(raw: codes[0]))
    func second() -> String { symbols.text(SymbolID(raw: codes[1])) }
    func utf8(_ index: Int) -> UnsafeBufferPointer<UInt8> { symbols.utf8(SymbolID(raw: codes[index])) }
    func flag(_ value: Bool) -> UInt32 { value ? 1 : 0 }
    switch builtin {
    case .lower: return symbols.intern(subject.lowercased()).raw
    case .nameWords: return symbols.intern(UnicodeText.nameWords(subject)).raw
    case .domain:
      return symbols.intern(
        String(subject[(subject.lastIndex(of: "@").map(subject.index(after:)) ?? subject.startIndex)...])
      ).raw
    case .localPart: return symbols.intern(String(subject[..<(subject.lastIndex(of: "@") ?? subject.endIndex)])).raw
    case .untagged: return symbols.intern(untagged(subject)).raw
    case .contains: return flag(contains(utf8(0), utf8(1)))
    case .startsWith: return flag(subject.utf8.starts(with: second().utf8))
    case .endsWith: return flag(subject.utf8.reversed().starts(with: second().utf8.reversed()))
    case .glob: return flag(Glob(second()).matches(utf8(0)))
    case .matches:
      if state.patterns[codes[1]] == nil { state.patterns[codes[1]] = .some(try? Pattern(second())) }
      guard let pattern = state.patterns[codes[1]]! else { return ValueCode.any }
      return flag(pattern.matches(utf8(0)))
    }
  }

  /// The address without what follows a `+` in its local part; itself where nothing precedes the `+`.
  private func untagged(_ email: String) -> String {
    guard let at = email.lastIndex(of: "@"), let plus = email[..<at].firstIndex(of: "+"), plus > email.startIndex else {
      return email
    }
    return String(email[..<plus] + email[at...])
  }

  private func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    cre2_contains(text.baseAddress, text.count, part.baseAddress, part.count) != 0
  }
}
