/// Which variables a body gives a value.
///
/// An atom binds the variables that stand alone in its arguments. `v = expression` binds `v` once the expression's
/// variables are bound, `v in …` always, and `( … or … )` what each of its branches binds. Nothing else binds.
struct BindVariables {
  typealias ID = VariableTable.VariableID

  let table: VariableTable
  /// Whether `v = expression` binds where the expression makes a new value.
  var isComputedIncluded = true

  /// What is bound after a body, given what is bound around it. Order of literals does not matter.
  ///
  /// Every pass visits each literal once and keeps what each branch has so far, so that branches within branches cost
  /// no more than their number. Passes are at most as many as variables times branches.
  func bound(by literals: [Literal], given: Set<ID>) -> Set<ID> {
    var bound = given
    var pass = Pass()
    repeat {
      pass.isChanged = false
      bind(literals, &bound, &pass)
    } while pass.isChanged
    return bound
  }

  private struct Pass {
    var isChanged = false
    /// What each branch binds, by the place of its `or` and its index.
    var branches: [BranchKey: Set<ID>] = [:]
  }

  private struct BranchKey: Hashable {
    var span: Span
    var index: Int
  }

  private func bind(_ literals: [Literal], _ bound: inout Set<ID>, _ pass: inout Pass) {
    let before = bound.count
    for literal in literals { bind(literal, &bound, &pass) }
    if bound.count != before { pass.isChanged = true }
  }

  private func bind(_ literal: Literal, _ bound: inout Set<ID>, _ pass: inout Pass) {
    switch literal {
    case .atom(let atom, _):
      for case .variable(let name) in atom.expressions { insert(name, &bound) }
    case .notAtom, .notBody: break
    case .or(let bodies, let span):
      var common: Set<ID>?
      for (index, body) in bodies.enumerated() {
        let key = BranchKey(span: span, index: index)
        var branch = bound.union(pass.branches[key] ?? [])
        bind(body, &branch, &pass)
        pass.branches[key] = branch
        common = common.map { $0.intersection(branch) } ?? branch
      }
      bound.formUnion(common ?? [])
    case .comparison(let left, .equal, let right, _):
      bind(left, equalTo: right, &bound)
      bind(right, equalTo: left, &bound)
    case .comparison: break
    case .inSet(let expression, _, _), .inName(let expression, _, _):
      if case .variable(let name) = expression { insert(name, &bound) }
    }
  }

  private func bind(_ target: Expression, equalTo source: Expression, _ bound: inout Set<ID>) {
    guard case .variable(let name) = target, free(source).allSatisfy({ bound.contains($0.id) }) else { return }
    guard isComputedIncluded || !isComputed(source) else { return }
    insert(name, &bound)
  }

  private func insert(_ name: Name, _ bound: inout Set<ID>) {
    if let id = table.variable(name) { bound.insert(id) }
  }

  /// Whether an expression makes a value that no column, constant or parameter has.
  func isComputed(_ expression: Expression) -> Bool {
    switch expression {
    case .constant, .variable, .parameter: false
    case .negated(.constant, _): false
    case .call, .aggregate, .arithmetic, .negated: true
    }
  }

  /// The variables that must have a value before an expression has one, with their places. Of an aggregate: those that
  /// belong to the bodies around it.
  func free(_ expression: Expression) -> [(id: ID, name: Name)] {
    switch expression {
    case .variable(let name): table.variable(name).map { [($0, name)] } ?? []
    case .aggregate(let aggregate): outer(of: aggregate.body, in: table.scope(at: aggregate.span))
    case .constant, .parameter, .call, .arithmetic, .negated: expression.children.flatMap(free)
    }
  }

  /// Variables of a nested body that belong to the bodies around it.
  func outer(of body: [Literal], in scope: Int) -> [(id: ID, name: Name)] {
    body.variables(deep: true).compactMap { name in
      guard let id = table.variable(name), !table.isScope(table[id].scope, within: scope) else { return nil }
      return (id, name)
    }
  }
}
