import FactStore

/// A finding says of which things it speaks.
///
/// A new violation would hide behind an old finding if two of them gave one finding without anybody having chosen that.
/// A variable of the population that is no key counts where the rule's own body mentions it: the violation depends on
/// it.
struct CheckPer {
  let keys: [String]
  let sink: DiagnosticSink

  func check(_ finding: PolicyDeclaration.Finding, _ names: ResolvedNames) {
    guard finding.per.isEmpty, !keys.isEmpty else { return }
    let table = names.table
    for id in table.ids {
      let variable = table[id]
      guard variable.scope == 0, variable.occurrences.count > 1, !keys.contains(variable.name),
        case .entity = names.types[id],
        let place = variable.occurrences.map({ table.occurrences[$0] }).first(where: { $0.isBody && !$0.isPopulation })
      else { continue }
      sink.report(
        .missingPer, "several `\(variable.name)` would give one finding, and a new one would hide behind an old one",
        at: place.name.span,
        help: "write `per \(variable.name)` before `if` for one finding each, "
          + "or `per \(keys[0])` for one with all inside")
    }
  }
}
