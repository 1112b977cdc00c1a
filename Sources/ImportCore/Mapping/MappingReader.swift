import FactStore
import Formats
import Localization

extension Mapping {
  /// Reads a mapping file.
  /// - Throws: everything that is wrong with it, with file and line; line 0 when the file cannot be read at all.
  public static func load(_ path: FilePath, _ registry: Registry) throws(ConfigurationError) -> Mapping {
    try read(try SettingsFile.bytes(path), path: path.shown, registry)
  }

  /// Reads the text of a mapping file: a map with the one key `mapping`.
  public static func read(_ bytes: [UInt8], path: String, _ registry: Registry) throws(ConfigurationError) -> Mapping {
    let root = try SettingsFile.tree(bytes, path: path)
    var reader = MappingReader(SettingsReader(path: path), registry)
    let mapping = reader.readFile(root)
    if !reader.settings.problems.isEmpty {
      throw ConfigurationError(problems: reader.settings.problems.sorted { $0.line < $1.line })
    }
    return mapping
  }
}

/// Turns the tree of a mapping into relations and files.
struct MappingReader {
  var settings: SettingsReader
  private(set) var relations: [RelationSchema] = [] {
    didSet { for relation in relations[oldValue.count...] { schemas[relation.name] = relation } }
  }
  /// Every relation that a fact may fill, by name.
  private var schemas: [String: RelationSchema]
  let registry: Registry
  /// Columns of a relation; the policy language has no more in one of its own.
  static let columnLimit = 32

  init(_ settings: SettingsReader, _ registry: Registry) {
    self.settings = settings
    self.registry = registry
    schemas = Dictionary(registry.schemas.map { ($0.name, $0) }) { first, _ in first }
  }

  mutating func readFile(_ root: YAMLNode) -> Mapping {
    let top = settings.map(root, "the file", keys: ["mapping"])
    guard settings.isKnown(root, keys: ["mapping"]), let mapping = top["mapping"] else {
      settings.report(1, "`mapping` is missing", help: "begin the file with `mapping:`")
      return Mapping(path: settings.path, relations: [], files: [])
    }
    return read(mapping)
  }

  mutating func read(_ node: YAMLNode) -> Mapping {
    let top = settings.map(node, "a mapping", keys: ["relations", "files"])
    if let node = top["relations"] {
      for (key, value) in settings.members(node, "`relations`", limit: SettingsReader.smallLimit) ?? [] {
        readRelation(key, value)
      }
      checkReferences(node)
    }
    let files = settings.list(top["files"], "`files`", limit: SettingsReader.smallLimit).compactMap {
      readFile(entry: $0)
    }
    return Mapping(path: settings.path, relations: relations, files: files)
  }

  // MARK: Relations

  private mutating func readRelation(_ name: YAMLKey, _ node: YAMLNode) {
    let entry = settings.map(
      node, "a relation", keys: ["doc", "obtain", "columns", "key", "references", "alternatives"])
    let parts = name.name.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count < 2 || !parts.allSatisfy({ Self.isName($0) }) {
      settings.report(
        name.line, "`\(name.name)` is no name of a relation", help: "write `system.thing`, in small letters")
    }
    let columns = readColumns(entry["columns"], of: name)
    let key = settings.texts(entry["key"], "`key`", limit: Self.columnLimit)
    for column in key where !columns.contains(where: { $0.name == column && !$0.isOptional }) {
      settings.report(entry["key"]?.line ?? name.line, "`\(column)` in `key` is no required column of `\(name.name)`")
    }
    let obtain = settings.text(entry["obtain"], "`obtain`")
    relations.append(
      RelationSchema(
        name.name, doc: settings.text(entry["doc"], "`doc`") ?? "",
        obtain: obtain.map { "\($0)" } ?? "", columns: columns, key: key,
        references: readReferences(entry["references"], columns),
        alternatives: settings.text(entry["alternatives"], "`alternatives`").map { Alternative($0) }))
  }

