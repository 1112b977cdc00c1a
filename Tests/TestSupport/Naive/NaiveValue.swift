import FactStore

/// A value of a row, or `*`.
package enum NaiveValue: Hashable, Sendable {
  case value(Value)
  /// `*`: any value.
  case any

  /// Whether every value that fits `other` fits this one too.
  package func covers(_ other: NaiveValue) -> Bool { self == .any || self == other }
}

/// A row by column, in the order of the declaration.
package typealias NaiveRow = [NaiveValue]

extension NaiveValue: CustomStringConvertible {
  package var description: String {
    switch self {
    case .any: "*"
    case .value(.text(let text)): "\"\(text)\""
    case .value(.int(let number)), .value(.time(let number)): "\(number)"
    case .value(.bool(let flag)): "\(flag)"
    case .value(.date(let date)): "\(date)"
    }
  }
}

/// The covering order of rows: a hole stands for every row that fits it.
package enum Covering {
  /// Whether every row that fits `row` fits `hole` too.
  package static func covers(_ hole: NaiveRow, _ row: NaiveRow) -> Bool {
    zip(hole, row).allSatisfy { $0.covers($1) }
  }

  /// Whether some row of `set` covers `row`.
  package static func covers(_ set: Set<NaiveRow>, _ row: NaiveRow) -> Bool {
    set.contains(row) || set.contains { covers($0, row) }
  }

  /// Whether every row of `small` is covered by one of `large`.
  package static func covers(_ large: Set<NaiveRow>, all small: Set<NaiveRow>) -> Bool {
    small.allSatisfy { covers(large, $0) }
  }

  /// Whether two possible sets say the same: every row of each is covered by the other.
  package static func equivalent(_ left: Set<NaiveRow>, _ right: Set<NaiveRow>) -> Bool {
    covers(left, all: right) && covers(right, all: left)
  }

  /// The rows that no other row of the set covers, in a stable order.
  package static func antichain(_ set: Set<NaiveRow>) -> [NaiveRow] {
    set.filter { row in !set.contains { $0 != row && covers($0, row) } }
      .sorted { $0.description < $1.description }
  }
}
