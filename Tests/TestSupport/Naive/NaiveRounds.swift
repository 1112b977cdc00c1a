import FactStore
import PolicyEngine

/// In which round each certain row of a derived relation comes out, when every rule of its recursive component is tried on
/// all rows of the rounds before: the measure for the height of proofs.
package struct NaiveRounds: Sendable {
  /// By relation; 0 for what needs no row of its own component.
  package private(set) var rounds: [String: [NaiveRow: Int]] = [:]
  /// By relation: those that it is defined through, and that are defined through it. Itself among them when recursive.
  package private(set) var components: [String: Set<String>] = [:]

  package init(_ program: Program, _ database: NaiveDatabase, today: CalendarDate) {
    let rules = NaiveLowering(program, database: database, today: today).rules
    let full = NaiveEvaluator.evaluate(program, database, today: today)
    var reached: [String: Set<String>] = [:]
    for rule in rules {
      reached[rule.relation, default: []].formUnion(
        (rule.body.joined().flatMap(\.reads) + rule.head.flatMap(\.reads)).map(\.relation))
    }
    while true {
      let next = reached.mapValues { reads in reads.reduce(into: reads) { $0.formUnion(reached[$1] ?? []) } }
      if next == reached { break }
      reached = next
    }
    for relation in reached.keys {
      components[relation] = reached[relation]!.filter { reached[$0]?.contains(relation) == true }
    }
    for relation in reached.keys where rounds[relation] == nil {
      let component = components[relation]!.union([relation])
      var solver = NaiveSolver(certain: full.certain, possible: full.possible)
      for member in component {
        solver.certain[member] = []
        rounds[member] = [:]
      }
      var round = 0
      while true {
        let derived = rules.filter { component.contains($0.relation) }.map {
          ($0.relation, solver.derive($0, .certain))
        }
        var grown = false
        for (member, rows) in derived {
          for row in rows where solver.certain[member]!.insert(row).inserted {
            rounds[member]![row] = round
            grown = true
          }
        }
        if !grown { break }
        round += 1
      }
    }
  }
}
