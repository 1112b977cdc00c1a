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

  /// Numbers of withheld values, by their order in the policy.
  private var numbers: [String: Int] = [:]

  /// A value as facts have it.
  mutating func value(_ requirement: Requirement) -> String {
    let text = requirement.value.text.trimmingSpaces
    guard Self.withheld.contains(requirement.key.id) else { return text }
    let number = numbers[text] ?? numbers.count + 1
    numbers[text] = number
    return "withheld #\(number)"
  }

  static func isParty(_ requirement: Requirement) -> Bool {
    requirement.key.category == Names.subject && parties.contains(requirement.key.id)
  }

  /// The resource that requirements name, and the part of it.
  mutating func resource(_ requirements: [Requirement]) -> (resource: String, part: String) {
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
    case (let resource?, _, _): name = resource
    case (nil, let org?, let app?): name = "\(org)/\(app)"
    case (nil, let org?, nil): name = "\(org)/*"
    case (nil, nil, let app?): name = "*/\(app)"
    case (nil, nil, nil):
      // Another vocabulary: all of it names the resource.
      return (rest.isEmpty ? "*" : rest.sorted().joined(separator: "; "), "")
    }
    return (name, rest.sorted().joined(separator: "; "))
  }

  /// What of a subject counts most, and what else must be so.
  mutating func subject(_ requirements: [Requirement]) -> (attribute: String, value: String, also: String) {
    let ranked = requirements.sorted { rank($0) < rank($1) }
    guard let first = ranked.first else { return ("*", "*", "") }
    var rest: [String] = []
    for other in ranked.dropFirst() { rest.append("\(other.key.id)=\(value(other))") }
    return (first.key.id, value(first), rest.sorted().joined(separator: "; "))
  }

  private func rank(_ requirement: Requirement) -> (Int, String, String) {
    let isSubject = requirement.key.category == Names.subject
    let place = Self.subjects.firstIndex(of: requirement.key.id) ?? Self.subjects.count
    return (isSubject ? place : 100, requirement.key.id, requirement.value.text)
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
