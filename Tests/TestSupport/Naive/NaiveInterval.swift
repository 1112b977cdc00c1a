import FactStore
import PolicyEngine

/// The values that an aggregate may have: an inclusive range, open to one or both sides.
package struct NaiveInterval: Hashable, Sendable {
  /// What the numbers mean.
  package enum Kind: Hashable, Sendable { case int, date, time }

  package var kind: Kind
  /// `nil` is −∞.
  package var low: Int64?
  /// `nil` is +∞.
  package var high: Int64?

  package init(_ kind: Kind, _ low: Int64?, _ high: Int64?) {
    self.kind = kind
    self.low = low
    self.high = high
  }

  /// A single value; `nil` where the type has no order that aggregates use.
  package init?(_ value: Value) {
    switch value {
    case .int(let number): self.init(.int, number, number)
    case .date(let date): self.init(.date, Int64(date.days), Int64(date.days))
    case .time(let time): self.init(.time, time, time)
    case .text, .bool: return nil
    }
  }

  /// The value, when there is but one.
  package var point: Value? {
    guard let low, low == high else { return nil }
    return switch kind {
    case .int: .int(low)
    case .date: .date(CalendarDate(days: Int32(low)))
    case .time: .time(low)
    }
  }

  /// Ends computed in wide numbers. Past 64 bits, or past the calendar, some value is not known: then nothing is.
  init(_ kind: Kind, wide low: Int128?, _ high: Int128?) {
    let range = kind == .date ? -719_162...2_932_896 : Int128(Int64.min)...Int128(Int64.max)
    let fits = [low, high].allSatisfy { $0.map(range.contains) ?? true }
    self.init(kind, fits ? low.map { Int64($0) } : nil, fits ? high.map { Int64($0) } : nil)
  }

  /// Whether the comparison is true for some value of each side.
  package func possibly(_ comparison: Comparison, _ other: NaiveInterval) -> Bool {
    switch comparison {
    case .less: Self.less(low, below: other.high, strictly: true)
    case .lessOrEqual: Self.less(low, below: other.high, strictly: false)
    case .greater: other.possibly(.less, self)
    case .greaterOrEqual: other.possibly(.lessOrEqual, self)
    case .equal:
      Self.less(low, below: other.high, strictly: false) && Self.less(other.low, below: high, strictly: false)
    case .notEqual: point == nil || other.point == nil || point != other.point
    }
  }

  /// Whether the comparison is true for all values of both sides.
  package func certainly(_ comparison: Comparison, _ other: NaiveInterval) -> Bool {
    switch comparison {
    case .less: !possibly(.greaterOrEqual, other)
    case .lessOrEqual: !possibly(.greater, other)
    case .greater: !possibly(.lessOrEqual, other)
    case .greaterOrEqual: !possibly(.less, other)
    case .equal: !possibly(.notEqual, other)
    case .notEqual: !possibly(.equal, other)
    }
  }

  /// A lower end against an upper end; an open end makes it true.
  private static func less(_ low: Int64?, below high: Int64?, strictly: Bool) -> Bool {
    guard let low, let high else { return true }
    return strictly ? low < high : low <= high
  }
}
