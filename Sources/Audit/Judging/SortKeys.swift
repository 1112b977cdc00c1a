import FactStore

/// Orders rows of codes by what the codes mean: texts by their bytes, numbers and dates by value, `*` last.
struct SortKeys {
  let symbols: SymbolTable

  struct Cell: Equatable {
    var code: UInt32
    var type: ValueType
  }

  /// Sorted by the cells of each element, column by column; equal elements keep their order. O(n log n) comparisons of
  /// numbers: each distinct text is compared as text only once, when the texts are ranked.
  func sorted<Element>(_ elements: [Element], cells: (Element) -> [Cell]) -> [Element] {
    guard elements.count > 1 else { return elements }
    let rows = elements.map(cells)
    let ranks = rank(rows)
    let keys = rows.map { row in row.map { key(of: $0, ranks) } }
    return elements.indices.sorted { left, right in
      let a = keys[left]
      let b = keys[right]
      for column in 0..<min(a.count, b.count) where a[column] != b[column] { return a[column] < b[column] }
      return (a.count, left) < (b.count, right)
    }.map { elements[$0] }
  }

  private func rank(_ rows: [[Cell]]) -> [UInt32: Int64] {
    var codes: Set<UInt32> = []
    for row in rows {
      for cell in row where cell.type.isTextual && cell.code != ValueCode.any { codes.insert(cell.code) }
    }
    let ordered = codes.sorted { left, right in
      symbols.utf8(SymbolID(raw: left)).lexicographicallyPrecedes(symbols.utf8(SymbolID(raw: right)))
    }
    return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, Int64($0)) })
  }

  private func key(of cell: Cell, _ ranks: [UInt32: Int64]) -> Int64 {
    if cell.code == ValueCode.any { return .max }
    switch cell.type {
    case .text, .normal, .entity: return ranks[cell.code]!
    case .int, .time: return symbols.integer(cell.code)
    case .bool, .date: return Int64(cell.code)
    }
  }
}
