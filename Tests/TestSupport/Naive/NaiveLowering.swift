import FactStore

@testable import PolicyEngine

/// Turns the rules and policies of a program into ``NaiveRule``s.
struct NaiveLowering {
  let database: NaiveDatabase
  let today: CalendarDate
  /// Columns of derived relations, by name.
  private(set) var derived: [String: [String]] = [:]
  private var parameters: [String: [Value]] = [:]
  private(set) var rules: [NaiveRule] = []
  private(set) var policies: [NaivePolicy] = []
  private var names: [String: Int] = [:]
  private var slotCount = 0

  init(_ program: Program, database: NaiveDatabase, today: CalendarDate) {
    self.database = database
    self.today = today
    for item in program.items {
      switch item {
      case .relation(let relation) where database.schemas[relation.name.text] == nil:
        derived[relation.name.text] = relation.columns.map(\.name.text)
      case .parameter(let parameter): parameters[parameter.name.text] = parameter.values.map { value($0) }
      default: break
      }
    }
    for item in program.items {
      switch item {
      case .rule(let rule): add(rule.head, rule.body)
      case .fact(let atom): add(atom, [])
      case .policy(let policy): add(policy)
      case .entity, .relation, .parameter: break
      }
    }
  }

  // MARK: rules

  private mutating func add(_ head: Atom, _ body: [Literal]) {
    startRule()
    let columns = derived[head.relation.text]!
    let expressions = columns.map { column in
      let argument = head.arguments.first { $0.column.text == column }!
      return lower(expression(of: argument)!)
    }
    let lowered = lower(body)
    rules.append(NaiveRule(relation: head.relation.text, head: expressions, body: lowered, slotCount: slotCount))
  }

  /// A hidden relation with the given variables as columns.
  private mutating func addHidden(_ relation: String, _ variables: [String], _ body: [Literal]) {
    startRule()
    derived[relation] = variables
    let lowered = lower(body)
    let head = variables.map { NaiveExpression.slot(slot($0)) }
    rules.append(NaiveRule(relation: relation, head: head, body: lowered, slotCount: slotCount))
  }

  private mutating func add(_ declaration: PolicyDeclaration) {
    var population: PolicyDeclaration.Population?
    for case .population(let clause) in declaration.clauses { population = clause }
    guard let population else { return }
    let keys = population.names.isEmpty ? variables(population.body) : population.names.map(\.text)
    var policy = NaivePolicy(id: declaration.id.text, keys: keys)
    addHidden(policy.population, keys, population.body)
    for clause in declaration.clauses {
      switch clause {
      case .fail(let finding):
        let relation = "\(policy.id)#fail\(policy.fails.count)"
        let columns = keys + finding.per.map(\.text).filter { !keys.contains($0) }
        addHidden(relation, columns, population.body + finding.body)
        policy.fails.append(relation)
      case .unverified(let finding):
        let relation = "\(policy.id)#unverified\(policy.unverified.count)"
        addHidden(relation, keys, population.body + finding.body)
        policy.unverified.append(relation)
      case .except(let finding):
        let relation = "\(policy.id)#except\(policy.excepts.count)"
        addHidden(relation, keys, population.body + finding.body)
        policy.excepts.append(relation)
      default: break
      }
    }
    policies.append(policy)
  }

  /// The variables that the atoms of a body name, in the order written.
  private func variables(_ body: [Literal]) -> [String] {
    var found: [String] = []
    func add(_ name: String) { if !found.contains(name) { found.append(name) } }
    for case .atom(let atom, _) in body {
      for argument in atom.arguments {
        if case .variable(let name)? = expression(of: argument) { add(name.text) }
      }
    }
    return found
  }

  private mutating func startRule() {
    names = [:]
    slotCount = 0
  }

  private mutating func slot(_ name: String) -> Int {
    if let known = names[name] { return known }
    let slot = fresh()
    names[name] = slot
    return slot
  }

  private mutating func fresh() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  // MARK: bodies

  private mutating func lower(_ body: [Literal]) -> NaiveBody {
    var branches: NaiveBody = [[]]
    for literal in body {
      let alternatives = lower(literal)
      branches = branches.flatMap { branch in alternatives.map { branch + $0 } }
    }
    return branches
  }

