import FactStore
import Formats

/// Finds passwords in an export, so that their owner hears of them. Their values are never read.
enum Credentials {
  /// Whether a key or column holds credentials by its name.
  static func areNamed(_ name: String) -> Bool { CredentialName.holds(name) }

  /// Where the first ones stand, under which name, and how many records have some.
  struct Found {
    var place: Place
    var name: String
    var records: Int
  }

  /// The place of the first one that holds something, and how many records hold one; `nil` when there is none.
  static func find(in json: JSONRecords) -> Found? {
    var search = Search()
    var first: Found?
    var count = 0
    for record in json.records {
      guard case .success(let node) = record.node,
        let place = search.find(in: node, pointer: json.shape == .object ? "" : "/\(record.index)")
      else { continue }
      count += 1
      if first == nil { first = Found(place: place.place, name: place.name, records: 1) }
    }
    first?.records = count
    return first
  }

  /// One walk through the records of a file: each name is judged once.
  private struct Search {
    private var verdicts: [String: Bool] = [:]
    /// Names that are kept: a document whose keys are values has as many as it has records.
    private static let limit = 4096

    private mutating func areNamed(_ name: String) -> Bool {
      if let verdict = verdicts[name] { return verdict }
      let verdict = CredentialName.holds(name)
      if verdicts.count < Self.limit { verdicts[name] = verdict }
      return verdict
    }

    mutating func find(in node: JSONNode, pointer: @autoclosure () -> String) -> (place: Place, name: String)? {
      for (key, value) in node.members {
        if areNamed(key), holdsSomething(value) {
          return (Place(line: value.line, pointer: pointer() + "/" + key), key)
        }
        if value.count > 0, let place = find(in: value, pointer: pointer() + "/" + key) { return place }
      }
      for (index, element) in node.elements.enumerated() where element.count > 0 {
        if let place = find(in: element, pointer: pointer() + "/\(index)") { return place }
      }
      return nil
    }
  }

  private static func holdsSomething(_ value: JSONNode) -> Bool {
    switch value.kind {
    case .null, .bool: false
    case .string: value.withTextBytes { !$0.isEmpty } == true
    case .array, .object: value.count > 0
    default: true
    }
  }

  /// The same for a table.
  static func find(in table: TableInput) -> Found? {
    let columns = table.header.indices.filter { areNamed(table.header[$0]) }
    guard !columns.isEmpty else { return nil }
    let rows = table.rows.filter { row in columns.contains { !row.trimmed($0).isEmpty } }
    let title = TableInput.trim(table.header[columns[0]])
    // The first line of a table without titles is data, and `Secret1` there is somebody's password.
    let isData = title.contains(where: \.isNumber)
    let name = isData ? "column \(columns[0] + 1)" : title
    return rows.first.map {
      Found(place: Place(line: $0.line, pointer: isData ? "" : title), name: name, records: rows.count)
    }
  }

  /// How the message about them begins.
  static let finding = "contains credentials"

  /// What the report says of them.
  static func problem(_ found: Found) -> SourceReport.Problem {
    SourceReport.Problem(
      line: found.place.line, pointer: found.place.pointer,
      message: "\(finding) (`\(found.name.prefix(60))`) in \(found.records) "
        + "record\(found.records == 1 ? "" : "s"); dropped; delete this export and make one without them")
  }
}
