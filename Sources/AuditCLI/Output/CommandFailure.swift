import Foundation
import Localization

/// Why a command could not do what it was asked to, for the person who asked.
struct CommandFailure: Error {
  /// Lower case, user text in backticks; one line, whatever was typed.
  var message: Phrase
  /// Further lines, where there are several things to say.
  var details: [Phrase]
  /// What to do about it.
  var help: Phrase
  var exitCode: Int32

  /// Something could not be read, written or judged: 2.
  static func notJudged(_ message: Phrase, details: [Phrase] = [], help: Phrase = "") -> CommandFailure {
    CommandFailure(message: message, details: details, help: help, exitCode: 2)
  }

  /// The command line itself makes no sense: 64.
  static func usage(_ message: Phrase, details: [Phrase] = [], help: Phrase = "") -> CommandFailure {
    CommandFailure(message: message, details: details, help: help, exitCode: 64)
  }

  /// What was given is not what an earlier result was made of: 3.
  static func mismatch(_ message: Phrase, details: [Phrase], help: Phrase) -> CommandFailure {
    CommandFailure(message: message, details: details, help: help, exitCode: 3)
  }

  /// Diagnostics that were rendered already: shown as they are, without the name of the program before them.
  static func rendered(_ text: String) -> CommandFailure {
    CommandFailure(message: "", help: "", exitCode: 2, body: text)
  }

  /// Whoever read standard output has gone away, as `head` does: ends as any program in a pipe, without a word.
  static let lostReader = CommandFailure(message: "", help: "", exitCode: 128 + SIGPIPE)

  private var body = ""

  private init(message: Phrase, details: [Phrase] = [], help: Phrase, exitCode: Int32, body: String = "") {
    self.message = message
    self.details = details
    self.help = help
    self.exitCode = exitCode
    self.body = body
  }

  /// Says it on standard error, in the language of the reader.
  func report() {
    let say = ReaderLanguage.say
    var text = body
    if !message.isEmpty {
      let lines = ([message] + details).map { IdentityGate.line(say($0)) }
      text += "tilsyn: " + lines.joined(separator: "\n  ") + "\n"
    }
    let what = say(help)
    if !what.isEmpty { text += IdentityGate.line(say("help: \(what)")) + "\n" }
    StandardError.write(text)
  }
}
