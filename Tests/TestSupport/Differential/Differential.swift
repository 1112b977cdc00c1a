import FactStore
import PolicyEngine

/// What an evaluation of a program gives, as far as it is compared.
package protocol Evaluated {
  /// The certain rows of a relation, columns in the order of the declaration.
  func certain(_ relation: String) -> [[Value]]
  /// The rows that are possible and not certain, `nil` for `*`. Rows that others cover may be left out.
  func possible(_ relation: String) -> [[Value?]]
}

/// Compares an evaluation with the reference, and makes what differs small.
package struct Differential: Sendable {
  /// Evaluates the text of a program over its store; `nil` where the text is refused.
  package typealias Engine = @Sendable (RandomProgram) throws -> (any Evaluated)?

  /// Why no comparison took place.
  package enum Refusal: Error { case program(String) }

  let engine: Engine

  package init(_ engine: @escaping Engine) { self.engine = engine }

  /// What differs, a line per relation and set; empty when all is equal.
  package func differences(_ program: RandomProgram) throws -> [String] {
    guard let evaluated = try engine(program) else { throw Refusal.program(program.text) }
    let reference = NaiveEvaluator.evaluate(program.tree, NaiveDatabase(program.store()), today: program.today)
    var found: [String] = []
    for relation in reference.derived {
      let rows = evaluated.certain(relation)
      let certain = Set(rows.map { $0.map { NaiveValue.value($0) } })
      let expected = reference.certain[relation]!
      if certain.count != rows.count { found.append("\(relation): a certain row comes twice") }
      report(certain.subtracting(expected), "\(relation): certain in the engine only", &found)
      report(expected.subtracting(certain), "\(relation): certain in the reference only", &found)

      let extras = Set(evaluated.possible(relation).map { $0.map { $0.map { NaiveValue.value($0) } ?? .any } })
      let possible = certain.union(extras)
      let expectedPossible = reference.possible[relation]!
      report(
        possible.filter { !Covering.covers(expectedPossible, $0) }, "\(relation): possible in the engine only", &found)
      report(
        expectedPossible.filter { !Covering.covers(possible, $0) }, "\(relation): possible in the reference only",
        &found)
    }
    return found
  }

  private func report(_ rows: Set<NaiveRow>, _ what: String, _ found: inout [String]) {
    guard !rows.isEmpty else { return }
    found.append("\(what): \(rows.map(\.description).sorted().joined(separator: " "))")
  }

  /// The first program of `seeds` that differs, cut down, as a report; `nil` when none does.
  package func firstDifference(_ seeds: some Sequence<UInt64>) throws -> String? {
    for seed in seeds {
      let program = RandomProgram(seed: seed)
      let differences = try differences(program)
      if differences.isEmpty { continue }
      let small = Shrinker.shrink(program) { candidate in
        // A cut that the checker refuses, or that runs into a limit, is no smaller failure.
        ((try? self.differences(candidate)) ?? []).isEmpty == false
      }
      let remaining = (try? self.differences(small)) ?? []
      return (remaining + ["", small.report, "", "before: "] + differences).joined(separator: "\n")
    }
    return nil
  }
}
