import FactStore
import TestSupport

@testable import PolicyEngine

/// The written prefixes of a rule, evaluated by the reference: for each, the members for which some binding satisfies it.
///
/// A condition whose variables the prefix does not bind yet is left out of it, as a reader would pass over it.
struct Prefixes {
  /// Variables of the whole rule; all others in a nested body are its own.
  private let scope: Set<String>
  private let keys: [String]
  private let isRelation: (String) -> Bool
  private(set) var items: [Item] = []
  /// Rules with a comparison that is left out, though one of its aggregates is bound and may be of nothing.
  private(set) var partial: Set<String> = []
  private static let span = Span(file: 0, start: 0, end: 0)

  init(keys: [String], body: [Literal], isRelation: @escaping (String) -> Bool) {
    self.keys = keys
    self.isRelation = isRelation
    scope = Variables.names(in: body, deep: false)
  }

  /// Adds a rule `name(keys) if literals`; false when the literals do not bind the keys.
  /// - Parameter subjects: a relation that binds the keys before the literals do.
  mutating func add(_ name: String, _ literals: [Literal], subjects: String?) -> Bool {
    var body: [Literal] = []
    if let subjects { body.append(.atom(atom(subjects), optional: false)) }
    var bound = Set(subjects == nil ? [] : keys)
    var conditions: [Literal] = []
    var atoms: [Literal] = []
    for literal in literals {
      switch literal {
      case .atom(let atom, _):
        bound.formUnion(Variables.bound(by: atom))
        atoms.append(literal)
      case .inName(let expression, let name, _) where isRelation(name.text):
        if case .variable(let variable) = expression { bound.insert(variable.text) }
        atoms.append(literal)
      default: conditions.append(literal)
      }
    }
    var placed = true
    while placed {
      placed = false
      for index in conditions.indices {
        guard let gives = ready(conditions[index], bound) else { continue }
        bound.formUnion(gives)
        body.append(conditions.remove(at: index))
        placed = true
        break
      }
    }
    for case .comparison(let left, _, let right, _) in conditions {
      for side in [left, right] where Variables.hasAggregate(side) {
        if outer(Variables.names(in: side, deep: true)).isSubset(of: bound) { partial.insert(name) }
      }
    }
    body += atoms.map { literal in
      guard case .atom(var atom, let optional) = literal else { return literal }
      for index in atom.arguments.indices {
        guard case .expression(let expression) = atom.arguments[index].value else { continue }
        if !outer(Variables.names(in: expression, deep: true)).isSubset(of: bound) {
          atom.arguments[index].value = .wildcard
        }
      }
      return .atom(atom, optional: optional)
    }
    guard bound.isSuperset(of: keys) else { return false }
    declare(name)
    items.append(.rule(Rule(head: atom(name), body: body, doc: "", span: Self.span)))
    return true
  }

  mutating func declare(_ name: String) {
    let columns = keys.map {
      RelationDeclaration.Column(
        name: Name($0, Self.span), isOptional: false, type: Name("text", Self.span), values: [])
    }
    items.append(
      .relation(
        RelationDeclaration(
          name: Name(name, Self.span), columns: columns, key: [], references: [], doc: "", span: Self.span)))
  }

  mutating func addFact(_ name: String, _ row: [Value]) {
    var fact = atom(name)
    for (index, value) in row.enumerated() { fact.arguments[index].value = .expression(Self.expression(value)) }
    items.append(.fact(fact))
  }

  private func atom(_ name: String) -> Atom {
    Atom(
      relation: Name(name, Self.span),
      arguments: keys.map { Argument(column: Name($0, Self.span), value: .punned, span: Self.span) }, span: Self.span)
  }

  private static func expression(_ value: Value) -> Expression {
    func constant(_ value: Constant.Value) -> Expression { .constant(Constant(value, span)) }
    switch value {
    case .text(let text): return constant(.string(text))
    case .int(let number), .time(let number):
      return number < 0 ? .negated(constant(.int(-number)), span) : constant(.int(number))
    case .bool(let flag): return constant(.bool(flag))
    case .date(let date): return constant(.date(date))
    }
  }

  private func outer(_ names: Set<String>) -> Set<String> { names.intersection(scope) }

  /// What a condition binds, when its variables are bound; `nil` while they are not.
  private func ready(_ literal: Literal, _ bound: Set<String>) -> Set<String>? {
    func isReady(_ expression: Expression) -> Bool {
      outer(Variables.names(in: expression, deep: true)).isSubset(of: bound)
    }
    switch literal {
    case .atom, .or: return nil
    case .notAtom(let atom, _):
      return outer(Variables.names(in: [.notAtom(atom, Self.span)], deep: true)).isSubset(of: bound) ? [] : nil
    case .notBody: return outer(Variables.names(in: [literal], deep: true)).isSubset(of: bound) ? [] : nil
    case .comparison(let left, let comparison, let right, _):
      if isReady(left) && isReady(right) { return [] }
      if comparison == .equal {
        if case .variable(let name) = left, isReady(right) { return [name.text] }
        if case .variable(let name) = right, isReady(left) { return [name.text] }
      }
      return nil
    case .inSet(let expression, _, _), .inName(let expression, _, _):
      if case .variable(let name) = expression { return [name.text] }
      return isReady(expression) ? [] : nil
    }
  }
}

/// Names of variables in syntax.
enum Variables {
  static func names(in body: [Literal], deep: Bool) -> Set<String> {
    body.reduce(into: []) { names, literal in
      switch literal {
      case .atom(let atom, _), .notAtom(let atom, _):
        for argument in atom.arguments {
          switch argument.value {
          case .punned: names.insert(argument.column.text)
          case .expression(let expression): names.formUnion(self.names(in: expression, deep: deep))
          case .wildcard, .none: continue
          }
        }
      case .notBody(let inner, _): if deep { names.formUnion(self.names(in: inner, deep: true)) }
      case .or(let branches, _): for branch in branches { names.formUnion(self.names(in: branch, deep: deep)) }
      case .comparison(let left, _, let right, _):
        names.formUnion(self.names(in: left, deep: deep))
        names.formUnion(self.names(in: right, deep: deep))
      case .inSet(let expression, _, _), .inName(let expression, _, _):
        names.formUnion(self.names(in: expression, deep: deep))
      }
    }
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

  /// The variables that are themselves the value of a column.
  static func bound(by atom: Atom) -> Set<String> {
    atom.arguments.reduce(into: []) { bound, argument in
      switch argument.value {
      case .punned: bound.insert(argument.column.text)
      case .expression(.variable(let name)): bound.insert(name.text)
      case .expression, .wildcard, .none: return
      }
    }
  }
}
