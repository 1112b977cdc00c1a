import Audit

extension FindingGrouping {
  /// What each finding stands under, `nil` where it names none of the kind; empty where findings stand under their policies.
  /// By unit the evidence is asked for, of findings whose keys name none.
  func subjects(_ findings: FindingList) -> [Finding.Key?] {
    switch self {
    case .policy: []
    case .person: (0..<findings.count).map { Self.person(findings.keyed($0)) }
    case .unit:
      stride(from: 0, to: findings.count, by: JSONReport.evidenceBlock).flatMap { start -> [Finding.Key?] in
        let block = start..<min(start + JSONReport.evidenceBlock, findings.count)
        let keys = block.map { Self.key(findings.keyed($0), Self.isUnit) }
        guard keys.contains(where: { $0 == nil }) else { return keys }
        return zip(keys, findings.evidence(block)).map { $0 ?? Self.unit(in: $1) }
      }
    }
  }

  /// Whom a finding concerns; `nil` where it names nobody.
  static func person(_ finding: Finding) -> Finding.Key? { key(finding, isPerson) }

  /// The first key that fits best: what it is decides before what it is called.
  private static func key(_ finding: Finding, _ rank: (Finding.Key) -> Int?) -> Finding.Key? {
    var best: (rank: Int, key: Finding.Key)?
    for key in finding.subject + finding.violating where key.value != "*" {
      guard let rank = rank(key), rank < best?.rank ?? .max else { continue }
      best = (rank, key)
    }
    // The same one may be the receiver here and the giver there.
    return best.map { Finding.Key(name: "", type: $0.key.type, value: $0.key.value) }
  }

  private static func isPerson(_ key: Finding.Key) -> Int? {
    switch (lastPart(of: key.type), key.name) {
    case ("user", _), ("person", _): 0
    // A party of Altinn is a person or an organisation; what it is called tells more.
    case ("party", "person"), ("party", "holder"): 1
    case ("party", "unit"), ("party", "organisation"): nil
    case ("party", _): 2
    default: nil
    }
  }

  private static func isUnit(_ key: Finding.Key) -> Int? {
    switch (lastPart(of: key.type), key.name) {
    case ("organisation", _), ("unit", _): 0
    case ("party", "unit"), ("party", "organisation"), ("party", "party"): 1
    case ("party", "person"), ("party", "holder"), ("party", "system_user"): nil
    case ("party", _): 2
    default: nil
    }
  }

  private static func lastPart(of type: String) -> Substring { type.split(separator: ".").last ?? "" }

  /// The first unit that a fact names.
  private static func unit(in evidence: [Evidence]) -> Finding.Key? {
    for item in evidence where !item.isHole {
      for column in ["organisation", "unit"] {
        if let value = FactText.value(of: column, in: item.fact) {
          return Finding.Key(name: "", type: column, value: value)
        }
      }
    }
    return nil
  }
}
