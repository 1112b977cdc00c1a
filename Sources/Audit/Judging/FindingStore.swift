import Budget
import FactStore
import Localization
import PolicyEngine

/// All findings of an audit as references into the evaluated relations: 16 bytes a finding until somebody looks.
///
/// Order: severity from critical down, policy, fail before unverified, subject, violating key; texts by their bytes,
/// numbers and dates by value. A hole in the population comes after the members of its policy.
///
/// Made when all that its policies read is final: findings may be asked for by several threads.
// Safe: it does not change after it was made, and only reads what is final of the engine.
final class FindingStore: @unchecked Sendable {
  /// What a finding refers to.
  struct Reference {
    var policy: Int32
    /// Fail: the rule. Unverified: unused.
    var rule: Int16
    var kind: Kind
    /// Fail: a row of the rule's relation. Unverified: a member. Hole: an extra of the population.
    var row: Int32

    enum Kind: UInt8 { case fail, unverified, hole }
  }

  let engine: Engine
  let policies: [PolicyVerdicts]
  let language: String
  private let fingerprintKey: (@Sendable (String) -> String)?
  private(set) var references: [Reference] = []
  /// By the numbers of leaves.
  private let texts = SharedCache<Int, Evidence>()

  /// - Parameter fingerprintKey: makes a fingerprint one that only who has a key can make.
  init(
    engine: Engine, policies: [PolicyVerdicts], language: String, fingerprintKey: (@Sendable (String) -> String)? = nil,
    isReported: (Int) -> Bool
  ) {
    self.fingerprintKey = fingerprintKey
    self.engine = engine
    self.policies = policies
    self.language = language
    let order = policies.indices.filter(isReported).sorted { left, right in
      let a = policies[left].policy.policy
      let b = policies[right].policy.policy
      return (b.severity.rank, a.id.text) < (a.severity.rank, b.id.text)
    }
    let found = order.map { collect($0) }
    let ranks = SymbolRanks(symbols: engine.symbols) { mark in
      for (index, list) in zip(order, found) { markTexts(list, policies[index], mark) }
    }
    let keys = SortKeys(symbols: engine.symbols, ranks: ranks)
    references.reserveCapacity(found.reduce(0) { $0 + $1.count })
    for (index, list) in zip(order, found) { appendSorted(list, policies[index], keys) }
  }

  /// The findings of one policy: fails, then doubts, then holes of the population.
  private func collect(_ index: Int) -> [Reference] {
    let verdicts = policies[index]
    let width = verdicts.policy.keys.count
    var found: [Reference] = []
    var key = [UInt32](repeating: 0, count: width)
    for (rule, relation) in verdicts.fails.enumerated() {
      for row in 0..<relation.certain.count {
        for column in 0..<width { key[column] = relation.certain[row, column] }
        guard let member = verdicts.population.findCertain(key), verdicts.verdicts[member] == .fail else { continue }
        found.append(Reference(policy: Int32(index), rule: Int16(rule), kind: .fail, row: Int32(row)))
      }
    }
    for member in verdicts.verdicts.indices where verdicts.verdicts[member] == .unverified {
      found.append(Reference(policy: Int32(index), rule: -1, kind: .unverified, row: Int32(member)))
    }
    for hole in verdicts.populationHoles {
      found.append(Reference(policy: Int32(index), rule: -1, kind: .hole, row: Int32(hole)))
    }
    return found
  }

  private func markTexts(_ list: [Reference], _ verdicts: PolicyVerdicts, _ mark: (UInt32) -> Void) {
    for reference in list {
      let relation = relation(of: reference, verdicts)
      for column in relation.columns.indices where relation.columns[column].type.isTextual {
        let code = code(reference, relation, column)
        if code != ValueCode.any { mark(code) }
      }
    }
  }

  private func appendSorted(_ list: [Reference], _ verdicts: PolicyVerdicts, _ keys: SortKeys) {
    let width = 1 + (([verdicts.population] + verdicts.fails).map(\.arity).max() ?? 0)
    let order = keys.order(count: list.count, columns: width) { index, target in
      let relation = relation(of: list[index], verdicts)
      target[0] = UInt64(list[index].kind.rawValue)
      for column in 0..<relation.arity {
        // One more than the key, so that a missing column sorts before every value.
        let key = keys.key(code(list[index], relation, column), relation.columns[column].type)
        target[column + 1] = key == .max ? .max : key + 1
      }
    }
    for index in order {
      if verdicts.fails.count > 1, let last = references.last, isSame(last, list[index], verdicts) { continue }
      references.append(list[index])
    }
  }

