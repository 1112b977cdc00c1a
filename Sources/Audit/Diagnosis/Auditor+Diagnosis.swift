import FactStore
import Localization
import PolicyEngine

extension Auditor {
  /// How many findings are looked into: a proof takes about a millisecond, and an order shows long before that.
  package static let shortfallLimit = 3_000

  /// The exports that unverified findings wait for, in the order of what each decides between at least and at most.
  ///
  /// A finding waits for the relations of the holes in its proof, and for those in which something was looked for and was
  /// not there; relations that are obtained in one way are one export. It may wait for several: what one export turns into
  /// verdicts is at least ``Shortfall/alone`` and at most ``Shortfall/members``, where the export says what is asked of it.
  /// Cost: one proof per unverified finding, of the first ``shortfallLimit`` findings.
  package func shortfalls() -> [Shortfall] {
    var found: [Phrase: Shortfall] = [:]
    let explainer = Explainer(engine)
    for index in 0..<min(Self.shortfallLimit, result.findings.count) {
      let finding = result.findings.keyed(index)
      guard finding.verdict == .unverified else { continue }
      let relations = proofs(ofFinding: index, by: explainer).reduce(into: Set<String>()) {
        $0.formUnion(Self.missing(in: $1))
      }
      let exports = exports(relations)
      for (obtain, relations) in exports {
        found[obtain, default: .init(obtain)].add(relations, members: 1, isAlone: exports.count == 1)
        found[obtain]?.policies.append(finding.policy)
      }
    }
    for entry in result.scope.notEvaluated {
      let exports = exports(Set(entry.missing.split(separator: ",").map { $0.filter { $0 != " " } }))
      for (obtain, relations) in exports {
        found[obtain, default: .init(obtain)].add(relations, members: entry.members, isAlone: exports.count == 1)
        found[obtain]?.notEvaluated.append(entry.policy)
      }
    }
    return found.values.map { shortfall in
      var shortfall = shortfall
      shortfall.relations = Set(shortfall.relations).sorted()
      shortfall.policies = Set(shortfall.policies).sorted()
      return shortfall
    }.sorted { ($1.alone + $1.members, $0.obtain.english) < ($0.alone + $0.members, $1.obtain.english) }
  }

  /// Relations by the way in which they are obtained. Derived relations, and those that no export fills, are left out.
  private func exports(_ relations: Set<String>) -> [Phrase: [String]] {
    var exports: [Phrase: [String]] = [:]
    for relation in relations {
      // What is declared to be none is nothing to fetch.
      guard let schema = engine.checked.relations[relation]?.schema, !schema.obtain.isEmpty,
        !engine.declared.contains(relation)
      else { continue }
      exports[schema.obtain, default: []].append(relation)
    }
    return exports
  }

  /// Source relations whose holes, or whose lack of a row, a possible conclusion rests on.
  private static func missing(in proof: Proof) -> Set<String> {
    var relations = Set<String>()
    proof.forEachLeaf { leaf in
      switch leaf.step {
      case .hole(let relation, _, _), .absent(let relation, _, _, _):
        relations.insert(String(relation.prefix { $0 != "?" }))
      default: break
      }
    }
    return relations
  }
}

extension Shortfall {
  fileprivate init(_ obtain: Phrase) {
    self.init(relations: [], obtain: obtain, members: 0, alone: 0, policies: [], notEvaluated: [])
  }

  fileprivate mutating func add(_ relations: [String], members: Int, isAlone: Bool) {
    self.relations += relations
    self.members += members
    if isAlone { alone += members }
  }
}
