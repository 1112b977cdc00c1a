import FactStore
import PolicyEngine

/// Prints syntax trees as policy text, for the parser to read. Written apart from the engine's own printer.
package enum PolicyText {
  package static func print(_ items: [Item]) -> String { items.map { print($0) }.joined(separator: "\n\n") + "\n" }

  package static func print(_ item: Item) -> String {
    switch item {
    case .entity(let entity): return "entity \(entity.name.text)"
    case .relation(let relation):
      let columns = relation.columns.map { "\($0.name.text)\($0.isOptional ? "?" : ""): \($0.type.text)" }
      return "relation \(relation.name.text)(\(columns.joined(separator: ", ")))"
    case .rule(let rule): return print(rule.head) + " if\n  " + print(rule.body, separator: ",\n  ")
    case .fact(let atom): return "fact " + print(atom)
    case .parameter(let parameter):
      let values = parameter.values.map { print($0) }.joined(separator: ", ")
      let range = parameter.range.map { " within \($0.lowerBound)..\($0.upperBound)" } ?? ""
      return "parameter \(parameter.name.text): \(parameter.isSet ? "set " : "")\(parameter.type.text) = "
        + (parameter.isSet ? "{ \(values) }" : values) + range
    case .policy(let policy):
      let clauses = policy.clauses.map { "  " + print($0) + "\n" }.joined()
      return "policy \(policy.id.text) {\n\(clauses)}"
    }
  }

  private static func print(_ clause: PolicyDeclaration.Clause) -> String {
    switch clause {
    case .title(let texts, _): return "title \(print(texts))"
    case .severity(let severity, _): return "severity \(severity.rawValue)"
    case .population(let population):
      let names = population.names.map(\.text).joined(separator: ", ")
      return "for \(names.isEmpty ? "" : "\(names) in ")\(print(population.body, separator: ", "))"
    case .fail(let finding): return print("fail", finding)
    case .unverified(let finding): return print("unverified", finding)
    case .except(let finding): return print("except", finding)
    case .why, .fix, .obtain, .caveat, .basis, .controls, .example:
      preconditionFailure("random programs have no such clause")
    }
  }

  private static func print(_ keyword: String, _ finding: PolicyDeclaration.Finding) -> String {
    let per = finding.per.map(\.text).joined(separator: ", ")
    return "\(keyword) \(print(finding.message))\(per.isEmpty ? "" : " per \(per)") if\n    "
      + print(finding.body, separator: ",\n    ")
  }

  private static func print(_ texts: Texts) -> String {
    texts.entries.map { ($0.language.map { "\($0) " } ?? "") + "\"\($0.text.value)\"" }.joined(separator: " ")
  }

  static func print(_ body: [Literal], separator: String) -> String {
    body.map { print($0) }.joined(separator: separator)
  }

  static func print(_ literal: Literal) -> String {
    switch literal {
    case .atom(let atom, let optional): return (optional ? "optional " : "") + print(atom)
    case .notAtom(let atom, _): return "not " + print(atom)
    case .notBody(let body, _): return "not { \(print(body, separator: ", ")) }"
    case .or(let branches, _): return "(\(branches.map { print($0, separator: ", ") }.joined(separator: " or ")))"
    case .comparison(.call(let name, let arguments, let span), .equal, .constant(let constant), _)
    where constant.value == .bool(true):
      return print(Expression.call(name, arguments, span))
    case .comparison(let left, let comparison, let right, _):
      return "\(print(left)) \(comparison.rawValue) \(print(right))"
    case .inSet(let expression, let constants, _):
      return "\(print(expression)) in { \(constants.map { print($0) }.joined(separator: ", ")) }"
    case .inName(let expression, let name, _): return "\(print(expression)) in \(name.text)"
    }
  }

  static func print(_ atom: Atom) -> String {
    let arguments = atom.arguments.map { argument in
      switch argument.value {
      case .punned: argument.column.text
      case .wildcard: "\(argument.column.text): _"
      case .none: "\(argument.column.text): none"
      case .expression(let expression): "\(argument.column.text): \(print(expression))"
      }
    }
    return "\(atom.relation.text)(\(arguments.joined(separator: ", ")))"
  }

  static func print(_ expression: Expression) -> String {
    switch expression {
    case .constant(let constant): return print(constant)
    case .variable(let name), .parameter(let name): return name.text
    case .call(let name, let arguments, _):
      return "\(name.text)(\(arguments.map { print($0) }.joined(separator: ", ")))"
    case .aggregate(let aggregate):
      let names = aggregate.variables.map(\.text).joined(separator: ", ")
      return "\(aggregate.function.rawValue)(\(names)) { \(print(aggregate.body, separator: ", ")) }"
    case .arithmetic(let left, let operation, let right, _):
      return "\(operand(left)) \(operation.rawValue) \(operand(right))"
    case .negated(let inner, _): return "-\(operand(inner))"
    }
  }

  private static func operand(_ expression: Expression) -> String {
    if case .arithmetic = expression { return "(\(print(expression)))" }
    return print(expression)
  }

  static func print(_ constant: Constant) -> String {
    switch constant.value {
    case .string(let text): "\"\(text)\""
    case .int(let number): "\(number)"
    case .days(let number): "\(number) days"
    case .bool(let flag): "\(flag)"
    case .date(let date): "\(date)"
    case .today: "today"
    }
  }
}
