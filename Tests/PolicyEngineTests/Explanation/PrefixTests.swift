import FactStore
import PolicyEngine
import TestSupport
import Testing

/// ``WhyNot`` and ``JoinFunnel`` against every prefix of every rule, evaluated on its own by the reference.
@Suite struct PrefixTests {
  static let chunks = 4
  static let total: UInt64 = 240

  /// A fail clause of a random policy in the engine and in the text.
  private struct Clause {
    var relation: RelationID
    var keys: [ColumnSchema]
    var body: [Literal]
    var branches: [[Literal]]
    /// The written literal that each literal of a branch belongs to, by branch.
    var written: [[Int]]
  }

  private static func clauses(_ trial: Trial) -> [Clause] {
    trial.engine.checked.policies.flatMap { policy -> [Clause] in
      let compiled = trial.engine.compile(policy)
      var population: [Literal] = []
      for case .population(let clause) in policy.clauses { population = clause.body }
      return (compiled.fails + compiled.unverifieds + compiled.excepts).map { finding in
        let body = population + finding.clause.body
        // One literal after the other, so that it is known which one each part of a branch comes from.
        var branches: [(literals: [Literal], written: [Int])] = [([], [])]
        for (index, literal) in body.enumerated() {
          let choices = RuleInstance.branches(of: [literal])
          branches = branches.flatMap { branch in
            choices.map { (branch.literals + $0, branch.written + $0.map { _ in index }) }
          }
        }
        return Clause(
          relation: finding.relation, keys: compiled.keys, body: body, branches: branches.map(\.literals),
          written: branches.map(\.written))
      }
    }
  }

  private static func members(_ trial: Trial, _ reference: NaiveResult) -> [[Value]] {
    guard let policy = reference.policies.first else { return [] }
    let rows = (reference.certain[policy.population] ?? []).union(reference.possible[policy.population] ?? [])
    return rows.filter { !$0.contains(.any) }.sorted { $0.description < $1.description }.map { row in
      row.compactMap { if case .value(let value) = $0 { value } else { nil } }
    }
  }

  private static func isRelation(_ trial: Trial) -> (String) -> Bool {
    let names = Set(trial.derived + trial.store.schemas.schemas.map(\.name))
    return { names.contains($0) }
  }

  @Test(arguments: 0..<chunks) func theLongestPrefixIsFound(_ chunk: Int) throws {
    var found: [Int: Int] = [:]
    for seed in stride(from: UInt64(chunk), to: Self.total, by: Self.chunks) {
      let trial = try Trial(RandomProgram(seed: seed))
      let clauses = Self.clauses(trial)
      if clauses.isEmpty { continue }
      let members = Self.members(trial, trial.reference())
      // All prefixes of all branches, for all members at once.
      var program = trial.program.tree
      var partial: Set<Int> = []
      for (number, clause) in clauses.enumerated() {
        var prefixes = Prefixes(keys: clause.keys.map(\.name), body: clause.body, isRelation: Self.isRelation(trial))
        prefixes.declare("w.subject\(number)")
        for member in members { prefixes.addFact("w.subject\(number)", member) }
        for (branch, literals) in clause.branches.enumerated() {
          for length in 0...clause.body.count {
            let prefix = zip(literals, clause.written[branch]).filter { $1 < length }.map(\.0)
            let isBound = prefixes.add("w.c\(number)b\(branch)n\(length)", prefix, subjects: "w.subject\(number)")
            #expect(isBound)
          }
        }
        program.items += prefixes.items
        if !prefixes.partial.isEmpty { partial.insert(number) }
      }
      let isSafe = NaiveEvaluator.isSafe(program, trial.database, today: trial.program.today)
      try #require(isSafe, "\(trial.program.report)")
      let result = NaiveEvaluator.evaluate(program, trial.database, today: trial.program.today)
      for (number, clause) in clauses.enumerated() where !partial.contains(number) {
        for member in members {
          let misses = WhyNot(trial.engine).explain(
            clause.relation, subject: member.map { trial.engine.symbols.encode($0) })
          try #require(misses.count == clause.branches.count)
          for (branch, miss) in misses.enumerated() {
            let longest = (0...clause.body.count).last { length in
              result.certain["w.c\(number)b\(branch)n\(length)"]!.contains(member.map { .value($0) })
            }
            let length = try #require(longest)
            found[length == clause.body.count ? -1 : length, default: 0] += 1
            let what: Comment =
              "\(member), branch \(branch) of \(Printer.text(of: clause.body))\n\(trial.program.report)"
            if length == clause.body.count {
              try #require(miss.missing == nil, what)
            } else {
              let missing = try #require(miss.missing, what)
              try #require(missing.hasPrefix(Printer.text(of: clause.body[length])), what)
              Self.expectHelp(trial, clause, miss, what)
            }
            let isSure = miss.satisfied.allSatisfy(\.isCertain)
            try #require(isSure, what)
          }
        }
      }
    }
    #expect(found.count >= 4, "prefixes of few lengths: \(found)")
  }

