/// What an aggregate comes to for one binding of the variables around it.
struct AggregateValue {
  var interval: Interval
  /// `certain` when the value exists in every world, `impossible` when it exists in none (`min` of nothing).
  var exists: Truth
}

extension AggregateFunction {
  /// The value over distinct rows: those that are certain, and all that are possible.
  /// - Parameters:
  ///   - hasUnknown: whether there may be rows besides, with values that are not known.
  ///   - number: the number of a row's first value.
  func fold(
    certain: Set<[UInt32]>, possible: Set<[UInt32]>, hasUnknown: Bool, number: ([UInt32]) -> Int64
  ) -> AggregateValue {
    let exists: Truth =
      isTotal || !certain.isEmpty ? .certain : possible.isEmpty && !hasUnknown ? .impossible : .possible
    return AggregateValue(interval: interval(certain, possible, hasUnknown, number), exists: exists)
  }

  private func interval(
    _ certain: Set<[UInt32]>, _ possible: Set<[UInt32]>, _ hasUnknown: Bool, _ number: ([UInt32]) -> Int64
  ) -> Interval {
    switch self {
    case .count: return Interval(low: Int64(certain.count), high: hasUnknown ? nil : Int64(possible.count))
    case .sum:
      // In wider numbers: what the parts come to on the way does not matter, only whether the total fits.
      func total(_ numbers: some Sequence<Int64>) -> Int128 { numbers.reduce(0) { $0 + Int128($1) } }
      let base = total(certain.map(number))
      let extra = possible.subtracting(certain).map(number)
      return hasUnknown
        ? .all : Interval(wide: base + total(extra.filter { $0 < 0 }), base + total(extra.filter { $0 > 0 }))
    case .min: return Interval(low: hasUnknown ? nil : possible.map(number).min(), high: certain.map(number).min())
    case .max: return Interval(low: certain.map(number).max(), high: hasUnknown ? nil : possible.map(number).max())
    }
  }
}
