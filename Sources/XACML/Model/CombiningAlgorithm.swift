/// How the decisions of rules or policies become one (core specification, appendix C).
public enum CombiningAlgorithm: Hashable, Sendable {
  case denyOverrides, permitOverrides, orderedDenyOverrides, orderedPermitOverrides
  case denyUnlessPermit, permitUnlessDeny
  case firstApplicable, onlyOneApplicable
  /// Those of versions 1.0 and 1.1, which knew only one kind of indeterminate.
  case earlierDenyOverrides, earlierPermitOverrides

  /// Identifiers with what they mean. One that was made for policies is accepted for rules and the other way round,
  /// as policies of the wild use them.
  static let identifiers: [String: CombiningAlgorithm] = {
    var table: [String: CombiningAlgorithm] = [:]
    for kind in ["rule", "policy"] {
      let three = "urn:oasis:names:tc:xacml:3.0:\(kind)-combining-algorithm:"
      table[three + "deny-overrides"] = .denyOverrides
      table[three + "permit-overrides"] = .permitOverrides
      table[three + "ordered-deny-overrides"] = .orderedDenyOverrides
      table[three + "ordered-permit-overrides"] = .orderedPermitOverrides
      table[three + "deny-unless-permit"] = .denyUnlessPermit
      table[three + "permit-unless-deny"] = .permitUnlessDeny
      let one = "urn:oasis:names:tc:xacml:1.0:\(kind)-combining-algorithm:"
      table[one + "first-applicable"] = .firstApplicable
      table[one + "deny-overrides"] = .earlierDenyOverrides
      table[one + "permit-overrides"] = .earlierPermitOverrides
      let ordered = "urn:oasis:names:tc:xacml:1.1:\(kind)-combining-algorithm:"
      table[ordered + "ordered-deny-overrides"] = .earlierDenyOverrides
      table[ordered + "ordered-permit-overrides"] = .earlierPermitOverrides
    }
    table["urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:only-one-applicable"] = .onlyOneApplicable
    return table
  }()

  package static var all: [String] { identifiers.keys.sorted() }

  /// `deny-overrides`
  public var name: String {
    switch self {
    case .denyOverrides: "deny-overrides"
    case .permitOverrides: "permit-overrides"
    case .orderedDenyOverrides: "ordered-deny-overrides"
    case .orderedPermitOverrides: "ordered-permit-overrides"
    case .denyUnlessPermit: "deny-unless-permit"
    case .permitUnlessDeny: "permit-unless-deny"
    case .firstApplicable: "first-applicable"
    case .onlyOneApplicable: "only-one-applicable"
    case .earlierDenyOverrides: "deny-overrides of XACML 1.0"
    case .earlierPermitOverrides: "permit-overrides of XACML 1.0"
    }
  }
}
