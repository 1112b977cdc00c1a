import FactStore

/// How many members of a population survive each literal of a rule, in the order written (language.md, statement 16).
///
/// Each prefix that is not the whole body is evaluated again: quadratic in the literals, so worked out only where it is shown.
package struct JoinFunnel {
  package struct Step: Sendable {
    package var literal: String
    package var members: Int
    /// A positive atom over a relation with rows that no member survived.
    package var isDryJoin: Bool
    /// A dry join with documents that know none of the members: mostly those of another organisation.
    package var isForeign: Bool
  }

  let engine: Engine
  package init(_ engine: Engine) { self.engine = engine }

  /// - Parameters:
  ///   - id: the relation of a fail rule: subject keys first.
  ///   - keys: how many columns are subject keys.
  package func steps(of id: RelationID, keys: Int) -> [Step] {
    let rules = engine.program.rules[id] ?? []
    guard let first = rules.first else { return [] }
    let relation = engine.evaluated(id)
    var steps: [Step] = []
    for index in first.literals.indices {
      // The whole body was evaluated before.
      let isWhole = index == first.literals.count - 1 && !relation.isLimited
      let members =
        isWhole ? countMembers(in: relation, keys: keys) : countMembers(of: rules, upTo: index, keys: keys)
      let before = steps.last?.members ?? 0
      let isDry = members == 0 && before > 0 && hasRows(first.literals[index])
      steps.append(
        Step(
          literal: Printer.text(of: first.literals[index]), members: members, isDryJoin: isDry,
          isForeign: isDry && isForeign(at: index, of: rules)))
    }
    return steps
  }

  /// Whether some prefix of the body loses every member at an atom over a relation with rows. Stops at the first member of
  /// each prefix, so that it costs little where all is well.
  package func hasDryJoin(of id: RelationID, keys: Int) -> Bool {
    let rules = engine.program.rules[id] ?? []
    guard let first = rules.first else { return false }
    var hadMember = false
    // Only an atom can be dry, so what follows the last one need not be looked at.
    let last = first.literals.lastIndex { if case .atom = $0 { true } else { false } } ?? -1
    for index in first.literals.indices where index <= last {
      let hasMember = hasMember(in: rules, upTo: index, keys: keys)
      if hadMember, !hasMember { return hasRows(first.literals[index]) }
      hadMember = hasMember
    }
    return false
  }

  /// How many members the rows of a rule's relation speak of.
  private func countMembers(in relation: EvaluatedRelation, keys: Int) -> Int {
    var members = MemberSet(width: keys)
    let columns = Array(0..<keys)
    var member = [UInt32](repeating: ValueCode.any, count: max(1, keys))
    for row in 0..<relation.certain.count {
      for column in columns { member[column] = relation.certain[row, column] }
      members.insert(columns, in: member)
    }
    return members.count
  }

  /// How many members the literals up to one leave.
  private func countMembers(of rules: [LoweredRule], upTo index: Int, keys: Int) -> Int {
    var members = MemberSet(width: keys)
    for rule in rules {
      withPrefix(of: rule, upTo: index, keys: keys) { terms, prover in
        prover.forEachBinding { registers in
          // A key whose equation was left out of the prefix has no value yet.
          members.insert(terms, in: registers)
          return true
        }
      }
    }
    return members.count
  }

  /// Whether the literals up to one leave anybody.
  private func hasMember(in rules: [LoweredRule], upTo index: Int, keys: Int) -> Bool {
    rules.contains { rule in
      var isFound = false
      withPrefix(of: rule, upTo: index, keys: keys) { _, prover in
        prover.forEachBinding { _ in
          isFound = true
          return false
        }
      }
      return isFound
    }
  }

  /// Calls `body` with the registers of the member and the prefix, ready to be run, where it has all keys.
  private func withPrefix(of rule: LoweredRule, upTo index: Int, keys: Int, _ body: ([Int], RuleProver) -> Void) {
    let prefix = rule.prefix(index + 1, head: Array(rule.headTerms[..<keys]))
    guard Set(prefix.headTerms).isSubset(of: prefix.boundRegisters) else { return }
    body(prefix.headTerms, RuleProver(prefix, bound: [], certainly: true, isPrefix: true, engine.evaluation))
  }

  private func hasRows(_ literal: Literal) -> Bool {
    guard case .atom(let atom, _) = literal, let id = engine.program.catalog.id(atom.relation.text) else {
      return false
    }
    return engine.evaluated(id).certain.count > 0
  }
}

extension LoweredRule {
  /// Registers that some atom, binding or generator of the body sets.
  var boundRegisters: Set<Int> {
    body.reduce(into: Set(registers.constants)) { bound, literal in
      if case .match(let atom) = literal.step { bound.formUnion(atom.terms.compactMap { $0 }) }
      if let register = literal.step.sets { bound.insert(register) }
    }
  }
}
