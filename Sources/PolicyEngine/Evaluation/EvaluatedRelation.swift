import FactStore
import Synchronization

/// The values that a column of a relation is asked for.
struct WantedValues {
  var column: Int
  var codes: CodeSet
}

/// A relation while and after it is evaluated: its certain rows, its extras, and the indexes that plans asked for.
///
/// Changed by one thread at a time; read by many once ``isFinal``. Indexes are made on first use, under a lock.
package final class EvaluatedRelation {
  package let id: RelationID
  package let name: String
  /// The name that a policy writes: a facet's base.
  let baseName: String
  package let columns: [ColumnSchema]
  /// C(r). Shared with the fact store for sources.
  package let certain: Table
  /// P(r) ∖ C(r).
  package let extras: ExtrasTable
  /// The store's relation, for origins and holes; `nil` for what is derived or given.
  let source: SourceRelation?
  /// `holes[i]` is what extra `i` of a source stands for.
  private(set) var holes: [Hole] = []
  /// No rule adds rows any more.
  private(set) var isFinal = false
  /// First certain row of each round of its recursive component; row numbers below `roundStarts[k]` are older than
  /// round `k`.
  var certainRounds: [Int] = []
  var extraRounds: [Int] = []
  /// Where all who read the relation ask for certain values only: rows with others are not derived. Set before it is
  /// evaluated.
  var wanted: [WantedValues] = []
  /// Of a clause: how many of the first columns are the member's keys. Which members its possible rows speak of is all
  /// that is asked of them, so their other columns stay open.
  var keyCount: Int?
  /// Of a clause: the relation of the policy's members.
  var population: RelationID?
  /// Rows looked at to evaluate it, with the others of its component: kept by the first of them.
  var work = 0
  /// The limit that was hit in it or in what it reads: nothing may be concluded from it.
  package internal(set) var limit: EvaluationLimit?
  package var isLimited: Bool { limit != nil }

  private var set = RowSet()
  private let lock = Mutex<Void>(())
  // Safe: both are touched only under the lock.
  private var indexes: [[Int]: TableIndex] = [:]
  private var distinctEstimates: [Int: Double] = [:]

  package var arity: Int { columns.count }

  /// A derived relation, empty.
  init(id: RelationID, name: String, columns: [ColumnSchema]) {
    self.id = id
    self.name = name
    baseName = String(name.prefix { $0 != "?" })
    self.columns = columns
    certain = Table(arity: columns.count)
    extras = ExtrasTable(arity: columns.count)
    source = nil
  }

  /// A source relation as loaded.
  init(id: RelationID, source: SourceRelation) {
    self.id = id
    name = source.name
    baseName = source.baseName
    columns = source.columns
    certain = source.facts
    extras = ExtrasTable(arity: source.columns.count)
    self.source = source
    isFinal = true
    // The narrowest first: a wider hole does not replace it, so that a verdict can name the smallest.
    for hole in source.holes.enumerated().sorted(by: { ($0.element.width, $0.offset) < ($1.element.width, $1.offset) })
    where extras.insert(hole.element.row) {
      holes.append(hole.element)
    }
    extras.markCovered()
  }

  /// Adds the rows that an example gives, and makes it final.
  /// - Parameter keepsAbsence: whether the hole of an export that was not loaded stays open.
  func fill(with given: GivenRelation, keepsAbsence: Bool) {
    for row in given.rows { _ = row.withUnsafeBufferPointer { insertCertain($0.baseAddress ?? ExtrasTable.noCodes) } }
    for row in given.extras + (keepsAbsence ? given.absence : []) { _ = insertExtra(row) }
    finish()
  }

  /// Adds a certain row; false when it was there.
  func insertCertain(_ row: UnsafePointer<UInt32>) -> Bool {
    if arity == 0 {
      guard certain.count == 0 else { return false }
      certain.append([])
      return true
    }
    return set.insert(row, into: certain) == nil
  }

  /// Makes room for so many more certain rows.
  func reserve(_ rows: Int) {
    guard arity > 0 else { return }
    set.reserve(certain.count + rows, certain)
  }

  /// Whether a derived relation with columns has a certain row.
  func hasCertain(row: UnsafePointer<UInt32>) -> Bool { set.find(row, in: certain) != nil }

  /// The same derived relation before it was evaluated.
  func unevaluated() -> EvaluatedRelation {
    let relation = EvaluatedRelation(id: id, name: name, columns: columns)
    (relation.wanted, relation.keyCount, relation.population) = (wanted, keyCount, population)
    return relation
  }

  /// The number of a certain row, for a derived relation.
  package func findCertain(_ row: [UInt32]) -> Int? {
    if arity == 0 { return certain.count > 0 ? 0 : nil }
    if source == nil { return row.withUnsafeBufferPointer { set.find($0.baseAddress!, in: certain) } }
    var found: Int?
    forEachCertain(row) {
      found = $0
      return false
    }
    return found
  }

  /// Adds a possible row unless it is certain or covered; false when nothing was added.
  func insertExtra(_ row: [UInt32]) -> Bool {
    if !row.contains(ValueCode.any), findCertain(row) != nil { return false }
    return extras.insert(row)
  }

  /// Whether adding a possible row, or any row that it covers, would add nothing.
  func hasRow(covering row: [UInt32]) -> Bool {
    extras.covers(row) || !row.contains(ValueCode.any) && findCertain(row) != nil
  }

  func finish() {
    isFinal = true
    extras.markCovered()
  }

  /// The index on some columns, made on first use and brought up to date. Columns ascending, not empty.
  func index(_ columns: [Int]) -> TableIndex {
    lock.withLock { _ in
      if let index = indexes[columns] {
        if index.covered < certain.count { index.update() }
        return index
      }
      let index = TableIndex(certain, columns: columns, isFinal: isFinal)
      indexes[columns] = index
      return index
    }
  }

  /// Calls `body` with each certain row that fits `pattern` (`*` fits all), ascending, until it returns false.
  @discardableResult
  package func forEachCertain(_ pattern: [UInt32], below limit: Int = .max, _ body: (Int) -> Bool) -> Bool {
    let columns = pattern.indices.filter { pattern[$0] != ValueCode.any }
    var goOn = true
    if columns.isEmpty {
      for row in 0..<min(certain.count, limit) where !body(row) { return false }
      return true
    }
    index(columns).forEach(columns.map { pattern[$0] }) { row in
      guard row < limit else { return false }
      goOn = body(row)
      return goOn
    }
    return goOn
  }

  /// Whether a certain row has these codes in these columns, which ascend. `codes` has one for each.
  func hasCertain(_ columns: [Int], _ codes: UnsafePointer<UInt32>) -> Bool {
    columns.isEmpty ? certain.count > 0 : index(columns).contains(codes)
  }

  func hasCertain(_ pattern: [UInt32]) -> Bool { !forEachCertain(pattern) { _ in false } }

  /// The expected number of certain rows that agree with given values in some columns, from a sample of each column.
  func fanOut(_ bound: [Int]) -> Double {
    var rows = Double(certain.count)
    for column in bound { rows /= distinct(column) }
    return rows
  }

  private func distinct(_ column: Int) -> Double { lock.withLock { _ in estimate(column) } }

  private func estimate(_ column: Int) -> Double {
    if let known = distinctEstimates[column] { return known }
    let count = certain.count
    guard count > 0 else { return 1 }
    let step = max(1, count / 1024)
    var seen: Set<UInt32> = []
    var sampled = 0
    for row in stride(from: 0, to: count, by: step) {
      seen.insert(certain[row, column])
      sampled += 1
    }
    // Nearly all different in the sample: taken as a key. Otherwise the sample has met most of the values.
    let estimate = seen.count * 10 >= sampled * 9 ? Double(count) : Double(seen.count)
    if isFinal { distinctEstimates[column] = estimate }
    return max(1, estimate)
  }
}
