import FactStore
import Formats
import ImportCore

/// Values as Gravitee writes them, in whatever version.
enum GraviteeText {
  /// A label as facts have it: versions differ in case, and in `-` and `_`.
  static func label(_ text: String) -> String {
    TableInput.trim(text).uppercased().replacing("-", with: "_").replacing(" ", with: "_")
  }

  /// Whether an expression decides the value when an API is called.
  static func isExpression(_ text: String) -> Bool { text.contains("{#") || text.contains("${") }

  /// A day as milliseconds since 1970, as ISO 8601 or as the CSV writes it. By UTC where it is a number.
  static func day(_ text: String) -> CalendarDate? {
    let text = TableInput.trim(text)
    if let number = Int64(text) {
      // Seconds or microseconds would be a day long past or far away, and are refused by that.
      let days = number >= 0 ? number / 86_400_000 : -1
      guard days >= 0, days < 100_000 else { return nil }
      return CalendarDate(days: Int32(days))
    }
    guard let date = CalendarDate(text.prefix(10)), !date.isNoDate else { return nil }
    if let next = text.dropFirst(10).first, next != "T", next != " " { return nil }
    return date
  }

  /// The id of a thing: a uuid in small letters, anything else as it stands.
  static func id(_ text: String) -> String { NormalForm.uuid.read(text) ?? text }

  /// A text in capitals that nothing else is, for the roles of old versions: `API_OWNER` is `OWNER`.
  static func oldRole(_ id: String, scope: String) -> String? {
    guard id.hasPrefix(scope + "_") else { return nil }
    let name = String(id.dropFirst(scope.count + 1))
    return ["PRIMARY_OWNER", "OWNER", "USER", "REVIEWER"].contains(name) ? name : nil
  }
}
