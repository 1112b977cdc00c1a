/// Limits that count work, never seconds, so that a run gives the same answer on every machine.
public struct EvaluationLimits: Sendable {
  /// Rows looked at for one recursive component or policy.
  public var probes: Int
  /// Rows that are possible and not certain, for one relation.
  public var extras: Int
  /// Rounds of one recursive component.
  public var rounds: Int
  public init(probes: Int, extras: Int, rounds: Int) {
    self.probes = probes
    self.extras = extras
    self.rounds = rounds
  }

  public static let standard = EvaluationLimits(probes: 20_000_000_000, extras: 1_000_000, rounds: 1_000_000)
}

/// Counts the work of one component and says when it is too much.
final class WorkBudget {
  let limits: EvaluationLimits
  private(set) var probes = 0
  private(set) var isExhausted = false

  init(_ limits: EvaluationLimits) { self.limits = limits }

  /// Counts rows looked at; false when the limit is passed.
  func spend(_ count: Int) -> Bool {
    probes &+= count
    if probes > limits.probes { isExhausted = true }
    return !isExhausted
  }

  func exhaust() { isExhausted = true }
}
