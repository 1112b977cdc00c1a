/// Codes of one symbol table in those of another, so that rows of two runs can be compared.
///
/// A text that the other table lacks is added to it: no row has its code. One thread's; others have translations of their own.
package final class CodeTranslation {
  private let store: FactStore
  private let to: SymbolTable
  /// By code: that of the same text, and whether it is known already.
  private var texts: [UInt32] = []
  private var isKnown: [Bool] = []

  private var from: SymbolTable { store.symbols }

  package init(from store: FactStore, to: SymbolTable) { (self.store, self.to) = (store, to) }

  /// The code of the same value. `*` stays, and so becomes what names somebody by a line of a file: on the other side that is
  /// another line.
  package func code(_ code: UInt32, _ type: ValueType) -> UInt32 {
    if code == ValueCode.any { return code }
    switch type {
    case .text, .normal, .entity: return text(code)
    case .int, .time: return to.encode(from.integer(code))
    case .bool, .date: return code
    }
  }

  private func text(_ code: UInt32) -> UInt32 {
    let place = Int(code)
    if place >= texts.count {
      let more = max(from.count, place + 1) - texts.count
      texts += repeatElement(ValueCode.any, count: more)
      isKnown += repeatElement(false, count: more)
    }
    guard !isKnown[place] else { return texts[place] }
    isKnown[place] = true
    let bytes = from.utf8(SymbolID(raw: code))
    if !isPlace(bytes) { texts[place] = to.intern(bytes).raw }
    return texts[place]
  }

  private func isPlace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Most texts do not end in a digit.
    guard let last = bytes.last, last >= UInt8(ascii: "0"), last <= UInt8(ascii: "9") else { return false }
    return store.isPlace(String(decoding: bytes, as: UTF8.self))
  }
}
