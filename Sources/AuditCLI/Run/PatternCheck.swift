import PolicyEngine

/// Asks the engine's own compiler whether a regular expression is one.
enum PatternCheck {
  /// What is wrong with it, or `nil`.
  static func error(_ pattern: String) -> String? {
    do {
      _ = try Pattern(pattern)
      return nil
    } catch {
      return error.message
    }
  }
}
