import Formats

/// What is asked of a decision point. May ask several questions at once.
public struct Request: Sendable {
  public var returnsPolicies: Bool
  /// Whether one decision stands for all.
  public var combinesDecisions: Bool
  public var groups: [AttributeGroup]
  /// Questions as lists of the groups that each is made of; empty where the groups themselves say it.
  public var references: [[String]]
  /// Why it cannot be answered, where that came to light while it was read.
  public var place: Place

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
  public var category: String
  /// What `references` call it.
  public var id: String?
  public var attributes: [RequestAttribute]
  /// The XML that selectors look into.
  var content: XPathContent?

  public init(category: String, id: String? = nil, attributes: [RequestAttribute]) {
    self.category = category
    self.id = id
    self.attributes = attributes
  }
}

public struct RequestAttribute: Sendable {
  public var id: String
  public var issuer: String?
  /// Whether the response repeats it.
  public var isReturned: Bool
  public var values: [Value]
  /// The values as they were written, which is how they are returned; empty where they were not read from a text.
  var written: [String] = []
  public init(id: String, issuer: String? = nil, isReturned: Bool = false, values: [Value]) {
    self.id = id
    self.issuer = issuer
    self.isReturned = isReturned
    self.values = values
  }
}

/// Names that the specification gives to categories and attributes.
public enum Names {
  public static let subject = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject"
  public static let resource = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource"
  public static let action = "urn:oasis:names:tc:xacml:3.0:attribute-category:action"
  public static let environment = "urn:oasis:names:tc:xacml:3.0:attribute-category:environment"
  public static let actionID = "urn:oasis:names:tc:xacml:1.0:action:action-id"
  public static let resourceID = "urn:oasis:names:tc:xacml:1.0:resource:resource-id"
  static let currentTime = "urn:oasis:names:tc:xacml:1.0:environment:current-time"
  static let currentDate = "urn:oasis:names:tc:xacml:1.0:environment:current-date"
  static let currentDateTime = "urn:oasis:names:tc:xacml:1.0:environment:current-dateTime"
  static let contentSelector = "urn:oasis:names:tc:xacml:3.0:content-selector"
  static let multipleContentSelector = "urn:oasis:names:tc:xacml:3.0:multiple:content-selector"
  static let scope = "urn:oasis:names:tc:xacml:2.0:resource:scope"
}

/// One question: each category once, its values found by key.
public struct Question: Sendable {
  public let groups: [AttributeGroup]
  let values: [AttributeKey: [Value]]
  let contents: [ExactText: XPathContent]

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
