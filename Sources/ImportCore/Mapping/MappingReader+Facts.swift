import FactStore
import Formats

extension MappingReader {
  mutating func readFact(_ node: YAMLNode, _ format: MappedFile.Format) -> FactRule? {
    let entry = settings.map(node, "a fact", keys: ["relation", "each", "missing", "columns", "empty"])
    guard let name = settings.text(entry["relation"], "`relation` of a fact", requiredBy: node.line) else { return nil }
    guard let schema = schema(name) else {
      let names = (relations + registry.schemas).map(\.name)
      settings.report(
        entry["relation"]?.line ?? node.line, "there is no relation `\(name)`",
        help: Suggestion.nearest(to: name, in: names).map { "did you mean `\($0)`?" } ?? "declare it in `relations`")
      return nil
    }
    if schema.alternatives?.isMain == false {
      settings.report(
        entry["relation"]?.line ?? node.line, "`\(name)` is filled by its own exports only",
        help: "fill `employees.person`, `employees.email` and `employees.employment`, which say the same")
    }
    let isTable = format.isTable
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
        form: form(column.type))
    }
    for rule in columns {
      // Also where the field has the name of its column, and is not written down.
      refuseCredentials(rule.source.names, node.line)
      guard case .constant(let text) = rule.source else { continue }
      if let wrong = ScalarReader(rule).read(.text(text)).problem { settings.report(node.line, wrong.english) }
    }
    return FactRule(
      relation: name, each: each, missingListMeansNone: missing == "none", columns: columns, line: node.line)
  }

  /// Identities of built-in things have a normal form, so that they join with what the importers read.
  private func form(_ type: ValueType) -> NormalForm? {
    guard case .entity(let name) = type else { return nil }
    return registry.normalForm(ofEntity: name)
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
        let empty = readEmpty(value),
        let column = schema.columns.first(where: { $0.name == key.name })
      else { continue }
      if empty == .none, !column.isOptional {
        settings.report(
          value.line, "`\(key.name)` is required, so an empty one cannot mean `none`",
          help:
            "write `none-of-it` where a record without it has no such fact, `reject` or `unknown`, or make the column "
            + "optional")
        continue
      }
      if empty == .noneOfIt, column.isOptional {
        settings.report(
          value.line, "`\(key.name)` is optional: a record without it is still one of the relation",
          help: "write `none`; `none-of-it` is for a required column, without which there is no fact")
        continue
      }
      if empty == .keep, column.type != .text, !isPlainEntity(column.type) {
        settings.report(value.line, "`keep` is for texts; `\(key.name)` is \(column.type.name)")
        continue
      }
      if case .constant(let text) = empty {
        let rule = ColumnRule(column: column, source: .constant(text), empty: .reject, form: form(column.type))
        if let wrong = ScalarReader(rule).read(.text(text)).problem { settings.report(value.line, wrong.english) }
      }
      empties[key.name] = empty
    }
    return empties
  }

  private enum EmptyWord: String, CaseIterable {
    case none, unknown, reject, keep
    case noneOfIt = "none-of-it"
  }

  /// One of five words, or `{ const: "x" }`.
  private mutating func readEmpty(_ node: YAMLNode) -> ColumnRule.Empty? {
    if node.text == nil {
      let entry = settings.map(node, "the meaning of an empty cell", keys: ["const"])
      return settings.text(entry["const"], "`const`", requiredBy: node.line).map { .constant($0) }
    }
    switch settings.choice(node, "meaning of an empty cell", of: EmptyWord.self) {
    case .none?: return ColumnRule.Empty.none
    case .unknown?: return .unknown
    case .reject?: return .reject
    case .keep?: return .keep
    case .noneOfIt?: return .noneOfIt
    case nil: return nil
    }
  }

  private func isPlainEntity(_ type: ValueType) -> Bool {
    guard case .entity = type else { return false }
    return form(type) == nil
  }

  mutating func checkColumn(_ key: YAMLKey, _ schema: RelationSchema) -> Bool {
    let names = schema.columns.map(\.name)
    if names.contains(key.name) { return true }
    settings.report(
      key.line, "`\(schema.name)` has no column `\(key.name)`",
      help: Suggestion.nearest(to: key.name, in: names).map { "did you mean `\($0)`?" }
        ?? "columns are " + names.map { "`\($0)`" }.joined(separator: ", "))
    return false
  }

  /// Whether the policy language takes the text as a name.
  static func isName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "_")
    }
  }
}
