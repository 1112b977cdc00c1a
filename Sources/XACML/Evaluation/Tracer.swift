import Budget

/// Writes down what led to a decision, step within step. Past a quarter of the memory of a run it says that steps are left
/// out, and writes no more.
public final class Tracer {
  /// What was decided at one place, and what led to it.
  public struct Step {
    /// `rule …`, `target`, `condition`.
    public var title: String
    /// Where it stands; `nil` for what stands nowhere.
    public var place: Place?
    /// `Permit`, `no match`, `true`.
    public var outcome: String
    /// What it was decided from, in order.
    public var steps: [Step]
  }

  /// What was decided, in order.
  public private(set) var steps: [Step] = []
  private var open: [Step] = []
  /// Steps that are open and not written down.
  private var leftOut = 0
  private var size = 0
  private let limits: RunLimits

  /// A tracer that keeps so much and says where it stopped.
  public init(limits: RunLimits = .standard) { self.limits = limits }

  /// Bytes that a step takes without its texts, about: as a value, and as a line.
  private static let stepSize = 512

  func begin(_ title: @autoclosure () -> String, _ place: Place? = nil) {
    guard leftOut == 0, size <= limits[.memory] / 4 else {
      if leftOut == 0, size != .max {
        add(
          Step(
            title: "further steps are left out", place: nil,
            outcome: LimitReached(.memory, limit: limits[.memory] / 4).message, steps: []))
        size = .max
      }
      leftOut += 1
      return
    }
    let title = title()
    size += Self.stepSize + title.utf8.count
    open.append(Step(title: title, place: place, outcome: "", steps: []))
  }

  func end(_ outcome: @autoclosure () -> String) {
    guard leftOut == 0 else {
      leftOut -= 1
      return
    }
    guard var step = open.popLast() else { return }
    step.outcome = outcome()
    if size != .max { size += step.outcome.utf8.count }
    add(step)
  }

  private func add(_ step: Step) {
    if open.isEmpty { steps.append(step) } else { open[open.count - 1].steps.append(step) }
  }
}
