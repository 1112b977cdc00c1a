import Localization

/// Which exports an earlier result rests on, and this one lacks: a violation that is not found any longer is not mended by that.
package struct ExportComparison: Sendable {
  /// Kinds of exports that were there and are not, or of which most is gone.
  package private(set) var gone: Set<String> = []
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
