import PolicyEngine

/// What makes an audit fail a build, as asked for on the command line.
package struct GateOptions: Sendable {
  /// The least severity that fails; `nil` for `never`.
  package var failOn: Severity?
  /// Whether what could not be verified fails as a violation does.
  package var isUnverifiedAllowed: Bool
  /// Judge what there is although something could not be read.
  package var isIncompleteAllowed: Bool
  /// Only what an earlier result lacks fails, and what it judged and this one does not.
  package var isNewOnly: Bool

  package init(
    failOn: Severity? = .high, isUnverifiedAllowed: Bool = false, isIncompleteAllowed: Bool = false,
    isNewOnly: Bool = false
  ) {
    self.failOn = failOn
    self.isUnverifiedAllowed = isUnverifiedAllowed
    self.isIncompleteAllowed = isIncompleteAllowed
    self.isNewOnly = isNewOnly
  }
}
