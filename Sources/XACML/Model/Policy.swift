/// What a policy asks of a request before it says anything: every `AnyOf`, in each any `AllOf`, in each every match.
public struct Target: Sendable {
  public var anyOf: [AnyOf]
  public init(anyOf: [AnyOf] = []) { self.anyOf = anyOf }
}

public struct AnyOf: Sendable {
  public var allOf: [AllOf]
}

public struct AllOf: Sendable {
  public var matches: [Match]
}

/// A value of the policy, compared with each value that the request has.
public struct Match: Sendable {
  public var function: Function
  public var literal: Value
  /// A designator or a selector.
  public var source: Expression
  public var place: Place
  /// Why it cannot be evaluated, where a policy is read as Altinn reads it and the specification refuses the match.
  public var fault: String?
}

public enum Effect: String, Sendable {
  case permit = "Permit"
  case deny = "Deny"
}

public final class Rule: Sendable {
  public let id: String
  public let description: String
  public let effect: Effect
  public let target: Target
  public let condition: Expression?
  public let obligations: [ObligationExpression]
  public let advice: [ObligationExpression]
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
  public enum Kind: String, Sendable {
    case policy = "Policy"
    case policySet = "PolicySet"
  }
  /// Policies within policies, references within references and variables that rest on variables go this deep.
  static let depthLimit = 64

  public enum Child: Sendable {
    case rule(Rule)
    case policy(Policy)
    case reference(PolicyReference)
  }

  public let kind: Kind
  public let id: String
  public let version: PolicyVersion
  public let description: String
  public let target: Target
  public let algorithm: CombiningAlgorithm
  public let children: [Child]
  public let obligations: [ObligationExpression]
  public let advice: [ObligationExpression]
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

  public var rules: [Rule] {
    children.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
  }
}

/// Names a policy that stands elsewhere.
public struct PolicyReference: Sendable {
  public var kind: Policy.Kind
  public var id: String
  public var version: VersionPattern?
  public var earliest: VersionPattern?
  public var latest: VersionPattern?
  public var place: Place

  func fits(_ version: PolicyVersion) -> Bool {
    (self.version?.matches(version) ?? true) && (earliest?.isAtMost(version) ?? true)
      && (latest?.isAtLeast(version) ?? true)
  }
}

/// `1.2.3`, compared number by number.
public struct PolicyVersion: Hashable, Comparable, Sendable {
  public var numbers: [Int]
  public var text: String

  public init?(_ text: String) {
    let parts = text.trimmed.split(separator: ".", omittingEmptySubsequences: false)
    numbers = parts.compactMap { part in part.allSatisfy(\.isNumber) ? Int(part) : nil }
    guard numbers.count == parts.count else { return nil }
    self.text = text.trimmed
  }

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
  public var id: String
  public var on: Effect
  public var assignments: [AssignmentExpression]
}

public struct AssignmentExpression: Sendable {
  public var attribute: String
  public var category: String?
  public var issuer: String?
  public var expression: Expression
  /// The text of a literal.
  var written: String?
}
