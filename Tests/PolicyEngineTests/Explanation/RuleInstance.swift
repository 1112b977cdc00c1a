import FactStore
import PolicyEngine

/// A rule beside a step of a proof: do the premises fit its atoms, and does its head say what was proved?
struct RuleInstance {
  let head: Atom
  let body: [Literal]
  let today: CalendarDate
  /// Whether a column of a relation is optional: then it is a premise of its own.
  let isFacet: (String, String) -> Bool
  let isRelation: (String) -> Bool

  /// One atom as a premise states it: constants and variables by column.
  private struct Expected {
    var relation: String
    var columns: [String: Expression]
    /// The column that makes this a facet.
    var facet: String?
  }

  /// Why the rows do not make an instance of any branch of the rule; `nil` when they do.
  func fault(_ conclusion: Statement, from premises: [Statement]) -> String? {
    var faults: [String] = []
    for branch in Self.branches(of: body) {
      guard let fault = fault(conclusion, branch.flatMap(expected), premises) else { return nil }
      faults.append(fault)
    }
    return faults.joined(separator: " / ")
  }

  /// The body without `or`: one body per choice of branches, in the order of the engine's.
  static func branches(of body: [Literal]) -> [[Literal]] {
    body.reduce([[]]) { heads, literal in
      guard case .or(let branches, _) = literal else { return heads.map { $0 + [literal] } }
      let choices = branches.flatMap { self.branches(of: $0) }
      return heads.flatMap { head in choices.map { head + $0 } }
    }
  }

  private func expected(_ literal: Literal) -> [Expected] {
    switch literal {
    case .atom(let atom, _):
      var base = Expected(relation: atom.relation.text, columns: [:])
      var facets: [Expected] = []
      for argument in atom.arguments {
        let column = argument.column.text
        let expression: Expression?
        switch argument.value {
        case .punned: expression = .variable(argument.column)
        case .expression(let given): expression = given
        case .wildcard: expression = nil
        case .none: continue
        }
        if isFacet(atom.relation.text, column) {
          facets.append(
            Expected(relation: base.relation, columns: expression.map { [column: $0] } ?? [:], facet: column))
        } else if let expression {
          base.columns[column] = expression
        }
      }
      return [base] + facets
    case .inName(let expression, let name, _) where isRelation(name.text):
      return [Expected(relation: name.text, columns: ["": expression])]
    case .inName, .inSet, .comparison, .notAtom, .notBody, .or: return []
    }
  }

  private func fault(_ conclusion: Statement, _ expected: [Expected], _ premises: [Statement]) -> String? {
    guard expected.count == premises.count else { return "\(premises.count) premises for \(expected.count) atoms" }
    var bound: [String: String] = [:]
    func unify(_ expression: Expression, _ value: String) -> Bool {
      switch expression {
      case .variable(let name):
        guard let known = bound[name.text], known != "*" else {
          bound[name.text] = value
          return true
        }
        return value == "*" || known == value
      default:
        guard let constant = text(expression) else { return true }
        return value == "*" || value == constant
      }
    }
    for (atom, premise) in zip(expected, premises) {
      guard premise.relation == atom.relation else { return "`\(premise.relation)` for `\(atom.relation)`" }
      if let facet = atom.facet, premise.values[facet] == nil { return "no `\(facet)` in \(premise)" }
      for (column, expression) in atom.columns {
        let value = column.isEmpty ? premise.values.first?.value : premise.values[column]
        guard let value else { return "no `\(column)` in \(premise)" }
        if !unify(expression, value) { return "`\(column)` is \(value), with \(bound)" }
      }
    }
    for argument in head.arguments {
      var expression = Expression.variable(argument.column)
      if case .expression(let given) = argument.value { expression = given }
      guard let value = conclusion.values[argument.column.text] else { return "no `\(argument.column.text)` proved" }
      if case .variable(let name) = expression, bound[name.text] == nil { continue }
      if !unify(expression, value) { return "`\(argument.column.text)` is proved to be \(value), with \(bound)" }
    }
    return nil
  }

  /// A constant as proofs print it; `nil` for what is computed.
  private func text(_ expression: Expression) -> String? {
    switch expression {
    case .constant(let constant):
      switch constant.value {
      case .string(let text): Printer.text(of: text)
      case .int(let number), .days(let number): "\(number)"
      case .bool(let flag): "\(flag)"
      case .date(let date): date.description
      case .today: today.description
      }
    case .negated(let inner, _): text(inner).map { "-\($0)" }
    case .variable, .parameter, .call, .aggregate, .arithmetic: nil
    }
  }
}
