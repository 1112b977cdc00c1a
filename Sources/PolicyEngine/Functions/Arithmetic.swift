import FactStore

/// The signs that two values are computed with.
public enum Arithmetic: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"

  /// The type of `left sign right`, or `nil` where the sign does not take them.
  func result(_ left: ValueType, _ right: ValueType) -> ValueType? {
    switch (left, self, right) {
    case (.int, _, .int): .int
    case (.date, .plus, .int), (.date, .minus, .int), (.int, .plus, .date): .date
    case (.date, .minus, .date): .int
    default: nil
    }
  }
}
