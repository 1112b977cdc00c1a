import FactStore

/// The members of a policy of which a clause may still turn out to be possible, while its possible rows are derived.
///
/// All that is asked of these rows is which members they speak of, and whether there is one. A member of which the clause
/// is certain, or that has a row, needs no other one; and once that is so of all, the rest of the search finds nothing that
/// anybody asks for.
/// Memory: a byte for each member.
final class OpenMembers {
  private let clause: EvaluatedRelation
  private let population: EvaluatedRelation
  private let keys: Int
  /// By row of the population.
  private var open: [Bool]
  private var count: Int

  /// `nil` for what is no clause, and before the members are known.
  init?(_ clause: EvaluatedRelation, _ evaluation: Evaluation) {
    guard let keys = clause.keyCount, let id = clause.population, evaluation[id].isFinal, !evaluation[id].isLimited
    else { return nil }
    self.clause = clause
    population = evaluation[id]
    self.keys = keys
    count = population.certain.count
    open = Array(repeating: true, count: count)
    for row in 0..<clause.certain.count { note(clause.certain.row(row)) }
  }

  var isEmpty: Bool { count == 0 && !clause.extras.isEmpty }

  /// Whether a row of the clause would tell of no member that is still open. One with a `*` in its keys may.
  func isSettled(_ row: [UInt32]) -> Bool {
    if count == 0 { return !clause.extras.isEmpty }
    guard let key = Self.key(row, keys) else { return false }
    return population.findCertain(key).map { !open[$0] } ?? true
  }

  /// Notes a row of the clause: its member needs no other.
  func note(_ row: [UInt32]) {
    guard let key = Self.key(row, keys), let member = population.findCertain(key), open[member] else { return }
    open[member] = false
    count -= 1
  }

  /// The keys of a row, where all are known.
  private static func key(_ row: [UInt32], _ keys: Int) -> [UInt32]? {
    let key = row.count == keys ? row : Array(row[..<keys])
    return key.contains(ValueCode.any) ? nil : key
  }
}