  private mutating func readColumns(_ node: YAMLNode?, of relation: YAMLKey) -> [ColumnSchema] {
    guard let node, let members = settings.members(node, "`columns`", limit: Self.columnLimit),
      !members.isEmpty
    else {
      settings.report(relation.line, "`\(relation.name)` has no columns", help: "write `columns: { name: text }`")
      return []
    }
    return members.map { key, value in
      if !Self.isName(Substring(key.name)) {
        settings.report(key.line, "`\(key.name)` is no name of a column", help: "use small letters, digits and `_`")
      }
      if let type = value.text { return ColumnSchema(key.name, readType(type, value.line)) }
      let entry = settings.map(value, "a column", keys: ["type", "optional", "values", "names_people", "doc"])
      let type = settings.text(entry["type"], "`type` of `\(key.name)`", requiredBy: key.line)
      let values = entry["values"].map { _ in settings.texts(entry["values"], "`values`") }
      return ColumnSchema(
        key.name, type.map { readType($0, value.line) } ?? .text,
        optional: settings.flag(entry["optional"], "`optional`") ?? false, values: values,
        namesPeople: settings.flag(entry["names_people"], "`names_people`") ?? false,
        doc: settings.text(entry["doc"], "`doc`") ?? "")
    }
  }

  private static let types = ["text", "int", "bool", "date", "time"]

  private mutating func readType(_ name: String, _ line: Int) -> ValueType {
    switch name {
    case "text": return .text
    case "int": return .int
    case "bool": return .bool
    case "date": return .date
    case "time": return .time
    default: break
    }
    if let form = NormalForm(rawValue: name) { return .normal(form) }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isBuiltIn = ["person", "mailbox"].contains(name)
    if isBuiltIn || (parts.count > 1 && parts.allSatisfy { Self.isName($0) }) { return .entity(name) }
    let known = Self.types + NormalForm.allCases.map(\.rawValue)
    settings.report(
      line, "there is no type `\(name)`",
      help: Suggestion.nearest(to: name, in: known).map { "did you mean `\($0)`?" }
        ?? "types are \(known.map { "`\($0)`" }.joined(separator: ", ")), and things of your own with a dot: "
        + "`system.thing`")
    return .text
  }

  private mutating func readReferences(_ node: YAMLNode?, _ columns: [ColumnSchema]) -> [RelationSchema.Reference] {
    settings.list(node, "`references`", limit: Self.columnLimit).compactMap { element in
      let entry = settings.map(element, "a reference", keys: ["column", "target", "targetColumn"])
      guard let column = settings.text(entry["column"], "`column`", requiredBy: element.line),
        let target = settings.text(entry["target"], "`target`", requiredBy: element.line)
      else { return nil }
      if !columns.contains(where: { $0.name == column }) {
        settings.report(element.line, "`\(column)` in `references` is no column")
      }
      let targetColumn = settings.text(entry["targetColumn"], "`targetColumn`") ?? column
      return RelationSchema.Reference(column, target, targetColumn)
    }
  }

  private mutating func checkReferences(_ node: YAMLNode) {
    for relation in relations {
      for reference in relation.references {
        let column = schema(reference.target)?.columns.first { $0.name == reference.targetColumn }
        let own = relation.columns.first { $0.name == reference.column }
        if column == nil || column?.isOptional == true {
          settings.report(
            node.line,
            "`\(relation.name)` refers to `\(reference.target).\(reference.targetColumn)`, which is no required column")
        } else if let own, let column, own.type != column.type {
          settings.report(
            node.line,
            "`\(relation.name).\(own.name)` refers to a column of another type (`\(own.type.name)` and "
              + "`\(column.type.name)`)")
        }
      }
    }
  }

  func schema(_ name: String) -> RelationSchema? { schemas[name] }

  // MARK: Files

