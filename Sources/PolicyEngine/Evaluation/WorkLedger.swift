import Synchronization

/// What the components of a run have spent together.
final class WorkLedger: Sendable {
  struct Spent: Sendable, Equatable {
    var probes = 0
    var values = 0
  }

  private let limits: EvaluationLimits
  private let spent = Mutex(Spent())

  init(_ limits: EvaluationLimits) { self.limits = limits }

  /// Adds to what was spent; the limit that is passed now, if any.
  func add(_ more: Spent) -> EvaluationLimit? {
    spent.withLock { spent in
      spent.probes = Self.sum(spent.probes, more.probes)
      spent.values = Self.sum(spent.values, more.values)
      return passed(spent)
    }
  }

  /// Takes values back that were not kept after all. Work that was done stays done.
  func release(values: Int) { spent.withLock { $0.values = max(0, $0.values - values) } }

  var total: Spent {
    get { spent.withLock { $0 } }
    set { spent.withLock { $0 = newValue } }
  }

  var limit: EvaluationLimit? { spent.withLock { passed($0) } }

  private func passed(_ spent: Spent) -> EvaluationLimit? {
    if spent.values > limits.values { return .derived }
    return spent.probes > limits.allProbes ? .allRows : nil
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? .max : sum
  }
}
