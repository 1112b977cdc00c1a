import Formats
import ImportCore
import XACML

/// How the parts of a policy are called in facts.
struct PolicyNaming {
  /// What a subject is told by, the most telling first.
  private static let subjects = [
    "urn:altinn:rolecode", "urn:altinn:accesspackage", "urn:altinn:external-role:ccr", "urn:altinn:external-role:cra",
    "urn:altinn:role", "urn:altinn:org", "urn:altinn:apiscope",
  ]
  /// Attributes that name one party.
  private static let parties: Set<String> = [
    "urn:altinn:userid", "urn:altinn:partyid", "urn:altinn:person:uuid", "urn:altinn:organization:uuid",
    "urn:altinn:systemuser:uuid", "urn:altinn:enterpriseuser:uuid", "urn:altinn:organization:identifier-no",
    "urn:altinn:organizationnumber", "urn:altinn:person:identifier-no",
  ]
  /// Attributes whose values are identity numbers of people, which are never kept.
  private static let withheld: Set<String> = [
    "urn:altinn:person:identifier-no", "urn:altinn:ssn", "urn:altinn:person:idporten-email",
  ]

  /// Attributes of which a request has one value at most: nobody acts on two resources at once, or in two steps.
  private static let single: Set<String> = [
    "urn:altinn:resource", "urn:altinn:org", "urn:altinn:app", "urn:altinn:task", "urn:altinn:end-event",
    "urn:altinn:resource:instance-id", "urn:altinn:instance-id", Names.actionID,
  ]
  private static let singleOfSubject: Set<String> = [
    "urn:altinn:userid", "urn:altinn:person:uuid", "urn:altinn:systemuser:uuid",
  ]

  /// Whether what asks for two values of the attribute asks for what no request has.
  static func isSingle(_ key: AttributeKey) -> Bool {
    (key.category == Names.subject ? singleOfSubject : single).contains(key.id)
  }

  /// Numbers of withheld values, by their order in the policy.
  private var numbers: [ExactText: Int] = [:]

  /// A value as facts have it.
  mutating func value(_ requirement: Requirement) -> String {
    // A resource or action that is compared without its case is one in whatever case it is written.
    let isFixed = requirement.key.category != Names.subject
    let text = (isFixed ? requirement.text : requirement.value.text).trimmingSpaces
    guard Self.withheld.contains(requirement.key.id) else { return text }
    let number = numbers[ExactText(text)] ?? numbers.count + 1
    numbers[ExactText(text)] = number
    return "withheld #\(number)"
  }

  static func isParty(_ requirement: Requirement) -> Bool {
    requirement.key.category == Names.subject && parties.contains(requirement.key.id)
  }

  static func isInstance(_ requirement: Requirement) -> Bool {
    requirement.key.category == Names.resource && requirement.key.id.hasSuffix("instance-id")
  }

  static func sorted(_ set: Set<Requirement>) -> [Requirement] {
    set.map { (order: (ExactText($0.key.id), ExactText($0.value.text)), requirement: $0) }.sorted {
      $0.order < $1.order
    }
    .map(\.requirement)
  }

  /// A resource as facts name it.
  struct Resource {
    /// `ORG/APP`, or the id in the registry.
    var name: String
    /// Which part of it, `task=Task_1`; empty for the whole.
    var part: String
    /// The parts that this one lies within, with itself and the whole left out: a right to one of them is one to this.
    var wider: [String] = []
  }

  /// The resource that requirements name, and the part of it.
  mutating func resource(_ requirements: [Requirement]) -> Resource {
    var rest: [String] = []
    var found: [String: String] = [:]
    for requirement in requirements {
      let id = requirement.key.id
      if ["urn:altinn:resource", "urn:altinn:org", "urn:altinn:app"].contains(id), found[id] == nil {
        found[id] = value(requirement)
      } else {
        rest.append("\(Self.short(id))=\(value(requirement))")
      }
    }
    let name: String
    switch (found["urn:altinn:resource"], found["urn:altinn:org"], found["urn:altinn:app"]) {
    case (let resource?, _, _): name = Self.app(ofRegistry: resource) ?? resource
    case (nil, let org?, let app?): name = "\(org)/\(app)"
    case (nil, let org?, nil): name = "\(org)/*"
    case (nil, nil, let app?): name = "*/\(app)"
    case (nil, nil, nil):
      // Another vocabulary: all of it names the resource.
      return Resource(name: rest.isEmpty ? "*" : rest.sorted().joined(separator: "; "), part: "")
    }
    rest.sort()
    return Resource(name: name, part: rest.joined(separator: "; "), wider: Self.within(rest))
  }

  /// Every choice of some of the requirements, but of none and of all; of very many only each by itself.
  private static func within(_ rest: [String]) -> [String] {
    guard rest.count > 1 else { return [] }
    guard rest.count <= 5 else { return rest }
    return (1..<(1 << rest.count) - 1).map { choice in
      rest.indices.filter { choice & (1 << $0) != 0 }.map { rest[$0] }.joined(separator: "; ")
    }
  }

  /// The registry names the app `nvk/soknad` `app_nvk_soknad`. Codes of owners have no underscore.
  private static func app(ofRegistry id: String) -> String? {
    let parts = id.split(separator: "_", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].lowercased() == "app", !parts[1].isEmpty, !parts[2].isEmpty else { return nil }
    return "\(parts[1])/\(parts[2])"
  }

  /// What of a subject counts most, and what else must be so.
  mutating func subject(_ requirements: [Requirement]) -> Subject {
    let ranked = requirements.sorted { rank($0) < rank($1) }
    guard let first = ranked.first else { return Subject(attribute: "*", value: "*", others: []) }
    var subject = Subject(attribute: first.key.id, value: value(first), others: [])
    for other in ranked.dropFirst() { subject.others.append((other.key.id, value(other))) }
    return subject
  }

  /// Who is let in: all of it must be so together.
  struct Subject {
    var attribute: String
    var value: String
    var others: [(attribute: String, value: String)]
    /// The others as one text.
    var also: String { others.map { "\($0.attribute)=\($0.value)" }.sorted().joined(separator: "; ") }
  }

  private func rank(_ requirement: Requirement) -> (Int, ExactText, ExactText) {
    let isSubject = requirement.key.category == Names.subject
    let place = Self.subjects.firstIndex(of: requirement.key.id) ?? Self.subjects.count
    return (isSubject ? place : 100, ExactText(requirement.key.id), ExactText(requirement.value.text))
  }

  /// `urn:altinn:task` as `task`.
  private static func short(_ id: String) -> String {
    id.hasPrefix("urn:altinn:") ? String(id.dropFirst("urn:altinn:".count)) : id
  }

  static func category(_ requirement: Requirement) -> String {
    switch requirement.key.category {
    case Names.subject: "subject"
    case Names.resource: "resource"
    case Names.action: "action"
    default: "other"
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    // Most values have none, and there are many.
    guard let first, let last, first.isWhitespace || last.isWhitespace else { return self }
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
