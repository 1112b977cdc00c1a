import AuditReports
import Foundation

/// Where data goes.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// A sink that writes to standard output. A reader that has gone away ends the program, as in any pipe.
  /// - Parameter isMasked: whether identity numbers are replaced; not in an answer that must say what it was asked.
  static func sink(isMasked: Bool = true) -> ReportSink {
    isMasked ? ReportSink(masking: { IdentityGate.masked($0) }) { try put($0) } : ReportSink { try put($0) }
  }

  /// Writes one line that acts on nothing, without identity numbers; an answer that cannot be written is an error.
  static func say(_ line: String) throws { try write(IdentityGate.line(line) + "\n") }

  /// Writes a text, without identity numbers; an answer that cannot be written is an error.
  static func write(_ text: String) throws { try put(Array(IdentityGate.masked(text).utf8)) }

  private static func put(_ bytes: [UInt8]) throws(CommandFailure) {
    do throws(SystemError) {
      try FileDescriptor.write(bytes, to: STDOUT_FILENO)
    } catch {
      if error.code == EPIPE, Interruption.endsWithReader { throw .lostReader }
      throw .notJudged("cannot write to `standard output`: \(error.reason)")
    }
  }

  /// Columns of the terminal, else of the variable `COLUMNS`, else 180: a log has no margin.
  static func width(_ environment: Environment) -> Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return environment.columns ?? 180
  }
}
