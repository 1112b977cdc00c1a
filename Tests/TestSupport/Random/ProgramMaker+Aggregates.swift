import FactStore

@testable import PolicyEngine

extension ProgramMaker {
  /// An aggregate whose value has the type; `nil` where no relation has what it counts.
  mutating func makeAggregate(of type: ValueType) -> Aggregate? {
    let outer = bound
    defer { bound = outer }
    let function: AggregateFunction =
      type == .date ? (random.chance(50) ? .min : .max) : random.pick([.count, .count, .count, .min, .max, .sum])
    let counted: ValueType? = function == .count ? nil : type
    let fitting = counted == nil ? below : below.filter { $0.columns.contains { $0.type == counted } }
    if fitting.isEmpty { return nil }
    let shape = random.pick(fitting)
    let column = random.pick(counted == nil ? shape.columns : shape.columns.filter { $0.type == counted })
    let name = newVariable(column.name, type: column.type, isBound: false)
    var arguments: [Argument] = []
    for other in shape.columns {
      if other.name == column.name {
        arguments.append(argument(column, .variable(RandomDomain.name(name))))
        continue
      }
      let group = bound.filter { $0.type == other.type }
      if !group.isEmpty, !other.isOptional, random.chance(75) {
        arguments.append(argument(other, .variable(RandomDomain.name(random.pick(group).name))))
      } else if other.isOptional && random.chance(20) {
        arguments.append(
          Argument(
            column: RandomDomain.name(other.name), value: random.chance(50) ? .none : .wildcard,
            span: RandomDomain.span))
      }
    }
    var variables = [name]
    let atom = Atom(relation: RandomDomain.name(shape.name), arguments: arguments, span: RandomDomain.span)
    var body: [Literal] = [.atom(atom, optional: false)]
    // What follows may use the counted variable.
    bound.append((name, column.type))
    if random.chance(20) {
      let known = bound.count
      body.append(.atom(makeAtom(random.pick(below), binds: true), optional: false))
      if function == .count, bound.count > known, random.chance(60) { variables.append(bound[known].name) }
    }
    if random.chance(25) { body += makeTest(depth: 1) }
    return Aggregate(
      function: function, variables: variables.map { RandomDomain.name($0) }, body: random.shuffled(body),
      span: RandomDomain.span)
  }

  /// `count(v) { … } > 2`
  mutating func makeAggregateTest() -> Literal? {
    let type: ValueType = random.chance(20) ? .date : .int
    guard let aggregate = makeAggregate(of: type) else { return nil }
    return makeComparison(of: .aggregate(aggregate), type)
  }

  /// `n = count(v) { … }, n > 2`, now and then with `n` joined to a column instead.
  mutating func makeBoundAggregateTest() -> [Literal] {
    guard let aggregate = makeAggregate(of: .int) else { return [] }
    let name = newVariable("total", type: .int, isBound: false)
    let variable = Expression.variable(RandomDomain.name(name))
    let binding = Literal.comparison(variable, .equal, .aggregate(aggregate), RandomDomain.span)
    let joined = below.filter { $0.columns.contains { $0.type == .int && !$0.isOptional } }
    if !joined.isEmpty, random.chance(25) {
      let shape = random.pick(joined)
      let column = random.pick(shape.columns.filter { $0.type == .int && !$0.isOptional })
      let atom = Atom(
        relation: RandomDomain.name(shape.name), arguments: [argument(column, variable)], span: RandomDomain.span)
      return [binding, random.chance(40) ? .notAtom(atom, RandomDomain.span) : .atom(atom, optional: false)]
    }
    if !joined.isEmpty, random.chance(20) { return [binding, makeNotBody(comparing: variable, random.pick(joined))] }
    return [binding] + (makeComparison(of: variable, .int).map { [$0] } ?? [])
  }

  /// `not { r(n), n > total }`: what an aggregate gave, seen from inside.
  private mutating func makeNotBody(comparing total: Expression, _ shape: Shape) -> Literal {
    let outer = bound
    defer { bound = outer }
    let column = random.pick(shape.columns.filter { $0.type == .int && !$0.isOptional })
    let name = newVariable("inner", type: .int, isBound: false)
    let inner = Expression.variable(RandomDomain.name(name))
    let atom = Atom(
      relation: RandomDomain.name(shape.name), arguments: [argument(column, inner)], span: RandomDomain.span)
    var left = total
    if random.chance(30) {
      left = .arithmetic(total, .plus, .constant(Constant(.int(1), RandomDomain.span)), RandomDomain.span)
    }
    return .notBody(
      [.atom(atom, optional: false), .comparison(left, random.pick(Comparison.allCases), inner, RandomDomain.span)],
      RandomDomain.span)
  }

  private mutating func makeComparison(of left: Expression, _ type: ValueType) -> Literal? {
    let known = bound.filter { $0.type == type }
    var right = RandomDomain.expression(random.pick(RandomDomain.values(type)))
    if !known.isEmpty, random.chance(25) {
      right = .variable(RandomDomain.name(random.pick(known).name))
    } else if type == .int, random.chance(12) {
      right = .parameter(RandomDomain.name("p.limit"))
    } else if type == .date, random.chance(30) {
      right = .constant(Constant(.today, RandomDomain.span))
    } else if random.chance(8), let second = makeAggregate(of: type) {
      right = .aggregate(second)
    }
    var left = left
    if type == .int, random.chance(4) {
      left = .arithmetic(left, .plus, .constant(Constant(.int(1), RandomDomain.span)), RandomDomain.span)
    }
    let order = random.pick(Comparison.allCases)
    return random.chance(15)
      ? .comparison(right, order, left, RandomDomain.span) : .comparison(left, order, right, RandomDomain.span)
  }
}
