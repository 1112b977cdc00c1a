import FactStore
import PolicyEngine

extension Auditor {
  /// What came of one clause of a policy for one subject.
  public struct ClauseExplanation: Sendable {
    /// `fail`, `unverified` or `except`.
    public var clause: String
    public var message: String
    /// The proof, when the clause holds or may hold; near misses otherwise.
    public var proof: Proof?
    public var nearMisses: [NearMiss]
  }

  /// A policy's answer about one subject.
  public struct SubjectExplanation: Sendable {
    public var policy: String
    public var subject: [Finding.Key]
    /// `fail`, `unverified`, `exempt`, `pass`; `nil` when the subject is no member of the population.
    public var verdict: String?
    /// Why it is not a member, when it is none.
    public var membership: [NearMiss]
    public var clauses: [ClauseExplanation]
  }

  /// Positions of the findings whose fingerprint begins with `prefix`, in the order of the result. Computes every
  /// fingerprint: linear in the findings.
  public func findings(withFingerprintPrefix prefix: String) -> [Int] {
    let wanted = prefix.lowercased()
    return (0..<result.findings.count).filter { result.findings.keyed($0).fingerprint.hasPrefix(wanted) }
  }

  /// Positions of the findings of a policy about a subject; `subject` are values of the first keys.
  public func findings(policy: String, subject: [String]) -> [Int] {
    (0..<result.findings.count).filter { index in
      let finding = result.findings.keyed(index)
      return finding.policy == policy && finding.subject.map(\.value).starts(with: subject)
    }
  }

  /// Why a policy says of a subject what it says; `nil` when no such policy was judged.
  public func explain(policy id: String, subject: [String]) -> SubjectExplanation? {
    guard let verdicts = verdicts(ofPolicy: id) else { return nil }
    let keys = verdicts.policy.keys
    let codes = keys.indices.map { index in
      index < subject.count ? code(subject[index], keys[index].type) : ValueCode.any
    }
    var member: Int?
    verdicts.population.forEachCertain(codes) {
      member = $0
      return false
    }
    let whyNot = WhyNot(engine)
    var explanation = SubjectExplanation(
      policy: id,
      subject: zip(keys, codes).map {
        Finding.Key(name: $0.name, type: $0.type.name, value: engine.bareText($1, $0.type))
      },
      verdict: member.map { "\(verdicts.verdicts[$0])" }, membership: [], clauses: [])
    guard let member else {
      explanation.membership = whyNot.explain(verdicts.policy.population, subject: codes)
      return explanation
    }
    let key = verdicts.population.certain.row(member)
    for (name, findings, relations) in [
      ("fail", verdicts.policy.fails, verdicts.fails),
      ("unverified", verdicts.policy.unverifieds, verdicts.unverifieds),
      ("except", verdicts.policy.excepts, verdicts.excepts),
    ] {
      for (finding, relation) in zip(findings, relations) {
        let proof = proof(of: relation, key)
        explanation.clauses.append(
          ClauseExplanation(
            clause: name, message: finding.clause.message.text(in: result.language),
            proof: proof, nearMisses: proof == nil ? whyNot.explain(relation.id, subject: key) : []))
      }
    }
    return explanation
  }

  /// The proof of a clause that is certain or possible of a member.
  private func proof(of relation: EvaluatedRelation, _ key: [UInt32]) -> Proof? {
    var found: Int?
    relation.forEachCertain(key + Array(repeating: ValueCode.any, count: relation.arity - key.count)) {
      found = $0
      return false
    }
    let explainer = Explainer(engine)
    if let found { return explainer.proof(of: relation.id, row: found) }
    return explainer.cost(of: relation.id, member: key).map { _ in explainer.proof(of: relation.id, member: key) }
  }

  /// A value as typed by a person; one that is no value of the type fits nothing.
  private func code(_ text: String, _ type: ValueType) -> UInt32 {
    switch type {
    case .text, .entity: engine.symbols.intern(text).raw
    case .normal(let form): engine.symbols.intern(form.normalise(text) ?? text).raw
    case .int, .time: engine.symbols.encode(Int64(text) ?? .min)
    case .bool: text == "true" ? 1 : 0
    case .date: engine.symbols.encode(.date(CalendarDate(text) ?? CalendarDate(days: 0)))
    }
  }
}
