import Localization

/// Why the analysis of a policy does not know all that it says.
public struct Unresolved: Hashable, Sendable {
  package var reason: Phrase
  /// Where it stands.
  public var place: Place
}
