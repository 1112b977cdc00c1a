import PolicyEngine

extension NaiveInterval {
  /// Every sum, difference or product of a value of each side. Ends with an infinite part are infinite, except that
  /// nothing times zero is more than zero.
  static func arithmetic(_ left: NaiveInterval, _ operation: Arithmetic, _ right: NaiveInterval) -> NaiveInterval {
    let kind: Kind
    switch (left.kind, operation, right.kind) {
    case (.date, .minus, .date), (.time, .minus, .time): kind = .int
    default: kind = left.kind == .int ? right.kind : left.kind
    }
    switch operation {
    case .plus: return NaiveInterval(kind, add(left.low, right.low), add(left.high, right.high))
    case .minus:
      return NaiveInterval(kind, add(left.low, right.high.map { -$0 }), add(left.high, right.low.map { -$0 }))
    case .times:
      guard let a = left.low, let b = left.high, let c = right.low, let d = right.high else {
        let zero = NaiveInterval(.int, 0, 0)
        return left == zero || right == zero ? zero : NaiveInterval(kind, nil, nil)
      }
      let corners = [a * c, a * d, b * c, b * d]
      return NaiveInterval(kind, corners.min()!, corners.max()!)
    }
  }

  private static func add(_ left: Int64?, _ right: Int64?) -> Int64? {
    guard let left, let right else { return nil }
    return left + right
  }
}
