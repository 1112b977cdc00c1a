import AuditReports
import Foundation
import Importers

/// Where data goes.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// A sink that writes to standard output. A reader that has gone away ends the program, as in any pipe.
  /// - Parameter isMasked: whether identity numbers are replaced; not in an answer that must say what it was asked.
  static func sink(isMasked: Bool = true) -> ReportSink {
    ReportSink(masking: isMasked ? { NationalIdentity.masked($0) } : nil) { bytes in
      try FileDescriptor.write(bytes, to: STDOUT_FILENO, name: "standard output")
    }
  }

  /// Writes a line, without identity numbers; an answer that cannot be written is an error.
  static func say(_ line: String) throws { try write(line + "\n") }

  /// Writes a text, without identity numbers; an answer that cannot be written is an error.
  static func write(_ text: String) throws {
    try FileDescriptor.write(Array(NationalIdentity.masked(text).utf8), to: STDOUT_FILENO, name: "standard output")
  }

  /// Columns of the terminal, else of the variable `COLUMNS`, else 180: a log has no margin.
  static func width(_ environment: Environment) -> Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return environment.columns ?? 180
  }
}

/// Plain writing to an open file.
enum FileDescriptor {
  /// Gives the standard streams that were closed before the start a place of their own: else the first file that is opened
  /// takes their number, and is written to in their stead. Nothing can be read from it or written to it, but notices are lost.
  static func openStandardStreams() {
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)] {
      // The lowest free number is taken, and those below are open by then.
      if fcntl(descriptor, F_GETFD) == -1, errno == EBADF { _ = open("/dev/null", mode) }
    }
  }

  /// Writes all bytes, however many calls it takes.
  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          throw CommandFailure.notJudged("cannot write to `\(name)`: \(String(cString: strerror(errno)).lowercased())")
        }
        rest = rest.dropFirst(count)
      }
    }
  }
}
