/// What is wrong with a policy text, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  /// How much it weighs.
  public enum Severity: String, Sendable { case error, warning }
  /// Stable, used in docs and tests: `unknown-relation`.
  public var code: String
  package var severity: Severity
  /// Lower case, no full stop, user text in backticks.
  public var message: String
  package var span: Span
  /// What to do. Empty only where the message says it.
  public var help: String

  package init(code: String, severity: Severity = .error, message: String, span: Span, help: String) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
    self.help = help
  }
}
