import Foundation
import Localization

/// What the operating system answered, by its number. The words of a person are made where one is spoken to.
struct SystemError: Error, Equatable {
  let code: Int32

  /// The error of the call that was made last.
  static var last: SystemError { SystemError(code: errno) }

  /// `no space left on device`. What hardly anybody meets is said as the system says it.
  var reason: Phrase {
    switch code {
    case ENOENT: "no such file or directory"
    case ENOTDIR: "not a directory"
    case EACCES: "permission denied"
    case EPERM: "operation not permitted"
    case EROFS: "read-only file system"
    case ENOSPC: "no space left on device"
    case EFBIG: "file too large"
    case ENAMETOOLONG: "file name too long"
    case EPIPE: "broken pipe"
    default: "\(String(cString: strerror(code)).lowercased())"
    }
  }
}
