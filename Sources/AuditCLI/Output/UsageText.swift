import ArgumentParser
import AuditReports
import ImportCore
import Importers
import Localization

/// What the parser of the command line says of an error, in the form of all other errors. It repeats arguments as they were
/// typed.
enum UsageText {
  /// What stands between a message of our own and what to do about it.
  static let helpMark = "\nhelp: "

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

  /// The failure behind a message.
  /// - Parameters:
  ///   - message: one of ours, or `Missing expected argument '<path>'`; inert.
  ///   - command: the command that was called, `tilsyn audit`.
  static func failure(_ message: String, of command: String) -> CommandFailure {
    if let mark = message.firstRange(of: helpMark) {
      return .usage(
        "\(String(message[..<mark.lowerBound]))", help: "\(String(message[mark.upperBound...]))")
    }
    // The parser says where a slip is, and sometimes in a second sentence what to write.
    if let end = message.firstRange(of: ". Please provide ") {
      let values = inOurWords(message[end.upperBound...])
      return .usage(ParserMessage(inOurWords(message[..<end.lowerBound])).phrase, help: ParserMessage.provide(values))
    }
    if let end = message.firstRange(of: ". Did you mean ") {
      let meant = message[end.upperBound...].filter { $0 != "'" && $0 != "?" }
      return .usage(
        ParserMessage(inOurWords(message[..<end.lowerBound])).phrase, help: "did you mean `\(String(meant))`?")
    }
    let lines = inOurWords(message[...]).split(separator: "\n").map(String.init)
    return .usage(
      lines.first.map { ParserMessage($0).phrase } ?? "the command line cannot be read",
      details: lines.dropFirst().map { "\($0)" }, help: "`\(command) --help` says what it takes")
  }

  /// Lower case, no full stop, what was written in backticks.
  private static func inOurWords(_ text: Substring) -> String {
    var text = String(text).replacing(#/'([^'`\n]*)'/#) { "`\($0.1)`" }
    while text.hasSuffix(".") { text.removeLast() }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

extension ValidationError {
  /// A wrong command line that a group of options finds: shown as a ``CommandFailure`` of usage is. Each is one line, whatever
  /// was typed.
  init(_ message: Phrase, help: Phrase) {
    self.init(
      "\(IdentityGate.line(String(said: message)))\(UsageText.helpMark)\(IdentityGate.line(String(said: help)))")
  }

  /// One that says itself what to do.
  init(said message: Phrase) { self.init(String(said: message)) }
}
