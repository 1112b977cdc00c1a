import FactStore
import PolicyEngine

extension Auditor {
  /// What came of one clause of a policy for one subject.
  package struct ClauseExplanation: Sendable {
    /// `fail`, `unverified` or `except`.
    package var clause: String
    package var message: String
    /// The proof, when the clause holds or may hold; near misses otherwise.
    package var proof: Proof?
    package var nearMisses: [NearMiss]
  }

  /// A policy's answer about one subject.
  package struct SubjectExplanation: Sendable {
    package var policy: String
    package var subject: [Finding.Key]
    /// `fail`, `unverified`, `exempt`, `pass`; `nil` when the subject is no member of the population.
    package var verdict: String?
    /// Why it is not a member, when it is none.
    package var membership: [NearMiss]
    package var clauses: [ClauseExplanation]
  }

  /// A subject that cannot be one of the policy: nothing is said of it, lest it is taken for somebody else.
  package struct SubjectError: Error {
    package var message: String
    package var help: String
  }

  /// Why a policy says of a subject what it says; `nil` when no such policy was judged.
  package func explain(policy id: String, subject: [String]) throws(SubjectError) -> SubjectExplanation? {
    guard let verdicts = verdicts(ofPolicy: id) else { return nil }
    let keys = verdicts.policy.keys
    guard subject.count <= keys.count else {
      throw SubjectError(
        message: "a subject of `\(id)` has no more values than \(keys.count)",
        help: "give \(keys.map { "`\($0.name)`" }.joined(separator: ", ")), and write `\\,` for a comma in a value")
    }
    var codes = Array(repeating: ValueCode.any, count: keys.count)
    for (index, text) in subject.enumerated() { codes[index] = try code(text, keys[index]) }
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

  /// A value as typed by a person, in the form that loaded values have.
  private func code(_ text: String, _ key: ColumnSchema) throws(SubjectError) -> UInt32 {
    guard let value = ReadConstant.value(text: text, as: key.type) else {
      throw SubjectError(
        message: "`\(text)` is no value of the key `\(key.name)`",
        help: "it is \(ReadConstant.plainForm(of: key.type))")
    }
    return engine.symbols.encode(value)
  }
}
