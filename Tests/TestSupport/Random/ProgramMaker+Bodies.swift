import FactStore

@testable import PolicyEngine

extension ProgramMaker {
  // MARK: atoms

  /// An atom over a relation; with `binds`, new variables may appear, and some column of type `wanted` gets one.
  mutating func makeAtom(_ shape: Shape, binds: Bool, wanted: ValueType? = nil) -> Atom {
    var arguments: [Argument] = []
    let forced = wanted.flatMap { type in
      shape.columns.filter { $0.type == type }.isEmpty
        ? nil : random.pick(shape.columns.filter { $0.type == type }).name
    }
    for column in shape.columns {
      if column.name == forced {
        let name = newVariable(column.name, type: column.type, isBound: true)
        arguments.append(argument(column, .variable(RandomDomain.name(name))))
      } else if let value = makeArgument(column, binds: binds) {
        arguments.append(Argument(column: RandomDomain.name(column.name), value: value, span: RandomDomain.span))
      }
    }
    return Atom(
      relation: RandomDomain.name(shape.name), arguments: random.chance(30) ? random.shuffled(arguments) : arguments,
      span: RandomDomain.span)
  }

  private mutating func makeArgument(_ column: ColumnSchema, binds: Bool) -> Argument.Value? {
    let weights = column.isOptional ? [35, 12, 15, 5, 33] : [10, 7, 0, 8, 75]
    switch random.weighted(weights) {
    case 0: return nil
    case 1: return .wildcard
    case 2: return Argument.Value.none
    case 3: return .expression(RandomDomain.expression(random.pick(RandomDomain.values(column.type))))
    default:
      let known = bound.filter { $0.type == column.type }
      if !known.isEmpty, random.chance(binds ? 65 : 90) {
        return .expression(.variable(RandomDomain.name(random.pick(known).name)))
      }
      if random.chance(3), column.type == .int || column.type == .date, let computed = makeArithmetic(column.type) {
        return .expression(computed)
      }
      if !binds {
        if random.chance(8), column.type == .int || column.type == .date, let computed = makeArithmetic(column.type) {
          return .expression(computed)
        }
        return random.chance(50) ? nil : .wildcard
      }
      return .expression(.variable(RandomDomain.name(newVariable(column.name, type: column.type, isBound: true))))
    }
  }

  /// A literal that binds a new variable of a type, if any relation has such a column.
  mutating func makeBinder(_ type: ValueType, mayGenerate: Bool) -> Literal? {
    let fitting = below.filter { $0.columns.contains { $0.type == type } }
    let single = fitting.filter { $0.columns.count == 1 && !$0.columns[0].isOptional }
    let stem = RandomDomain.columnName(type)
    if mayGenerate, type != .bool, random.chance(12) {
      let constants = Array(random.shuffled(RandomDomain.values(type).filter { $0 != .int(-1) }).prefix(2))
      let name = newVariable(stem, type: type, isBound: true)
      if type == .text, random.chance(40) {
        return .inName(.variable(RandomDomain.name(name)), RandomDomain.name("p.labels"), RandomDomain.span)
      }
      return .inSet(
        .variable(RandomDomain.name(name)), constants.map { RandomDomain.constant($0) }, RandomDomain.span)
    }
    if !single.isEmpty, random.chance(25) {
      let name = newVariable(stem, type: type, isBound: true)
      return .inName(
        .variable(RandomDomain.name(name)), RandomDomain.name(random.pick(single).name), RandomDomain.span)
    }
    if fitting.isEmpty { return nil }
    if fitting.count > 1, random.chance(12) { return makeBindingChoice(type, fitting) }
    return .atom(makeAtom(random.pick(fitting), binds: true, wanted: type), optional: false)
  }

  /// `( a(v) or b(v) )`: both branches bind one variable.
  private mutating func makeBindingChoice(_ type: ValueType, _ fitting: [Shape]) -> Literal {
    let outer = bound
    let name = newVariable(RandomDomain.columnName(type), type: type, isBound: false)
    let branches = (0..<2).map { _ -> [Literal] in
      bound = outer
      let shape = random.pick(fitting)
      let column = random.pick(shape.columns.filter { $0.type == type })
      var arguments = [argument(column, .variable(RandomDomain.name(name)))]
      for other in shape.columns where other.name != column.name {
        if let value = makeArgument(other, binds: false) {
          arguments.append(Argument(column: RandomDomain.name(other.name), value: value, span: RandomDomain.span))
        }
      }
      let atom = Atom(relation: RandomDomain.name(shape.name), arguments: arguments, span: RandomDomain.span)
      return [.atom(atom, optional: false)] + (random.chance(30) ? [makeComparison()].compactMap { $0 } : [])
    }
    bound = outer + [(name, type)]
    return .or(branches, RandomDomain.span)
  }

  // MARK: tests

