/// Writes down what led to a decision, step within step.
public final class Tracer {
  public struct Step {
    /// `rule …`, `target`, `condition`.
    public var title: String
    public var place: Place?
    /// `Permit`, `no match`, `true`.
    public var outcome: String
    public var steps: [Step]
  }

  public private(set) var steps: [Step] = []
  private var open: [Step] = []

  public init() {}

  func begin(_ title: String, _ place: Place? = nil) {
    open.append(Step(title: title, place: place, outcome: "", steps: []))
  }

  func end(_ outcome: String) {
    guard var step = open.popLast() else { return }
    step.outcome = outcome
    if open.isEmpty { steps.append(step) } else { open[open.count - 1].steps.append(step) }
  }
}
