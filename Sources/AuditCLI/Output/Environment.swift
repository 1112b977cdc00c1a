import Formats
import Foundation
import Localization

/// The variables that stand in for flags: a flag wins over them, they win over a file.
struct Environment {
  private let variables: [String: String]

  init(_ variables: [String: String] = ProcessInfo.processInfo.environment) { self.variables = variables }

  /// `TILSYN_FAIL_ON` for `FAIL_ON`; an empty value counts as not set. What is no UTF-8 in it is carried as in
  /// ``RawArguments``.
  subscript(name: String) -> String? {
    let name = "TILSYN_\(name)"
    guard let value = variables[name], !value.isEmpty else { return nil }
    // A name of a file need be no text, and comes with U+FFFD in the place of such bytes.
    guard value.unicodeScalars.contains("\u{FFFD}"), let raw = getenv(name) else { return value }
    return FilePath(bytes: UnsafeRawBufferPointer(start: raw, count: strlen(raw))).text
  }

  /// A switch: set to anything but `0`, `false` or `no`.
  func isOn(_ name: String) -> Bool {
    self[name].map { !["0", "false", "no"].contains($0.lowercased()) } ?? false
  }

  /// See no-color.org: present and not empty.
  var forbidsColour: Bool {
    !(variables["NO_COLOR"] ?? "").isEmpty || variables["TERM"] == "dumb" || isOn("NO_COLOR")
  }

  var columns: Int? { variables["COLUMNS"].flatMap { Int($0) } }

  /// The language of the locale's messages; `nil` where it has none, or one into which nothing is translated.
  var language: Language? { locale(of: "LC_MESSAGES").flatMap { Language(tag: $0) } }

  /// The locale of a category: LC_ALL counts before the category's own variable, and that before LANG.
  private func locale(of category: String) -> String? {
    [variables["LC_ALL"], variables[category], variables["LANG"]].compactMap { $0 }.first { !$0.isEmpty }
  }

  /// Whether the terminal's character set can show more than ASCII.
  var usesASCII: Bool {
    guard let locale = locale(of: "LC_CTYPE") else { return false }
    return locale == "C" || locale == "POSIX"
  }
}
