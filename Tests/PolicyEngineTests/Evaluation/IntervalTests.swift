import PolicyEngine
import Testing

/// Intervals against all the numbers in them. An open end is tried as a far end that stays open.
@Suite struct IntervalTests {
  static let range: ClosedRange<Int64> = -4...4
  /// What stands for an infinite end: far enough that no sum of small numbers reaches it.
  static let far: Int64 = 40

  static let all: [Interval] = {
    var found: [Interval] = []
    for low in [Interval.minusInfinity] + Array(range) {
      for high in Array(range) + [Interval.plusInfinity] where low <= high {
        found.append(Interval(low: low, high: high))
      }
    }
    return found
  }()

  /// Some numbers of an interval: all of them when it is closed, and far ones in place of infinity.
  static func numbers(_ interval: Interval) -> [Int64] {
    let low = interval.low == Interval.minusInfinity ? -far : interval.low
    let high = interval.high == Interval.plusInfinity ? far : interval.high
    return Array(low...high)
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
    #expect(!Interval(low: .max, high: .max).isPoint && !Interval(low: .min, high: .min).isPoint)
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
    let closed = Self.all.filter { $0.low != Interval.minusInfinity && $0.high != Interval.plusInfinity }
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
          left.low == Interval.minusInfinity
          || (operation == .plus ? right.low == Interval.minusInfinity : right.high == Interval.plusInfinity)
        #expect(found.low == (isOpenBelow ? Interval.minusInfinity : results.min()!))
        let isOpenAbove =
          left.high == Interval.plusInfinity
          || (operation == .plus ? right.high == Interval.plusInfinity : right.low == Interval.minusInfinity)
        #expect(found.high == (isOpenAbove ? Interval.plusInfinity : results.max()!))
      }
    }
  }

  /// Past 64 bits an end is open; it never wraps and never traps.
  @Test func arithmeticPastSixtyFourBits() {
    let large = Interval(Int64.max - 1)
    let small = Interval(Int64.min + 1)
    let one = Interval(5)
    #expect(Interval.apply(large, .plus, one).high == Interval.plusInfinity)
    #expect(Interval.apply(small, .minus, one).low == Interval.minusInfinity)
    #expect(Interval.apply(small, .minus, large).low == Interval.minusInfinity)
    #expect(!Interval.apply(large, .plus, one).isPoint)
    #expect(!Interval.apply(small, .minus, one).isPoint)
    #expect(!Interval.apply(large, .times, one).isPoint)
    #expect(Interval.apply(large, .times, Interval(-5)) == .all)
    #expect(Interval.apply(large, .minus, small).high == Interval.plusInfinity)
    #expect(Interval.apply(Interval.all, .times, Interval(0)) == Interval(0))
    for interval in [large, small, .all, one] {
      for operation in [Arithmetic.plus, .minus, .times] {
        for other in [large, small, .all, one] {
          let found = Interval.apply(interval, operation, other)
          #expect(found.low <= found.high)
        }
      }
    }
  }

  /// An overflow leaves a certain sum that is larger than anything: nothing may be concluded from it but that.
  @Test func anOverflowIsNotAPoint() {
    let sum = Interval.apply(Interval(Int64.max - 1), .plus, Interval(Int64.max - 1))
    #expect(sum.possibly(.greater, Interval(Int64.max - 2)))
    #expect(!sum.certainly(.lessOrEqual, Interval(0)))
    #expect(!sum.certainly(.equal, sum) && sum.possibly(.equal, sum))
  }
}
