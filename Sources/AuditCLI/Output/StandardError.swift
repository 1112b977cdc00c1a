import Foundation

/// Where the program talks; standard output is for data only.
enum StandardError {
  /// Writes a text, without identity numbers: arguments and names of files are repeated in messages. A notice that cannot
  /// be written is lost; what the program found, and its exit code, stay what they are.
  static func write(_ text: String) {
    try? FileDescriptor.write(Array(IdentityGate.masked(text).utf8), to: STDERR_FILENO)
  }

  /// Writes one line, made harmless: whatever was typed or stands in a file, it stays one line and acts on nothing.
  static func say(_ line: String) { write(IdentityGate.line(line) + "\n") }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
