import FactStore
import Formats

extension Mapping {
  /// Reads a mapping file.
  /// - Throws: everything that is wrong with it, with file and line; line 0 when the file cannot be read at all.
  public static func load(_ path: String) throws(ConfigurationError) -> Mapping {
    try read(try Configuration.bytes(path), path: path)
  }

  /// Reads the text of a mapping file: a map with the one key `mapping`.
  public static func read(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> Mapping {
    let root = try Configuration.tree(bytes, path: path)
    var reader = MappingReader(SettingsReader(path: path))
    let mapping = reader.readFile(root)
    if !reader.settings.problems.isEmpty {
      throw ConfigurationError(problems: reader.settings.problems.sorted { $0.line < $1.line })
    }
    return mapping
  }
}

/// Turns the tree of a mapping into relations and files.
struct MappingReader {
  private(set) var settings: SettingsReader
  private var relations: [RelationSchema] = []

  init(_ settings: SettingsReader) { self.settings = settings }

  mutating func readFile(_ root: YAMLNode) -> Mapping {
    let top = settings.map(root, "the file", keys: ["mapping"])
    guard let mapping = top["mapping"] else {
      settings.report(1, "`mapping` is missing", help: "begin the file with `mapping:`")
      return Mapping(path: settings.path, relations: [], files: [])
    }
    return read(mapping)
  }

  mutating func read(_ node: YAMLNode) -> Mapping {
    let top = settings.map(node, "a mapping", keys: ["relations", "files"])
    if let node = top["relations"] {
      for (key, value) in settings.members(node, "`relations`") ?? [] { readRelation(key, value) }
      checkReferences(node)
    }
    let files = settings.list(top["files"], "`files`").compactMap { readFile(entry: $0) }
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
    let key = settings.texts(entry["key"], "`key`")
    for column in key where !columns.contains(where: { $0.name == column && !$0.isOptional }) {
      settings.report(entry["key"]?.line ?? name.line, "`\(column)` in `key` is no required column of `\(name.name)`")
    }
    relations.append(
      RelationSchema(
        name.name, doc: settings.text(entry["doc"], "`doc`") ?? "",
        obtain: settings.text(entry["obtain"], "`obtain`") ?? "", columns: columns,
        key: key, references: readReferences(entry["references"], columns),
        alternatives: settings.text(entry["alternatives"], "`alternatives`")))
  }

