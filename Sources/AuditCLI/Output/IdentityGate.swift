import AuditReports
import Importers

/// What goes out of the program: no identity number, also where one is written with characters that nobody sees.
enum IdentityGate {
  /// A text without identity numbers. Reports spell out what acts on its surroundings, and `0\u{200B}1…` shows every
  /// digit: where such a text holds a number without these, it is given without them.
  static func masked(_ text: String) -> String {
    let masked = NationalIdentity.masked(text)
    guard masked.utf8.count > 10, masked.utf8.contains(UInt8(ascii: "\\")), masked.contains(spelt) else {
      return masked
    }
    let plain = masked.replacing(spelt, with: "")
    return NationalIdentity.mayStand(in: plain) ? NationalIdentity.masked(plain) : masked
  }

  /// A text as one line that acts on nothing, without identity numbers.
  static func line(_ text: String) -> String { masked(InertText.line(NationalIdentity.masked(text))) }

  /// A scalar as ``InertText`` spells it.
  private static var spelt: Regex<Substring> { /\\u\{[0-9A-F]{1,6}\}/ }
}
