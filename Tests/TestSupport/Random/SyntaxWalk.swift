import PolicyEngine

/// Visits every literal, atom and expression below a body, outermost first, in the order written.
struct SyntaxWalk {
  var onLiteral: (Literal) -> Void = { _ in }
  var onAtom: (Atom) -> Void = { _ in }
  var onExpression: (Expression) -> Void = { _ in }

  func walk(_ body: [Literal]) { for literal in body { walk(literal) } }

  func walk(_ literal: Literal) {
    onLiteral(literal)
    switch literal {
    case .atom(let atom, _), .notAtom(let atom, _): walk(atom)
    case .notBody(let body, _): walk(body)
    case .or(let branches, _): for branch in branches { walk(branch) }
    case .comparison(let left, _, let right, _):
      walk(left)
      walk(right)
    case .inSet(let expression, _, _), .inName(let expression, _, _): walk(expression)
    }
  }

  func walk(_ atom: Atom) {
    onAtom(atom)
    for argument in atom.arguments {
      switch argument.value {
      case .punned: onExpression(.variable(argument.column))
      case .expression(let expression): walk(expression)
      case .wildcard, .none: break
      }
    }
  }

  func walk(_ expression: Expression) {
    onExpression(expression)
    switch expression {
    case .constant, .variable, .parameter: break
    case .call(_, let arguments, _): for argument in arguments { walk(argument) }
    case .aggregate(let aggregate):
      for name in aggregate.variables { onExpression(.variable(name)) }
      walk(aggregate.body)
    case .arithmetic(let left, _, let right, _):
      walk(left)
      walk(right)
    case .negated(let inner, _): walk(inner)
    }
  }

  /// How often each variable occurs, heads left out.
  static func occurrences(_ body: [Literal]) -> [String: Int] {
    var counts: [String: Int] = [:]
    SyntaxWalk(onExpression: { if case .variable(let name) = $0 { counts[name.text, default: 0] += 1 } }).walk(body)
    return counts
  }
}
