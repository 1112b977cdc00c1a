/// Why the analysis of a policy does not know all that it says.
public struct Unresolved: Hashable, Sendable {
  public var reason: String
  public var place: Place
}
