/// Which relations a body reads, by name.
enum RelationNames {
  static func read(by body: [Literal]) -> Set<String> {
    var names: Set<String> = []
    func visit(_ expression: Expression) {
      switch expression {
      case .constant, .variable, .parameter: return
      case .call(_, let arguments, _): arguments.forEach(visit)
      case .aggregate(let aggregate): names.formUnion(read(by: aggregate.body))
      case .arithmetic(let left, _, let right, _):
        visit(left)
        visit(right)
      case .negated(let inner, _): visit(inner)
      }
    }
    func visit(_ atom: Atom) {
      names.insert(atom.relation.text)
      for argument in atom.arguments {
        if case .expression(let expression) = argument.value { visit(expression) }
      }
    }
    for literal in body {
      switch literal {
      case .atom(let atom, _), .notAtom(let atom, _): visit(atom)
      case .notBody(let inner, _): names.formUnion(read(by: inner))
      case .or(let branches, _): for branch in branches { names.formUnion(read(by: branch)) }
      case .comparison(let left, _, let right, _):
        visit(left)
        visit(right)
      case .inSet(let expression, _, _): visit(expression)
      case .inName(let expression, let name, _):
        visit(expression)
        names.insert(name.text)
      }
    }
    return names
  }
}
