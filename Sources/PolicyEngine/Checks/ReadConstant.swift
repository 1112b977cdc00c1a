import FactStore

/// Reads constants as values of a type, in the normal form that loaded values have.
public enum ReadConstant {
  /// The value of a constant as `type`, or `nil` where it is none. `today` stands for the constant `today`.
  public static func value(_ constant: Constant.Value, as type: ValueType, today: CalendarDate) -> Value? {
    switch (constant, type) {
    case (.string(let text), .text), (.string(let text), .entity): .text(text)
    case (.string(let text), .normal(let form)): form.normalise(text).map { .text($0) }
    case (.string(let text), .time): seconds(text).map { .time($0) }
    case (.int(let number), .int), (.days(let number), .int): .int(number)
    case (.bool(let flag), .bool): .bool(flag)
    case (.date(let date), .date): .date(date)
    case (.today, .date): .date(today)
    default: nil
    }
  }

  /// The code of a constant that the checker has found to be a value of `type`.
  public static func code(
    _ constant: Constant.Value, as type: ValueType, today: CalendarDate, symbols: SymbolTable
  ) -> UInt32 {
    guard let value = value(constant, as: type, today: today) else {
      preconditionFailure("\(text(constant)) is no value of \(type.name), and passed the checks")
    }
    return symbols.encode(value)
  }

  /// The value of a text given outside the language (`tilsyn.yaml`, a flag), or `nil` where it is none.
  public static func value(text: String, as type: ValueType) -> Value? {
    switch type {
    case .text, .entity: .text(text)
    case .normal(let form): form.normalise(text).map { .text($0) }
    case .int: Int64(text).map { .int($0) }
    case .bool: Bool(text).map { .bool($0) }
    case .date: CalendarDate(text).map { .date($0) }
    case .time: seconds(text).map { .time($0) }
    }
  }

  /// Reads `yyyy-MM-ddTHH:mm:ssZ` as seconds since 1970, and nothing else.
  static func seconds(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let date = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    func pair(_ at: Int, below limit: Int64) -> Int64? {
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      guard digits.contains(bytes[at]), digits.contains(bytes[at + 1]) else { return nil }
      let value = Int64(bytes[at] - digits.lowerBound) * 10 + Int64(bytes[at + 1] - digits.lowerBound)
      return value < limit ? value : nil
    }
    guard let hour = pair(11, below: 24), let minute = pair(14, below: 60), let second = pair(17, below: 60) else {
      return nil
    }
    return Int64(date.days) * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// How a constant of the type is written, for `help:`.
  static func form(of type: ValueType) -> String {
    switch type {
    case .text: "a text in quotes, `\"Name\"`"
    case .int: "a whole number, `3`"
    case .bool: "`true` or `false`"
    case .date: "a day, `2026-01-31`, or `today`"
    case .time: "a time in quotes, `\"2026-01-31T12:00:00Z\"`"
    case .entity(let name): "an identity of `\(name)` in quotes"
    case .normal(.email): "an address in quotes, `\"name@example.org\"`"
    case .normal(.domain): "a domain in quotes, `\"example.org\"`"
    case .normal(.uuid): "a uuid in quotes, 36 characters"
    case .normal(.orgnr): "an organisation number in quotes, nine digits"
    case .normal(.cvr): "a CVR number in quotes, eight digits"
    }
  }

  /// How a value of the type is given outside the language, for `help:`.
  package static func plainForm(of type: ValueType) -> String {
    switch type {
    case .text: "a text"
    case .int: "a whole number, `3`"
    case .bool: "`true` or `false`"
    case .date: "a day, `2026-01-31`"
    case .time: "a time, `2026-01-31T12:00:00Z`"
    case .entity(let name): "an identity of `\(name)`"
    case .normal(.email): "an address, `name@example.org`"
    case .normal(.domain): "a domain, `example.org`"
    case .normal(.uuid): "a uuid, 36 characters"
    case .normal(.orgnr): "an organisation number, nine digits"
    case .normal(.cvr): "a CVR number, eight digits"
    }
  }

  /// A constant as written, for messages.
  static func text(_ constant: Constant.Value) -> String {
    switch constant {
    case .string(let text): "\"\(text)\""
    case .int(let number): String(number)
    case .days(let number): "\(number) days"
    case .bool(let flag): String(flag)
    case .date(let date): date.description
    case .today: "today"
    }
  }
}