  /// Literals that bind nothing that others see; none, where the scope has nothing to test.
  mutating func makeTest(depth: Int = 0) -> [Literal] {
    let span = RandomDomain.span
    switch random.weighted(depth == 0 ? [22, 14, 22, 8, 6, 8, 20, 9] : [30, 5, 35, 10, 10, 0, 0, 0]) {
    case 0: return [.notAtom(makeAtom(random.pick(below), binds: false), span)]
    case 1: return [makeNotBody()]
    case 2: return makeComparison().map { [$0] } ?? []
    case 3:
      let candidates = bound.filter { $0.type != .bool }
      if candidates.isEmpty { return [] }
      let variable = random.pick(candidates)
      let values = random.shuffled(RandomDomain.values(variable.type).filter { $0 != .int(-1) }).prefix(2)
      return [.inSet(.variable(RandomDomain.name(variable.name)), values.map { RandomDomain.constant($0) }, span)]
    case 4:
      if let variable = bound.last(where: { $0.type == .text }), random.chance(60) {
        return [.inName(.variable(RandomDomain.name(variable.name)), RandomDomain.name("p.labels"), span)]
      }
      for shape in random.shuffled(below) where shape.columns.count == 1 && !shape.columns[0].isOptional {
        guard let variable = bound.last(where: { $0.type == shape.columns[0].type }) else { continue }
        return [.inName(.variable(RandomDomain.name(variable.name)), RandomDomain.name(shape.name), span)]
      }
      return []
    case 5:
      let outer = bound
      var branches: [[Literal]] = []
      for _ in 0..<(2 + random.below(5) / 4) {
        var branch = makeTest(depth: 1)
        if branch.isEmpty || random.chance(30) {
          branch.append(.atom(makeAtom(random.pick(below), binds: true), optional: false))
        }
        branches.append(branch)
        bound = outer
      }
      return [.or(branches, span)]
    case 6: return makeAggregateTest().map { [$0] } ?? []
    default: return makeBoundAggregateTest()
    }
  }

  /// `not { … }` over variables of the rule and variables of its own.
  private mutating func makeNotBody() -> Literal {
    let outer = bound
    var body: [Literal] = []
    for _ in 0..<(1 + random.below(2)) {
      body.append(.atom(makeAtom(random.pick(below), binds: true), optional: false))
    }
    if random.chance(45) { body += makeTest(depth: 1) }
    bound = outer
    return .notBody(random.shuffled(body), RandomDomain.span)
  }

  mutating func makeComparison() -> Literal? {
    guard !bound.isEmpty else { return nil }
    let variable = random.pick(bound)
    let left = Expression.variable(RandomDomain.name(variable.name))
    let span = RandomDomain.span
    let others = bound.filter { $0.type == variable.type && $0.name != variable.name }
    let other = others.isEmpty ? nil : Expression.variable(RandomDomain.name(random.pick(others).name))
    let constant = RandomDomain.expression(random.pick(RandomDomain.values(variable.type)))
    let order = random.pick(Comparison.allCases)
    let equality: Comparison = random.chance(50) ? .equal : .notEqual
    func call(_ name: String, _ arguments: Expression...) -> Expression {
      .call(RandomDomain.name(name), arguments, span)
    }
    func text(_ value: String) -> Expression { .constant(Constant(.string(value), span)) }
    let yes = Expression.constant(Constant(.bool(true), span))
    switch variable.type {
    case .int, .date:
      let right: Expression
      if let other, random.chance(50) {
        right = other
      } else if random.chance(30), let computed = makeArithmetic(variable.type) {
        right = computed
      } else if variable.type == .int, random.chance(15) {
        right = .parameter(RandomDomain.name("p.limit"))
      } else {
        right = constant
      }
      return random.chance(20) ? .comparison(right, order, left, span) : .comparison(left, order, right, span)
    case .text:
      switch random.below(7) {
      case 0: return .comparison(call("lower", left), equality, text("red"), span)
      case 1: return .comparison(call("starts_with", left, text("r")), .equal, yes, span)
      case 2: return .comparison(call("ends_with", left, text("e")), .equal, yes, span)
      case 3: return .comparison(call("contains", left, text("ed")), .equal, yes, span)
      case 4: return .comparison(call("glob", left, text("*e*")), .equal, yes, span)
      default: break
      }
    case .normal(.email):
      switch random.below(5) {
      case 0: return .comparison(call("domain", left), equality, text("x.example"), span)
      case 1: return .comparison(call("local_part", left), equality, text("a"), span)
      case 2: return .comparison(call("untagged", left), equality, text("a@x.example"), span)
      default: break
      }
    case .entity:
      if random.chance(25) { return .comparison(call("id", left), equality, text("t1"), span) }
    default: break
    }
    return .comparison(left, equality, other.flatMap { random.chance(60) ? $0 : nil } ?? constant, span)
  }

  /// `x + 1`, `day + 30 days`, `later - earlier`.
  mutating func makeArithmetic(_ type: ValueType) -> Expression? {
    let span = RandomDomain.span
    let same = bound.filter { $0.type == type }
    let dates = bound.filter { $0.type == .date }
    if type == .int, dates.count > 0, random.chance(30) {
      let earlier = Expression.variable(RandomDomain.name(random.pick(dates).name))
      let later =
        random.chance(40) ? Expression.constant(Constant(.today, span)) : .variable(RandomDomain.name(dates[0].name))
      return .arithmetic(later, .minus, earlier, span)
    }
    if type == .date {
      let start =
        same.isEmpty || random.chance(30)
        ? Expression.constant(Constant(.today, span)) : .variable(RandomDomain.name(random.pick(same).name))
      let days = Expression.constant(Constant(.days([1, 30, 31][random.below(3)]), span))
      return .arithmetic(start, random.chance(50) ? .plus : .minus, days, span)
    }
    guard !same.isEmpty else { return nil }
    let left = Expression.variable(RandomDomain.name(random.pick(same).name))
    let right: Expression =
      random.chance(40)
      ? .variable(RandomDomain.name(random.pick(same).name))
      : .constant(Constant(.int(Int64(1 + random.below(2))), span))
    let operation = [Arithmetic.plus, .minus, .times][random.below(3)]
    if random.chance(10) { return .negated(left, span) }
    return .arithmetic(left, operation, right, span)
  }
}
