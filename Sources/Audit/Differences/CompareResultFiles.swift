/// Holds two stored results side by side. They have the rights that are privileged, and the facts behind findings, but not what
/// else the exports say: how a right came about, and what no longer holds, they do not tell.
package struct CompareResultFiles {
  private let old: AuditResult
  private let new: AuditResult
  private let paths: (old: String, new: String)

  package init(_ old: AuditResult, _ new: AuditResult, paths: (old: String, new: String)) {
    (self.old, self.new, self.paths) = (old, new, paths)
  }

  package func differences() -> Differences {
    let known = (old: facts(old), new: facts(new))
    var differences = Differences(old, new, paths: paths, kinds: [:], threads: 1) { place in
      causes(of: place, otherwise: place.isNew ? known.old : known.new)
    }
    differences.rights = rights
    let say = new.wording
    if !old.rights.rights.isEmpty || !new.rights.rights.isEmpty {
      differences.remarks.append(
        say(
          """
          results hold privileged rights alone, and not what gives them: compare the folders to see the others, and causes
          """))
    }
    return differences
  }

  /// The facts that findings rest on.
  private func facts(_ result: AuditResult) -> Set<String> {
    var facts: Set<String> = []
    let size = 1000
    for first in stride(from: 0, to: result.findings.count, by: size) {
      for evidence in result.findings.evidence(first..<min(first + size, result.findings.count)) {
        for item in evidence { facts.insert(item.fact) }
      }
    }
    return facts
  }

  /// What a finding rests on, and nothing on the other side does.
  private func causes(of place: FindingDifferences.Place, otherwise: Set<String>) -> [FactChange] {
    let findings = (place.isNew ? new : old).findings
    let evidence = findings.evidence(place.number..<place.number + 1)[0]
    return evidence.filter { !otherwise.contains($0.fact) }.map { item in
      FactChange(
        relation: String(item.fact.prefix { $0 != "(" }), old: place.isNew ? nil : item, new: place.isNew ? item : nil)
    }
  }

  private var rights: [RightChange] {
    func changes(_ own: RightsRegister, _ others: RightsRegister, isNew: Bool) -> [RightChange] {
      let known = Dictionary(others.rights.map { (Key($0), $0.isCertain) }) { $0 || $1 }
      let open = Set(others.open)
      return own.rights.filter { $0.isCertain && known[Key($0)] != true }.map { right in
        let isPossible = known[Key(right)] != nil || open.contains(right.system)
        let kind: RightChange.Kind =
          isNew ? (isPossible ? .certainNow : .gained) : (isPossible ? .uncertainNow : .lost)
        return RightChange(kind: kind, right: right, causes: [])
      }
    }
    return changes(new.rights, old.rights, isNew: true) + changes(old.rights, new.rights, isNew: false)
  }

  /// What makes two rights one.
  private struct Key: Hashable {
    var texts: [String]
    init(_ right: HeldRight) { texts = [right.system, right.holder, right.right, right.place] }
  }
}
