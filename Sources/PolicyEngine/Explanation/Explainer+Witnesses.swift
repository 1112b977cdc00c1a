import FactStore

extension Explainer {
  /// What one finding of a clause stands for: the entities that its body binds beside the names of the finding, once for each
  /// way to bind them, in no order. Empty where it binds none: the finding is one violation.
  ///
  /// - Parameters:
  ///   - row: the values of the finding's names, as the clause's relation has them.
  ///   - limit: how many are looked for.
  /// - Returns: the values of one binding each, with `nil` where a branch of the body binds no such entity, and whether there
  ///   may be more.
  package func witnesses(
    of finding: CompiledFinding, row: [UInt32], limit: Int
  ) -> (found: Set<[UInt32?]>, isCut: Bool) {
    guard !finding.grouped.isEmpty else { return ([], false) }
    var found: Set<[UInt32?]> = []
    var count = 0
    var isCut = false
    for (number, rule) in (engine.program.rules[finding.relation] ?? []).enumerated() {
      guard let bound = rule.registers.binding(rule.headTerms, to: row) else { continue }
      let registers = finding.grouped.map { rule.registers.register(named: $0.name) }
      let prover = search.provers.prover(
        of: finding.relation, rule: number, telling: Set(registers.compactMap { $0 }))
      prover.solve(bound: bound, limit: limit) { derivation in
        count += 1
        found.insert(registers.map { $0.map { derivation.codes[$0] } })
      }
      if prover.limit != nil { isCut = true }
    }
    return (found, isCut || count >= limit)
  }
}
