import FactStore

@testable import PolicyEngine

/// Makes one random program, step by step. Well-typed, safe and stratified by construction.
struct ProgramMaker {
  /// A relation that bodies may read.
  struct Shape {
    var name: String
    var columns: [ColumnSchema]
    /// −1 for sources; derived relations of one number may be recursive through each other.
    var component: Int
  }

  var random: SplitMix64
  var schemas: [RelationSchema] = []
  var items: [Item] = []
  var inputs: [RandomInput] = []
  var shapes: [Shape] = []

  // The scope of the rule in work.
  /// Variables that positive atoms bind, in the order of their arrival.
  var bound: [(name: String, type: ValueType)] = []
  var taken: Set<String> = []
  /// Relations that may stand under `not` and in aggregates.
  var below: [Shape] = []

  init(seed: UInt64) { random = SplitMix64(seed: seed &* 0xD134_2543_DE82_EF95 &+ 1) }

  // MARK: sources

  mutating func makeSources() {
    for type in [RandomDomain.person, RandomDomain.thing] {
      items.append(.entity(EntityDeclaration(name: RandomDomain.name(type.name), doc: "", span: RandomDomain.span)))
    }
    for number in 0..<(3 + random.below(3)) {
      var columns = makeColumns([1, 2, 2, 2, 3][random.below(5)], types: [6, 4, 4, 3, 3, 1, 2])
      let required = columns.count
      if random.chance(45) {
        for column in makeColumns(required + 1 + random.below(4) / 3, types: [2, 2, 3, 3, 3, 2, 2], after: columns)
          .dropFirst(required)
        {
          columns.append(ColumnSchema(column.name, column.type, optional: true))
        }
      }
      let key = columns.count > required && random.chance(60) ? [columns[0].name] : []
      let schema = RelationSchema("s.r\(number)", doc: "Random source \(number).", columns: columns, key: key)
      schemas.append(schema)
      shapes.append(Shape(name: schema.name, columns: columns, component: -1))
    }
    let span = RandomDomain.span
    items.append(
      .parameter(
        ParameterDeclaration(
          name: RandomDomain.name("p.limit"), isSet: false, type: RandomDomain.name("int"),
          values: [Constant(.int(Int64(random.below(3))), span)], range: 0...9, doc: "", span: span)))
    items.append(
      .parameter(
        ParameterDeclaration(
          name: RandomDomain.name("p.labels"), isSet: true, type: RandomDomain.name("text"),
          values: [Constant(.string("red"), span), Constant(.string("blue"), span)], range: nil, doc: "", span: span)))
  }

  /// Columns with names of their own; `types` are weights by ``RandomDomain/all``.
  mutating func makeColumns(_ count: Int, types: [Int], after first: [ColumnSchema] = []) -> [ColumnSchema] {
    var columns = first
    while columns.count < count {
      let type = RandomDomain.all[random.weighted(types)]
      let stem = RandomDomain.columnName(type)
      var name = stem
      var number = 2
      while columns.contains(where: { $0.name == name }) {
        name = "\(stem)\(number)"
        number += 1
      }
      columns.append(ColumnSchema(name, type))
    }
    return columns
  }

  mutating func makeInputs() {
    for schema in schemas {
      if random.chance(10) { continue }
      inputs.append(.covered(schema.name))
      let isComplete = random.chance(60)
      for _ in 0..<(1 + random.below(7)) {
        var cells: [String: FactWriter.Cell] = [:]
        for column in schema.columns {
          let value = FactWriter.Cell.value(random.pick(RandomDomain.values(column.type)))
          if column.isOptional, random.chance(45) {
            cells[column.name] = isComplete || random.chance(60) ? FactWriter.Cell.none : .unknown("unusable field")
          } else {
            cells[column.name] = value
          }
        }
        inputs.append(.record(schema.name, cells))
      }
      if isComplete { continue }
      for _ in 0..<random.below(3) {
        var known: [String: Value] = [:]
        for column in schema.columns where random.chance(50) {
          known[column.name] = random.pick(RandomDomain.values(column.type))
        }
        inputs.append(.hole(schema.name, known))
      }
      for column in schema.columns where column.isOptional && random.chance(10) {
        inputs.append(.absentColumn(schema.name, column.name))
      }
    }
  }

  // MARK: derived relations

