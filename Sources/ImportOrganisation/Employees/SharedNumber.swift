import FactStore
import ImportCore

/// The people who have one employee number, and what the lists leave open of them.
struct SharedNumber: Sendable {
  /// What each row calls its person, by path and line.
  private(set) var names: [Row: String] = [:]
  /// People of whom nothing says whether they are another one with the number.
  private(set) var doubtful: Set<String> = []
  /// Employments that another list has with other days, so that their end is not known.
  private(set) var superseded: Set<Row> = []

  struct Row: Hashable, Sendable {
    var path: String
    var line: Int
  }

  /// The time grows with the number of rows times the number of lists.
  /// - Parameter isMapped: a mapping has employments of somebody with the bare number.
  init(_ number: String, _ sightings: [EmployeeNumbers.Sighting], isMapped: Bool) {
    let people = Self.people(sightings)
    let rows = sightings.map { Row(path: $0.path, line: $0.line) }
    name(number, people, rows, isMapped: isMapped)
    if people.count > 1 {
      let evidence = people.map { Evidence($0.map { sightings[$0].evidence }) }
      for index in people.indices
      where people.indices.contains(where: { $0 != index && !evidence[$0].isOfAnother(than: evidence[index]) }) {
        doubtful.insert(names[rows[people[index][0]]]!)
      }
    }
    if isMapped { doubtful.formUnion(names.values) }
    for person in people { supersede(person.map { sightings[$0] }) }
  }

  /// The rows of each person, by position: rows of one list, joined with those of others by what they have in common.
  private static func people(_ sightings: [EmployeeNumbers.Sighting]) -> [[Int]] {
    var groups: [[Int]] = []
    let lists = Dictionary(grouping: sightings.indices) { sightings[$0].path }
    for path in lists.keys.sorted() {
      let rows = lists[path]!
      let parts = Components.of(rows) { sightings[$0].evidence.looseKeys }
      // Rows of a number and days alone belong to whoever has the number, where that is one.
      let isTwo = parts.filter { $0.contains { sightings[$0].evidence.isTelling } }.count > 1
      groups += isTwo || tokens(rows, sightings).count > 1 ? parts : [rows]
    }
    let joined = Components.of(Array(groups.indices)) { group in groups[group].flatMap { sightings[$0].evidence.keys } }
    return joined.flatMap { part -> [[Int]] in
      let rows = part.flatMap { groups[$0] }
      if tokens(rows, sightings).count < 2 { return [rows] }
      // What a name joins, identity numbers part again; rows without one are nobody's for certain.
      let parts = Dictionary(grouping: rows) { sightings[$0].evidence.token }
      return parts.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
  }

  /// What all rows of one person say.
  private struct Evidence {
    let tokens: Set<String>
    let marks: Set<String>

    init(_ rows: [PersonEvidence]) {
      tokens = Set(rows.compactMap(\.token))
      marks = Set(rows.flatMap(\.looseKeys))
    }

    /// Two identity numbers and nothing in common. One person may have had a provisional number before.
    func isOfAnother(than other: Self) -> Bool {
      !tokens.isEmpty && !other.tokens.isEmpty && tokens.isDisjoint(with: other.tokens)
        && marks.isDisjoint(with: other.marks)
    }
  }

  private static func tokens(_ rows: [Int], _ sightings: [EmployeeNumbers.Sighting]) -> Set<String> {
    Set(rows.compactMap { sightings[$0].evidence.token })
  }

  /// One person keeps the number, unless a mapping means somebody by it; of several each has the name of its first list beside it, and the line where two of them
  /// are in that list.
  private mutating func name(_ number: String, _ people: [[Int]], _ rows: [Row], isMapped: Bool) {
    var count: [String: Int] = [:]
    let firsts = people.map { $0.map { rows[$0] }.min { ($0.path, $0.line) < ($1.path, $1.line) }! }
    for first in firsts { count[first.path, default: 0] += 1 }
    for (person, first) in zip(people, firsts) {
      let place = count[first.path]! > 1 ? "\(first.path), line \(first.line)" : first.path
      for row in person { names[rows[row]] = people.count == 1 && !isMapped ? number : "\(number) (\(place))" }
    }
  }

  /// Marks the employments of one person that go on after all that another list has of the person have ended, and began
  /// before that: they may be what that list calls by another day. Where the other list has the employment itself, its
  /// rows are compared; where this list has all of the other's, it only knows more.
  private mutating func supersede(_ rows: [EmployeeNumbers.Sighting]) {
    let lists = Dictionary(grouping: rows, by: \.path)
    guard lists.count > 1 else { return }
    let held = lists.mapValues { Set($0.compactMap(\.employment)) }
    let ended = lists.compactMap { path, rows in Self.lastDay(rows).map { (path: path, day: $0, held: held[path]!) } }
    for row in rows {
      let own = held[row.path]!
      let isInDoubt = ended.contains { other in
        other.path != row.path && !other.held.isSubset(of: own)
          && row.employment.map { !other.held.contains($0) } ?? true && Self.spans(row, other.day)
      }
      if isInDoubt { superseded.insert(Row(path: row.path, line: row.line)) }
    }
  }

  /// The last day of the last employment; `nil` where one is open or its end cannot be read.
  private static func lastDay(_ rows: [EmployeeNumbers.Sighting]) -> CalendarDate? {
    let days = rows.compactMap { row -> CalendarDate? in if case .value(.date(let day)) = row.end { day } else { nil } }
    return days.count == rows.count ? days.max() : nil
  }

  /// Whether the employment may have begun by the day, and goes on after it.
  private static func spans(_ row: EmployeeNumbers.Sighting, _ day: CalendarDate) -> Bool {
    if case .value(.date(let start)) = row.start, start > day { return false }
    switch row.end {
    case .value(.date(let end)): return end > day
    case .none: return true
    default: return false
    }
  }
}

/// Things that are joined by what they have in common.
enum Components {
  /// The parts of `items` that keys connect, each in order, by their first.
  static func of(_ items: [Int], keys: (Int) -> [String]) -> [[Int]] {
    var parent = Array(items.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    var owner: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      for key in keys(item) {
        guard let other = owner[key] else {
          owner[key] = index
          continue
        }
        let (first, second) = (root(index), root(other))
        parent[max(first, second)] = min(first, second)
      }
    }
    var parts: [Int: [Int]] = [:]
    for (index, item) in items.enumerated() { parts[root(index), default: []].append(item) }
    return parts.sorted { $0.key < $1.key }.map(\.value)
  }
}
