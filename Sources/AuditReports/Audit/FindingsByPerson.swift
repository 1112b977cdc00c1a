import Audit

/// Which findings concern one person, so that programs can read them together: by ``FindingGrouping/person(_:)``, as
/// `--by person` puts them. Four bytes are kept of each finding, and the name of whom it concerns once.
struct FindingsByPerson {
  private struct Person: Hashable {
    var type: String
    var value: String
  }

  private struct Count {
    var person: Person
    var failed = 0
    var total = 0
  }

  private var numbers: [Person: Int32] = [:]
  private var counts: [Count] = []
  /// By finding: whom it concerns, or none.
  private var whom: [Int32] = []
  private static let nobody: Int32 = -1

  mutating func add(_ finding: Finding) {
    guard let key = FindingGrouping.person(finding) else { return whom.append(Self.nobody) }
    let number = number(of: Person(type: key.type, value: key.value))
    counts[Int(number)].total += 1
    if finding.verdict == .fail { counts[Int(number)].failed += 1 }
    whom.append(number)
  }

  /// Adds those of later findings.
  mutating func add(_ other: FindingsByPerson) {
    let places = other.counts.map { count in
      let number = number(of: count.person)
      counts[Int(number)].failed += count.failed
      counts[Int(number)].total += count.total
      return number
    }
    whom += other.whom.map { $0 == Self.nobody ? $0 : places[Int($0)] }
  }

  private mutating func number(of person: Person) -> Int32 {
    if let known = numbers[person] { return known }
    let number = Int32(counts.count)
    numbers[person] = number
    counts.append(Count(person: person))
    return number
  }

  /// Whoever several of the findings concern, the worst first.
  func write(_ findings: FindingList, into json: inout JSONWriter) {
    var fingerprints: [Int: [String]] = [:]
    for (index, number) in whom.enumerated() where number != Self.nobody && counts[Int(number)].total > 1 {
      fingerprints[Int(number), default: []].append(findings.keyed(index).fingerprint)
    }
    let several = fingerprints.keys.map { (count: counts[$0], fingerprints: fingerprints[$0]!) }.sorted {
      ($1.count.failed, $1.count.total, $0.count.person.value, $0.count.person.type)
        < ($0.count.failed, $0.count.total, $1.count.person.value, $1.count.person.type)
    }
    json.key("by_person")
    json.array { json in
      for (count, fingerprints) in several {
        json.lineBreak()
        json.object { json in
          json.member("type", count.person.type)
          json.member("value", count.person.value)
          json.member("fail", count.failed)
          json.member("unverified", count.total - count.failed)
          json.member("findings", fingerprints)
        }
      }
    }
  }
}
