// The one walk over bodies and expressions. What asks about syntax asks here, so that a new form of literal or expression is
// followed by everybody.

extension Expression {
  /// The expressions that this one is computed from. An aggregate has none: it ranges over a body.
  var children: [Expression] {
    switch self {
    case .constant, .variable, .parameter, .aggregate: []
    case .call(_, let arguments, _): arguments
    case .arithmetic(let left, _, let right, _): [left, right]
    case .negated(let inner, _): [inner]
    }
  }

  /// Visits the expression and everything it is computed from, from the outside in; with `deep`, what stands in the bodies of
  /// aggregates too.
  func forEachExpression(deep: Bool, _ visit: (Expression) -> Void) {
    visit(self)
    for child in children { child.forEachExpression(deep: deep, visit) }
    if deep, case .aggregate(let aggregate) = self { aggregate.body.forEachExpression(deep: true, visit) }
  }

  var hasAggregate: Bool {
    if case .aggregate = self { return true }
    return children.contains(where: \.hasAggregate)
  }

  /// The variables that the expression mentions, as often as it does, in the order written.
  func variables(deep: Bool) -> [Name] {
    var names: [Name] = []
    forEachExpression(deep: deep) { if case .variable(let name) = $0 { names.append(name) } }
    return names
  }
}

extension Argument {
  /// What is given to the column: `user` is the variable of that name.
  var expression: Expression? {
    switch value {
    case .punned: .variable(column)
    case .expression(let expression): expression
    case .wildcard, .none: nil
    }
  }
}

extension Atom {
  /// What is given to columns, in the order written.
  var expressions: [Expression] { arguments.compactMap(\.expression) }
}

extension Literal {
  /// The expressions of the literal itself, in the order written.
  var expressions: [Expression] {
    switch self {
    case .atom(let atom, _), .notAtom(let atom, _): atom.expressions
    case .notBody, .or: []
    case .comparison(let left, _, let right, _): [left, right]
    case .inSet(let expression, _, _), .inName(let expression, _, _): [expression]
    }
  }

  /// The branches of an `or`: they belong to the body around them.
  var branches: [[Literal]] {
    if case .or(let bodies, _) = self { bodies } else { [] }
  }
}

extension Sequence<Literal> {
  /// The literals of a body with the branches of `or` laid side by side.
  var flattened: [Literal] { flatMap { $0.branches.isEmpty ? [$0] : $0.branches.flatMap(\.flattened) } }

  /// Visits the expressions of a body, from the outside in; with `deep`, those in `not { … }` and aggregates too.
  func forEachExpression(deep: Bool, _ visit: (Expression) -> Void) {
    for literal in flattened {
      for expression in literal.expressions { expression.forEachExpression(deep: deep, visit) }
      if deep, case .notBody(let inner, _) = literal { inner.forEachExpression(deep: true, visit) }
    }
  }

  /// Visits the literals of a body and of all bodies within it, those of aggregates too; an `or` by its branches.
  func forEachLiteral(_ visit: (Literal) -> Void) {
    for literal in flattened {
      visit(literal)
      for expression in literal.expressions {
        expression.forEachExpression(deep: false) {
          if case .aggregate(let aggregate) = $0 { aggregate.body.forEachLiteral(visit) }
        }
      }
      if case .notBody(let inner, _) = literal { inner.forEachLiteral(visit) }
    }
  }

  /// The variables that a body mentions, as often as it does, in the order written; with `deep`, those that only `not { … }`
  /// and aggregates mention too.
  func variables(deep: Bool) -> [Name] {
    var names: [Name] = []
    forEachExpression(deep: deep) { if case .variable(let name) = $0 { names.append(name) } }
    return names
  }
}
