import FactStore
import Formats

extension SecretSearch {
  /// Looks at the titles and the cells of a table.
  /// - Parameters:
  ///   - hasTitles: its first line is known to be one of titles. That of a table without is data, and `Secret1` somebody's password.
  ///   - mayHoldShapes: whether its texts were seen to hold something that may be one; `nil` where nobody looked.
  package mutating func look(at table: TableInput, hasTitles: Bool, mayHoldShapes: Bool = true) {
    if table.cut != nil || !table.lost.isEmpty || table.unlisted > 0 || !table.unread.isEmpty { isPart = true }
    let titles = table.header.map(TableInput.trim)
    let says = titles.map { key($0).role }
    let shown = titles.enumerated().map { index, title in
      let isTitle = hasTitles || !title.contains(where: \.isNumber)
      return isTitle ? CredentialName.shown(title) : nil
    }
    var named: [(column: Int, kind: Secret.Kind)] = []
    for (column, role) in says.enumerated() {
      if case .credentials(let kind) = role { named.append((column, kind)) }
      if case .secret(let kind) = role {
        note(Secret(at: Place(line: 1), name: Self.name(ofColumn: column), kind, count: titles[column].count))
      }
    }
    let pair = Self.pair(says)
    guard !named.isEmpty || pair != nil || mayHoldShapes else { return }
    let isNamed = Set(named.map(\.column))
    for row in table.rows {
      guard !isFull else { return }
      record { search in
        for (column, kind) in named {
          var cell = row.trimmed(column)
          cell.withUTF8 {
            search.note(
              $0, kind, name: shown[column] ?? Self.name(ofColumn: column), at: Self.place(row, shown[column]))
          }
        }
        if let pair, let kind = CredentialName.kind(of: row.trimmed(pair.name)) {
          var cell = row.trimmed(pair.value)
          cell.withUTF8 {
            search.note(
              $0, kind, name: CredentialName.shown(row.trimmed(pair.name)) ?? "*",
              at: Self.place(row, shown[pair.value]))
          }
        }
        guard mayHoldShapes else { return }
        for column in row.cells.indices where !isNamed.contains(column) {
          var cell = row.cells[column]
          cell.withUTF8 { text in
            guard SecretShape.mayStand(in: text) else { return }
            let title = shown.indices.contains(column) ? shown[column] : nil
            search.note(shapesOf: text, name: title ?? Self.name(ofColumn: column), at: Self.place(row, title))
          }
        }
      }
    }
  }

  /// Whether a table with these titles is one of names and values.
  static func isOfPairs(_ titles: [String]) -> Bool { pair(titles.map { SecretKey(TableInput.trim($0)).role }) != nil }

  /// The columns of a table of names and values.
  private static func pair(_ says: [SecretKey.Role]) -> (name: Int, value: Int)? {
    guard let value = says.firstIndex(where: { if case .value = $0 { true } else { false } }) else { return nil }
    return says.firstIndex { if case .name = $0 { true } else { false } }.map { ($0, value) }
  }

  private static func place(_ row: TableInput.Row, _ title: String?) -> Place {
    title.map { $0.isEmpty ? row.place : row.place($0) } ?? row.place
  }
}
