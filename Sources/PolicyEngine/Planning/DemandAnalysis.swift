/// Which columns of which relations are only ever asked for values that a policy's members have.
///
/// A clause is asked of the members of its policy and of nobody else (language.md, statement 6.3). Where every rule that
/// reads a relation has the member's key in one of its columns, rows with another value there decide nothing: a hole of
/// one user times every object is thousands of possible rows, and the policies ask about a few of the users. This is the
/// sideways passing of magic sets, without their rewriting: demands only grow, from the clauses down to the sources.
/// Cost: a visit of a relation's rules for each time that what it is asked for grows.
struct DemandAnalysis {
  /// A column of a population: the values asked for are those of its certain rows.
  struct Origin: Hashable {
    var population: RelationID
    var column: Int
  }

  /// What a column is asked for, by all that read it so far.
  private enum Demand: Equatable {
    case members(Set<Origin>)
    case anything

    func union(_ other: Demand) -> Demand {
      guard case .members(let own) = self, case .members(let others) = other else { return .anything }
      return .members(own.union(others))
    }
  }

  private let rules: [RelationID: [LoweredRule]]
  private let arity: (RelationID) -> Int
  private let isOpen: (RelationID) -> Bool
  private var demands: [RelationID: [Demand]] = [:]
  private var waiting: [RelationID] = []

  /// - Parameters:
  ///   - isOpen: whether a relation is derived and not evaluated yet; others are left as they are.
  init(
    _ policies: [CompiledPolicy], rules: [RelationID: [LoweredRule]], arity: @escaping (RelationID) -> Int,
    isOpen: @escaping (RelationID) -> Bool
  ) {
    self.rules = rules
    self.arity = arity
    self.isOpen = isOpen
    for policy in policies {
      for clause in policy.clauses {
        let keys = policy.keys.indices.map { Demand.members([Origin(population: policy.population, column: $0)]) }
        note(clause, keys + Array(repeating: .anything, count: arity(clause) - keys.count))
      }
    }
    while let next = waiting.popLast() { passOn(next) }
  }

  /// By relation and column: where the values asked for come from. A column that is missing is asked for anything.
  var origins: [RelationID: [(column: Int, origins: Set<Origin>)]] {
    demands.mapValues { columns in
      columns.enumerated().compactMap { column, demand in
        if case .members(let origins) = demand { (column, origins) } else { nil }
      }
    }
  }

  /// What a relation is asked for as well. Demands only grow, so this comes to an end.
  private mutating func note(_ id: RelationID, _ columns: [Demand]) {
    guard isOpen(id) else { return }
    let known = demands[id]
    let all = known.map { zip($0, columns).map { $0.union($1) } } ?? columns
    guard all != known else { return }
    demands[id] = all
    waiting.append(id)
  }

  private mutating func passOn(_ id: RelationID) {
    for rule in rules[id] ?? [] {
      var registers: [Int: Demand] = [:]
      for (register, demand) in zip(rule.headTerms, demands[id]!) where demand != .anything {
        registers[register] = demand
      }
      passOn(rule.body, registers)
    }
  }

  private mutating func passOn(_ body: [LoweredLiteral], _ registers: [Int: Demand]) {
    for literal in body {
      if let atom = literal.step.atom {
        note(atom.relation, atom.terms.map { $0.flatMap { registers[$0] } ?? .anything })
      } else if let subquery = literal.step.body {
        for body in subquery.bodies { passOn(body, registers.filter { subquery.outer.contains($0.key) }) }
      }
    }
  }
}

extension CompiledPolicy {
  /// The relations of its clauses.
  var clauses: [RelationID] { (fails + unverifieds + excepts).map(\.relation) }
}
