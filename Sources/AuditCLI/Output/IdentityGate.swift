import AuditReports
import ImportCore
import Importers

/// What goes out of the program: no identity number, also where one is written with characters that nobody sees or that are
/// spelt out.
enum IdentityGate {
  /// A text without identity numbers. Reports spell out what acts on its surroundings, and `0\u{200B}1…` shows every digit:
  /// ``NationalIdentity`` reads such signs as what they stand for.
  static func masked(_ text: String) -> String { NationalIdentity.masked(text) }

  /// A text as one line that acts on nothing, without identity numbers.
  static func line(_ text: String) -> String { masked(InertText.line(masked(text))) }
}
