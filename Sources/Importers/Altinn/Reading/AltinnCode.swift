import FactStore

/// Codes of packages and roles, which Altinn tells apart by their letters and not by the case of them.
enum AltinnCode {
  /// The code of a package: the urn without its prefix, or the code itself, in lower case. `nil` for what is no code: text
  /// with invisible characters, or a urn of another kind, might be any package.
  static func package(_ text: String) -> String? { code(text, after: ["urn:altinn:accesspackage:"]) }

  /// The code of a role, `daglig-leder` or `dagl`, in lower case.
  static func role(_ text: String) -> String? {
    code(
      text,
      after: [
        "urn:altinn:external-role:ccr:", "urn:altinn:external-role:cra:", "urn:altinn:rolecode:", "urn:altinn:role:",
      ])
  }

  private static func code(_ text: String, after prefixes: [String]) -> String? {
    var code = text.lowercased()
    if let prefix = prefixes.first(where: code.hasPrefix) { code.removeFirst(prefix.count) }
    // Letters beyond ASCII: codes of the register have æ, ø and å.
    let isCode = code.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.".unicodeScalars.contains(scalar)
    }
    return isCode && !code.isEmpty ? code : nil
  }

  /// The day of a date or of a point in time; `nil` for what is none, and for what programs write where there is none.
  static func day(_ text: String) -> CalendarDate? {
    if text.hasPrefix("0001-01-01") || text.hasPrefix("1900-01-01") { return nil }
    return CalendarDate(String(text.prefix(10)))
  }

  /// The last day on which something of `day` is no more than two years ago, by the calendar.
  static func lastDayWithinTwoYears(of day: CalendarDate) -> CalendarDate {
    let (year, month, number) = CalendarDate(days: day.days + 1).components
    // A day that the later year does not have is the first of March there.
    let then =
      CalendarDate(year: year + 2, month: month, day: number) ?? CalendarDate(year: year + 2, month: 3, day: 1)
    return then.map { CalendarDate(days: $0.days - 1) } ?? day
  }
}
