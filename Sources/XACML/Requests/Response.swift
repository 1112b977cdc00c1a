import Budget
import Formats

/// What a policy comes to.
public enum Decision: Hashable, Sendable {
  /// What an error may have hidden: only a deny, only a permit, or either.
  public enum Doubt: String, Sendable {
    case deny = "D"
    case permit = "P"
    case either = "DP"
  }
  case permit, deny, notApplicable
  case indeterminate(Doubt)

  /// As a response says it, which does not tell doubts apart.
  public var name: String {
    switch self {
    case .permit: "Permit"
    case .deny: "Deny"
    case .notApplicable: "NotApplicable"
    case .indeterminate: "Indeterminate"
    }
  }

  /// `Indeterminate{DP}`
  public var extendedName: String {
    if case .indeterminate(let doubt) = self { "Indeterminate{\(doubt.rawValue)}" } else { name }
  }
}

/// What must be done, or may be considered, beside the decision.
public struct Obligation: Hashable, Sendable {
  /// As whoever enforces the decision knows it.
  public var id: String
  package var assignments: [Assignment]

  /// Whether both are equal, as their type compares.
  public static func == (left: Obligation, right: Obligation) -> Bool {
    left.id.isExactly(right.id) && left.assignments == right.assignments
  }
  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytesOf: id)
    hasher.combine(assignments)
  }

  /// A value that an obligation or advice hands on.
  public struct Assignment: Hashable, Sendable {
    /// As it is handed on.
    public var attribute: String
    /// Absent where it is of none.
    public var category: String?
    package var issuer: String?
    /// The value itself.
    public var value: Value
    /// The value as the policy has it written, where it is a literal of it.
    var written: String?

    /// Whether both are equal, as their type compares.
    public static func == (left: Self, right: Self) -> Bool {
      left.attribute.isExactly(right.attribute) && left.category.isExactly(right.category)
        && left.issuer.isExactly(right.issuer) && left.value == right.value
    }
    /// Agrees with equality.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(bytesOf: attribute)
      hasher.combine(value)
    }
  }
}

/// A policy that applied.
public struct PolicyIdentifier: Hashable, Sendable {
  /// A policy or a set.
  public var kind: Policy.Kind
  /// As it calls itself.
  public var id: String
  /// As it writes it.
  public var version: String

  /// Whether both are equal, as their type compares.
  public static func == (left: PolicyIdentifier, right: PolicyIdentifier) -> Bool {
    left.kind == right.kind && left.id.isExactly(right.id) && left.version.isExactly(right.version)
  }
  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(bytesOf: id)
    hasher.combine(bytesOf: version)
  }
}

/// The answer to one question.
public struct DecisionResult: Sendable {
  /// What was decided.
  public var decision: Decision
  /// What went wrong; `nil` where nothing did.
  public var failure: Failure?
  package var obligations: [Obligation]
  package var advice: [Obligation]
  /// The attributes of the request that it asked to have back.
  public var attributes: [AttributeGroup]
  package var policies: [PolicyIdentifier]

  package init(
    _ decision: Decision, failure: Failure? = nil, obligations: [Obligation] = [], advice: [Obligation] = [],
    attributes: [AttributeGroup] = [], policies: [PolicyIdentifier] = []
  ) {
    self.decision = decision
    self.failure = failure
    self.obligations = obligations
    self.advice = advice
    self.attributes = attributes
    self.policies = policies
  }

  package var statusCode: String { failure?.code.rawValue ?? Failure.ok }
}

extension DecisionResult {
  /// The same result, where the response has room for it: what it carries is written out in full.
  func counted(_ work: Work) -> DecisionResult {
    var size = 512 + policies.count * 128
    for obligation in obligations + advice {
      size += 128
      for assignment in obligation.assignments { size += 256 + assignment.value.size }
    }
    for group in attributes {
      size += 128
      for attribute in group.attributes { for value in attribute.values { size += 256 + value.size } }
    }
    do throws(LimitReached) {
      // It is there as a value and as a text, and the text once more while it grows.
      try work.spend(size * 3, on: .memory)
      return self
    } catch {
      return DecisionResult(.indeterminate(.either), failure: Failure(error))
    }
  }
}

/// What a decision point says: a result for each question.
public struct Response: Sendable {
  package var results: [DecisionResult]
  /// A response of these results, in the order of the questions.
  public init(_ results: [DecisionResult]) { self.results = results }
}
