/// The status of a decision (core specification, section 5.56 and B.8).
public struct Failure: Error, Hashable, Sendable {
  /// Status codes of the standard.
  public enum Code: String, Sendable, CaseIterable {
    case missingAttribute = "urn:oasis:names:tc:xacml:1.0:status:missing-attribute"
    case syntaxError = "urn:oasis:names:tc:xacml:1.0:status:syntax-error"
    /// Altinn's decision point says so of some decisions that it could not make.
    case success = "urn:oasis:names:tc:xacml:1.0:status:ok"
    case processingError = "urn:oasis:names:tc:xacml:1.0:status:processing-error"
  }
  /// What a decision says that came about without an error.
  package static let ok = "urn:oasis:names:tc:xacml:1.0:status:ok"

  package var code: Code
  package var message: String
  /// The attribute that was asked for, where one was missing.
  public var missing: AttributeKey?

  package init(_ code: Code, _ message: String, missing: AttributeKey? = nil) {
    self.code = code
    self.message = message
    self.missing = missing
  }

  static func processing(_ message: String) -> Failure { Failure(.processingError, message) }
}
