import Formats

/// What names the values of an attribute in a request. Two keys are one only where their identifiers have the same bytes.
public struct AttributeKey: Hashable, Sendable {
  /// The category that it belongs to: subject, resource, action or another.
  public var category: String
  /// As policies and requests write it.
  public var id: String
  /// What its values are.
  public var type: DataType
  /// Only values of this issuer; of any where it is `nil`.
  package var issuer: String?
  package init(category: String, id: String, type: DataType, issuer: String? = nil) {
    self.category = category
    self.id = id
    self.type = type
    self.issuer = issuer
  }

  /// Whether both name the same attribute, of whatever type and issuer.
  func names(_ other: AttributeKey) -> Bool { id.isExactly(other.id) && category.isExactly(other.category) }

  /// Whether both are equal, as their type compares.
  public static func == (left: AttributeKey, right: AttributeKey) -> Bool {
    left.names(right) && left.type == right.type && left.issuer.isExactly(right.issuer)
  }

  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytesOf: id)
    hasher.combine(bytesOf: category)
    hasher.combine(type)
    hasher.combine(bytesOf: issuer ?? "")
  }
}
