internal import CRE2

/// Why a regular expression is refused.
public struct PatternError: Error, Hashable, Sendable {
  /// What is wrong with it, as RE2 says it; holds the offending part of the pattern.
  public var message: String

  package init(message: String) { self.message = message }
}

/// A regular expression of the policy language, in RE2 syntax.
///
/// A text matches when some part of it does; `^` and `$` tie the pattern to the start and the end of the whole text.
/// Matching takes time linear in the text. Upper and lower case differ unless the pattern starts with `(?i)`.
///
/// Safe to send: an RE2 expression does not change after it was compiled, and may be used by several threads at once.
public final class Pattern: @unchecked Sendable {
  /// Bytes of a pattern.
  public static let maximalLength = 4096
  /// Bytes that the compiled pattern and its tables may take.
  static let maximalMemory: Int64 = 8 * 1024 * 1024

  private let expression: OpaquePointer

  /// Compiles a pattern.
  public init(_ pattern: String) throws(PatternError) {
    let text = Array(pattern.utf8)
    guard text.count <= Pattern.maximalLength else {
      throw PatternError(message: "the pattern is longer than \(Pattern.maximalLength) bytes")
    }
    // Safe: this object owns the pattern.
    guard let expression = cre2_create(text, text.count, Pattern.maximalMemory) else {
      throw PatternError(message: "there is not enough memory for the pattern")
    }
    if let reason = cre2_error(expression) {
      let message = String(cString: reason)
      cre2_destroy(expression)
      throw PatternError(message: message)
    }
    self.expression = expression
  }

  /// What is wrong with a pattern, or `nil`.
  static func error(in pattern: String) -> String? {
    do throws(PatternError) {
      _ = try Pattern(pattern)
      return nil
    } catch {
      return error.message
    }
  }

  deinit { cre2_destroy(expression) }

  /// Whether a UTF-8 text has another one as a part.
  static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    cre2_contains(text.baseAddress, text.count, part.baseAddress, part.count) != 0
  }

  /// True if some part of a UTF-8 text matches.
  public func matches(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    cre2_matches(expression, utf8.baseAddress, utf8.count) != 0
  }
}
