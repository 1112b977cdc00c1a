import PolicyEngine

extension NaiveInterval {
  /// Every sum, difference or product of a value of each side. Ends with an infinite part are infinite.
  static func arithmetic(_ left: NaiveInterval, _ operation: Arithmetic, _ right: NaiveInterval) -> NaiveInterval {
    let kind: Kind
    switch (left.kind, operation, right.kind) {
    case (.date, .minus, .date), (.time, .minus, .time): kind = .int
    default: kind = left.kind == .int ? right.kind : left.kind
    }
    func wide(_ a: Int64?, _ b: Int64?, _ compute: (Int128, Int128) -> Int128) -> Int128? {
      guard let a, let b else { return nil }
      return compute(Int128(a), Int128(b))
    }
    switch operation {
    case .plus: return NaiveInterval(kind, wide: wide(left.low, right.low, +), wide(left.high, right.high, +))
    case .minus: return NaiveInterval(kind, wide: wide(left.low, right.high, -), wide(left.high, right.low, -))
    case .times:
      let corners = [left.low, left.high].flatMap { a in [right.low, right.high].map { wide(a, $0, *) } }
      if corners.contains(nil) { return NaiveInterval(kind, nil, nil) }
      return NaiveInterval(kind, wide: corners.map { $0! }.min()!, corners.map { $0! }.max()!)
    }
  }
}
