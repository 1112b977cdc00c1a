/// Policies: texts are aligned, rules and examples are set apart by empty lines.
extension LayoutBuilder {
  mutating func policy(_ policy: PolicyDeclaration) -> Layout {
    guard !policy.clauses.isEmpty || hasSource else { return .text("policy \(policy.id.text) {\n}") }
    let blocks = policy.clauses.map { Block(start: $0.span.start, end: $0.span.end, isSetApart: $0.isSetApart) }
    let clauses = block(blocks, end: policy.span.end - 1) { builder, index in
      builder.clause(policy.clauses[index])
    }
    return .sequence(
      .text("policy \(policy.id.text) {"), .nest(2, .sequence(.hardLine, clauses)), .hardLine, .text("}"))
  }

  mutating func clause(_ clause: PolicyDeclaration.Clause) -> Layout {
    switch clause {
    case .title(let texts, _), .why(let texts, _), .fix(let texts, _), .obtain(let texts, _), .caveat(let texts, _):
      return .sequence(.text(Self.label(clause.keyword)), .nest(9, self.texts(texts)))
    case .severity(let severity, _): return .text("severity \(severity.rawValue)")
    case .basis(let basis, _):
      return .sequence(
        .text("\(Self.label(clause.keyword))\(basis.kind.rawValue) "), .nest(9, texts(basis.texts)))
    case .controls(let controls, _):
      return .group(
        .sequence(
          .text(Self.label("controls")),
          .nest(9, .commaSeparated(controls.map { .text(Self.text(of: $0.value)) }))))
    case .population(let population): return self.population(population)
    case .fail(let finding), .unverified(let finding), .except(let finding):
      return self.finding(clause.keyword, finding)
    case .example(let example): return self.example(example)
    }
  }

  /// The longest labels have eight letters.
  private static func label(_ keyword: String) -> String {
    keyword + String(repeating: " ", count: max(1, 9 - keyword.count))
  }

  /// One text to a line.
  private mutating func texts(_ texts: Texts) -> Layout {
    var parts: [Layout] = []
    for (index, entry) in texts.entries.enumerated() {
      if index > 0 {
        parts.append(.hardLine)
        parts += leading(entry.text.span.start)
      }
      parts.append(.text((entry.language.map { $0 + " " } ?? "") + Self.text(of: entry.text.value)))
      // After the last text the line may go on, so a comment there must wait.
      if index < texts.entries.count - 1 { parts += trailing(entry.text.span.end) }
    }
    return .sequence(parts)
  }

  private mutating func population(_ population: PolicyDeclaration.Population) -> Layout {
    let head = population.names.isEmpty ? "for" : "for \(Self.list(population.names)) in"
    var short: Layout?
    if population.names.count == 1, let name = population.names.first, let first = population.body.first {
      short = generator(first, of: name.text)
    }
    // The short form starts with the set: its comments stand after the literal's variable.
    let place = population.body.first?.span ?? population.span
    let comments = leading(short == nil ? place.start : place.end)
    if population.body.count == 1, let only = population.body.first, comments.isEmpty {
      return .sequence(.text(head + " "), short ?? literal(only))
    }
    guard let short else {
      return .sequence(.text(head), .nest(2, .sequence([.hardLine] + comments + [body(population.body)])))
    }
    let first = population.body.first.map { trailing($0.span.end) } ?? []
    let rest = Array(population.body.dropFirst())
    let more: [Layout] = rest.isEmpty ? first : [.text(",")] + first + [.hardLine, body(rest)]
    return .sequence(.text(head), .nest(2, .sequence([.hardLine] + comments + [short] + more)))
  }

  /// `for v in v in NAME` is written `for v in NAME`.
  private func generator(_ literal: Literal, of name: String) -> Layout? {
    switch literal {
    case .inName(.variable(let variable), let set, _) where variable.text == name: .text(set.text)
    case .inSet(.variable(let variable), let constants, _) where variable.text == name: set(constants)
    default: nil
    }
  }

  /// One text stands beside the keyword; several stand below it, with `per` and `if` on a line of their own.
  private mutating func finding(_ keyword: String, _ finding: PolicyDeclaration.Finding) -> Layout {
    let message = texts(finding.message)
    let condition = (finding.per.isEmpty ? "" : "per \(Self.list(finding.per)) ") + "if"
    guard finding.message.entries.count > 1 else {
      return .sequence(.text(keyword + " "), message, .text(" " + condition), lines(of: finding.body))
    }
    return .sequence(
      .text(keyword), .nest(2, .sequence(.hardLine, message, .hardLine, .text(condition))), lines(of: finding.body))
  }

  private mutating func example(_ example: PolicyDeclaration.Example) -> Layout {
    let given = example.given.map { Block(start: $0.span.start, end: $0.span.end, isSetApart: false) }
    let expected = example.expectations.map { Block(start: $0.span.start, end: $0.span.end, isSetApart: false) }
    let lines = block(given + expected, end: example.span.end - 1) { builder, index in
      index < given.count
        ? builder.given(example.given[index]) : Self.expectation(example.expectations[index - given.count])
    }
    return .sequence(
      .text("example \(Self.text(of: example.title.value)) {"), .nest(2, .sequence(.hardLine, lines)), .hardLine,
      .text("}"))
  }

  private mutating func given(_ given: PolicyDeclaration.Given) -> Layout {
    switch given {
    case .fact(let atom): self.atom(atom)
    case .partial(let name, _): .text("partial \(name.text)")
    case .absent(let name, _): .text("absent \(name.text)")
    case .without(let name, _): .text("without \(name.text)")
    }
  }

  private static func expectation(_ expectation: PolicyDeclaration.Expectation) -> Layout {
    let subject = expectation.subject.map { Layout.text("\($0.name.text): \(text(of: $0.value))") }
    let head = Layout.text("expect \(expectation.verdict.rawValue)\(subject.isEmpty ? "" : " ")")
    return .group(.sequence(head, .nest(4, .commaSeparated(subject))))
  }
}

extension PolicyDeclaration.Clause {
  fileprivate var isSetApart: Bool {
    switch self {
    case .population, .fail, .unverified, .except, .example: true
    default: false
    }
  }
}

extension PolicyDeclaration.Given {
  fileprivate var span: Span {
    switch self {
    case .fact(let atom): atom.span
    case .partial(_, let span), .absent(_, let span), .without(_, let span): span
    }
  }
}
