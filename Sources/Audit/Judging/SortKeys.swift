import FactStore
import PolicyEngine

/// Orders findings of one policy by what their keys mean: texts by their bytes, numbers and dates by value, `*` last.
struct SortKeys {
  let symbols: SymbolTable
  let ranks: SymbolRanks

  /// A number that orders as the code does among codes of its type.
  func key(_ code: UInt32, _ type: ValueType) -> UInt64 {
    if code == ValueCode.any { return .max }
    switch type {
    case .text, .normal, .entity: return ranks.rank(code)
    case .int, .time: return UInt64(bitPattern: symbols.integer(code)) ^ 1 << 63
    case .bool, .date: return UInt64(code)
    }
  }

  /// The positions of `count` elements in order. Elements may have different numbers of columns: a shorter one that is
  /// the start of a longer one comes first. Equal elements keep their order.
  ///
  /// O(n log n) comparisons of numbers; 8 bytes a column and element.
  func order(count: Int, columns: Int, fill: (Int, UnsafeMutablePointer<UInt64>) -> Void) -> [Int] {
    guard count > 1, columns > 0 else { return Array(0..<count) }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count * columns) { keys in
      keys.initialize(repeating: 0)
      let base = keys.baseAddress!
      for index in 0..<count { fill(index, base + index * columns) }
      return (0..<count).sorted { left, right in
        let a = base + left * columns
        let b = base + right * columns
        for column in 0..<columns where a[column] != b[column] { return a[column] < b[column] }
        return left < right
      }
    }
  }
}
