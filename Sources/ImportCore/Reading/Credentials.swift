import FactStore
import Formats
import Localization

/// Finds passwords in an export, so that their owner hears of them. Their values are never read.
package enum Credentials {
  /// Whether a key or column holds credentials by its name.
  static func areNamed(_ name: String) -> Bool { CredentialName.holds(name) }

  /// Where the first ones stand, under which name, and how many records have some.
  package struct Found {
    package var place: Place
    package var name: Phrase
    package var records: Int
  }

  /// The place of the first one that holds something, and how many records hold one; `nil` when there is none.
  package static func find(in json: JSONRecords) -> Found? {
    var search = Search()
    for record in json.records { search.look(at: record, isList: json.shape != .object) }
    return search.found
  }

  /// A search that goes from record to record.
  package struct Search {
    package private(set) var found: Found?
    /// What the names say that were met. Documents repeat a few dozen.
    private var known: [String: Bool] = [:]
    private static let mostNames = 10_000

    package mutating func look(at record: JSONRecords.Record, isList: Bool) {
      guard case .success(let node) = record.node, let place = find(in: node) else { return }
      guard found == nil else {
        found?.records += 1
        return
      }
      let path = (isList ? ["\(record.index)"] : []) + place.path.reversed()
      found = Found(
        place: Place(line: place.line, pointer: path.map { "/" + $0 }.joined()),
        name: "\(ForeignText.name(place.path[0]))",
        records: 1)
    }

    /// The names and numbers that lead to the first one, innermost first, and its line.
    private mutating func find(in node: JSONNode) -> (path: [String], line: Int)? {
      for (key, value) in node.members {
        if isNamed(key), holdsSomething(value) { return ([key], value.line) }
        if value.count > 0, let place = find(in: value) { return (place.path + [key], place.line) }
      }
      for (index, element) in node.elements.enumerated() where element.count > 0 {
        if let place = find(in: element) { return (place.path + ["\(index)"], place.line) }
      }
      return nil
    }

    private mutating func isNamed(_ key: String) -> Bool {
      if let known = known[key] { return known }
      let isNamed = CredentialName.holds(key)
      if known.count < Self.mostNames { known[key] = isNamed }
      return isNamed
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
  package static func find(in table: TableInput) -> Found? {
    let columns = table.header.indices.filter { areNamed(table.header[$0]) }
    guard !columns.isEmpty else { return nil }
    let rows = table.rows.filter { row in columns.contains { !row.trimmed($0).isEmpty } }
    let title = TableInput.trim(table.header[columns[0]])
    // The first line of a table without titles is data, and `Secret1` there is somebody's password.
    let isData = title.contains(where: \.isNumber)
    let name: Phrase = isData ? "column \(columns[0] + 1)" : "\(ForeignText.name(title))"
    return rows.first.map {
      Found(place: Place(line: $0.line, pointer: isData ? "" : title), name: name, records: rows.count)
    }
  }

  /// Whether a problem is that of credentials.
  package static func isFound(by problem: SourceReport.Problem) -> Bool { problem.message.key == key }

  private static let key = message("", 0).key

  private static func message(_ name: Phrase, _ records: Int) -> Phrase {
    """
    contains credentials (`\(name)`) in \(records, "record", "records"); dropped; delete this export and make one \
    without them
    """
  }

  /// What the report says of them.
  package static func problem(_ found: Found) -> SourceReport.Problem {
    SourceReport.Problem(
      line: found.place.line, pointer: found.place.pointer,
      message: message(found.name, found.records))
  }
}
