import Localization

/// Which exports an earlier result rests on, and this one lacks: a violation that is not found any longer is not mended by that.
package struct ExportComparison: Sendable {
  /// Kinds of exports that were there and are not, or of which most is gone.
  package private(set) var gone: Set<String> = []
  /// Documents of the earlier result, by path, of kinds of which there are fewer documents now, and fewer records: what they showed
  /// may be as it was.
  package private(set) var missingDocuments: Set<String> = []
  /// Why the audit is not complete for it.
  package private(set) var reasons: [String] = []

  /// Of fewer records, more than half may go in a day.
  static let leastCompared = 20
  /// Of fewer records, all may.
  static let leastEmptied = 5

  /// - Parameters:
  ///   - kinds: the kinds of documents that fill each relation: an export of another form may say the same.
  ///   - declared: kinds that somebody declares not to exist: that is said elsewhere, and is no reason.
  package init(
    _ past: AuditResult, comparedWith current: AuditResult, kinds: [String: [String]], declared: Set<String>
  ) {
    let say = current.wording
    let then = Self.records(past)
    let now = Self.records(current)
    let loaded = Set(now.keys)
    missingDocuments = Self.missingDocuments(past, current, then: then, now: now)
    for (kind, count) in then.sorted(by: { $0.key < $1.key }) where count > 0 {
      let relations = kinds.filter { $0.value.contains(kind) }
      let isReplaced =
        !relations.isEmpty && relations.values.allSatisfy { !loaded.subtracting([kind]).isDisjoint(with: $0) }
      guard let left = now[kind] else {
        guard !isReplaced else { continue }
        gone.insert(kind)
        if !declared.contains(kind) {
          reasons.append(say("there is no export of \(kind), and the baseline has one"))
        }
        continue
      }
      if left == 0 && count >= Self.leastEmptied || left * 2 < count && count >= Self.leastCompared {
        gone.insert(kind)
        reasons.append(
          say(
            "the export of \(kind) has \(left, "record", "records") where the baseline has \(count); if that is right, make a new baseline"
          ))
      }
    }
  }

  /// Whether anything that the earlier result rests on is missing.
  package var lacksSomething: Bool { !gone.isEmpty || !missingDocuments.isEmpty }

  /// See ``missingDocuments``. A document of another name or with the same bytes takes the place of one.
  private static func missingDocuments(
    _ past: AuditResult, _ current: AuditResult, then: [String: Int], now: [String: Int]
  ) -> Set<String> {
    func count(_ result: AuditResult) -> [String: Int] {
      result.sources.reduce(into: [:]) { counts, source in
        if let kind = source.kind { counts[kind, default: 0] += 1 }
      }
    }
    let (before, after) = (count(past), count(current))
    let paths = Set(current.sources.map(\.path))
    // What could not be read has no digest.
    let digests = Set(current.sources.map(\.sha256)).subtracting([""])
    return Set(
      past.sources.filter { source in
        guard let kind = source.kind, !paths.contains(source.path), !digests.contains(source.sha256) else {
          return false
        }
        return after[kind, default: 0] < before[kind, default: 0] && now[kind, default: 0] < then[kind, default: 0]
      }.map(\.path))
  }

  /// How many records of each kind were used.
  private static func records(_ result: AuditResult) -> [String: Int] {
    var records: [String: Int] = [:]
    for source in result.sources {
      guard let kind = source.kind else { continue }
      records[kind, default: 0] += source.used
    }
    return records
  }
}
