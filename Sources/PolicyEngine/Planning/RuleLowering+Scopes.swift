import FactStore

extension RuleLowering {
  /// Enters the variables of a body into the innermost scope: those that no outer scope has, with their types.
  func declare(_ body: [Literal], headNames: [String] = []) {
    let names = Self.names(in: body, deep: false)
    let level = scopes.count - 1
    for name in names where !scopes.dropLast().contains(where: { $0.types[name] != nil }) {
      scopes[level].types[name] = .text
    }
    settleTypes(body, level: level)
    for name in names.sorted() where scopes[level].types[name] != nil {
      scopes[level].registers[name] = newRegister(name: name, type: scopes[level].types[name]!)
    }
    for name in intervalNames(body, level: level) {
      file.intervalTypes.append(scopes[level].types[name]!)
      scopes[level].intervals[name] = file.intervalTypes.count - 1
      file.intervalNames[name] = file.intervalTypes.count - 1
    }
    let single = Self.singleValued(body).union(headNames)
    scopes[level].settled = Set(scopes[level].intervals.keys).intersection(single)
  }

  /// Variables of this scope that nothing but an equation with an aggregate gives a value, sorted.
  private func intervalNames(_ body: [Literal], level: Int) -> [String] {
    let literals = Self.flattened(body)
    var single: Set<String> = []
    for literal in literals {
      switch literal {
      case .atom(let atom, _): single.formUnion(Self.names(in: atom, deep: false))
      case .inSet(.variable(let name), _, _), .inName(.variable(let name), _, _): single.insert(name.text)
      default: continue
      }
    }
    var intervals: Set<String> = []
    let equations = literals.flatMap { literal -> [(name: String, other: Expression)] in
      guard case .comparison(let left, .equal, let right, _) = literal else { return [] }
      return [(left, right), (right, left)].compactMap { side, other in
        guard case .variable(let name) = side, scopes[level].types[name.text] != nil else { return nil }
        return (name.text, other)
      }
    }
    var changed = true
    while changed {
      changed = false
      for (name, other) in equations where !single.contains(name) && !Self.hasAggregate(other) {
        let names = Self.names(in: other, deep: false)
        if names.allSatisfy({ single.contains($0) || scopes[level].types[$0] == nil && interval(of: $0) == nil }) {
          single.insert(name)
          changed = true
        }
      }
    }
    changed = true
    while changed {
      changed = false
      for (name, other) in equations where !single.contains(name) && !intervals.contains(name) {
        let names = Self.names(in: other, deep: false)
        let isBound = names.allSatisfy {
          single.contains($0) || intervals.contains($0) || scopes[level].types[$0] == nil
        }
        if isBound,
          Self.hasAggregate(other) || names.contains(where: { intervals.contains($0) || interval(of: $0) != nil })
        {
          intervals.insert(name)
          changed = true
        }
      }
    }
    return intervals.sorted()
  }

  func register(of name: String) -> Int {
    for scope in scopes.reversed() {
      if let register = scope.registers[name] { return register }
    }
    preconditionFailure("variable \(name) is in no scope")
  }

  func interval(of name: String) -> Int? {
    for scope in scopes.reversed() where scope.registers[name] != nil { return scope.intervals[name] }
    return nil
  }

  func type(of name: String) -> ValueType? {
    for scope in scopes.reversed() {
      if let type = scope.types[name] { return type }
    }
    return nil
  }

  func newRegister(name: String?, type: ValueType, constant: UInt32? = nil) -> Int {
    file.entries.append(RegisterFile.Entry(name: name, type: type, constant: constant))
    return file.entries.count - 1
  }

  func constantRegister(_ code: UInt32, _ type: ValueType) -> Int {
    if let known = file.entries.firstIndex(where: { $0.constant == code && $0.type == type }) { return known }
    return newRegister(name: nil, type: type, constant: code)
  }

  /// Types flow through `=`, so passes go on while one settles something; the checker has refused what does not settle.
  private func settleTypes(_ body: [Literal], level: Int) {
    var before = -1
    while scopes[level].typed.count > before {
      before = scopes[level].typed.count
      inferTypes(body, level: level)
    }
  }

  private func inferTypes(_ body: [Literal], level: Int) {
    func learn(_ name: String, _ type: ValueType?) {
      guard let type, scopes[level].types[name] != nil, !scopes[level].typed.contains(name) else { return }
      scopes[level].types[name] = type
      scopes[level].typed.insert(name)
    }
    for literal in Self.flattened(body) {
      switch literal {
      case .atom(let atom, _), .notAtom(let atom, _):
        guard let schema = checked.relations[atom.relation.text]?.schema else { continue }
        for argument in atom.arguments {
          let type = schema.columns.first { $0.name == argument.column.text }?.type
          switch argument.value {
          case .punned: learn(argument.column.text, type)
          case .expression(.variable(let name)): learn(name.text, type)
          default: continue
          }
        }
      case .comparison(let left, .equal, let right, _):
        if case .variable(let name) = left { learn(name.text, settledType(right)) }
        if case .variable(let name) = right { learn(name.text, settledType(left)) }
      case .inName(.variable(let name), let target, _):
        learn(
          name.text,
          checked.parameters[target.text]?.type ?? checked.relations[target.text]?.schema.columns.first?.type)
      case .inSet(.variable(let name), let constants, _):
        learn(name.text, constants.first.map { Self.naturalType($0) })
      default: continue
      }
    }
  }

  /// The type of an expression, or `nil` while it hangs on a variable, of this scope or of one around it, whose own type
  /// is not found yet.
  private func settledType(_ expression: Expression) -> ValueType? {
    let isOpen = Self.names(in: expression, deep: false).contains { name in
      scopes.last { $0.types[name] != nil }.map { !$0.typed.contains(name) } ?? false
    }
    if isOpen { return nil }
    if case .aggregate(let aggregate) = expression { return aggregateType(aggregate) }
    return type(of: expression)
  }

  /// What an aggregate ranges over: `int`, or the type of its variable for `min` and `max`.
  func aggregateType(_ aggregate: Aggregate) -> ValueType {
    guard aggregate.function == .min || aggregate.function == .max, let name = aggregate.variables.first else {
      return .int
    }
    scopes.append(Scope())
    defer { scopes.removeLast() }
    let names = Self.names(in: aggregate.body, deep: false)
    for inner in names where type(of: inner) == nil { scopes[scopes.count - 1].types[inner] = .text }
    settleTypes(aggregate.body, level: scopes.count - 1)
    return type(of: name.text) ?? .int
  }

  func type(of expression: Expression) -> ValueType? {
    switch expression {
    case .constant(let constant): Self.naturalType(constant)
    case .variable(let name): type(of: name.text)
    case .parameter(let name): checked.parameters[name.text]?.type
    case .call(let name, _, _): Builtin(rawValue: name.text)?.result
    case .aggregate(let aggregate): aggregateType(aggregate)
    case .negated: .int
    case .arithmetic(let left, let operation, let right, _):
      switch (type(of: left), operation, type(of: right)) {
      case (.date?, .minus, .date?), (.time?, .minus, .time?): .int
      case (.date?, _, _), (_, .plus, .date?): .date
      case (.time?, _, _), (_, .plus, .time?): .time
      default: .int
      }
    }
  }

  static func naturalType(_ constant: Constant) -> ValueType {
    switch constant.value {
    case .string: .text
    case .int, .days: .int
    case .bool: .bool
    case .date, .today: .date
    }
  }
}
