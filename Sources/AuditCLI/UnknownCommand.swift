import ArgumentParser
import Foundation
import ImportCore
import Localization

/// A word where a command belongs, and that is none: a slip, or exports given without a verb.
enum UnknownCommand {
  /// What to say of the first such word; `nil` where all words that choose a command are known.
  /// - Parameter root: the command that the words are given to.
  static func failure(_ words: [String], of root: any ParsableCommand.Type) -> CommandFailure? {
    var command = root
    var path = ["tilsyn"]
    for word in words {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      if let next = known.first(where: { $0.configuration.commandName == word }) {
        command = next
        path.append(word)
        continue
      }
      return .usage(
        "`\(word)` is no command",
        help: help(
          word, known.filter { $0.configuration.shouldDisplay }.compactMap { $0.configuration.commandName }, path))
    }
    return nil
  }

  /// The command that the words choose, as it is typed: `tilsyn policy list`.
  static func known(_ words: [String], of root: any ParsableCommand.Type) -> [String] {
    var command = root
    var path = ["tilsyn"]
    for word in words {
      guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else {
        break
      }
      command = next
      path.append(word)
    }
    return path
  }

  private static func help(_ word: String, _ known: [String], _ path: [String]) -> Phrase {
    let before = path.joined(separator: " ")
    if let meant = Suggestion.nearest(to: word, in: known) { return "did you mean `\(before + " " + meant)`?" }
    if path.count == 1, FileManager.default.fileExists(atPath: word) {
      return "did you mean `\("tilsyn audit " + ShellWords.quoted(word))`?"
    }
    return "`\(before) --help` lists the commands: \(known.joined(separator: ", "))"
  }
}
