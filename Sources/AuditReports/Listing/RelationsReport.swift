import FactStore
import PolicyEngine

/// Every relation that a policy can read, with its columns and what it means.
package struct RelationsReport {
  /// Sources first, then derived, each by name.
  let relations: [CheckedProgram.RelationInfo]
  /// By source relation: the policies that call it optional, by id.
  let optional: [String: [String]]

  /// - Parameter isAsked: which relations are asked for, by name.
  package init(_ checked: CheckedProgram, where isAsked: (String) -> Bool = { _ in true }) {
    relations = checked.relations.values.filter { isAsked($0.schema.name) }.sorted { left, right in
      if left.kind != right.kind { return left.kind == .source }
      return left.schema.name < right.schema.name
    }
    var optional: [String: [String]] = [:]
    for policy in checked.policies {
      for name in PolicyReads.sources(of: policy, in: checked).optional {
        optional[name, default: []].append(policy.id.text)
      }
    }
    self.optional = optional
  }

  package func text(style: TerminalStyle, into sink: inout ReportSink) {
    for relation in relations {
      let schema = relation.schema
      let columns = schema.columns.map(Self.column).joined(separator: ", ")
      let kind = relation.kind == .source ? "source" : "derived"
      sink.write(style.paint(InertText.line(schema.name), .bold) + "(\(InertText.line(columns)))  \(kind)\n")
      if !schema.key.isEmpty { sink.write("  key \(schema.key.joined(separator: ", "))\n") }
      for reference in schema.references {
        sink.write("  references \(reference.column) \(reference.target).\(reference.targetColumn)\n")
      }
      if !schema.doc.isEmpty { sink.write("  \(InertText.line(schema.doc))\n") }
      for column in schema.columns where !column.doc.isEmpty {
        sink.write("  \(column.name): \(InertText.line(column.doc))\n")
      }
      if !schema.obtain.isEmpty { sink.write("  obtain: \(InertText.line(schema.obtain.english))\n") }
      if let policies = optional[schema.name] {
        sink.write(
          "  optional in \(policies.joined(separator: ", ")): read as empty where it is declared that there is none\n")
      }
    }
    let sources = relations.count { $0.kind == .source }
    sink.write("\n\(Plural.of(sources, "source relation")), \(relations.count - sources) derived\n")
  }

  package func json(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.relations/1")
      json.key("relations")
      json.array { json in
        for relation in relations {
          json.lineBreak()
          write(relation, into: &json)
        }
        json.lineBreak()
      }
    }
    try json.finish()
  }

  private static func column(_ column: ColumnSchema) -> String {
    let values = column.values.map { " values " + $0.map { "\"\($0)\"" }.joined(separator: ", ") } ?? ""
    return "\(column.name)\(column.isOptional ? "?" : ""): \(column.type.name)\(values)"
  }

  private func write(_ relation: CheckedProgram.RelationInfo, into json: inout JSONWriter) {
    let schema = relation.schema
    json.object { json in
      json.member("name", schema.name)
      json.member("kind", relation.kind == .source ? "source" : "derived")
      json.member("doc", schema.doc)
      json.member("obtain", schema.obtain.english)
      json.member("optional_in", optional[schema.name] ?? [])
      json.key("columns")
      json.array { json in
        for column in schema.columns {
          json.object { json in
            json.member("name", column.name)
            json.member("type", column.type.name)
            json.member("optional", column.isOptional)
            if let values = column.values { json.member("values", values) }
            json.member("doc", column.doc)
          }
        }
      }
      json.member("key", schema.key)
      json.key("references")
      json.array { json in
        for reference in schema.references {
          json.object { json in
            json.member("column", reference.column)
            json.member("relation", reference.target)
            json.member("target_column", reference.targetColumn)
          }
        }
      }
    }
  }
}
