import Budget
import Localization

/// Limits that count work and what is kept of it, never seconds, so that a run gives the same answer on every machine.
public struct EvaluationLimits: Sendable {
  /// Rows looked at for one component, or to ask one rule about members.
  public var probes: Int
  /// The same for all components of a run together.
  public var allProbes: Int
  /// Values that are kept of what rules derive, in all components together: a row counts as many as it has columns.
  public var values: Int
  /// Rows that are possible and not certain, for one relation.
  public var extras: Int
  /// Rounds of one recursive component.
  public var rounds: Int

  package init(probes: Int, extras: Int, rounds: Int, values: Int = .max, allProbes: Int = .max) {
    self.probes = probes
    self.allProbes = allProbes
    self.values = values
    self.extras = extras
    self.rounds = rounds
  }

  /// For a run over so many facts. Work may grow with what was loaded: a policy that looks at each fact a few hundred times is
  /// slow; one that looks at each pair of a million is a mistake or an attack.
  public static func standard(facts: Int, _ limits: RunLimits = .standard) -> EvaluationLimits {
    let (more, overflow) = facts.multipliedReportingOverflow(by: rowsPerFact)
    let (sum, isPast) = limits[.rows].addingReportingOverflow(overflow ? .max : more)
    let probes = isPast ? Int.max / 2 : min(sum, .max / 2)
    return EvaluationLimits(
      probes: probes, extras: 1_000_000, rounds: 1_000_000, values: limits[.derived], allProbes: 2 * probes)
  }

  private static let rowsPerFact = 500

  /// What a proof may cost beside its own bound on steps.
  var explaining: EvaluationLimits {
    EvaluationLimits(probes: max(probes, 20_000_000_000), extras: extras, rounds: rounds)
  }

  /// What is left for another engine over the same facts.
  func left(after spent: WorkLedger.Spent) -> EvaluationLimits {
    EvaluationLimits(
      probes: probes, extras: extras, rounds: rounds, values: max(0, values - spent.values),
      allProbes: max(0, allProbes - spent.probes))
  }
}

/// A limit on deriving, as it is named to a person.
package enum EvaluationLimit: String, Sendable {
  /// Of one component, and of all together.
  case rows, allRows
  case derived, possible, rounds

  /// What there was more of.
  package func message(_ limits: EvaluationLimits) -> Phrase {
    let group = LimitReached.grouped
    return switch self {
    case .rows: Phrase("more than \(group(limits.probes)) rows looked at (limit `rows`)")
    case .allRows: Phrase("more, with other policies, than \(group(limits.allProbes)) rows looked at (limit `rows`)")
    case .derived: Phrase("more than \(group(limits.values)) derived values kept (limit `derived`)")
    case .possible: Phrase("more than \(group(limits.extras)) possible rows of one relation (limit `possible`)")
    case .rounds: Phrase("more than \(group(limits.rounds)) rounds of a recursion (limit `rounds`)")
    }
  }
}
