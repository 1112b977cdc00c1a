/// Why a document is no policy, request or response that can be used.
public struct DocumentProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it stands.
  public var place: Place
  package var message: String
  package init(_ message: String, at place: Place) {
    self.message = message
    self.place = place
  }
  /// `policy.xml:12: …`
  public var description: String { "\(place.file):\(place.line): \(message)" }
}
