import Formats
import Foundation

/// The words of the command line. A word need be no text, since a name of a file need be none: what is no UTF-8 in it is carried
/// as ``FilePath/text`` does, and `FilePath` gives the bytes back.
enum RawArguments {
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
