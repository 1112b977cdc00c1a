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
    var builtin: Builtin
    var first: UInt32
    var second: UInt32
  }

  init(symbols: SymbolTable) { self.symbols = symbols }

  /// The code of the result: of a text, or 1 and 0 for true and false; `*` where the function has no value there
  /// (`domain` of a text without `@` cannot occur: its argument is an e-mail address).
  func apply(_ builtin: Builtin, _ codes: [UInt32]) -> UInt32 {
    let key = Key(builtin: builtin, first: codes[0], second: codes.count > 1 ? codes[1] : 0)
    return state.withLock { state in
      if let known = state.memo[key] { return known }
      let result = compute(builtin, codes, &state)
      state.memo[key] = result
      return result
    }
  }

  private func compute(_ builtin: Builtin, _ codes: [UInt32], _ state: inout State) -> UInt32 {
    let subject = symbols.text(SymbolID(raw: codes[0]))
    func second() -> String { symbols.text(SymbolID(raw: codes[1])) }
    func flag(_ value: Bool) -> UInt32 { value ? 1 : 0 }
    switch builtin {
    case .lower: return symbols.intern(subject.lowercased()).raw
    case .domain:
      return symbols.intern(
        String(subject[(subject.lastIndex(of: "@").map(subject.index(after:)) ?? subject.startIndex)...])
      ).raw
    case .localPart: return symbols.intern(String(subject[..<(subject.lastIndex(of: "@") ?? subject.endIndex)])).raw
    case .untagged: return symbols.intern(untagged(subject)).raw
    case .contains: return flag(second().isEmpty || containsBytes(Array(subject.utf8), Array(second().utf8)))
    case .startsWith: return flag(subject.utf8.starts(with: second().utf8))
    case .endsWith: return flag(subject.utf8.reversed().starts(with: second().utf8.reversed()))
    case .glob: return flag(Glob(second()).matches(symbols.utf8(SymbolID(raw: codes[0]))))
    case .matches:
      if state.patterns[codes[1]] == nil { state.patterns[codes[1]] = .some(try? Pattern(second())) }
      guard let pattern = state.patterns[codes[1]]! else { return ValueCode.any }
      return flag(pattern.matches(symbols.utf8(SymbolID(raw: codes[0]))))
    }
  }

  /// The address without what follows a `+` in its local part; itself where nothing precedes the `+`.
  private func untagged(_ email: String) -> String {
    guard let at = email.lastIndex(of: "@"), let plus = email[..<at].firstIndex(of: "+"), plus > email.startIndex else {
      return email
    }
    return String(email[..<plus] + email[at...])
  }

  private func containsBytes(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      part.indices.allSatisfy { text[start + $0] == part[$0] }
    }
  }
}
