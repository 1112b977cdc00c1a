import FactStore

/// All whole numbers from `low` to `high`; an end that is `nil` is infinite. Codes of dates and times count as numbers.
///
/// The least and the greatest number of 64 bits are ends like others. What is past them is not known: it makes an
/// interval ``all``.
package struct Interval: Hashable, Sendable {
  package static let all = Interval(low: nil, high: nil)

  /// `nil` is −∞.
  package var low: Int64?
  /// `nil` is ∞.
  package var high: Int64?

  package init(low: Int64?, high: Int64?) {
    self.low = low
    self.high = high
  }

  package init(_ value: Int64) { self.init(low: value, high: value) }

  /// Ends computed in wider numbers; `all` where one does not fit, for then some value is not known.
  init(wide low: Int128?, _ high: Int128?) {
    let range = Int128(Int64.min)...Int128(Int64.max)
    let fits = (low.map(range.contains) ?? true) && (high.map(range.contains) ?? true)
    self = fits ? Interval(low: low.map { Int64($0) }, high: high.map { Int64($0) }) : .all
  }

  package var isPoint: Bool { point != nil }

  /// The value, when there is but one.
  package var point: Int64? { low == high ? low : nil }

  /// True for every pair of values.
  package func certainly(_ comparison: Comparison, _ other: Interval) -> Bool {
    !possibly(comparison.opposite, other)
  }

  /// True for some pair of values.
  package func possibly(_ comparison: Comparison, _ other: Interval) -> Bool {
    switch comparison {
    case .equal: Self.reaches(low, other.high) && Self.reaches(other.low, high)
    case .notEqual: !(isPoint && low == other.point)
    case .less: Self.reaches(low, other.high, strictly: true)
    case .lessOrEqual: Self.reaches(low, other.high)
    case .greater: Self.reaches(other.low, high, strictly: true)
    case .greaterOrEqual: Self.reaches(other.low, high)
    }
  }

  /// Whether a lower end is below an upper one; an infinite end makes it true.
  private static func reaches(_ low: Int64?, _ high: Int64?, strictly: Bool = false) -> Bool {
    guard let low, let high else { return true }
    return strictly ? low < high : low <= high
  }

  package func contains(_ value: Int64) -> Bool { (low ?? value) <= value && value <= (high ?? value) }

  package static func apply(_ left: Interval, _ operation: Arithmetic, _ right: Interval) -> Interval {
    switch operation {
    case .plus: Interval(wide: add(left.low, right.low), add(left.high, right.high))
    case .minus: Interval(wide: subtract(left.low, right.high), subtract(left.high, right.low))
    case .times: times(left, right)
    }
  }

  private static func add(_ left: Int64?, _ right: Int64?) -> Int128? {
    guard let left, let right else { return nil }
    return Int128(left) + Int128(right)
  }

  private static func subtract(_ left: Int64?, _ right: Int64?) -> Int128? {
    guard let left, let right else { return nil }
    return Int128(left) - Int128(right)
  }

  private static func times(_ left: Interval, _ right: Interval) -> Interval {
    guard let a = left.low, let b = left.high, let c = right.low, let d = right.high else { return .all }
    let products = [a, b].flatMap { end in [c, d].map { Int128(end) * Int128($0) } }
    return Interval(wide: products.min()!, products.max()!)
  }
}
