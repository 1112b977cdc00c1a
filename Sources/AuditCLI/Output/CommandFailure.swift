import AuditReports
import Foundation

/// Why a command could not do what it was asked to, for the person who asked.
struct CommandFailure: Error {
  /// Lower case, user text in backticks; several lines where there are several things to say.
  var message: String
  /// What to do about it.
  var help: String
  var exitCode: Int32

  /// Something could not be read, written or judged: 2.
  static func notJudged(_ message: String, help: String = "") -> CommandFailure {
    CommandFailure(message: message, help: help, exitCode: 2)
  }

  /// The command line itself makes no sense: 64.
  static func usage(_ message: String, help: String = "") -> CommandFailure {
    CommandFailure(message: message, help: help, exitCode: 64)
  }

  /// What was given is not what an earlier result was made of: 3.
  static func mismatch(_ message: String, help: String) -> CommandFailure {
    CommandFailure(message: message, help: help, exitCode: 3)
  }

  /// Diagnostics that were rendered already: shown as they are, without the name of the program before them.
  static func rendered(_ text: String) -> CommandFailure {
    CommandFailure(message: "", help: "", exitCode: 2, body: text)
  }

  private var body = ""

  private init(message: String, help: String, exitCode: Int32, body: String = "") {
    self.message = message
    self.help = help
    self.exitCode = exitCode
    self.body = body
  }

  /// Says it on standard error.
  func report() {
    var text = body
    if !message.isEmpty {
      let lines = message.split(separator: "\n").map { InertText.line(String($0)) }
      text += "tilsyn: " + lines.joined(separator: "\n  ") + "\n"
    }
    if !help.isEmpty { text += "help: \(InertText.line(help))\n" }
    StandardError.write(text)
  }
}
