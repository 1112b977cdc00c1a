import FactStore

/// Source relations of a system that no built-in importer knows, and the files that fill them.
public struct Mapping: Sendable {
  /// The file that declares it, as messages name it.
  public var path: String
  package var relations: [RelationSchema]
  package var files: [MappedFile]
}

/// Files of one form, and the facts that each record of them gives.
public struct MappedFile: Sendable {
  package var pattern: PathPattern
  package var format: Format
  package var grade: CompletenessGrade
  /// For a table: whether its first row names the columns.
  public var hasHeader: Bool
  /// For a table without a header: the names of its columns.
  public var fields: [String]
  /// For a table: the byte between cells; `nil` to find out.
  public var delimiter: UInt8?
  /// For a JSON document: where the list of records stands; empty for the document itself.
  public var records: JSONPath
  /// For a JSON document: where its total stands, which must agree with the number of records.
  public var total: JSONPath?
  package var facts: [FactRule]
  /// Where the mapping says it.
  public var line: Int

  /// For a workbook: the sheet; `nil` for the first that has all columns which facts name.
  public var sheet: String?

  /// How the file is written.
  public enum Format: String, Sendable, CaseIterable {
    case jsonl, json, csv, tsv, xlsx

    /// Whether its records are rows with named columns.
    public var isTable: Bool { self == .csv || self == .tsv || self == .xlsx }
  }

  /// The columns of a table that facts are made of.
  package var fieldsRead: Set<String> {
    Set(
      facts.flatMap(\.columns).compactMap { column in
        if case .field(let name) = column.source { name } else { nil }
      })
  }

  /// The kind of such a file in reports.
  package var kind: String { "mapping." + (facts.first?.relation ?? "none") }
}

/// One kind of fact that a record gives.
public struct FactRule: Sendable {
  package var relation: String
  /// The list within the record that gives one fact per element; empty for the record itself.
  public var each: JSONPath
  /// Whether a record without that list has no such facts; otherwise they are unknown and the record is rejected.
  public var missingListMeansNone: Bool
  /// In the order of the relation's columns.
  public var columns: [ColumnRule]
  package var line: Int

  /// Whether the record says that it has no such fact, by a required cell that is empty.
  func isNone(_ cells: [String: FactWriter.Cell]) -> Bool {
    columns.contains { column in
      guard column.empty == .noneOfIt, case .some(.none) = cells[column.column.name] else { return false }
      return true
    }
  }
}

/// Where a column of a fact comes from.
public struct ColumnRule: Sendable {
  package var column: ColumnSchema
  package var source: Source
  package var empty: Empty
  /// For an entity: the normal form of its identity.
  public var form: NormalForm?

  /// Where the value of a column stands.
  public enum Source: Hashable, Sendable {
    /// A column of the table, or a key of the record.
    case field(String)
    /// A place in the element.
    case path(JSONPath)
    /// A place in the record around the element, `up` levels above it.
    case parent(up: Int, JSONPath)
    /// The same for every record, as text.
    case constant(String)

    /// The names of fields that lead to it.
    package var names: [String] {
      switch self {
      case .field(let name): [name]
      case .path(let path), .parent(_, let path): path.names
      case .constant: []
      }
    }
  }

  /// What an empty cell means: an empty text, null, or a key that is not there.
  public enum Empty: Hashable, Sendable {
    /// The thing has none. Only for optional columns.
    case none
    /// It is not known.
    case unknown
    /// The record cannot be used.
    case reject
    /// An empty text is a value. Only for texts and entities.
    case keep
    /// This value is meant.
    case constant(String)
    /// The record has no such fact: neither a row nor a hole. Only for required columns.
    case noneOfIt
  }
}

/// A JSON pointer, taken apart.
public struct JSONPath: Hashable, Sendable {
  package var names: [String]
  package var isEmpty: Bool { names.isEmpty }

  package init(names: [String] = []) { self.names = names }

  /// Reads a pointer such as `/items/0/name`; `nil` when it does not begin with `/`. `~1` is `/` and `~0` is `~`.
  public init?(_ text: String) {
    if text.isEmpty {
      names = []
      return
    }
    guard text.hasPrefix("/") else { return nil }
    names = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(Self.unescape)
  }

  /// As a pointer.
  public var text: String { names.map { "/" + Self.escape($0) }.joined() }

  package static func escape(_ name: String) -> String {
    name.contains { $0 == "~" || $0 == "/" }
      ? name.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined() : name
  }

  private static func unescape(_ name: Substring) -> String {
    guard name.contains("~") else { return String(name) }
    var result = ""
    var rest = name
    while let tilde = rest.firstIndex(of: "~") {
      result += rest[..<tilde]
      let next = rest.index(after: tilde)
      guard next < rest.endIndex else { return result + "~" }
      result += rest[next] == "1" ? "/" : rest[next] == "0" ? "~" : "~" + String(rest[next])
      rest = rest[rest.index(after: next)...]
    }
    return result + rest
  }
}