  mutating func makeDerived() {
    let count = 4 + random.below(3)
    let isMutual = random.chance(20) ? random.below(count - 1) : -1
    var planned: [Shape] = []
    for number in 0..<count {
      let arity = [1, 1, 2, 2, 3][random.below(5)]
      let columns = makeColumns(arity, types: [7, 4, 4, 2, 2, 0, 2])
      let component = number == isMutual + 1 && isMutual >= 0 ? isMutual : number
      planned.append(Shape(name: "d.q\(number)", columns: columns, component: component))
    }
    for shape in planned {
      let columns = shape.columns.map {
        RelationDeclaration.Column(
          name: RandomDomain.name($0.name), isOptional: false, type: RandomDomain.name($0.type.name), values: [])
      }
      items.append(
        .relation(
          RelationDeclaration(
            name: RandomDomain.name(shape.name), columns: columns, key: [], references: [], doc: "Random.",
            span: RandomDomain.span)))
    }
    for shape in planned {
      below = shapes.filter { $0.component < shape.component }
      let peers = planned.filter { $0.component == shape.component }
      let isRecursive = peers.count > 1 || random.chance(22)
      for number in 0..<(1 + random.below(3) + (isRecursive ? 1 : 0)) {
        let peer = isRecursive && number > 0 && random.chance(80) ? random.pick(peers) : nil
        items.append(.rule(makeRule(shape, recursiveThrough: peer, mayCompute: !isRecursive)))
      }
      if random.chance(5) { items.append(.fact(makeFact(shape))) }
      if !peers.contains(where: { $0.name > shape.name }) { shapes += peers }
    }
  }

  private mutating func makeFact(_ shape: Shape) -> Atom {
    Atom(
      relation: RandomDomain.name(shape.name),
      arguments: shape.columns.map { column in
        argument(column, RandomDomain.expression(random.pick(RandomDomain.values(column.type))))
      }, span: RandomDomain.span)
  }

  private mutating func makeRule(_ shape: Shape, recursiveThrough peer: Shape?, mayCompute: Bool) -> Rule {
    bound = []
    taken = []
    var body: [Literal] = []
    if let peer { body.append(.atom(makeAtom(peer, binds: true), optional: false)) }
    for _ in 0..<[1, 1, 2, 2, 3][random.below(5)] where body.count < 3 {
      body.append(.atom(makeAtom(random.pick(below), binds: true), optional: false))
    }
    var head: [Argument] = []
    var used: Set<String> = []
    for column in shape.columns {
      if mayCompute, let computed = makeComputed(column, &body) {
        head.append(computed)
        continue
      }
      var candidates = bound.filter { $0.type == column.type }
      if candidates.isEmpty || (random.chance(30) && candidates.allSatisfy { used.contains($0.name) }) {
        if let extra = makeBinder(column.type, mayGenerate: mayCompute) { body.append(extra) }
        candidates = bound.filter { $0.type == column.type }
      }
      let fresh = candidates.filter { !used.contains($0.name) }
      if let variable = (fresh.isEmpty ? candidates : fresh).last {
        used.insert(variable.name)
        head.append(argument(column, .variable(RandomDomain.name(variable.name))))
      } else {
        head.append(argument(column, RandomDomain.expression(random.pick(RandomDomain.values(column.type)))))
      }
    }
    for _ in 0..<[0, 0, 0, 1, 1, 1, 2][random.below(7)] { body += makeTest() }
    return Rule(
      head: Atom(relation: RandomDomain.name(shape.name), arguments: head, span: RandomDomain.span),
      body: random.shuffled(body), doc: "", span: RandomDomain.span)
  }

  /// A head value that is computed: arithmetic or an aggregate.
  private mutating func makeComputed(_ column: ColumnSchema, _ body: inout [Literal]) -> Argument? {
    guard column.type == .int || column.type == .date, random.chance(35) else { return nil }
    if random.chance(60), let aggregate = makeAggregate(of: column.type) {
      if random.chance(15) { return argument(column, .aggregate(aggregate)) }
      let name = newVariable(column.name, type: column.type, isBound: false)
      body.append(
        .comparison(.variable(RandomDomain.name(name)), .equal, .aggregate(aggregate), RandomDomain.span))
      return argument(column, .variable(RandomDomain.name(name)))
    }
    guard let computed = makeArithmetic(column.type) else { return nil }
    if random.chance(50) { return argument(column, computed) }
    let name = newVariable(column.name, type: column.type, isBound: false)
    body.append(.comparison(.variable(RandomDomain.name(name)), .equal, computed, RandomDomain.span))
    return argument(column, .variable(RandomDomain.name(name)))
  }

  func argument(_ column: ColumnSchema, _ expression: Expression) -> Argument {
    Argument(column: RandomDomain.name(column.name), value: .expression(expression), span: RandomDomain.span)
  }

  /// A new variable, named like the column where that name is free.
  mutating func newVariable(_ column: String, type: ValueType, isBound: Bool) -> String {
    var name = column
    var number = 2
    while taken.contains(name) {
      name = "\(column)_\(number)"
      number += 1
    }
    taken.insert(name)
    if isBound { bound.append((name, type)) }
    return name
  }
}
