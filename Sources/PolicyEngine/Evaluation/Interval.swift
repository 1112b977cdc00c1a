import FactStore

/// All whole numbers from `low` to `high`; the ends may be infinite. Codes of dates and times count as numbers.
struct Interval: Hashable, Sendable {
  static let minusInfinity = Int64.min
  static let plusInfinity = Int64.max
  static let all = Interval(low: minusInfinity, high: plusInfinity)

  var low: Int64
  var high: Int64

  init(low: Int64, high: Int64) {
    self.low = low
    self.high = high
  }

  init(_ value: Int64) { self.init(low: value, high: value) }

  var isPoint: Bool { low == high && low != Self.minusInfinity && low != Self.plusInfinity }

  /// True for every pair of values.
  func certainly(_ comparison: Comparison, _ other: Interval) -> Bool {
    switch comparison {
    case .equal: isPoint && other.isPoint && low == other.low
    case .notEqual: high < other.low || low > other.high
    case .less: high < other.low && high != Self.plusInfinity
    case .lessOrEqual: high <= other.low && high != Self.plusInfinity && other.low != Self.minusInfinity
    case .greater: low > other.high
    case .greaterOrEqual: low >= other.high && low != Self.minusInfinity && other.high != Self.plusInfinity
    }
  }

  /// True for some pair of values.
  func possibly(_ comparison: Comparison, _ other: Interval) -> Bool {
    switch comparison {
    case .equal: low <= other.high && other.low <= high
    case .notEqual: !(isPoint && other.isPoint && low == other.low)
    case .less: low < other.high
    case .lessOrEqual: low <= other.high
    case .greater: high > other.low
    case .greaterOrEqual: high >= other.low
    }
  }

  func contains(_ value: Int64) -> Bool { low <= value && value <= high }

  static func apply(_ left: Interval, _ operation: Arithmetic, _ right: Interval) -> Interval {
    switch operation {
    case .plus: Interval(low: add(left.low, right.low, down: true), high: add(left.high, right.high, down: false))
    case .minus:
      Interval(low: add(left.low, negate(right.high), down: true), high: add(left.high, negate(right.low), down: false))
    case .times: times(left, right)
    }
  }

  private static func negate(_ value: Int64) -> Int64 {
    switch value {
    case minusInfinity: plusInfinity
    case plusInfinity: minusInfinity
    default: -value
    }
  }

  /// Past the range of 64 bits an end becomes infinite: wider, never wrong.
  private static func add(_ left: Int64, _ right: Int64, down: Bool) -> Int64 {
    if left == minusInfinity || right == minusInfinity || left == plusInfinity || right == plusInfinity {
      let infinities = Set([left, right]).intersection([minusInfinity, plusInfinity])
      return infinities.count == 1 ? infinities.first! : (down ? minusInfinity : plusInfinity)
    }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (down ? minusInfinity : plusInfinity) : sum
  }

  private static func times(_ left: Interval, _ right: Interval) -> Interval {
    let ends = [left.low, left.high, right.low, right.high]
    if ends.contains(minusInfinity) || ends.contains(plusInfinity) {
      return left == Interval(0) || right == Interval(0) ? Interval(0) : .all
    }
    var products: [Int64] = []
    for a in [left.low, left.high] {
      for b in [right.low, right.high] {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        if overflow { return .all }
        products.append(product)
      }
    }
    return Interval(low: products.min()!, high: products.max()!)
  }
}
