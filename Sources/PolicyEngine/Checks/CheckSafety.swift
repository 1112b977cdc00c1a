/// Every variable has a value where one is needed: in the head, under `not`, in comparisons, in messages.
struct CheckSafety {
  typealias ID = VariableTable.VariableID

  let table: VariableTable
  let sink: DiagnosticSink
  private let binding: BindVariables

  init(table: VariableTable, sink: DiagnosticSink) {
    self.table = table
    self.sink = sink
    binding = BindVariables(table: table)
  }

  func check(_ unit: RuleUnit) {
    let bound = binding.bound(by: unit.literals, given: [])
    var walk = Walk(check: self)
    walk.visit(unit.literals, bound)
    if let head = unit.head {
      for expression in head.expressions { walk.visit(expression, bound, in: "the head") }
    }
    for mention in unit.mentions {
      switch mention.place {
      case .key: walk.need(mention.name, bound, in: "`for`")
      case .per: walk.need(mention.name, bound, in: "`per`")
      case .message: walk.need(mention.name, bound, in: "the message")
      case .elsewhere: break
      }
    }
    checkShadowing(unit)
  }

  /// A finding's body may not use a name that a nested body of `for` has as its own: a reader would take them for one.
  private func checkShadowing(_ unit: RuleUnit) {
    for variable in table.variables where variable.scope != 0 {
      guard let nested = variable.occurrences.first.map({ table.occurrences[$0] }), nested.isPopulation,
        let other = table.occurrences.first(where: {
          $0.isBody && !$0.isPopulation && $0.scope == 0 && $0.name.text == variable.name
        })
      else { continue }
      sink.report(
        .shadowedVariable, "`\(variable.name)` is another variable inside `for`, known only there",
        at: other.name.span, help: "use another name here")
    }
  }

  private struct Walk {
    let check: CheckSafety
    var reported: Set<ID> = []
    private var table: VariableTable { check.table }
    private var binding: BindVariables { check.binding }

    init(check: CheckSafety) { self.check = check }

    mutating func visit(_ literals: [Literal], _ bound: Set<ID>) {
      for literal in literals {
        switch literal {
        case .atom(let atom, _):
          // A variable alone gets its value here.
          for expression in atom.expressions { visit(expression, bound, in: "this value") }
        case .notAtom(let atom, _):
          for expression in atom.expressions { visit(expression, bound, in: "`not`") }
        case .notBody(let body, let span):
          for (id, name) in binding.outer(of: body, in: table.scope(at: span)) {
            need(id, name, bound, in: "`not { … }`")
          }
          visit(body, binding.bound(by: body, given: bound))
        case .or(let bodies, _):
          for body in bodies { visit(body, binding.bound(by: body, given: bound)) }
        case .comparison(let left, let comparison, let right, _):
          visit(left, bound, in: "`\(comparison.rawValue)`")
          visit(right, bound, in: "`\(comparison.rawValue)`")
        case .inSet(let expression, _, _), .inName(let expression, _, _): visit(expression, bound, in: "`in`")
        }
      }
    }

    mutating func visit(_ expression: Expression, _ bound: Set<ID>, in place: String) {
      switch expression {
      case .constant, .parameter: return
      case .variable(let name): need(name, bound, in: place)
      case .aggregate(let aggregate): visit(aggregate, bound)
      case .call(let function, _, _): visitChildren(of: expression, bound, in: "`\(function.text)(…)`")
      case .arithmetic(_, let sign, _, _): visitChildren(of: expression, bound, in: "`\(sign.rawValue)`")
      case .negated: visitChildren(of: expression, bound, in: "`-`")
      }
    }

    private mutating func visitChildren(of expression: Expression, _ bound: Set<ID>, in place: String) {
      for child in expression.children { visit(child, bound, in: place) }
    }

    private mutating func visit(_ aggregate: Aggregate, _ bound: Set<ID>) {
      let name = aggregate.function.rawValue
      let scope = table.scope(at: aggregate.span)
      for (id, variable) in binding.outer(of: aggregate.body, in: scope) where !isListed(id, by: aggregate) {
        need(id, variable, bound, in: "`\(name)`, which groups by it")
      }
      let inner = binding.bound(by: aggregate.body, given: bound)
      visit(aggregate.body, inner)
      for variable in aggregate.variables {
        guard let id = table.variable(variable) else { continue }
        if table.isScope(table[id].scope, within: scope) {
          need(id, variable, inner, in: "`\(name)(…)`")
        } else if reported.insert(id).inserted {
          check.sink.report(
            .aggregateOfOne,
            "`\(variable.text)` has one value around `\(name)`, so there is nothing to \(aggregate.function.definition.verb)",
            at: variable.span, help: "use another name inside `\(name)(…) { … }`")
        }
      }
    }

    private func isListed(_ id: ID, by aggregate: Aggregate) -> Bool {
      aggregate.variables.contains { table.variable($0) == id }
    }

    mutating func need(_ name: Name, _ bound: Set<ID>, in place: String) {
      if let id = table.variable(name) { need(id, name, bound, in: place) }
    }

    private mutating func need(_ id: ID, _ name: Name, _ bound: Set<ID>, in place: String) {
      guard !bound.contains(id), reported.insert(id).inserted else { return }
      let known = bound.map { table[$0].name }
      check.sink.report(
        .unboundVariable, "`\(name.text)` has no value in \(place)", at: name.span, help: help(id, name, known))
    }

    private func help(_ id: ID, _ name: Name, _ known: [String]) -> String {
      if let nearest = Spelling.nearest(to: name.text, among: known) { return "did you mean `\(nearest)`?" }
      let isElsewhere = table.variables.contains { $0.name == name.text && $0.scope != table[id].scope }
      if isElsewhere {
        return "inside `not { … }` or an aggregate it is another variable; an atom outside must have it"
      }
      let isInBranch = table.occurrences(of: id).contains { occurrence in
        if case .column(_, _, _, false) = occurrence.role { !occurrence.branches.isEmpty } else { false }
      }
      if isInBranch { return "give it a value in every branch of `( … or … )`" }
      return "let an atom of the body have it, or drop it"
    }
  }
}
