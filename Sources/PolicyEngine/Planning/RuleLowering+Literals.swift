import FactStore

extension RuleLowering {
  /// Lowers a body whose scope is the innermost; one result per combination of `or` branches.
  /// - Parameter offset: what the first literal is called in ``LoweredAtom/written``.
  func lower(_ body: [Literal], offset: Int, fixed: Bool = false) -> [[LoweredLiteral]] {
    var alternatives: [[LoweredLiteral]] = [[]]
    for (index, literal) in body.enumerated() {
      let written = fixed ? offset : offset + index
      let lowered = lower(literal, written: written)
      alternatives = alternatives.flatMap { head in lowered.map { head + $0 } }
    }
    return alternatives
  }

  private func lower(_ literal: Literal, written: Int) -> [[LoweredLiteral]] {
    var out: [LoweredLiteral] = []
    switch literal {
    case .atom(let atom, let optional):
      out += lower(atom, isOptional: optional, written: written)
    case .notAtom(let atom, _):
      let literals = lower(atom, isOptional: false, written: written)
      let atoms = literals.filter { if case .bind = $0 { false } else { true } }
      if atoms.count == 1, case .atom(let plain) = atoms[0] {
        // An argument that is computed is computed before.
        out += literals.filter { if case .bind = $0 { true } else { false } } + [.absent(plain)]
      } else {
        // With an optional column, base and facet are one conjunction that must not hold.
        out.append(.notExists(subquery([literals], written: written)))
      }
    case .notBody(let inner, let span):
      enter(names.table.scope(at: span), inner)
      let bodies = lower(inner, offset: written, fixed: true)
      leave()
      out.append(.notExists(subquery(bodies, written: written)))
    case .or(let branches, _):
      // Each branch stands for a rule of its own: what one defines is not defined in the next.
      let before = defined
      var after = before
      let lowered = branches.flatMap { branch in
        defined = before
        defer { after.formUnion(defined) }
        return lower(branch, offset: written, fixed: true)
      }
      defined = after
      return lowered
    case .comparison(let left, let comparison, let right, _):
      lowerComparison(left, comparison, right, written: written, into: &out)
    case .inSet(let expression, let constants, _):
      let type = expressionType(expression, facing: constants.first)
      lowerMember(expression, codes: constants.map { code($0, as: type) }, type: type, written: written, into: &out)
    case .inName(let expression, let name, _):
      if let parameter = parameters[name.text] {
        lowerMember(
          expression, codes: parameter.values.map { symbols.encode($0) }, type: parameter.type, written: written,
          into: &out)
      } else {
        let relation = catalog.id(name.text)!
        let term = operand(expression, type: catalog[relation].columns[0].type, written: written, into: &out)
        out.append(.atom(LoweredAtom(relation: relation, terms: [term], written: written)))
      }
    }
    return [out]
  }

  private func expressionType(_ expression: Expression, facing constant: Constant?) -> ValueType {
    if case .constant = expression { return constant?.value.type ?? .text }
    return type(of: expression) ?? constant?.value.type ?? .text
  }

  /// A base atom, then one atom (or absence) per optional column that the arguments name.
  private func lower(_ atom: Atom, isOptional: Bool, written: Int) -> [LoweredLiteral] {
    var base = catalog.id(atom.relation.text)!
    let entry = catalog[base]
    let isEmptied = isOptional && emptied[base] != nil
    if isEmptied { base = emptied[base]! }
    var out: [LoweredLiteral] = []
    var terms: [Int?] = Array(repeating: nil, count: entry.columns.count)
    var facets: [(id: RelationID, value: Argument.Value, type: ValueType)] = []
    for argument in atom.arguments {
      if let column = entry.columns.firstIndex(where: { $0.name == argument.column.text }) {
        terms[column] = term(argument, type: entry.columns[column].type, written: written, into: &out)
      } else if let facet = entry.facets[argument.column.text] {
        let value: Argument.Value
        if case .punned = argument.value {
          value = .expression(.variable(argument.column))
        } else {
          value = argument.value
        }
        facets.append((facet, value, catalog[facet].columns.last!.type))
      }
    }
    if !facets.isEmpty {
      for column in entry.facetKey where terms[column] == nil {
        terms[column] = newRegister(name: nil, type: entry.columns[column].type)
      }
    }
    out.append(.atom(LoweredAtom(relation: base, terms: terms, written: written)))
    let key = entry.facetKey.map { terms[$0] }
    for facet in facets {
      let id = isEmptied ? (emptied[facet.id] ?? facet.id) : facet.id
      switch facet.value {
      case .wildcard:
        out.append(.atom(LoweredAtom(relation: id, terms: key + [nil], written: written)))
      case .none:
        out.append(.absent(LoweredAtom(relation: id, terms: key + [nil], written: written)))
      case .expression(let expression):
        let value = operand(expression, type: facet.type, written: written, into: &out)
        out.append(.atom(LoweredAtom(relation: id, terms: key + [value], written: written)))
      case .punned: preconditionFailure("a pun was unfolded above")
      }
    }
    return out
  }

  private func term(_ argument: Argument, type: ValueType, written: Int, into out: inout [LoweredLiteral]) -> Int? {
    switch argument.value {
    case .punned: register(of: argument.column)
    case .wildcard, .none: nil
    case .expression(let expression): operand(expression, type: type, written: written, into: &out)
    }
  }

  func subquery(_ bodies: [[LoweredLiteral]], written: Int) -> Subquery {
    var inside: Set<Int> = []
    for body in bodies { for literal in body { inside.formUnion(literal.registers) } }
    let visible = Set(registers.filter { scopes.contains(names.table[$0.key].scope) }.values)
    return Subquery(bodies: bodies, outer: inside.intersection(visible).sorted(), written: written)
  }

  private func lowerMember(
    _ expression: Expression, codes: [UInt32], type: ValueType, written: Int, into out: inout [LoweredLiteral]
  ) {
    if case .variable(let name) = expression, interval(of: name) == nil {
      out.append(.generate(register(of: name), sorted(Set(codes), type), written: written))
    } else {
      out.append(.member(value(expression, facing: type, written: written, into: &out), Set(codes), written: written))
    }
  }

  private func sorted(_ codes: Set<UInt32>, _ type: ValueType) -> [UInt32] {
    type.isTextual
      ? codes.sorted { symbols.utf8(SymbolID(raw: $0)).lexicographicallyPrecedes(symbols.utf8(SymbolID(raw: $1))) }
      : codes.sorted()
  }
}

extension LoweredLiteral {
  /// Every register that the literal reads or sets, subqueries included.
  var registers: Set<Int> {
    switch self {
    case .atom(let atom), .absent(let atom): Set(atom.terms.compactMap { $0 })
    case .notExists(let subquery): subquery.registers
    case .bind(let register, let expression, _): expression.registers.union([register])
    case .compare(let left, _, let right, _): left.registers.union(right.registers)
    case .member(let expression, _, _): expression.registers
    case .generate(let register, _, _): [register]
    case .aggregate(let aggregate): aggregate.subquery.registers.union(aggregate.variables)
    case .bindInterval(_, let expression, _): expression.registers
    case .settle(let register, _, _): [register]
    }
  }
}

extension Subquery {
  var registers: Set<Int> {
    bodies.reduce(into: []) { all, body in for literal in body { all.formUnion(literal.registers) } }
  }
}