  private mutating func readFile(entry node: YAMLNode) -> MappedFile? {
    let entry = settings.map(
      node, "an entry of `files`",
      keys: ["path", "format", "grade", "header", "fields", "delimiter", "sheet", "records", "total", "facts"])
    guard let path = settings.text(entry["path"], "`path` of an entry of `files`", requiredBy: node.line) else {
      return nil
    }
    guard entry["format"] != nil else {
      settings.report(node.line, "`format` is missing", help: "write one of `jsonl`, `json`, `csv`, `tsv`, `xlsx`")
      return nil
    }
    guard let format = settings.choice(entry["format"], "format", of: MappedFile.Format.self) else { return nil }
    var file = MappedFile(
      pattern: PathPattern(path), format: format,
      grade: settings.choice(entry["grade"], "grade", of: CompletenessGrade.self) ?? .assumed,
      hasHeader: settings.flag(entry["header"], "`header`") ?? true,
      fields: settings.texts(entry["fields"], "`fields`"), delimiter: nil, records: JSONPath(), total: nil, facts: [],
      line: node.line)
    file.delimiter = readDelimiter(entry["delimiter"])
    file.sheet = entry["sheet"].flatMap { settings.text($0, "`sheet`") }
    if let records = entry["records"] { file.records = readPath(records, "`records`") }
    if let total = entry["total"] { file.total = readPath(total, "`total`") }
    checkForm(of: file, node)
    for fact in settings.list(entry["facts"], "`facts`", limit: SettingsReader.smallLimit) {
      guard let rule = readFact(fact, format) else { continue }
      file.facts.append(rule)
    }
    if file.facts.isEmpty, settings.problems.isEmpty {
      settings.report(node.line, "`facts` is missing", help: "say which relation a record of the file fills")
    }
    return file
  }

  private mutating func checkForm(of file: MappedFile, _ node: YAMLNode) {
    let isTable = file.format.isTable
    if file.sheet != nil, file.format != .xlsx { settings.report(node.line, "`sheet` is for `format: xlsx`") }
    if file.format == .xlsx, !file.hasHeader || file.delimiter != nil {
      settings.report(
        node.line, "`header` and `delimiter` are for texts",
        help: "the first row of a sheet holds its titles; write them there")
    }
    if isTable, !file.hasHeader, file.fields.isEmpty {
      settings.report(node.line, "a table without a header needs `fields`", help: "write `fields: [a, b]`")
    }
    if !file.fields.isEmpty, file.hasHeader || !isTable {
      settings.report(node.line, "`fields` is for tables with `header: false`")
    }
    if isTable { refuseCredentials(file.fields, node.line) }
    if file.format != .json, !file.records.isEmpty || file.total != nil {
      settings.report(node.line, "`records` and `total` are for `format: json`")
    }
    if (file.grade == .counted) != (file.total != nil) {
      settings.report(node.line, "`grade: counted` and `total` belong together")
    }
  }

  /// Reports a way to a value that leads through a name of credentials.
  mutating func refuseCredentials(_ names: [String], _ line: Int) {
    guard let name = names.first(where: CredentialName.holds) else { return }
    settings.report(
      line, "`\(ForeignText.name(name))` is not read: an audit needs no credentials",
      help: "take another column or key; name the field of a table `_`")
  }

  private mutating func readDelimiter(_ node: YAMLNode?) -> UInt8? {
    guard let node, let text = settings.text(node, "`delimiter`") else { return nil }
    if text == "tab" || text == "\t" { return UInt8(ascii: "\t") }
    guard text.utf8.count == 1, let byte = text.utf8.first, [",", ";", "|"].contains(text) else {
      settings.report(node.line, "`delimiter` must be `,`, `;`, `|` or `tab`")
      return nil
    }
    return byte
  }

  mutating func readPath(_ node: YAMLNode, _ what: String) -> JSONPath {
    guard let text = settings.text(node, what) else { return JSONPath() }
    guard let path = JSONPath(text) else {
      settings.report(node.line, "\(what) must be a JSON pointer", help: "begin it with `/`: `/items`")
      return JSONPath()
    }
    refuseCredentials(path.names, node.line)
    return path
  }
}
