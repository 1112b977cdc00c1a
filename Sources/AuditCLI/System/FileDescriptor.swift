import Foundation

/// Plain use of an open file. Fails with what the system answered and says nothing to anybody.
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
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + done, bytes.count - done) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      done += count
    }
  }
}
