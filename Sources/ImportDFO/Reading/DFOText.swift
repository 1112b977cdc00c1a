import FactStore
import ImportCore
import Localization

/// Values as DFØ writes them, in whatever form: a number also as text with zeros before it, a day also with a time behind it.
enum DFOText {
  /// A number of an employee, position or unit, which is a whole number of at most eight digits: without the zeros before it.
  /// Empty for none (`00000000`); `nil` for anything else.
  static func number(_ text: String) -> String? {
    let text = TableInput.trim(text)
    guard !text.isEmpty, text.utf8.count <= longest, text.utf8.allSatisfy(isDigit) else { return nil }
    let number = text.drop { $0 == "0" }
    return number.utf8.count <= 8 ? String(number) : nil
  }

  private static let longest = 12

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// What a text says of a day.
  enum Day: Equatable {
    case day(CalendarDate)
    /// 9999-01-01 and later: there is no end.
    case endless
    case wrong
  }

  /// A day as `yyyy-MM-dd`, also with a time behind it, which says nothing.
  static func day(_ text: String) -> Day {
    let text = TableInput.trim(text)
    guard let date = CalendarDate(text.prefix(10)), !date.isNoDate else { return .wrong }
    if let next = text.dropFirst(10).first, next != "T", next != " " { return .wrong }
    return judged(date)
  }

  /// A day as `yyyyMMdd`.
  static func packedDay(_ text: String) -> Day {
    guard text.utf8.count == 8, text.utf8.allSatisfy(isDigit), let number = Int(text),
      let date = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100), !date.isNoDate
    else { return .wrong }
    return judged(date)
  }

  private static func judged(_ date: CalendarDate) -> Day {
    if date >= endless { return .endless }
    return date.isEndless ? .wrong : .day(date)
  }

  private static let endless = CalendarDate(year: 9999, month: 1, day: 1)!

  /// A group of employees: the first word of what the record says, without the zeros before it. The specification lists them
  /// as `1 (Fast ansatt)`, data have `1`, `01` or a number.
  static func group(_ text: String) -> String? {
    let word = TableInput.trim(text).prefix { !$0.isWhitespace && $0 != "(" }
    guard !word.isEmpty, word.utf8.count <= 4,
      word.unicodeScalars.allSatisfy({ $0.isASCII && ($0.properties.isAlphabetic || isDigit(UInt8($0.value))) })
    else { return nil }
    let code = word.drop { $0 == "0" }
    return code.isEmpty ? "0" : String(code)
  }

  /// The firm in front of a user name of DFØ: four digits.
  static func firm(_ user: String) -> String? {
    guard user.utf8.count > 4, user.utf8.count <= 20, user.utf8.prefix(4).allSatisfy(isDigit) else { return nil }
    return String(user.prefix(4))
  }

  /// What a field for a national identity number holds.
  enum Identity: Equatable {
    case token(String)
    /// A number that stands in for one: a day of birth and 00100 or 00200, zeros, or too few digits.
    case placeholder
    case wrong
  }

  static func identity(_ text: String) -> Identity {
    let text = TableInput.trim(text)
    let digits = text.utf8.filter(isDigit)
    let isPlain = text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: " ") }
    if isPlain, digits.count < 10 || digits.allSatisfy({ $0 == UInt8(ascii: "0") }) { return .placeholder }
    let tail = String(decoding: digits.suffix(5), as: UTF8.self)
    if isPlain, tail == "00100" || tail == "00200" { return .placeholder }
    guard NationalIdentity.mayBeID(ofPerson: text), let token = NationalIdentity.token(inColumn: text) else {
      return .wrong
    }
    return .token(token)
  }

  /// The position of somebody who is employed no more.
  static let placeholderPosition = "99999999"
}
