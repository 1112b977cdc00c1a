import Budget
import Formats

/// Answers requests from policies. May be used by several threads at once.
public final class DecisionPoint: Sendable {
  /// A policy that others refer to. One that cannot be used is an error only for a decision that needs it.
  public struct Referenced: Sendable {
    /// A policy or a set.
    public var kind: Policy.Kind
    /// As it calls itself.
    public var id: String
    /// Absent where it cannot be read.
    public var version: PolicyVersion?
    /// What was read, or why it cannot be used.
    public var policy: Result<Policy, DocumentProblem>
    package init(kind: Policy.Kind, id: String, version: PolicyVersion?, policy: Result<Policy, DocumentProblem>) {
      self.kind = kind
      self.id = id
      self.version = version
      self.policy = policy
    }
  }

  /// The policies that requests are put to, in the order in which they were added.
  public let roots: [Policy]
  /// Policies that others refer to, by kind and name, in the order of their files.
  private struct Name: Hashable {
    var kind: Policy.Kind
    var id: ExactText
  }
  private let referenced: [Name: [Referenced]]
  let attributeCount: Int
  let variableCount: Int

  /// - Parameters:
  ///   - roots: one policy; of several, the one whose target fits decides; that more than one fits is an error.
  ///   - references: policies that are only used where another refers to them.
  ///   - index: the index that all of them were read with.
  /// - Throws: a `DocumentProblem` where a policy refers to itself, at once or through others.
  public init(roots: [Policy], references: [Referenced] = [], index: AttributeIndex) throws(DocumentProblem) {
    self.roots = roots
    referenced = Dictionary(grouping: references) { Name(kind: $0.kind, id: ExactText($0.id)) }
    attributeCount = index.keys.count
    variableCount = index.variableCount
    var finished: Set<ObjectIdentifier> = []
    for root in roots { try refuseCircles(in: root, within: [], &finished) }
  }

  /// The policy that a reference means: of several versions the latest that it allows.
  func resolve(_ reference: PolicyReference) throws(Failure) -> Policy {
    let named = referenced[Name(kind: reference.kind, id: ExactText(reference.id))] ?? []
    let fitting = named.filter { entry in entry.version.map(reference.fits) ?? true }
    guard
      let chosen = fitting.max(by: { left, right in
        guard let left = left.version else { return true }
        return right.version.map { left < $0 } ?? false
      })
    else {
      throw .processing(
        named.isEmpty
          ? "there is no \(reference.kind.rawValue) `\(reference.id)`"
          : "there is no version of \(reference.kind.rawValue) `\(reference.id)` that the reference allows")
    }
    switch chosen.policy {
    case .success(let policy): return policy
    case .failure(let problem): throw Failure(.syntaxError, problem.description)
    }
  }

  private func refuseCircles(
    in policy: Policy, within outer: [ObjectIdentifier], _ finished: inout Set<ObjectIdentifier>
  ) throws(DocumentProblem) {
    let identity = ObjectIdentifier(policy)
    guard !finished.contains(identity) else { return }
    for child in policy.children {
      switch child {
      case .rule: continue
      case .policy(let inner): try refuseCircles(in: inner, within: outer + [identity], &finished)
      case .reference(let reference):
        guard let target = try? resolve(reference) else { continue }
        guard identity != ObjectIdentifier(target), !outer.contains(ObjectIdentifier(target)) else {
          throw DocumentProblem("the reference leads back to the policy that it stands in", at: reference.place)
        }
        guard outer.count < Policy.depthLimit else {
          throw DocumentProblem(
            "policies refer to policies deeper than \(Policy.depthLimit)", at: reference.place)
        }
        try refuseCircles(in: target, within: outer + [identity], &finished)
      }
    }
    finished.insert(identity)
  }

  // MARK: Deciding

  /// Answers one question. Linear in the policies as far as they must be looked at, and in what their expressions come to. A
  /// decision that asks for more than a limit is `Indeterminate`, whatever the combining algorithm: what was left out might
  /// have decided.
  public func decide(
    _ question: Question, now: DateTimeValue, trace: Tracer? = nil, limits: RunLimits = .standard
  ) -> DecisionResult {
    decide(question, now: now, trace: trace, work: Work(limits))
  }

  func decide(_ question: Question, now: DateTimeValue, trace: Tracer? = nil, work: Work) -> DecisionResult {
    let context = EvaluationContext(self, question, now: now, trace: trace, work: work)
    let verdict = roots.count == 1 ? context.verdict(of: roots[0]) : context.initial(roots)
    if let limit = work.reached { return DecisionResult(.indeterminate(.either), failure: Failure(limit)) }
    return DecisionResult(
      verdict.decision, failure: verdict.failure, obligations: verdict.obligations, advice: verdict.advice,
      policies: verdict.policies)
  }
}
