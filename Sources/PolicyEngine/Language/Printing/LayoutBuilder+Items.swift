/// Declarations, rules and whole files.
extension LayoutBuilder {
  /// - Parameter starts: Where each item starts in the source, if there is one.
  mutating func items(_ items: [Item], starts: [Int]? = nil) -> Layout {
    let blocks = items.enumerated().map { index, item in
      Block(
        start: starts?[index] ?? item.span.start, end: item.span.end, isSetApart: isSetApart(item),
        documentation: item.documentation)
    }
    return block(blocks, end: .max) { builder, index in builder.item(items[index]) }
  }

  mutating func item(_ item: Item) -> Layout {
    switch item {
    case .entity(let entity): return .text("entity \(entity.name.text)")
    case .relation(let relation): return self.relation(relation)
    case .rule(let rule): return self.rule(rule)
    case .fact(let atom): return .sequence(.text("fact "), self.atom(atom))
    case .parameter(let parameter): return self.parameter(parameter)
    case .policy(let policy): return self.policy(policy)
    }
  }

  mutating func rule(_ rule: Rule) -> Layout {
    let head = atom(rule.head)
    guard rule.body.count == 1 else { return .sequence(head, .text(" if"), lines(of: rule.body)) }
    // A comment after the rule is the rule's, not its only literal's.
    let comments = leading(rule.body[0].span.start)
    let only = literal(rule.body[0])
    return .group(.sequence(head, .text(" if"), .nest(2, .sequence([.line] + comments + [only]))))
  }

  /// Policies, and rules of more than one line, stand apart from their neighbours.
  private func isSetApart(_ item: Item) -> Bool {
    switch item {
    case .policy: true
    case .rule(let rule):
      rule.body.count > 1 || hasComment(in: rule.span)
        || Printer.line(of: rule).unicodeScalars.count > Printer.width
    default: false
    }
  }

  mutating func relation(_ relation: RelationDeclaration) -> Layout {
    let columns = list(
      relation.columns, start: \.name.span.start, end: { ($0.values.last?.span ?? $0.type.span).end }
    ) { $0.column($1) }
    var parts: [Layout] = [
      .group(
        .sequence(
          .text("relation \(relation.name.text)("), .nest(2, .sequence([.softLine] + columns)), .softLine,
          .text(")")))
    ]
    var clauses: [Layout] = []
    if !relation.key.isEmpty { clauses += [.line, .text("key \(Self.list(relation.key))")] }
    for reference in relation.references {
      clauses += [
        .line,
        .text("references \(reference.column.text) \(reference.target.text).\(reference.targetColumn.text)"),
      ]
    }
    parts.append(.nest(2, .sequence(clauses)))
    return .group(.sequence(parts))
  }

  private func column(_ column: RelationDeclaration.Column) -> Layout {
    let head = "\(column.name.text)\(column.isOptional ? "?" : ""): \(column.type.text)"
    guard !column.values.isEmpty else { return .text(head) }
    let values = column.values.map { Layout.text(Self.text(of: $0.value)) }
    return .group(.sequence(.text(head + " values"), .nest(2, .sequence(.line, .commaSeparated(values)))))
  }

  mutating func parameter(_ parameter: ParameterDeclaration) -> Layout {
    let value =
      parameter.isSet
      ? set(parameter.values) : .text(parameter.values.first.map { Self.text(of: $0) } ?? "")
    let range = parameter.range.map { " within \($0.lowerBound)..\($0.upperBound)" } ?? ""
    let type = (parameter.isSet ? "set " : "") + parameter.type.text
    return .sequence(.text("parameter \(parameter.name.text): \(type) = "), value, .text(range))
  }

  static func list(_ names: [Name]) -> String { names.map(\.text).joined(separator: ", ") }
}

extension Item {
  var span: Span {
    switch self {
    case .entity(let entity): entity.span
    case .relation(let relation): relation.span
    case .rule(let rule): rule.span
    case .fact(let atom): atom.span
    case .parameter(let parameter): parameter.span
    case .policy(let policy): policy.span
    }
  }

  fileprivate var documentation: String {
    switch self {
    case .entity(let entity): entity.doc
    case .relation(let relation): relation.doc
    case .rule(let rule): rule.doc
    case .fact: ""
    case .parameter(let parameter): parameter.doc
    case .policy(let policy): policy.doc
    }
  }
}