  /// Where nothing is missing from the inputs, nothing is left open.
  private static func expectHelp(_ trial: Trial, _ clause: Clause, _ miss: NearMiss, _ what: Comment) {
    let isWhole = trial.database.holes.values.allSatisfy(\.isEmpty)
    if isWhole { #expect(miss.help == "no fact fits, and the data are complete enough to say so", what) }
  }

  @Test(arguments: 0..<2) func theFunnelCounts(_ chunk: Int) throws {
    var counts: Set<Int> = []
    var dry = 0
    for seed in stride(from: UInt64(chunk), to: 2 * Self.total, by: 2) {
      let trial = try Trial(RandomProgram(seed: seed))
      let clauses = Self.clauses(trial)
      if clauses.isEmpty { continue }
      var program = trial.program.tree
      var names: [String: Bool] = [:]
      var partial: Set<Int> = []
      for (number, clause) in clauses.enumerated() {
        var prefixes = Prefixes(keys: clause.keys.map(\.name), body: clause.body, isRelation: Self.isRelation(trial))
        for (branch, literals) in clause.branches.enumerated() {
          for length in 1...clause.body.count {
            let prefix = zip(literals, clause.written[branch]).filter { $1 < length }.map(\.0)
            let name = "w.c\(number)b\(branch)n\(length)"
            names[name] = prefixes.add(name, prefix, subjects: nil)
          }
        }
        program.items += prefixes.items
        if !prefixes.partial.isEmpty { partial.insert(number) }
      }
      let result = NaiveEvaluator.evaluate(program, trial.database, today: trial.program.today)
      for (number, clause) in clauses.enumerated() where !partial.contains(number) {
        let steps = JoinFunnel(trial.engine).steps(of: clause.relation, keys: clause.keys.count)
        let expected = (1...clause.body.count).map { length in
          clause.branches.indices.reduce(into: Set<NaiveRow>()) { members, branch in
            let name = "w.c\(number)b\(branch)n\(length)"
            if names[name]! { members.formUnion(result.certain[name]!) }
          }.count
        }
        let what: Comment = "\(Printer.text(of: clause.body))\n\(trial.program.report)"
        try #require(steps.map(\.literal) == clause.body.map { Printer.text(of: $0) }, what)
        try #require(steps.map(\.members) == expected, what)
        for (index, step) in steps.enumerated() {
          var isDry = expected[index] == 0 && index > 0 && expected[index - 1] > 0
          if case .atom(let atom, _) = clause.body[index] {
            isDry = isDry && !(result.certain[atom.relation.text] ?? []).isEmpty
          } else {
            isDry = false
          }
          #expect(step.isDryJoin == isDry, what)
          if isDry { dry += 1 }
        }
        counts.formUnion(expected)
      }
    }
    #expect(counts.count >= 3 && dry >= 1, "counts \(counts), \(dry) dry joins")
  }
}
