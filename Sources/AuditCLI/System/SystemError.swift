import Foundation

/// What the operating system answered, by its number. The words of a person are made where one is spoken to.
struct SystemError: Error, Equatable {
  let code: Int32

  /// The error of the call that was made last.
  static var last: SystemError { SystemError(code: errno) }

  /// `no space left on device`
  var reason: String { String(cString: strerror(code)).lowercased() }
}