  private mutating func lower(_ literal: Literal) -> NaiveBody {
    switch literal {
    case .atom(let atom, let optional): [lower(atom, optional: optional)]
    case .notAtom(let atom, _): [[.not([lower(atom, optional: false)])]]
    case .notBody(let body, _): [[.not(lower(body))]]
    case .or(let branches, _): branches.flatMap { lower($0) }
    case .comparison(let left, let comparison, let right, _): [[.compare(lower(left), comparison, lower(right))]]
    case .inSet(let expression, let constants, _): [[.oneOf(lower(expression), Set(constants.map { value($0) }))]]
    case .inName(let expression, let name, let span):
      if let values = parameters[name.text] {
        [[.oneOf(lower(expression), Set(values))]]
      } else {
        // A relation of one column: the same as an atom.
        [
          lower(
            Atom(
              relation: name,
              arguments: [
                Argument(column: Name(onlyColumn(name.text), span), value: .expression(expression), span: span)
              ], span: span), optional: false)
        ]
      }
    }
  }

  private func onlyColumn(_ relation: String) -> String {
    derived[relation]?.first ?? database.schemas[relation]!.columns[0].name
  }

  private mutating func lower(_ atom: Atom, optional: Bool) -> [NaiveGoal] {
    let relation = atom.relation.text
    guard let schema = database.schemas[relation] else {
      var extra: [NaiveGoal] = []
      let terms = derived[relation]!.map { term(argument($0, of: atom), &extra) }
      return [.match(relation, terms)] + extra
    }
    let twin = optional && database.absent.contains(relation) ? "!" : ""
    let facets = schema.columns.filter { $0.isOptional && argument($0.name, of: atom) != nil }
    let keys = facets.isEmpty ? [] : schema.facetKey.map(\.name)
    var goals: [NaiveGoal] = []
    var terms: [String: NaiveTerm] = [:]
    for column in schema.columns where !column.isOptional {
      var lowered = term(argument(column.name, of: atom), &goals)
      // A facet is joined on the key, named or not.
      if keys.contains(column.name), case .anything = lowered { lowered = .slot(fresh()) }
      terms[column.name] = lowered
    }
    goals.insert(.match(relation + twin, schema.columns.filter { !$0.isOptional }.map { terms[$0.name]! }), at: 0)
    for column in facets {
      let facet = SchemaSet.facetName(relation, column.name) + twin
      let given = argument(column.name, of: atom)!
      let key = keys.map { terms[$0]! }
      if case .none = given.value {
        goals.append(.not([[.match(facet, key + [.anything])]]))
      } else {
        goals.append(.match(facet, key + [term(given, &goals)]))
      }
    }
    return goals
  }

  private func argument(_ column: String, of atom: Atom) -> Argument? {
    atom.arguments.first { $0.column.text == column }
  }

  private func expression(of argument: Argument) -> Expression? {
    switch argument.value {
    case .punned: .variable(argument.column)
    case .expression(let expression): expression
    case .wildcard, .none: nil
    }
  }

  /// A computed argument becomes a variable of its own that is compared after all atoms.
  private mutating func term(_ argument: Argument?, _ extra: inout [NaiveGoal]) -> NaiveTerm {
    guard let argument, let expression = expression(of: argument) else { return .anything }
    switch lower(expression) {
    case .slot(let slot): return .slot(slot)
    case .constant(let value): return .constant(value)
    case let computed:
      let slot = fresh()
      extra.append(.compare(.slot(slot), .equal, computed))
      return .slot(slot)
    }
  }

  // MARK: expressions

  private mutating func lower(_ expression: Expression) -> NaiveExpression {
    switch expression {
    case .constant(let constant): return .constant(value(constant))
    case .variable(let name): return .slot(slot(name.text))
    case .parameter(let name): return .constant(parameters[name.text]![0])
    case .call(let name, let arguments, _): return .call(name.text, arguments.map { lower($0) })
    case .aggregate(let aggregate):
      let body = lower(aggregate.body)
      return .aggregate(aggregate.function, aggregate.variables.map { slot($0.text) }, body)
    case .arithmetic(let left, let operation, let right, _):
      return .arithmetic(lower(left), operation, lower(right))
    case .negated(let inner, _):
      let lowered = lower(inner)
      if case .constant(.int(let number)) = lowered, number != .min { return .constant(.int(-number)) }
      return .arithmetic(.constant(.int(0)), .minus, lowered)
    }
  }

  private func value(_ constant: Constant) -> Value {
    switch constant.value {
    case .string(let text): .text(text)
    case .int(let number), .days(let number): .int(number)
    case .bool(let flag): .bool(flag)
    case .date(let date): .date(date)
    case .today: .date(today)
    }
  }
}
