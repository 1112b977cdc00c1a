/// Why a regular expression is refused.
public struct PatternError: Error, Hashable, Sendable {
  /// What is wrong with it, as RE2 says it; holds the offending part of the pattern.
  public var message: String

  public init(message: String) { self.message = message }
}
