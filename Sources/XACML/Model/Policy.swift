/// What a policy asks of a request before it says anything: every `AnyOf`, in each any `AllOf`, in each every match.
public struct Target: Sendable {
  package var anyOf: [AnyOf]
  /// A target of these conditions; one of none fits every request.
  public init(anyOf: [AnyOf] = []) { self.anyOf = anyOf }
}

/// Conditions of which one must be met.
public struct AnyOf: Sendable {
  package var allOf: [AllOf]
}

/// Conditions that must all be met.
public struct AllOf: Sendable {
  /// Matches that must all succeed.
  public var matches: [Match]
}

/// A value of the policy, compared with each value that the request has.
public struct Match: Sendable {
  /// The function that compares.
  public var function: Function
  package var literal: Value
  /// A designator or a selector.
  public var source: Expression
  /// Where it stands.
  public var place: Place
  /// Why it cannot be evaluated, where a policy is read as Altinn reads it and the specification refuses the match.
  package var fault: String?
}

/// What a rule decides where it applies.
public enum Effect: String, Sendable {
  case permit = "Permit"
  case deny = "Deny"
}

/// A rule: its effect where target and condition fit.
public final class Rule: Sendable {
  /// As the policy calls it.
  public let id: String
  /// Empty for none.
  public let description: String
  package let effect: Effect
  /// What it applies to.
  public let target: Target
  /// What must also be true; absent where nothing must.
  public let condition: Expression?
  package let obligations: [ObligationExpression]
  package let advice: [ObligationExpression]
  /// Where it stands.
  public let place: Place

  init(
    id: String, description: String, effect: Effect, target: Target, condition: Expression?,
    obligations: [ObligationExpression], advice: [ObligationExpression], place: Place
  ) {
    self.id = id
    self.description = description
    self.effect = effect
    self.target = target
    self.condition = condition
    self.obligations = obligations
    self.advice = advice
    self.place = place
  }
}

/// A policy, or a set of policies.
public final class Policy: Sendable {
  /// A policy of rules, or a set of policies.
  public enum Kind: String, Sendable {
    case policy = "Policy"
    case policySet = "PolicySet"
  }
  /// Policies within policies, references within references and variables that rest on variables go this deep.
  static let depthLimit = 64

  /// What a policy is made of, in its order.
  public enum Child: Sendable {
    case rule(Rule)
    case policy(Policy)
    case reference(PolicyReference)
  }

  /// A policy of rules, or a set of policies.
  public let kind: Kind
  /// As it calls itself.
  public let id: String
  /// As it writes it.
  public let version: PolicyVersion
  /// Empty for none.
  public let description: String
  /// What it applies to.
  public let target: Target
  /// How what is in it comes to one decision.
  public let algorithm: CombiningAlgorithm
  package let children: [Child]
  package let obligations: [ObligationExpression]
  package let advice: [ObligationExpression]
  /// Where it stands.
  public let place: Place

  init(
    kind: Kind, id: String, version: PolicyVersion, description: String, target: Target, algorithm: CombiningAlgorithm,
    children: [Child], obligations: [ObligationExpression], advice: [ObligationExpression], place: Place
  ) {
    self.kind = kind
    self.id = id
    self.version = version
    self.description = description
    self.target = target
    self.algorithm = algorithm
    self.children = children
    self.obligations = obligations
    self.advice = advice
    self.place = place
  }

  /// The rules of a policy, in order; none of a set.
  public var rules: [Rule] {
    children.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
  }
}

/// Names a policy that stands elsewhere.
public struct PolicyReference: Sendable {
  /// A policy or a set.
  public var kind: Policy.Kind
  /// As the policy that is meant calls itself.
  public var id: String
  /// Versions that will do; absent where any will.
  public var version: VersionPattern?
  var earliest: VersionPattern?
  package var latest: VersionPattern?
  /// Where the reference stands.
  public var place: Place

  func fits(_ version: PolicyVersion) -> Bool {
    (self.version?.matches(version) ?? true) && (earliest?.isAtMost(version) ?? true)
      && (latest?.isAtLeast(version) ?? true)
  }
}

/// `1.2.3`, compared number by number.
public struct PolicyVersion: Hashable, Comparable, Sendable {
  package var numbers: [Int]
  /// As written.
  public var text: String

  package init?(_ text: String) {
    let parts = text.trimmed.split(separator: ".", omittingEmptySubsequences: false)
    numbers = parts.compactMap { part in part.allSatisfy(\.isNumber) ? Int(part) : nil }
    guard numbers.count == parts.count else { return nil }
    self.text = text.trimmed
  }

  /// Which of two comes first.
  public static func < (left: Self, right: Self) -> Bool { left.numbers.lexicographicallyPrecedes(right.numbers) }
}

/// `1.*.3`, `1.+`: `*` is any number, `+` any further ones.
public struct VersionPattern: Sendable {
  enum Part: Hashable, Sendable {
    case number(Int)
    case any
    case rest
  }
  var parts: [Part]

  init?(_ text: String) {
    parts = []
    for piece in text.trimmed.split(separator: ".", omittingEmptySubsequences: false) {
      if parts.last == .rest { return nil }
      switch piece {
      case "*": parts.append(.any)
      case "+": parts.append(.rest)
      default:
        guard piece.allSatisfy(\.isNumber), let number = Int(piece) else { return nil }
        parts.append(.number(number))
      }
    }
  }

  func matches(_ version: PolicyVersion) -> Bool {
    for (index, part) in parts.enumerated() {
      if part == .rest { return true }
      guard index < version.numbers.count else { return false }
      if case .number(let number) = part, number != version.numbers[index] { return false }
    }
    return parts.count == version.numbers.count
  }

  /// Whether some version that the pattern allows is not after this one.
  func isAtMost(_ version: PolicyVersion) -> Bool {
    matches(version) || Self.numbers(parts, any: 0).lexicographicallyPrecedes(version.numbers)
  }

  /// Whether some version that the pattern allows is not before this one.
  func isAtLeast(_ version: PolicyVersion) -> Bool {
    matches(version) || version.numbers.lexicographicallyPrecedes(Self.numbers(parts, any: .max))
  }

  private static func numbers(_ parts: [Part], any: Int) -> [Int] {
    parts.map { if case .number(let number) = $0 { number } else { any } }
  }
}

/// Says what an enforcement point must do, or may consider, when the decision is this.
public struct ObligationExpression: Sendable {
  /// As whoever enforces the decision knows it.
  public var id: String
  package var on: Effect
  package var assignments: [AssignmentExpression]
}

/// A value that an obligation or advice hands on.
public struct AssignmentExpression: Sendable {
  /// As it is handed on.
  public var attribute: String
  /// Absent where it is of none.
  public var category: String?
  package var issuer: String?
  package var expression: Expression
  /// The text of a literal.
  var written: String?
}
