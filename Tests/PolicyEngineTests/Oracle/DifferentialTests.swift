import FactStore
import Foundation
import PolicyEngine
import TestSupport
import Testing

/// The engine against the reference evaluator, on programs that nobody thought of.
@Suite struct DifferentialTests {
  static let chunks = 8

  /// `TILSYN_SOAK=100000` tries so many programs.
  static let total = ProcessInfo.processInfo.environment["TILSYN_SOAK"].flatMap { UInt64($0) } ?? 2_000

  @Test(.enabled(if: EngineUnderTest.engine != nil, "no engine yet"), arguments: 0..<chunks)
  func engineDerivesWhatTheReferenceDerives(_ chunk: Int) throws {
    let differential = Differential(try #require(EngineUnderTest.engine))
    let seeds = stride(from: UInt64(chunk), to: Self.total, by: Self.chunks)
    if let difference = try differential.firstDifference(seeds) { Issue.record("\(difference)") }
  }

  /// The same programs over numbers at the ends of the range: the reference computes in wider ones.
  @Test(.enabled(if: EngineUnderTest.engine != nil, "no engine yet"), arguments: 0..<chunks)
  func greatNumbersGiveWhatTheReferenceGives(_ chunk: Int) throws {
    let differential = Differential(try #require(EngineUnderTest.engine))
    for seed in stride(from: UInt64(chunk), to: Self.total, by: Self.chunks) {
      var program = RandomProgram(seed: seed)
      program.inputs = program.inputs.map { $0.withGreatNumbers }
      let differences = try differential.differences(program)
      if differences.isEmpty { continue }
      Issue.record("\(differences.joined(separator: "\n"))\n\(program.report)")
      return
    }
  }

  /// Programs over great numbers that a soak found: an unknown value under `not` where no relation is open, and an aggregate
  /// whose variable equals one outside that gets its type later on.
  @Test(
    .enabled(if: EngineUnderTest.engine != nil, "no engine yet"),
    arguments: [UInt64](arrayLiteral: 11_856, 40_841, 96_308, 99_387))
  func greatNumbersThatWereFound(_ seed: UInt64) throws {
    var program = RandomProgram(seed: seed)
    program.inputs = program.inputs.map { $0.withGreatNumbers }
    let differences = try Differential(try #require(EngineUnderTest.engine)).differences(program)
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))\n\(program.report)")
  }

  // MARK: the comparison itself

  private static func reference(_ program: RandomProgram) -> NaiveResult {
    NaiveEvaluator.evaluate(program.tree, NaiveDatabase(program.store()), today: program.today)
  }

  @Test func theReferenceDoesNotDifferFromItself() throws {
    let differential = Differential { NaiveEvaluated(Self.reference($0)) }
    #expect(try differential.firstDifference(0..<40) == nil)
  }

  /// Deliberate faults, each of which must be found and shown small.
  enum Fault: String, CaseIterable, Sendable {
    case forgetsHoles, takesPossibleForCertain, losesOneCertainRow, losesPossibleRows
  }

  @Test(arguments: Fault.allCases) func faultsAreFoundAndShownSmall(_ fault: Fault) throws {
    let differential = Differential { program in
      var result = Self.reference(program)
      switch fault {
      case .forgetsHoles:
        let database = NaiveDatabase(program.store()).closed()
        result = NaiveEvaluator.evaluate(program.tree, database, today: program.today)
      case .takesPossibleForCertain:
        for (relation, rows) in result.possible { result.certain[relation] = rows.filter { !$0.contains(.any) } }
      case .losesOneCertainRow:
        for relation in result.derived {
          guard let row = result.certain[relation]!.min(by: { $0.description < $1.description }) else { continue }
          result.certain[relation]!.remove(row)
        }
      case .losesPossibleRows: result.possible = result.certain
      }
      return NaiveEvaluated(result)
    }
    let difference = try #require(try differential.firstDifference(0..<100), "\(fault) was not found")
    #expect(difference.split(separator: "\n").count < 40, "\(difference)")
  }
}
