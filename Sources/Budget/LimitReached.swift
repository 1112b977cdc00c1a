/// Something asks for more than a run may spend.
public struct LimitReached: Error, Hashable, Sendable {
  /// What there was more of.
  public var resource: Resource
  package var limit: Int

  package init(_ resource: Resource, limit: Int) {
    self.resource = resource
    self.limit = limit
  }

  /// "more than 20,000,000 nodes (limit `nodes`)"; said of a file or a policy, which stands before it.
  public var message: String { "more than \(Self.grouped(limit)) \(resource.noun) (limit `\(resource.rawValue)`)" }

  /// A number with its digits in groups of three: "20,000,000".
  public static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
