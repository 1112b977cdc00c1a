import FactStore

extension RuleLowering {
  /// Lowers a body whose scope is the innermost; one result per combination of `or` branches.
  /// - Parameter offset: what the first literal is called in ``LoweredLiteral/written``.
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
    var out = LoweredPart(written: written)
    switch literal {
    case .atom(let atom, let optional): lower(atom, isOptional: optional, into: &out)
    case .notAtom(let atom, _):
      lower(atom, isOptional: false, into: &out)
      let literals = out.literals
      let binds = literals.filter { if case .bind = $0.step { true } else { false } }
      let atoms = literals.filter { if case .bind = $0.step { false } else { true } }
      if atoms.count == 1, case .match(let plain) = atoms[0].step {
        // An argument that is computed is computed before.
        out.literals = binds
        out.add(.absent(plain))
      } else {
        // With an optional column, base and facet are one conjunction that must not hold.
        out.literals = []
        out.add(.notExists(subquery([literals])))
      }
    case .notBody(let inner, let span):
      enter(names.table.scope(at: span), inner)
      let bodies = lower(inner, offset: written, fixed: true)
      leave()
      out.add(.notExists(subquery(bodies)))
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
      lowerComparison(left, comparison, right, into: &out)
    case .inSet(let expression, let constants, _):
      let type = expressionType(expression, facing: constants.first)
      lowerMember(expression, codes: constants.map { code($0, as: type) }, type: type, into: &out)
    case .inName(let expression, let name, _):
      if let parameter = parameters[name.text] {
        lowerMember(
          expression, codes: parameter.values.map { symbols.encode($0) }, type: parameter.type, into: &out)
      } else {
        let relation = catalog.id(name.text)!
        let term = operand(expression, type: catalog[relation].columns[0].type, into: &out)
        out.add(.match(LoweredAtom(relation: relation, terms: [term])))
      }
    }
    return [out.literals]
  }

  private func expressionType(_ expression: Expression, facing constant: Constant?) -> ValueType {
    if case .constant = expression { return constant?.value.type ?? .text }
    return type(of: expression) ?? constant?.value.type ?? .text
  }

  /// A base atom, then one atom (or absence) per optional column that the arguments name.
  private func lower(_ atom: Atom, isOptional: Bool, into out: inout LoweredPart) {
    var base = catalog.id(atom.relation.text)!
    let entry = catalog[base]
    let isEmptied = isOptional && emptied[base] != nil
    if isEmptied { base = emptied[base]! }
    var terms: [Int?] = Array(repeating: nil, count: entry.columns.count)
    var facets: [(id: RelationID, argument: Argument)] = []
    for argument in atom.arguments {
      if let column = entry.columns.firstIndex(where: { $0.name == argument.column.text }) {
        terms[column] = argument.expression.map { operand($0, type: entry.columns[column].type, into: &out) }
      } else if let facet = entry.facets[argument.column.text] {
        facets.append((facet, argument))
      }
    }
    if !facets.isEmpty {
      for column in entry.facetKey where terms[column] == nil {
        terms[column] = newRegister(name: nil, type: entry.columns[column].type)
      }
    }
    out.add(.match(LoweredAtom(relation: base, terms: terms)))
    let key = entry.facetKey.map { terms[$0] }
    for (facet, argument) in facets {
      let value = argument.expression.map { operand($0, type: catalog[facet].columns.last!.type, into: &out) }
      let atom = LoweredAtom(relation: isEmptied ? emptied[facet] ?? facet : facet, terms: key + [value])
      if case .none = argument.value { out.add(.absent(atom)) } else { out.add(.match(atom)) }
    }
  }

  func subquery(_ bodies: [[LoweredLiteral]]) -> Subquery {
    var inside: Set<Int> = []
    for body in bodies { for literal in body { inside.formUnion(literal.registers) } }
    let visible = Set(registers.filter { scopes.contains(names.table[$0.key].scope) }.values)
    return Subquery(bodies: bodies, outer: inside.intersection(visible).sorted())
  }

  private func lowerMember(
    _ expression: Expression, codes: [UInt32], type: ValueType, into out: inout LoweredPart
  ) {
    if case .variable(let name) = expression, interval(of: name) == nil {
      out.add(.generate(register(of: name), sorted(Set(codes), type)))
    } else {
      let member = value(expression, facing: type, into: &out)
      out.add(.member(member, CodeSet(codes)))
    }
  }

  private func sorted(_ codes: Set<UInt32>, _ type: ValueType) -> [UInt32] {
    type.isTextual
      ? codes.sorted { symbols.utf8(SymbolID(raw: $0)).lexicographicallyPrecedes(symbols.utf8(SymbolID(raw: $1))) }
      : codes.sorted()
  }
}
