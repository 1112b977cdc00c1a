import Budget
import Formats
import Foundation

/// The words of the command line. A word need be no text, since a name of a file need be none: what is no UTF-8 in it is carried
/// as ``FilePath/text`` does, and `FilePath` gives the bytes back.
enum RawArguments {
  /// How many words are taken. Time to parse them grows with their square: 3 s for so many.
  static let most = 10_000

  /// All but the name of the program, unless there are too many.
  static func checkedWords() throws(CommandFailure) -> [String] {
    guard CommandLine.argc <= most + 1 else {
      throw .usage(
        "the command line has more than \(LimitReached.grouped(most)) words",
        help: "give the folder that holds the files, and say in `tilsyn.yaml` under `sources` what they are")
    }
    return words
  }

  /// All but the name of the program.
  static var words: [String] {
    (0..<Int(CommandLine.argc)).dropFirst().compactMap { CommandLine.unsafeArgv[$0] }.map { word in
      var bytes: [UInt8] = []
      var at = 0
      while word[at] != 0 {
        bytes.append(UInt8(bitPattern: word[at]))
        at += 1
      }
      return FilePath(bytes: bytes).text
    }
  }
}
