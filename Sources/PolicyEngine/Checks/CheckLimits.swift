/// No text is so large that checking or evaluating it costs more than its size.
struct CheckLimits {
  let sink: DiagnosticSink

  func check(_ program: Program) {
    let spans = (program.rules + program.factRules).map(\.span) + program.policies.map(\.id.span)
    guard spans.count > ProgramLimit.rules else { return }
    sink.report(
      .tooManyRules, "there are \(spans.count) rules and policies, more than \(ProgramLimit.rules)",
      at: spans[ProgramLimit.rules],
      help: "give facts as an export, and split rules into packs that are loaded apart")
  }

  /// Whether a rule is small enough to be checked further.
  func check(_ unit: RuleUnit) -> Bool {
    var size = Size()
    size.add(unit.literals)
    if let head = unit.head { size.add(head) }
    // The head names a rule best; a finding's message, often of many lines, does not.
    let span = unit.head?.span ?? unit.body.first?.span ?? unit.span
    if size.literals > ProgramLimit.literals {
      sink.report(
        .tooManyLiterals, "this body has \(size.literals) parts, more than \(ProgramLimit.literals)", at: span,
        help: "derive a relation for a part of it")
    } else if size.values > ProgramLimit.values {
      sink.report(
        .tooManyLiterals, "this rule has \(size.values) values, more than \(ProgramLimit.values)", at: span,
        help: "derive a relation for a part of it")
    } else if size.alternatives > ProgramLimit.alternatives {
      sink.report(
        .tooManyAlternatives,
        "the branches of this body stand for more than \(ProgramLimit.alternatives) rules", at: span,
        help: "derive a relation for one of the `( … or … )`")
    } else if size.depth > ProgramLimit.subqueries {
      sink.report(
        .tooManyLiterals,
        "`not` and aggregates stand \(size.depth) deep within each other, more than \(ProgramLimit.subqueries)",
        at: span, help: "derive a relation for one of them")
    } else {
      return true
    }
    return false
  }

  /// What a body is made of.
  private struct Size {
    var literals = 0
    var values = 0
    /// Of the worst body among this and those within `not` and aggregates.
    var alternatives = 1
    /// Of `not` and aggregates within each other.
    var depth = 0
    private var level = 0

    private mutating func addWithin(_ body: [Literal]) {
      level += 1
      depth = max(depth, level)
      add(body)
      level -= 1
    }

    mutating func add(_ body: [Literal]) {
      alternatives = max(alternatives, visit(body))
    }

    /// Counts a body, and returns how many rules its branches stand for.
    private mutating func visit(_ body: [Literal]) -> Int {
      var product = 1
      for literal in body {
        literals += 1
        switch literal {
        case .atom(let atom, _), .notAtom(let atom, _): add(atom)
        case .notBody(let inner, _): addWithin(inner)
        case .or(let bodies, _):
          literals -= 1
          var sum = 0
          for inner in bodies { sum = min(sum + visit(inner), ProgramLimit.alternatives + 1) }
          product = min(product * max(1, sum), ProgramLimit.alternatives + 1)
        case .comparison, .inSet, .inName: for expression in literal.expressions { add(expression) }
        }
      }
      return product
    }

    mutating func add(_ atom: Atom) {
      for argument in atom.arguments {
        values += 1
        if case .expression(let expression) = argument.value { add(expression) }
      }
    }

    private mutating func add(_ expression: Expression) {
      values += 1
      for child in expression.children { add(child) }
      if case .aggregate(let aggregate) = expression {
        values += aggregate.variables.count
        addWithin(aggregate.body)
      }
    }
  }
}