  /// Two rules that find the same violation are one finding, with the message of the first.
  private func isSame(_ left: Reference, _ right: Reference, _ verdicts: PolicyVerdicts) -> Bool {
    guard left.policy == right.policy, left.kind == .fail, right.kind == .fail else { return false }
    let a = relation(of: left, verdicts)
    let b = relation(of: right, verdicts)
    guard a.arity == b.arity else { return false }
    return a.columns.indices.allSatisfy { column in
      a.columns[column].type == b.columns[column].type && code(left, a, column) == code(right, b, column)
    }
  }

  private func relation(of reference: Reference, _ verdicts: PolicyVerdicts) -> EvaluatedRelation {
    reference.kind == .fail ? verdicts.fails[Int(reference.rule)] : verdicts.population
  }

  private func code(_ reference: Reference, _ relation: EvaluatedRelation, _ column: Int) -> UInt32 {
    reference.kind == .hole
      ? relation.extras.table[Int(reference.row), column] : relation.certain[Int(reference.row), column]
  }

  // MARK: Findings

  /// Identity and keys, without a message: what `rows` needs.
  func keyed(_ index: Int) -> Finding {
    let reference = references[index]
    let verdicts = policies[Int(reference.policy)]
    let policy = verdicts.policy.policy
    let relation = relation(of: reference, verdicts)
    let verdict: Finding.Verdict = reference.kind == .fail ? .fail : .unverified
    let keys = relation.columns.enumerated().map { column, schema in
      Finding.Key(
        name: schema.name, type: schema.type.name,
        value: engine.bareText(code(reference, relation, column), schema.type))
    }
    let width = verdicts.policy.keys.count
    var fingerprint = Fingerprint(policy: policy.id.text, verdict: verdict, subjectKeys: width)
    for key in keys {
      fingerprint.append(key.type)
      fingerprint.append(key.value)
    }
    if reference.kind == .hole { fingerprint.append("population") }
    let identity = fingerprint.hexadecimal
    return Finding(
      fingerprint: fingerprintKey.map { $0(identity) } ?? identity, identity: identity,
      policy: policy.id.text, severity: policy.severity, verdict: verdict,
      subject: Array(keys[..<width]), violating: Array(keys[width...]), message: "")
  }

  /// Consecutive findings, with the facts and holes that each rests on. What one proof worked out serves the others.
  func explained(_ range: Range<Int>) -> ExplainedFindings {
    let explainer = FindingExplainer(engine, language: language, texts: texts, count: range.count)
    for index in range {
      var finding = keyed(index)
      finding.witnesses = witnesses(of: index, finding, explainer.explainer)
      explainer.add(finding, grounds(of: index, explainer.explainer))
    }
    return explainer.explained
  }

  /// Digests of what a finding stands for beside the names that it has.
  private func witnesses(of index: Int, _ finding: Finding, _ explainer: Explainer) -> [String] {
    let reference = references[index]
    guard reference.kind == .fail else { return [] }
    let verdicts = policies[Int(reference.policy)]
    let relation = relation(of: reference, verdicts)
    let row = (0..<relation.arity).map { code(reference, relation, $0) }
    var witnesses = Witnesses(finding, engine)
    for (other, clause) in zip(verdicts.fails, verdicts.policy.fails)
    where other.columns.map(\.type) == relation.columns.map(\.type) {
      witnesses.add(clause, row: row, explainer)
    }
    return witnesses.digests
  }

  /// Proofs of a finding: of the fail, or of what makes the member unverified.
  func proofs(_ index: Int, by explainer: Explainer) -> [Proof] {
    grounds(of: index, explainer).proofs(explainer).map(explainer.proof)
  }

  /// The same by reference.
  func nodes(_ index: Int, by explainer: Explainer) -> [ProofNode] { grounds(of: index, explainer).proofs(explainer) }

  /// The policy of a finding.
  func policy(of index: Int) -> PolicyDeclaration { policies[Int(references[index].policy)].policy.policy }

  /// What a finding is about: its keys that are texts.
  func mentions(_ index: Int) -> [CauseSearch.Mention] {
    let reference = references[index]
    let relation = relation(of: reference, policies[Int(reference.policy)])
    return relation.columns.enumerated().compactMap { column, schema in
      let code = code(reference, relation, column)
      return schema.type.isTextual && code != ValueCode.any ? CauseSearch.Mention(code, schema.type) : nil
    }
  }

  /// What a finding rests on.
  private func grounds(of index: Int, _ explainer: Explainer) -> Grounds {
    let reference = references[index]
    let verdicts = policies[Int(reference.policy)]
    switch reference.kind {
    case .fail:
      let rule = Int(reference.rule)
      return Grounds(
        relation: verdicts.fails[rule], basis: .row(Int(reference.row)),
        clause: verdicts.policy.fails[rule].clause, kind: .fail)
    case .hole:
      return Grounds(
        relation: verdicts.population, basis: .row(-1 - Int(reference.row)), clause: nil, kind: .population)
    case .unverified: return Doubt(explainer: explainer).grounds(ofMember: Int(reference.row), verdicts)
    }
  }
}
