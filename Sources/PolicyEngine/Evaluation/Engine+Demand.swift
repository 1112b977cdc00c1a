import FactStore

extension Engine {
  /// Evaluates all that some policies are judged by, on a few threads: their populations first, then what decides the
  /// verdicts of the members that were found, for those members alone.
  ///
  /// Only where something is open. Without holes nothing is possible that is not certain, and all rows are cheap.
  /// - Parameter finished: told how many components are done, and of how many; by one thread at a time.
  package func prepare(
    policies: [CompiledPolicy], threads: Int, finished: @escaping (Int, Int) -> Void = { _, _ in }
  ) {
    let all = policies.flatMap(\.relations)
    let total = evaluation.openComponents(all).count
    prepare(policies.map(\.population), threads: threads) { done, _ in finished(done, total) }
    if relations.contains(where: { !$0.extras.isEmpty }) { demand(policies) }
    let done = total - evaluation.openComponents(all).count
    prepare(all, threads: threads) { more, _ in finished(done + more, total) }
  }

  private func demand(_ policies: [CompiledPolicy]) {
    let analysis = DemandAnalysis(
      policies, rules: program.rules, arity: { [relations] in relations[$0.raw].arity },
      isOpen: { [relations, program] in !relations[$0.raw].isFinal && program.rules[$0] != nil })
    var sets: [Set<DemandAnalysis.Origin>: CodeSet] = [:]
    for (id, columns) in analysis.origins {
      relations[id.raw].wanted = columns.map { column, origins in
        if sets[origins] == nil { sets[origins] = CodeSet(codes(of: origins)) }
        return WantedValues(column: column, codes: sets[origins]!)
      }
    }
  }

  private func codes(of origins: Set<DemandAnalysis.Origin>) -> Set<UInt32> {
    var codes: Set<UInt32> = []
    for origin in origins {
      let members = relations[origin.population.raw].certain
      for row in 0..<members.count { codes.insert(members[row, origin.column]) }
    }
    return codes
  }
}
