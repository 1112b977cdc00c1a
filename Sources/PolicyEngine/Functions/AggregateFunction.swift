import FactStore

/// The aggregates of the language. All that tells one from another stands in its ``Definition``.
public enum AggregateFunction: String, Sendable, CaseIterable {
  case count, min, max, sum

  struct Definition {
    /// Whether it takes several variables.
    var takesSeveral = false
    /// The types of variables that it takes; `nil` for all.
    var operands: [ValueType]? = [.int, .date]
    /// The type that it ranges over, or `nil` where that is the type of its variable.
    var result: ValueType?
    /// Whether it has a value over no rows at all.
    var isTotal = false
    /// Whether one row decides it: those at the ends are shown in a proof.
    var isDecidedByOne = false
    /// What it does to rows, for a message: "there is nothing to …".
    var verb: String
    /// Comparisons that more rows only make true, and those that they only make false.
    var even: [Comparison] = []
    var odd: [Comparison] = []
    /// What it comes to over rows of which some are only possible.
    var fold: (AggregateRows) -> Interval
  }

  var definition: Definition {
    switch self {
    // Grows with its rows.
    case .count:
      Definition(
        takesSeveral: true, operands: nil, result: .int, isTotal: true, verb: "count",
        even: [.greater, .greaterOrEqual], odd: [.less, .lessOrEqual]
      ) { Interval(low: Int64($0.certain.count), high: $0.hasStar ? nil : Int64($0.possible.count)) }
    // Only sinks with more rows, and does not match while there is none; so they help `min <`, but may make `min >` true or
    // false.
    case .min:
      Definition(isDecidedByOne: true, verb: "compare", even: [.less, .lessOrEqual]) {
        Interval(low: $0.hasStar ? nil : $0.numbers($0.possible).min(), high: $0.numbers($0.certain).min())
      }
    case .max:
      Definition(isDecidedByOne: true, verb: "compare", even: [.greater, .greaterOrEqual]) {
        Interval(low: $0.numbers($0.certain).max(), high: $0.hasStar ? nil : $0.numbers($0.possible).max())
      }
    // May have negative terms.
    case .sum:
      Definition(operands: [.int], result: .int, isTotal: true, verb: "sum up") { rows in
        // In wider numbers: what the parts come to on the way does not matter, only whether the total fits.
        func total(_ numbers: [Int64]) -> Int128 { numbers.reduce(0) { $0 + Int128($1) } }
        let base = total(rows.numbers(rows.certain))
        let extra = rows.numbers(rows.possible.subtracting(rows.certain))
        return rows.hasStar
          ? .all : Interval(wide: base + total(extra.filter { $0 < 0 }), base + total(extra.filter { $0 > 0 }))
      }
    }
  }

  /// As in a reference, for `help:`.
  var usage: String { "\(rawValue)(v) { … }" }

  /// How more rows act on `aggregate(…) comparison limit`.
  func polarity(in comparison: Comparison) -> Polarity {
    definition.even.contains(comparison) ? .even : definition.odd.contains(comparison) ? .odd : .both
  }

  func value(over rows: AggregateRows) -> AggregateValue {
    let exists: Truth =
      definition.isTotal || !rows.certain.isEmpty
      ? .certain : rows.possible.isEmpty && !rows.hasStar ? .impossible : .possible
    return AggregateValue(interval: definition.fold(rows), exists: exists)
  }
}

/// The distinct rows that an aggregate ranges over.
struct AggregateRows {
  var certain: Set<[UInt32]>
  /// All of them, those that are certain too.
  var possible: Set<[UInt32]>
  /// Whether there may be rows besides, with values that are not known.
  var hasStar: Bool
  /// The number of a row's first value.
  var number: ([UInt32]) -> Int64

  func numbers(_ rows: Set<[UInt32]>) -> [Int64] { rows.map(number) }
}

/// What an aggregate comes to for one binding of the variables around it.
struct AggregateValue {
  var interval: Interval
  /// `certain` when the value exists in every world, `impossible` when it exists in none (`min` of nothing).
  var exists: Truth
}
