import AuditReports
import ImportCore
import Importers

/// What the parser of the command line says of an error. It repeats arguments as they were typed.
enum UsageText {
  /// The text made harmless line by line; an argument stays within its line.
  static func inert(_ message: String, arguments: [String]) -> String {
    var message = NationalIdentity.masked(message)
    for argument in arguments.dropFirst() {
      // Of `--name=value` either half may be repeated.
      let halves = argument.split(separator: "=", maxSplits: 1).map(String.init)
      for text in [argument] + halves.reversed() where text.utf8.contains(UInt8(ascii: "\n")) {
        message = message.replacing(NationalIdentity.masked(text), with: IdentityGate.line(text))
      }
    }
    return message.split(separator: "\n", omittingEmptySubsequences: false).map { InertText.line(String($0)) }
      .joined(separator: "\n")
  }
}
