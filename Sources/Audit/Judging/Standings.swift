import FactStore
import Localization
import PolicyEngine

/// Decides which policies say nothing but that exports are missing (language.md, statement 10).
///
/// Said of sets, not of proofs: a policy is open because of exports alone when nothing of it is open once they are read
/// as complete and empty. So all policies in question are evaluated once more over the same facts, all together.
struct Standings {
  let engine: Engine
  let language: String
  let threads: Int
  /// The kinds of documents that fill each relation, as `expect` and `without` write them.
  let kinds: [String: [String]]

  struct Answer {
    /// One for each policy.
    var standings: [Standing]
    /// The kinds of documents that each policy waits for, evaluated or not.
    var waitsFor: [[String]]
    /// The same by document.
    var wanted: [AuditResult.WantedExport]
  }

  func judge(_ verdicts: [PolicyVerdicts]) -> Answer {
    var standings = verdicts.map { $0.isLimited ? Standing.notEvaluated(limited($0)) : .evaluated }
    let declared = engine.declared
    let byDeclaration = closing(declared, keepsHoles: true, verdicts) { standings[$0].isEvaluated }
    for index in byDeclaration { standings[index] = .outOfScope(outOfScope(verdicts[index], declared)) }
    let byAbsence = closing(engine.absent, keepsHoles: false, verdicts) {
      standings[$0].isEvaluated && verdicts[$0].count(.pass) == 0
    }
    let absences = verdicts.indices.map { index -> [String] in
      guard standings[index].isEvaluated, verdicts[index].isOpen else { return [] }
      let names = engine.openAbsences(of: verdicts[index].policy)
      // What is declared to be none is nothing to fetch.
      return (names.isSubset(of: declared) && byAbsence.contains(index) ? names : names.subtracting(declared)).sorted()
    }
    let waiting = verdicts.indices.filter { !absences[$0].isEmpty }
    let exports = WantedExports(
      waiting.map { (verdicts[$0].policy.policy.id.text, absences[$0], verdicts[$0].count(.unverified)) }, kinds: kinds
    ) { way(of: $0) }
    let documents = absences.map(exports.documents)
    for index in byAbsence {
      standings[index] = .notEvaluated(notEvaluated(verdicts[index], absences[index], documents: documents[index]))
    }
    return Answer(standings: standings, waitsFor: documents, wanted: exports.wanted())
  }

  /// Those of the open policies, without a certain fail, of which nothing is open when `relations` are read as empty.
  private func closing(
    _ relations: Set<String>, keepsHoles: Bool, _ verdicts: [PolicyVerdicts], where isMeant: (Int) -> Bool
  ) -> [Int] {
    guard !relations.isEmpty else { return [] }
    let candidates = verdicts.indices.filter { index in
      let policy = verdicts[index]
      return isMeant(index) && !policy.isLimited && policy.isOpen && policy.count(.fail) == 0
    }
    guard !candidates.isEmpty else { return [] }
    let closed = engine.reading(asEmpty: relations, keepsHoles: keepsHoles)
    let policies = candidates.map { closed.compile(verdicts[$0].policy.policy) }
    closed.prepare(policies: policies, threads: threads)
    return zip(candidates, policies).compactMap { candidate, policy in
      let verdicts = PolicyVerdicts(policy, engine: closed)
      return verdicts.isLimited || verdicts.isOpen ? nil : candidate
    }
  }

  /// How the export of a relation is made.
  private func way(of relation: String) -> String {
    Wording(named: language)(engine.checked.relations[relation]?.schema.obtain ?? "")
  }

  private func limited(_ verdicts: PolicyVerdicts) -> AuditResult.NotEvaluated {
    let say = Wording(named: language)
    return AuditResult.NotEvaluated(
      policy: verdicts.policy.policy.id.text, missing: say(verdicts.limit?.message(engine.limits) ?? ""),
      documents: [], obtain: say("simplify the policy, audit a smaller population, or raise the limit"),
      members: verdicts.verdicts.count)
  }

  private func notEvaluated(
    _ verdicts: PolicyVerdicts, _ relations: [String], documents: [String]
  ) -> AuditResult.NotEvaluated {
    let policy = verdicts.policy.policy
    let written = policy.obtain.text(in: language)
    let ways = Set(relations.map(way))
    return AuditResult.NotEvaluated(
      policy: policy.id.text, missing: relations.joined(separator: ", "), documents: documents,
      obtain: written.isEmpty ? ways.sorted().joined(separator: "; ") : written, members: verdicts.verdicts.count)
  }

  private func outOfScope(_ verdicts: PolicyVerdicts, _ declared: Set<String>) -> AuditResult.DeclaredOutOfScope {
    AuditResult.DeclaredOutOfScope(
      policy: verdicts.policy.policy.id.text,
      without: engine.openAbsences(of: verdicts.policy).intersection(declared).sorted(),
      members: verdicts.verdicts.count)
  }
}
