import Formats

/// What is asked of a decision point. May ask several questions at once.
public struct Request: Sendable {
  var returnsPolicies: Bool
  /// Whether one decision stands for all.
  var combinesDecisions: Bool
  /// The attributes that are asked with, by category.
  public var groups: [AttributeGroup]
  /// Questions as lists of the groups that each is made of; empty where the groups themselves say it.
  public var references: [[String]]
  /// Why it cannot be answered, where that came to light while it was read.
  public var place: Place

  /// A request of these attributes.
  public init(
    groups: [AttributeGroup], returnsPolicies: Bool = false, combinesDecisions: Bool = false,
    references: [[String]] = [], place: Place = Place(file: "", line: 0)
  ) {
    self.groups = groups
    self.returnsPolicies = returnsPolicies
    self.combinesDecisions = combinesDecisions
    self.references = references
    self.place = place
  }
}

/// The attributes of one category: of the subject, the resource, the action, the environment, or another.
public struct AttributeGroup: Sendable {
  /// The category that they belong to.
  public var category: String
  /// What `references` call it.
  public var id: String?
  package var attributes: [RequestAttribute]
  /// The XML that selectors look into.
  var content: XPathContent?

  package init(category: String, id: String? = nil, attributes: [RequestAttribute]) {
    self.category = category
    self.id = id
    self.attributes = attributes
  }
}

/// An attribute of a request.
public struct RequestAttribute: Sendable {
  /// As policies write it.
  public var id: String
  package var issuer: String?
  /// Whether the response repeats it.
  var isReturned: Bool
  package var values: [Value]
  /// The values as they were written, which is how they are returned; empty where they were not read from a text.
  var written: [String] = []
  package init(id: String, issuer: String? = nil, isReturned: Bool = false, values: [Value]) {
    self.id = id
    self.issuer = issuer
    self.isReturned = isReturned
    self.values = values
  }
}

/// Names that the specification gives to categories and attributes.
public enum Names {
  /// The category of whoever asks.
  public static let subject = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject"
  /// The category of what is asked for.
  public static let resource = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource"
  package static let action = "urn:oasis:names:tc:xacml:3.0:attribute-category:action"
  package static let environment = "urn:oasis:names:tc:xacml:3.0:attribute-category:environment"
  package static let actionID = "urn:oasis:names:tc:xacml:1.0:action:action-id"
  package static let resourceID = "urn:oasis:names:tc:xacml:1.0:resource:resource-id"
  static let currentTime = "urn:oasis:names:tc:xacml:1.0:environment:current-time"
  static let currentDate = "urn:oasis:names:tc:xacml:1.0:environment:current-date"
  static let currentDateTime = "urn:oasis:names:tc:xacml:1.0:environment:current-dateTime"
  static let contentSelector = "urn:oasis:names:tc:xacml:3.0:content-selector"
  static let multipleContentSelector = "urn:oasis:names:tc:xacml:3.0:multiple:content-selector"
  static let scope = "urn:oasis:names:tc:xacml:2.0:resource:scope"
}

/// One question: each category once, its values found by key.
public struct Question: Sendable {
  /// The attributes that are asked with, by category.
  public let groups: [AttributeGroup]
  let values: [AttributeKey: [Value]]
  let contents: [ExactText: XPathContent]

  /// A question of these attributes. Linear in their values.
  public init(_ groups: [AttributeGroup]) {
    self.groups = groups
    var values: [AttributeKey: [Value]] = [:]
    var contents: [ExactText: XPathContent] = [:]
    for group in groups {
      if let content = group.content { contents[ExactText(group.category)] = content }
      for attribute in group.attributes {
        for value in attribute.values {
          var key = AttributeKey(category: group.category, id: attribute.id, type: value.type)
          values[key, default: []].append(value)
          guard let issuer = attribute.issuer else { continue }
          key.issuer = issuer
          values[key, default: []].append(value)
        }
      }
    }
    self.values = values
    self.contents = contents
  }
}

extension RequestAttribute {
  /// A value as it was written, if it was.
  func written(_ index: Int) -> String? { index < written.count ? written[index] : nil }
}
