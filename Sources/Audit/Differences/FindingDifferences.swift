import FactStore

/// Which findings one of two results has and the other lacks, and what became of those that are gone.
struct FindingDifferences {
  /// A finding by its number in the result that has it.
  struct Place {
    var number: Int
    var isNew: Bool
  }

  private(set) var changes: [FindingChange] = []

  /// - Parameter causes: the changed facts behind a finding.
  /// - Returns: `nil` where nothing can be compared: the two were made with other keys, and people have pseudonyms.
  init?(
    _ old: AuditResult, _ new: AuditResult, exports: ExportComparison, threads: Int, causes: (Place) -> [FactChange]
  ) {
    let file = AuditBasis.File(path: "", sha256: "")
    guard let compare = CompareResults(old, file: file, comparedWith: new, exports: exports) else { return nil }
    let (ages, seen) = compare.ages(threads: threads)
    let vanished = Array(
      zip((0..<old.findings.count).filter { !seen.contains($0) }, compare.comparison(seen: seen).gone))
    // Somebody whom a line names alone has another name where the file is sorted.
    var placed = PlacedFindings(new.findings, ages.indices.filter { ages[$0].age == .new }, in: new.sources)
    let before = Set(old.sources.map(\.path))
    let gone = vanished.filter { !placed.holds($1.finding, in: before) }
    let moved = placed.taken
    var past = PastVerdicts()
    for (_, one) in gone { past.add(one.finding) }
    var present = PastVerdicts()
    let numbers = ages.indices.filter { ages[$0].age == .new && !moved.contains($0) }
    for (number, explained) in zip(numbers, new.findings.some(numbers)) {
      let finding = explained.finding
      present.add(finding)
      let kind: FindingChange.Kind =
        switch finding.verdict {
        case .fail: past.has(.unverified, like: finding) ? .failsNow : .new
        case .unverified: past.has(.fail, like: finding) ? .unverifiedNow : .new
        }
      changes.append(
        FindingChange(kind: kind, finding: finding, causes: causes(Place(number: number, isNew: true))))
    }
    for (number, one) in gone {
      // What became of it stands among the new ones.
      let isToldAbove = one.reason == .unverified && present.has(.unverified, like: one.finding)
      if one.reason == .failsNow || isToldAbove { continue }
      // Without an export even people may be known by another name: then nothing is said to be mended.
      let reason = one.reason == .fixed && exports.lacksSomething ? .exportGone : one.reason
      changes.append(
        FindingChange(
          kind: reason == .fixed ? .fixed : .unjudged, finding: one.finding, reason: reason,
          causes: causes(Place(number: number, isNew: false))))
    }
  }
}

/// Verdicts of some findings, by policy and subject.
private struct PastVerdicts {
  private struct Subject: Hashable {
    var policy: String
    var keys: [String]

    init(_ finding: Finding) { (policy, keys) = (finding.policy, finding.subject.map(\.value)) }
  }

  private var verdicts: [Subject: Set<Finding.Verdict>] = [:]

  mutating func add(_ finding: Finding) { verdicts[Subject(finding), default: []].insert(finding.verdict) }

  func has(_ verdict: Finding.Verdict, like finding: Finding) -> Bool {
    verdicts[Subject(finding)]?.contains(verdict) == true
  }
}

/// Findings on somebody whom a line of a file names alone, by all but that line.
private struct PlacedFindings {
  private struct Key: Hashable {
    var policy: String
    var verdict: Finding.Verdict
    var keys: [String]
  }

  private var numbers: [Key: [Int]] = [:]
  /// Those that have a counterpart.
  private(set) var taken: Set<Int> = []

  init(_ findings: FindingList, _ wanted: [Int], in sources: [SourceSummary]) {
    let files = Set(sources.map(\.path))
    // The last is taken first.
    for number in wanted.reversed() {
      if let key = Self.key(findings.keyed(number), files) { numbers[key, default: []].append(number) }
    }
  }

  private static func key(_ finding: Finding, _ files: Set<String>) -> Key? {
    var isPlaced = false
    let keys = (finding.subject + finding.violating).map { key in
      let isPlace = FactStore.isPlace(key.value, in: files)
      isPlaced = isPlaced || isPlace
      return isPlace ? "" : key.value
    }
    return isPlaced ? Key(policy: finding.policy, verdict: finding.verdict, keys: keys) : nil
  }

  /// Whether there is one like a finding of the other side; each counts once.
  mutating func holds(_ finding: Finding, in files: Set<String>) -> Bool {
    guard let key = Self.key(finding, files), let number = numbers[key]?.popLast() else { return false }
    taken.insert(number)
    return true
  }
}
