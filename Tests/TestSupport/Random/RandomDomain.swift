import FactStore
import PolicyEngine

/// The few values of each type that random programs use: few, so that joins meet.
enum RandomDomain {
  static let today = CalendarDate(year: 2026, month: 2, day: 1)!
  static let person = ValueType.entity("t.person")
  static let thing = ValueType.entity("t.thing")
  static let all: [ValueType] = [person, thing, .int, .text, .date, .bool, .normal(.email)]

  static func values(_ type: ValueType) -> [Value] {
    switch type {
    case person: ["p1", "p2", "p3"].map { .text($0) }
    case .entity: ["t1", "t2", "t3"].map { .text($0) }
    case .text: ["red", "Red", "blue", "a@x.example"].map { .text($0) }
    case .normal(.email): ["a@x.example", "b@x.example", "a@y.example"].map { .text($0) }
    case .normal: ["x.example", "y.example"].map { .text($0) }
    case .int, .time: [-1, 0, 1, 2].map { .int($0) }
    case .bool: [.bool(false), .bool(true)]
    case .date: [-31, -1, 0, 30].map { .date(CalendarDate(days: today.days + $0)) }
    }
  }

  static func columnName(_ type: ValueType) -> String {
    switch type {
    case person: "person"
    case .entity: "thing"
    case .text: "label"
    case .normal(.email): "email"
    case .normal: "host"
    case .int: "number"
    case .bool: "flag"
    case .date: "day"
    case .time: "at"
    }
  }

  static let span = Span(file: 0, start: 0, end: 0)

  static func name(_ text: String) -> Name { Name(text, span) }

  /// A constant as an author writes it: a negative number is a negation.
  static func expression(_ value: Value) -> Expression {
    switch value {
    case .int(let number) where number < 0: .negated(.constant(Constant(.int(-number), span)), span)
    default: .constant(constant(value))
    }
  }

  static func constant(_ value: Value) -> Constant {
    switch value {
    case .text(let text): Constant(.string(text), span)
    case .int(let number), .time(let number): Constant(.int(number), span)
    case .bool(let flag): Constant(.bool(flag), span)
    case .date(let date): Constant(.date(date), span)
    }
  }
}
