import FactStore

@testable import PolicyEngine

extension ProgramMaker {
  /// A policy over all relations, in two of three programs.
  mutating func makePolicy() {
    guard random.chance(66) else { return }
    let span = RandomDomain.span
    bound = []
    taken = []
    below = shapes
    // A population that is loaded and complete, more often than not: else there is no verdict but `unverified`.
    let known = shapes.filter { shape in
      inputs.contains { $0.relation == shape.name } && !inputs.contains { $0.isHole(of: shape.name) }
    }
    // Or one of certain members beside rows of unknown keys: what those say, the members' own values may exclude.
    let mixed = shapes.filter { shape in
      inputs.contains { $0.isRecord(of: shape.name) } && inputs.contains { $0.isHole(of: shape.name) }
    }
    let isMixed = !mixed.isEmpty && random.chance(20)
    let choice = isMixed ? mixed : (known.isEmpty || random.chance(30) ? shapes : known)
    let first = random.pick(choice)
    var body: [Literal] = [.atom(makeAtom(first, binds: true), optional: false)]
    if random.chance(15) { body.append(.atom(makeAtom(random.pick(shapes), binds: true), optional: false)) }
    while bound.isEmpty { body.append(.atom(makeAtom(random.pick(shapes), binds: true), optional: false)) }
    if random.chance(15) { body += makeTest(depth: 1) }
    let members = bound
    let keys = Array(random.shuffled(members).prefix(random.chance(70) ? 1 : 2))
    let isWhole = keys.count == members.count && random.chance(40)
    var clauses: [PolicyDeclaration.Clause] = [
      .title(texts("random"), span),
      .severity(.low, span),
      .population(
        PolicyDeclaration.Population(
          names: isWhole ? [] : keys.map { RandomDomain.name($0.name) }, body: body, span: span)),
    ]
    for _ in 0..<(1 + random.below(2)) { clauses.append(.fail(makeFinding(members, keys.map(\.name), isFail: true))) }
    if random.chance(35) {
      clauses.append(.unverified(makeFinding(members, keys.map(\.name), isFail: true, takesPer: false)))
    }
    if random.chance(45) { clauses.append(.except(makeFinding(members, keys.map(\.name), isFail: false))) }
    items.append(
      .policy(
        PolicyDeclaration(id: RandomDomain.name("t.random-policy"), clauses: clauses, doc: "", span: span)))
  }

  private func texts(_ text: String) -> Texts {
    Texts([Texts.Entry(language: nil, text: StringLiteral(text, RandomDomain.span))])
  }

  private mutating func makeFinding(
    _ members: [(name: String, type: ValueType)], _ keys: [String], isFail: Bool, takesPer: Bool = true
  ) -> PolicyDeclaration.Finding {
    let span = RandomDomain.span
    let outer = taken
    defer { taken = outer }
    bound = members
    var body: [Literal] = []
    for _ in 0..<[0, 1, 1, 2][random.below(4)] {
      body.append(.atom(makeAtom(random.pick(below), binds: true), optional: false))
    }
    if body.isEmpty || random.chance(60) { body += makeTest() }
    if random.chance(25) { body += makeTest() }
    // Its facts can only excuse: under one `not`, where a fail or unverified rule asks for it.
    if isFail, random.chance(30) {
      let source = random.pick(schemas)
      let shape = Shape(name: source.name, columns: source.columns, component: -1)
      body.append(.notBody([.atom(makeAtom(shape, binds: false), optional: true)], span))
    }
    if body.isEmpty { body.append(.atom(makeAtom(random.pick(below), binds: true), optional: false)) }
    var per: [Name] = []
    if isFail && takesPer {
      let others = bound.filter { variable in
        if case .entity = variable.type { !keys.contains(variable.name) } else { false }
      }
      if !others.isEmpty { per = [RandomDomain.name(random.chance(70) ? random.pick(others).name : keys[0])] }
      // A branch of `or` may bind an entity of its own, which no `per` can name for the whole rule.
      let branches = body.contains { if case .or = $0 { true } else { false } }
      if others.isEmpty && branches { per = [RandomDomain.name(keys[0])] }
    }
    return PolicyDeclaration.Finding(
      message: texts("about {\(keys[0])}"), per: per, body: random.shuffled(body), span: span)
  }
}
