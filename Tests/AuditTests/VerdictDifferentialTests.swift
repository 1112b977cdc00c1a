import Audit
import FactStore
import Foundation
import PolicyEngine
import TestSupport
import Testing

/// Verdicts and findings of random policies, against the reference that follows statement 6 word by word.
@Suite struct VerdictDifferentialTests {
  static let chunks = 8
  static let total = ProcessInfo.processInfo.environment["TILSYN_SOAK"].flatMap { UInt64($0) } ?? 2_000

  @Test(arguments: 0..<chunks)
  func policiesAreJudgedAsTheReferenceJudges(_ chunk: Int) throws {
    var judged = 0
    for seed in stride(from: UInt64(chunk), to: Self.total, by: Self.chunks) {
      let program = RandomProgram(seed: seed)
      let store = program.store()
      let (tree, _) = Parser.parse([SourceText(path: "random.policy", text: program.text)])
      let checked = try #require(Checker.check(tree, schemas: store.schemas).checked, "\(program.report)")
      let engine = Engine(checked, store: store, today: program.today)
      let reference = NaiveEvaluator.evaluate(program.tree, NaiveDatabase(store), today: program.today)
      // As an audit does: populations first, then what is asked of their members, and nothing else.
      let declared = reference.policies.compactMap { policy in checked.policies.first { $0.id.text == policy.id } }
      engine.prepare(policies: declared.map { engine.compile($0) }, threads: 1)
      for policy in reference.policies {
        let declaration = try #require(checked.policies.first { $0.id.text == policy.id })
        let verdicts = PolicyVerdicts(engine.compile(declaration), engine: engine)
        let expected = NaiveVerdicts(policy, reference)
        judged += 1
        #expect(members(verdicts, engine) == expected.members.mapValues(\.rawValue), "seed \(seed)\n\(program.report)")
        #expect(findings(verdicts, engine) == expected.findings, "seed \(seed)\n\(program.report)")
        let rows = extras(verdicts.population, engine)
        let holes = verdicts.populationHoles.map { rows[$0] }
        #expect(
          holes.count == Set(holes).count && Set(holes) == Set(expected.populationHoles),
          "seed \(seed)\n\(program.report)")
      }
    }
    #expect(judged > Int(Self.total) / Self.chunks / 4, "too few programs have a policy")
  }

  private func row(_ relation: EvaluatedRelation, _ row: Int, _ engine: Engine) -> NaiveRow {
    relation.columns.indices.map {
      .value(engine.symbols.decode(relation.certain[row, $0], as: relation.columns[$0].type))
    }
  }

  private func members(_ verdicts: PolicyVerdicts, _ engine: Engine) -> [NaiveRow: String] {
    Dictionary(
      uniqueKeysWithValues: verdicts.verdicts.indices.map {
        (row(verdicts.population, $0, engine), "\(verdicts.verdicts[$0])")
      })
  }

  private func findings(_ verdicts: PolicyVerdicts, _ engine: Engine) -> Set<NaiveVerdicts.Finding> {
    var findings: Set<NaiveVerdicts.Finding> = []
    for (rule, relation) in verdicts.fails.enumerated() {
      for index in 0..<relation.certain.count {
        guard let member = verdicts.member(of: index, in: relation), verdicts.verdicts[member] == .fail else {
          continue
        }
        findings.insert(NaiveVerdicts.Finding(rule: rule, row: row(relation, index, engine)))
      }
    }
    return findings
  }

  private func extras(_ relation: EvaluatedRelation, _ engine: Engine) -> [NaiveRow] {
    (0..<relation.extras.count).map { index in
      relation.columns.indices.map { column in
        let code = relation.extras.table[index, column]
        return code == ValueCode.any
          ? .any : .value(engine.symbols.decode(code, as: relation.columns[column].type))
      }
    }
  }
}