  private mutating func readColumns(_ node: YAMLNode?, of relation: YAMLKey) -> [ColumnSchema] {
    guard let node, let members = settings.members(node, "`columns`"), !members.isEmpty else {
      settings.report(relation.line, "`\(relation.name)` has no columns", help: "write `columns: { name: text }`")
      return []
    }
    return members.map { key, value in
      if !Self.isName(Substring(key.name)) {
        settings.report(key.line, "`\(key.name)` is no name of a column", help: "use small letters, digits and `_`")
      }
      if let type = value.text { return ColumnSchema(key.name, readType(type, value.line)) }
      let entry = settings.map(value, "a column", keys: ["type", "optional", "values", "doc"])
      let type = settings.text(entry["type"], "`type` of `\(key.name)`", requiredBy: key.line)
      let values = entry["values"].map { _ in settings.texts(entry["values"], "`values`") }
      return ColumnSchema(
        key.name, type.map { readType($0, value.line) } ?? .text,
        optional: settings.flag(entry["optional"], "`optional`") ?? false, values: values,
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
    settings.list(node, "`references`").compactMap { element in
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

  private func schema(_ name: String) -> RelationSchema? {
    (relations + Importers.schemas).first { $0.name == name }
  }

  // MARK: Files

  private mutating func readFile(entry node: YAMLNode) -> MappedFile? {
    let entry = settings.map(
      node, "an entry of `files`",
      keys: ["path", "format", "grade", "header", "fields", "delimiter", "records", "total", "facts"])
    guard let path = settings.text(entry["path"], "`path` of an entry of `files`", requiredBy: node.line) else {
      return nil
    }
    guard entry["format"] != nil else {
      settings.report(node.line, "`format` is missing", help: "write one of `jsonl`, `json`, `csv`, `tsv`")
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
    if let records = entry["records"] { file.records = readPath(records, "`records`") }
    if let total = entry["total"] { file.total = readPath(total, "`total`") }
    checkForm(of: file, node)
    for fact in settings.list(entry["facts"], "`facts`") {
      guard let rule = readFact(fact, format) else { continue }
      file.facts.append(rule)
    }
    if file.facts.isEmpty, settings.problems.isEmpty {
      settings.report(node.line, "`facts` is missing", help: "say which relation a record of the file fills")
    }
    return file
  }

  private mutating func checkForm(of file: MappedFile, _ node: YAMLNode) {
    let isTable = file.format == .csv || file.format == .tsv
    if isTable, !file.hasHeader, file.fields.isEmpty {
      settings.report(node.line, "a table without a header needs `fields`", help: "write `fields: [a, b]`")
    }
    if !file.fields.isEmpty, file.hasHeader || !isTable {
      settings.report(node.line, "`fields` is for tables with `header: false`")
    }
    if let name = file.fields.first(where: { Credentials.names.contains($0.lowercased()) }), isTable {
      settings.report(node.line, "the field `\(name)` may stay out: credentials are never read", help: "name it `_`")
    }
    if file.format != .json, !file.records.isEmpty || file.total != nil {
      settings.report(node.line, "`records` and `total` are for `format: json`")
    }
    if (file.grade == .counted) != (file.total != nil) {
      settings.report(node.line, "`grade: counted` and `total` belong together")
    }
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

  private mutating func readPath(_ node: YAMLNode, _ what: String) -> JSONPath {
    guard let text = settings.text(node, what) else { return JSONPath() }
    guard let path = JSONPath(text) else {
      settings.report(node.line, "\(what) must be a JSON pointer", help: "begin it with `/`: `/items`")
      return JSONPath()
    }
    return path
  }

  // MARK: Facts

  private mutating func readFact(_ node: YAMLNode, _ format: MappedFile.Format) -> FactRule? {
    let entry = settings.map(node, "a fact", keys: ["relation", "each", "missing", "columns", "empty"])
    guard let name = settings.text(entry["relation"], "`relation` of a fact", requiredBy: node.line) else { return nil }
    guard let schema = schema(name) else {
      let names = (relations + Importers.schemas).map(\.name)
      settings.report(
        entry["relation"]?.line ?? node.line, "there is no relation `\(name)`",
        help: Suggestion.nearest(to: name, in: names).map { "did you mean `\($0)`?" } ?? "declare it in `relations`")
      return nil
    }
    let isTable = format == .csv || format == .tsv
    let each = entry["each"].map { readPath($0, "`each`") } ?? JSONPath()
    if isTable, !each.isEmpty { settings.report(node.line, "`each` is for JSON: a table has no lists") }
    let missing = settings.text(entry["missing"], "`missing`")
    if let missing, !["none", "reject"].contains(missing) {
      settings.report(entry["missing"]!.line, "`missing` must be `none` or `reject`")
    }
    let sources = readSources(entry["columns"], schema, isTable: isTable)
    let empties = readEmpties(entry["empty"], schema)
    let columns = schema.columns.map { column -> ColumnRule in
      let empty = empties[column.name]
      if empty == nil, column.isOptional {
        settings.report(
          node.line, "what an empty `\(column.name)` means is not said",
          help: "write `empty: { \(column.name): none }`, or `unknown`, or `reject`")
      }
      return ColumnRule(
        column: column, source: sources[column.name] ?? .field(column.name), empty: empty ?? .reject,
        form: Self.form(column.type))
    }
    for rule in columns {
      guard case .constant(let text) = rule.source else { continue }
      if let wrong = ScalarReader(rule).read(.text(text)).problem { settings.report(node.line, wrong) }
    }
    return FactRule(
      relation: name, each: each, missingListMeansNone: missing == "none", columns: columns, line: node.line)
  }

  /// Identities of built-in things have a normal form, so that they join with what the importers read.
  private static func form(_ type: ValueType) -> NormalForm? {
    guard case .entity(let name) = type else { return nil }
    switch name {
    case "kitos.user", "kitos.organisation", "kitos.object", "kitos.role": return .uuid
    case "mailbox": return .email
    default: return nil
    }
  }

  private mutating func readSources(
    _ node: YAMLNode?, _ schema: RelationSchema, isTable: Bool
  ) -> [String: ColumnRule.Source] {
    guard let node, let members = settings.members(node, "`columns`") else { return [:] }
    var sources: [String: ColumnRule.Source] = [:]
    for (key, value) in members {
      guard checkColumn(key, schema), let source = readSource(value, isTable: isTable) else { continue }
      sources[key.name] = source
    }
    return sources
  }

  private mutating func readSource(_ node: YAMLNode, isTable: Bool) -> ColumnRule.Source? {
    guard let text = node.text else {
      let entry = settings.map(node, "a source of a column", keys: ["const"])
      return settings.text(entry["const"], "`const`", requiredBy: node.line).map { .constant($0) }
    }
    if let last = text.split(separator: "/").last, Credentials.names.contains(last.lowercased()) {
      settings.report(node.line, "`\(text)` is not read: an audit needs no credentials")
      return nil
    }
    if isTable { return .field(text) }
    if text == "." { return .path(JSONPath()) }
    var rest = Substring(text)
    var up = 0
    while rest.hasPrefix("../") {
      up += 1
      rest = rest.dropFirst(3)
    }
    if up > 0 { return .parent(up: up, JSONPath(rest.hasPrefix("/") ? String(rest) : "/" + rest) ?? JSONPath()) }
    guard text.hasPrefix("/"), let path = JSONPath(text) else { return .field(text) }
    return path.names.count == 1 ? .field(path.names[0]) : .path(path)
  }

  private mutating func readEmpties(_ node: YAMLNode?, _ schema: RelationSchema) -> [String: ColumnRule.Empty] {
    guard let node, let members = settings.members(node, "`empty`") else { return [:] }
    var empties: [String: ColumnRule.Empty] = [:]
    for (key, value) in members {
      guard checkColumn(key, schema),
        let empty = settings.choice(value, "meaning of an empty cell", of: ColumnRule.Empty.self),
        let column = schema.columns.first(where: { $0.name == key.name })
      else { continue }
      if empty == .none, !column.isOptional {
        settings.report(
          value.line, "`\(key.name)` is required, so an empty one cannot mean `none`",
          help: "write `reject` or `unknown`, or make the column optional")
        continue
      }
      if empty == .keep, column.type != .text, !isPlainEntity(column.type) {
        settings.report(value.line, "`keep` is for texts; `\(key.name)` is \(column.type.name)")
        continue
      }
      empties[key.name] = empty
    }
    return empties
  }

  private func isPlainEntity(_ type: ValueType) -> Bool {
    guard case .entity = type else { return false }
    return Self.form(type) == nil
  }

  private mutating func checkColumn(_ key: YAMLKey, _ schema: RelationSchema) -> Bool {
    let names = schema.columns.map(\.name)
    if names.contains(key.name) { return true }
    settings.report(
      key.line, "`\(schema.name)` has no column `\(key.name)`",
      help: Suggestion.nearest(to: key.name, in: names).map { "did you mean `\($0)`?" }
        ?? "columns are " + names.map { "`\($0)`" }.joined(separator: ", "))
    return false
  }

  /// Whether the policy language takes the text as a name.
  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "_")
    }
  }
}
