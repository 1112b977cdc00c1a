import FactStore

/// The order of texts as numbers: a smaller rank is a smaller text, by bytes.
///
/// Built once for all texts that findings name, so that sorting findings compares numbers. 4 bytes a symbol of the run,
/// O(n log n) comparisons, most of them of the first eight bytes only.
struct SymbolRanks {
  private let ranks: [UInt32]

  /// - Parameter mark: hands every code that is to be ranked to its argument; repeats cost nothing.
  init(symbols: SymbolTable, mark: ((UInt32) -> Void) -> Void) {
    var isMarked = [Bool](repeating: false, count: symbols.count)
    var codes: [UInt32] = []
    isMarked.withUnsafeMutableBufferPointer { isMarked in
      mark { code in
        if !isMarked[Int(code)] {
          isMarked[Int(code)] = true
          codes.append(code)
        }
      }
    }
    var keys = codes.map { code in (prefix: Self.prefix(symbols.utf8(SymbolID(raw: code))), code: code) }
    keys.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return symbols.utf8(SymbolID(raw: left.code)).lexicographicallyPrecedes(
        symbols.utf8(SymbolID(raw: right.code)))
    }
    var ranks = [UInt32](repeating: 0, count: symbols.count)
    for (rank, key) in keys.enumerated() { ranks[Int(key.code)] = UInt32(rank) }
    self.ranks = ranks
  }

  func rank(_ code: UInt32) -> UInt64 { UInt64(ranks[Int(code)]) }

  /// The first eight bytes as a number that orders like them; shorter texts are filled with zeros.
  private static func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for at in 0..<8 { prefix = prefix << 8 | (at < bytes.count ? UInt64(bytes[at]) : 0) }
    return prefix
  }
}
