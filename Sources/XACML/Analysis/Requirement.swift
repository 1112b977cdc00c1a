import Budget
import Formats

/// One thing that a policy asks of a request: that an attribute has a value.
public struct Requirement: Hashable, Sendable {
  /// The attribute that must be there.
  public var key: AttributeKey
  /// The value that it must have.
  public var value: Value
  /// Whether letters count without their case.
  package var ignoresCase: Bool

  /// Whether a request that meets the other requirement, and no more, meets this one.
  func isMet(by other: Requirement) -> Bool {
    guard key.names(other.key), key.type == other.key.type,
      key.issuer == nil || key.issuer.isExactly(other.key.issuer)
    else { return false }
    if value == other.value { return true }
    return ignoresCase && value.text.lowercased().isExactly(other.value.text.lowercased())
  }

  /// The value as facts name it: without its case where that does not count.
  public var text: String { ignoresCase ? value.text.lowercased() : value.text }
}

extension Set<Requirement> {
  /// Whether no request meets all of them.
  /// - Parameter isSingle: whether a request has one value of an attribute at most, so that two cannot both be met.
  func contradictsItself(_ isSingle: (AttributeKey) -> Bool, work: Work) throws(LimitReached) -> Bool {
    try work.spend(count * count, on: .steps)
    return contains { one in
      isSingle(one.key)
        && contains { other in
          other.key.names(one.key) && !one.isMet(by: other) && !other.isMet(by: one)
        }
    }
  }
}
