import FactStore

/// The aggregates of the language: what each takes, gives, and how more rows act on it.
///
/// What one comes to over certain and possible rows is in ``AggregateFold``; nothing else knows them apart.
public enum AggregateFunction: String, Sendable, CaseIterable {
  case count, min, max, sum

  /// The type that it ranges over, or `nil` where that is the type of its variable.
  var result: ValueType? {
    switch self {
    case .count, .sum: .int
    case .min, .max: nil
    }
  }

  /// The types of variables that it takes; `nil` for all.
  var operands: [ValueType]? {
    switch self {
    case .count: nil
    case .sum: [.int]
    case .min, .max: [.int, .date]
    }
  }

  /// Whether it has a value over no rows at all.
  var isTotal: Bool {
    switch self {
    case .count, .sum: true
    case .min, .max: false
    }
  }

  /// Whether one row decides it: those at the ends, in a proof.
  var isDecidedByOne: Bool { !isTotal }

  /// What it does to rows, for a message: "there is nothing to …".
  var verb: String {
    switch self {
    case .count: "count"
    case .sum: "sum up"
    case .min, .max: "compare"
    }
  }

  /// How more rows act on `aggregate(…) comparison limit`.
  ///
  /// A count grows with its rows. A `min` only sinks, and does not match while there is no row; so more rows help `min <`, but
  /// may make `min >` true or false. A sum may have negative terms.
  func polarity(in comparison: Comparison) -> Polarity {
    switch (self, comparison) {
    case (.count, .greater), (.count, .greaterOrEqual): .even
    case (.count, .less), (.count, .lessOrEqual): .odd
    case (.min, .less), (.min, .lessOrEqual), (.max, .greater), (.max, .greaterOrEqual): .even
    default: .both
    }
  }
}
