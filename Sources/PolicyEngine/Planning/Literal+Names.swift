extension RuleLowering {
  /// The literals of a body with the branches of `or` laid side by side.
  static func flattened(_ body: [Literal]) -> [Literal] {
    body.flatMap { literal -> [Literal] in
      if case .or(let branches, _) = literal { return branches.flatMap(flattened) }
      return [literal]
    }
  }

  /// Names of variables in a body; with `deep`, those inside `not { … }` and aggregates too.
  static func names(in body: [Literal], deep: Bool) -> Set<String> {
    var names: Set<String> = []
    for literal in flattened(body) {
      switch literal {
      case .atom(let atom, _), .notAtom(let atom, _): names.formUnion(self.names(in: atom, deep: deep))
      case .notBody(let inner, _): if deep { names.formUnion(self.names(in: inner, deep: true)) }
      case .or: continue
      case .comparison(let left, _, let right, _):
        names.formUnion(self.names(in: left, deep: deep))
        names.formUnion(self.names(in: right, deep: deep))
      case .inSet(let expression, _, _), .inName(let expression, _, _):
        names.formUnion(self.names(in: expression, deep: deep))
      }
    }
    return names
  }

  static func names(in atom: Atom, deep: Bool) -> Set<String> {
    var names: Set<String> = []
    for argument in atom.arguments {
      switch argument.value {
      case .punned: names.insert(argument.column.text)
      case .expression(let expression): names.formUnion(self.names(in: expression, deep: deep))
      case .wildcard, .none: continue
      }
    }
    return names
  }

  static func names(in expression: Expression, deep: Bool) -> Set<String> {
    switch expression {
    case .constant, .parameter: []
    case .variable(let name): [name.text]
    case .call(_, let arguments, _): arguments.reduce(into: []) { $0.formUnion(names(in: $1, deep: deep)) }
    case .aggregate(let aggregate):
      deep ? names(in: aggregate.body, deep: true).union(aggregate.variables.map(\.text)) : []
    case .arithmetic(let left, _, let right, _): names(in: left, deep: deep).union(names(in: right, deep: deep))
    case .negated(let inner, _): names(in: inner, deep: deep)
    }
  }

  static func hasAggregate(_ expression: Expression) -> Bool {
    switch expression {
    case .constant, .parameter, .variable: false
    case .aggregate: true
    case .call(_, let arguments, _): arguments.contains(where: hasAggregate)
    case .arithmetic(let left, _, let right, _): hasAggregate(left) || hasAggregate(right)
    case .negated(let inner, _): hasAggregate(inner)
    }
  }

  /// Variables that occur where one value is needed: in atoms, in calls, inside `not { … }` and aggregates.
  static func singleValued(_ body: [Literal]) -> Set<String> {
    var names: Set<String> = []
    func visit(_ expression: Expression) {
      switch expression {
      case .call(_, let arguments, _):
        for argument in arguments { names.formUnion(self.names(in: argument, deep: true)) }
      case .aggregate: names.formUnion(self.names(in: expression, deep: true))
      case .arithmetic(let left, _, let right, _):
        visit(left)
        visit(right)
      case .negated(let inner, _): visit(inner)
      case .constant, .parameter, .variable: return
      }
    }
    for literal in flattened(body) {
      switch literal {
      case .atom(let atom, _), .notAtom(let atom, _): names.formUnion(self.names(in: atom, deep: true))
      case .notBody(let inner, _): names.formUnion(self.names(in: inner, deep: true))
      case .or: continue
      case .comparison(let left, _, let right, _):
        visit(left)
        visit(right)
      case .inSet(let expression, _, _), .inName(let expression, _, _):
        names.formUnion(self.names(in: expression, deep: true))
      }
    }
    return names
  }
}
