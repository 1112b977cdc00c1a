import Foundation
import Importers

/// Where the program talks; standard output is for data only.
enum StandardError {
  /// Writes a text, without identity numbers: arguments and names of files are repeated in messages.
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(NationalIdentity.masked(text).utf8))
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
