/// What a JSON value is. A number is an integer when it is written as one and fits 64 bits with sign.
public enum JSONKind: UInt32, Sendable, Hashable {
  case null = 1
  case bool = 2
  case int = 3
  case double = 4
  case string = 5
  case array = 6
  case object = 7
}
