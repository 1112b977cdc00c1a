import PolicyEngine
import Testing

/// Intervals against all the numbers in them. An open end is tried as a far end that stays open.
@Suite struct IntervalTests {
  static let range: ClosedRange<Int64> = -4...4
  /// What stands for an infinite end: far enough that no sum of small numbers reaches it.
  static let far: Int64 = 40

  static let all: [Interval] = {
    var found: [Interval] = []
    for low in [nil] + range.map(Optional.some) {
      for high in range.map(Optional.some) + [nil] where low.map({ low in high.map { low <= $0 } ?? true }) ?? true {
        found.append(Interval(low: low, high: high))
      }
    }
    return found
  }()

  /// Some numbers of an interval: all of them when it is closed, and far ones in place of infinity.
  static func numbers(_ interval: Interval) -> [Int64] {
    Array((interval.low ?? -far)...(interval.high ?? far))
  }

  static func holds(_ left: Int64, _ comparison: Comparison, _ right: Int64) -> Bool {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  /// Exact: the numbers near an end decide it, and an open end holds any number.
  @Test(arguments: Comparison.allCases) func comparisons(_ comparison: Comparison) {
    for left in Self.all {
      for right in Self.all {
        let pairs = Self.numbers(left).lazy.flatMap { a in Self.numbers(right).lazy.map { (a, $0) } }
        let certainly = pairs.allSatisfy { Self.holds($0, comparison, $1) }
        let possibly = pairs.contains { Self.holds($0, comparison, $1) }
        #expect(left.certainly(comparison, right) == certainly, "\(left) \(comparison.rawValue) \(right)")
        #expect(left.possibly(comparison, right) == possibly, "\(left) \(comparison.rawValue) \(right)")
      }
    }
  }

  @Test func containsAndPoints() {
    for interval in Self.all {
      for number in Self.range { #expect(interval.contains(number) == Self.numbers(interval).contains(number)) }
      #expect(interval.isPoint == (Self.numbers(interval).count == 1))
    }
    #expect(Interval(.max).point == .max && Interval(.min).point == .min && !Interval.all.isPoint)
  }

  private static func result(_ left: Int64, _ operation: Arithmetic, _ right: Int64) -> Int64 {
    switch operation {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    }
  }

  /// Closed intervals: the ends are the smallest and the largest result.
  @Test(arguments: [Arithmetic.plus, .minus, .times]) func closedArithmetic(_ operation: Arithmetic) {
    let closed = Self.all.filter { $0.low != nil && $0.high != nil }
    for left in closed {
      for right in closed {
        let results = Self.numbers(left).flatMap { a in Self.numbers(right).map { Self.result(a, operation, $0) } }
        let expected = Interval(low: results.min()!, high: results.max()!)
        #expect(Interval.apply(left, operation, right) == expected, "\(left) \(operation.rawValue) \(right)")
      }
    }
  }

  /// Open intervals: every result lies inside, and an end that no open end touches is exact.
  @Test(arguments: [Arithmetic.plus, .minus, .times]) func openArithmetic(_ operation: Arithmetic) {
    for left in Self.all {
      for right in Self.all {
        let found = Interval.apply(left, operation, right)
        let results = Self.numbers(left).flatMap { a in Self.numbers(right).map { Self.result(a, operation, $0) } }
        #expect(results.allSatisfy { found.contains($0) }, "\(left) \(operation.rawValue) \(right)")
        if operation == .times { continue }
        let isOpenBelow =
          left.low == nil || (operation == .plus ? right.low == nil : right.high == nil)
        #expect(found.low == (isOpenBelow ? nil : results.min()!))
        let isOpenAbove =
          left.high == nil || (operation == .plus ? right.high == nil : right.low == nil)
        #expect(found.high == (isOpenAbove ? nil : results.max()!))
      }
    }
  }

  /// Numbers at the ends of the range and about its roots.
  static let great: [Int64] = [
    .min, .min + 1, -(1 << 62), -3_037_000_500, -1, 0, 1, 3_037_000_500, 1 << 62, .max - 1, .max,
  ]

  /// In wider numbers as oracle: exact where both ends fit, and nothing is known where one does not.
  @Test(arguments: [Arithmetic.plus, .minus, .times]) func arithmeticPastSixtyFourBits(_ operation: Arithmetic) {
    func wide(_ a: Int64, _ b: Int64) -> Int128 {
      switch operation {
      case .plus: Int128(a) + Int128(b)
      case .minus: Int128(a) - Int128(b)
      case .times: Int128(a) * Int128(b)
      }
    }
    let intervals = Self.great.flatMap { low in Self.great.filter { low <= $0 }.map { Interval(low: low, high: $0) } }
    for left in intervals {
      for right in intervals {
        let corners = [left.low!, left.high!].flatMap { a in [right.low!, right.high!].map { wide(a, $0) } }
        let low = Int64(exactly: corners.min()!)
        let high = Int64(exactly: corners.max()!)
        let expected = low == nil || high == nil ? Interval.all : Interval(low: low, high: high)
        #expect(Interval.apply(left, operation, right) == expected, "\(left) \(operation.rawValue) \(right)")
      }
      #expect(Interval.apply(left, .times, .all) == .all && Interval.apply(.all, operation, left) == .all)
    }
  }

  /// What is not known is never certainly false, and the ends of the range compare like other numbers.
  @Test(arguments: Comparison.allCases) func comparisonsAtTheEnds(_ comparison: Comparison) {
    for a in Self.great {
      #expect(Interval.all.possibly(comparison, Interval(a)) && !Interval.all.certainly(comparison, Interval(a)))
      for b in Self.great {
        let holds = Self.holds(a, comparison, b)
        #expect(Interval(a).certainly(comparison, Interval(b)) == holds)
        #expect(Interval(a).possibly(comparison, Interval(b)) == holds)
      }
    }
  }
}
