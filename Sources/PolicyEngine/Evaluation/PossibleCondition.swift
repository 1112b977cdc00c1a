import FactStore

/// A step of a possible search that gives no register a value: how true it is of the registers as they are.
///
/// What it reads is taken hold of once, so that asking copies nothing.
final class PossibleCondition {
  let truth: () -> Truth

  /// `nil` for what is no condition.
  init?(_ step: Step<PossibleMatch, CompiledSubquery>, _ frame: RuleFrame) {
    // Safe: the search that keeps this keeps the frame.
    unowned(unsafe) let frame = frame
    unowned(unsafe) let values = frame.values
    switch step {
    case .match, .bind, .generate, .settle: return nil
    case .absent(let match): truth = { match.absence }
    case .notExists(let subquery): truth = { subquery.exists(in: frame).negated }
    case .compare(let left, let comparison, let right): truth = { values.holds(left, comparison, right) }
    case .member(let expression, let codes): truth = { values.holds(expression, in: codes) }
    case .aggregate(let aggregate):
      truth = {
        let value = aggregate.value(in: frame)
        frame.intervals[aggregate.slot] = value.interval
        return value.exists
      }
    case .bindInterval(let slot, let expression):
      truth = {
        frame.intervals[slot] = values.interval(expression)
        return .certain
      }
    }
  }
}
