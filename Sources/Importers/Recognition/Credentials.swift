import FactStore
import Formats

/// Finds passwords in an export, so that their owner hears of them. Their values are never read.
enum Credentials {
  /// Names of keys and columns, in lower case, that no importer and no mapping may read.
  static let names: Set<String> = ["password", "salt"]

  /// The place of the first one that holds something, and how many records hold one; `nil` when there is none.
  static func find(in json: JSONRecords) -> (place: Place, records: Int)? {
    var first: Place?
    var count = 0
    for record in json.records {
      guard case .success(let node) = record.node,
        let place = find(in: node, pointer: json.shape == .object ? "" : "/\(record.index)")
      else { continue }
      count += 1
      if first == nil { first = place }
    }
    return first.map { ($0, count) }
  }

  private static func find(in node: JSONNode, pointer: String) -> Place? {
    for (key, value) in node.members {
      if names.contains(key.lowercased()), holdsSomething(value) {
        return Place(line: value.line, pointer: pointer + "/" + key)
      }
      if value.count > 0, let place = find(in: value, pointer: pointer + "/" + key) { return place }
    }
    for (index, element) in node.elements.enumerated() where element.count > 0 {
      if let place = find(in: element, pointer: pointer + "/\(index)") { return place }
    }
    return nil
  }

  private static func holdsSomething(_ value: JSONNode) -> Bool {
    !value.isNull && (value.kind != .string || value.withTextBytes { !$0.isEmpty } == true)
  }

  /// The same for a table.
  static func find(in table: TableInput) -> (place: Place, records: Int)? {
    let columns = table.header.indices.filter { names.contains(TableInput.trim(table.header[$0]).lowercased()) }
    guard !columns.isEmpty else { return nil }
    let rows = table.rows.filter { row in columns.contains { !row.trimmed($0).isEmpty } }
    return rows.first.map { (Place(line: $0.line, pointer: TableInput.trim(table.header[columns[0]])), rows.count) }
  }

  /// How the message about them begins.
  static let finding = "contains credentials"

  /// What the report says of them.
  static func problem(_ found: (place: Place, records: Int)) -> SourceReport.Problem {
    SourceReport.Problem(
      line: found.place.line, pointer: found.place.pointer,
      message: "\(finding) (`Password` or `Salt`) in \(found.records) "
        + "record\(found.records == 1 ? "" : "s"); dropped; delete this export and make one without them")
  }
}
