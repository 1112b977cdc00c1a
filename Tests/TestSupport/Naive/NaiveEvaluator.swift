import FactStore
import PolicyEngine

/// The certain and the possible set of every relation, and the policies over them.
package struct NaiveResult: Sendable {
  package var certain: [String: Set<NaiveRow>]
  package var possible: [String: Set<NaiveRow>]
  /// Names of the derived relations, those of policies left out, in the order of the program.
  package var derived: [String]
  package var policies: [NaivePolicy]
  /// The rules, to be solved again for one member (statement 6.3).
  var rules: [NaiveRule]

  /// Whether a rule of a relation can be solved over the possible sets with the first columns of its head bound to a
  /// member's keys before any atom.
  package func isPossible(_ relation: String, of member: NaiveRow) -> Bool {
    let solver = NaiveSolver(certain: certain, possible: possible)
    return rules.contains { $0.relation == relation && solver.isPossible($0, of: member) }
  }
}

/// The reference: language.md, statements 1 to 9, by the shortest way that can be checked by reading.
///
/// Bottom-up, one stratum after the other, every rule over all rows in every round. It shares nothing with the engine
/// but the syntax tree.
package enum NaiveEvaluator {
  /// Whether every variable of every rule and policy gets a value.
  package static func isSafe(_ program: Program, _ database: NaiveDatabase, today: CalendarDate) -> Bool {
    NaiveLowering(program, database: database, today: today).rules.allSatisfy { NaiveSafety.isSafe($0) }
  }

  package static func evaluate(_ program: Program, _ database: NaiveDatabase, today: CalendarDate) -> NaiveResult {
    let lowering = NaiveLowering(program, database: database, today: today)
    var solver = NaiveSolver(certain: database.facts, possible: database.facts)
    for (relation, holes) in database.holes { solver.possible[relation, default: []].formUnion(holes) }
    for relation in lowering.derived.keys {
      solver.certain[relation] = []
      solver.possible[relation] = []
    }
    for rules in strata(lowering.rules) {
      while true {
        var grown = false
        for rule in rules {
          let rows = solver.derive(rule, .certain)
          if !rows.isSubset(of: solver.certain[rule.relation]!) {
            solver.certain[rule.relation]!.formUnion(rows)
            grown = true
          }
        }
        if !grown { break }
      }
      while true {
        var grown = false
        for rule in rules {
          let rows = solver.derive(rule, .possible)
          if !rows.isSubset(of: solver.possible[rule.relation]!) {
            solver.possible[rule.relation]!.formUnion(rows)
            grown = true
          }
        }
        if !grown { break }
      }
    }
    let declared = program.items.compactMap { item -> String? in
      guard case .relation(let relation) = item, lowering.derived[relation.name.text] != nil else { return nil }
      return relation.name.text
    }
    return NaiveResult(
      certain: solver.certain, possible: solver.possible, derived: declared, policies: lowering.policies,
      rules: lowering.rules)
  }

  /// Rules by stratum: a relation stands above all that its rules negate or aggregate.
  private static func strata(_ rules: [NaiveRule]) -> [[NaiveRule]] {
    var level: [String: Int] = [:]
    var changed = true
    while changed {
      changed = false
      for rule in rules {
        let reads = rule.body.joined().flatMap(\.reads) + rule.head.flatMap(\.reads)
        for read in reads {
          let needed = level[read.relation, default: 0] + (read.strict ? 1 : 0)
          if needed > level[rule.relation, default: 0] {
            precondition(needed <= rules.count, "the program is not stratified at \(rule.relation)")
            level[rule.relation] = needed
            changed = true
          }
        }
      }
    }
    let highest = level.values.max() ?? 0
    return (0...highest).map { number in rules.filter { level[$0.relation, default: 0] == number } }
  }
}
