/// One place where a body reads a relation, with what stands between the body's truth and the relation's rows.
struct RelationUse {
  var relation: Name
  /// `nil` for `value in relation`.
  var atom: Atom?
  var isOptional = false
  var isNegated = false
  var isAggregated = false
  /// How more rows act on the body.
  var polarity: Polarity = .even
  var span: Span
}

extension RelationUse {
  /// Every relation that a body reads, nested bodies and aggregates included, as written.
  static func all(in literals: [Literal]) -> [RelationUse] {
    var walk = Walk()
    walk.visit(literals, Context())
    return walk.uses
  }

  /// Those of a rule: its body, and aggregates in its head.
  static func all(in rule: Rule) -> [RelationUse] {
    var walk = Walk()
    walk.visit(rule.body, Context())
    for expression in rule.head.expressions { walk.visit(expression, Context()) }
    return walk.uses
  }

  /// Those of a policy: its population and its clauses.
  static func all(in policy: PolicyDeclaration) -> [RelationUse] {
    (policy.population.map { all(in: $0.body) } ?? []) + policy.findings.flatMap { all(in: $0.finding.body) }
  }

  private struct Context {
    var isNegated = false
    var isAggregated = false
    var polarity: Polarity = .even
  }

  private struct Walk {
    var uses: [RelationUse] = []

    mutating func visit(_ literals: [Literal], _ context: Context) {
      for literal in literals { visit(literal, context) }
    }

    mutating func visit(_ literal: Literal, _ context: Context) {
      switch literal {
      case .atom(let atom, let isOptional): visit(atom, isOptional: isOptional, context)
      case .notAtom(let atom, _): visit(atom, isOptional: false, negated(context))
      case .notBody(let body, _): visit(body, negated(context))
      case .or(let bodies, _): for body in bodies { visit(body, context) }
      case .comparison(let left, let comparison, let right, _):
        visitSide(left, comparison, context)
        visitSide(right, comparison.mirrored, context)
      case .inSet(let expression, _, _): visit(expression, context)
      case .inName(let expression, let name, _):
        visit(expression, context)
        add(name, nil, isOptional: false, context, span: name.span)
      }
    }

    private func negated(_ context: Context) -> Context {
      var inner = context
      inner.isNegated = true
      inner.polarity = context.polarity.flipped
      return inner
    }

    private mutating func visit(_ atom: Atom, isOptional: Bool, _ context: Context) {
      add(atom.relation, atom, isOptional: isOptional, context, span: atom.span)
      for expression in atom.expressions { visit(expression, context) }
    }

    private mutating func add(_ name: Name, _ atom: Atom?, isOptional: Bool, _ context: Context, span: Span) {
      uses.append(
        RelationUse(
          relation: name, atom: atom, isOptional: isOptional, isNegated: context.isNegated,
          isAggregated: context.isAggregated, polarity: context.polarity, span: span))
    }

    /// An aggregate alone on one side of a comparison: more rows act in one direction there.
    private mutating func visitSide(_ side: Expression, _ comparison: Comparison, _ context: Context) {
      guard case .aggregate(let aggregate) = side else { return visit(side, context) }
      visit(aggregate, polarity: aggregate.function.polarity(in: comparison), context)
    }

    /// An aggregate whose value is computed with, joined or given to a head: more rows act either way.
    mutating func visit(_ expression: Expression, _ context: Context) {
      if case .aggregate(let aggregate) = expression { return visit(aggregate, polarity: .both, context) }
      for child in expression.children { visit(child, context) }
    }

    private mutating func visit(_ aggregate: Aggregate, polarity: Polarity, _ context: Context) {
      var inner = context
      inner.isAggregated = true
      inner.polarity = polarity.then(context.polarity)
      visit(aggregate.body, inner)
    }
  }
}
