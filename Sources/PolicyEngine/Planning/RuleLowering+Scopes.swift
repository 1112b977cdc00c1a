import FactStore

extension RuleLowering {
  /// Enters a body: its own variables get registers, and those that stand for an aggregate's interval a slot.
  /// - Parameter heads: variables that are read where one value is needed: in a head, or listed by an aggregate.
  func enter(_ scope: Int, _ body: [Literal], heads: [ID] = []) {
    scopes.append(scope)
    for id in names.table.variables(of: scope) {
      registers[id] = newRegister(name: names.table[id].name, type: names.type(of: id))
    }
    let own = intervals(of: body)
    for id in own {
      intervals[id] = newSlot(names.type(of: id))
      file.intervalNames[names.table[id].name] = intervals[id]
    }
    settled.formUnion(singleValued(body).union(heads).intersection(own))
  }

  func leave() { scopes.removeLast() }

  /// Whether a variable belongs to the innermost body.
  func isOwn(_ id: ID) -> Bool { names.table[id].scope == scopes.last }

  func register(of name: Name) -> Int { registers[names.variable(name)]! }

  /// The slot of a variable that stands for an aggregate's interval; `nil` for any other, and for one of a body around: there it is its
  /// one value, or is not known.
  func interval(of name: Name) -> Int? { interval(of: names.variable(name)) }

  private func interval(of id: ID) -> Int? { isOwn(id) ? intervals[id] : nil }

  func type(of expression: Expression) -> ValueType? { names.type(of: expression, parameters) }

  func variables(_ expression: Expression) -> [ID] { expression.variables(deep: false).map(names.variable) }

  func mentionsInterval(_ expression: Expression) -> Bool { variables(expression).contains { interval(of: $0) != nil } }

  func newRegister(name: String?, type: ValueType, constant: UInt32? = nil) -> Int {
    file.entries.append(RegisterFile.Entry(name: name, type: type, constant: constant))
    return file.entries.count - 1
  }

  func newSlot(_ type: ValueType) -> Int {
    file.intervalTypes.append(type)
    return file.intervalTypes.count - 1
  }

  func constantRegister(_ code: UInt32, _ type: ValueType) -> Int {
    if let known = file.entries.firstIndex(where: { $0.constant == code && $0.type == type }) { return known }
    return newRegister(name: nil, type: type, constant: code)
  }

  /// Variables of the innermost body that nothing but an equation with an aggregate gives a value, in the order of their
  /// names.
  private func intervals(of body: [Literal]) -> [ID] {
    var single: Set<ID> = []
    var equations: [(id: ID, other: Expression)] = []
    for literal in body.flattened {
      switch literal {
      case .atom(let atom, _): for expression in atom.expressions { single.formUnion(variables(expression)) }
      case .inSet(.variable(let name), _, _), .inName(.variable(let name), _, _): single.insert(names.variable(name))
      case .comparison(let left, .equal, let right, _):
        for case (.variable(let name), let other) in [(left, right), (right, left)] where isOwn(names.variable(name)) {
          equations.append((names.variable(name), other))
        }
      case .notAtom, .notBody, .or, .inSet, .inName, .comparison: continue
      }
    }
    func isSingle(_ id: ID) -> Bool { single.contains(id) || !isOwn(id) }
    var found: Set<ID> = []
    var before = -1
    while single.count > before {
      before = single.count
      for (id, other) in equations where !other.hasAggregate && variables(other).allSatisfy(isSingle) {
        single.insert(id)
      }
    }
    before = -1
    while found.count > before {
      before = found.count
      for (id, other) in equations where !single.contains(id) {
        let read = variables(other)
        if read.allSatisfy({ single.contains($0) || found.contains($0) || !isOwn($0) }),
          other.hasAggregate || !found.isDisjoint(with: read)
        {
          found.insert(id)
        }
      }
    }
    return names.table.variables(of: scopes.last!).filter(found.contains)
  }

  /// Variables that occur where one value is needed: in atoms, in calls, inside `not { … }` and aggregates.
  private func singleValued(_ body: [Literal]) -> Set<ID> {
    var single: Set<ID> = []
    func take(_ names: [Name]) { single.formUnion(names.map(self.names.variable)) }
    func visit(_ expression: Expression) {
      switch expression {
      case .call, .aggregate: take(expression.variables(deep: true))
      case .arithmetic, .negated: expression.children.forEach(visit)
      case .constant, .parameter, .variable: return
      }
    }
    for literal in body.flattened {
      if case .comparison = literal {
        literal.expressions.forEach(visit)
      } else {
        take([literal].variables(deep: true))
      }
    }
    return single
  }
}
