/// What names the values of an attribute in a request.
public struct AttributeKey: Hashable, Sendable {
  public var category: String
  public var id: String
  public var type: DataType
  /// Only values of this issuer; of any where it is `nil`.
  public var issuer: String?
  public init(category: String, id: String, type: DataType, issuer: String? = nil) {
    self.category = category
    self.id = id
    self.type = type
    self.issuer = issuer
  }
}
