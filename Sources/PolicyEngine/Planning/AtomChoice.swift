/// Which of the atoms that are left comes next: the one with the fewest rows to go through for what is known, ties as
/// written.
struct AtomChoice {
  let order: OrderLiterals
  let atoms: [(ordinal: Int, atom: LoweredAtom)]
  /// What may narrow the rows of an atom by an equation.
  let conditions: [Step<LoweredAtom, Subquery>]
  let sides: [Int: AtomPlan.Side]
  let stars: UInt32

  /// So many rows are gone through for each combination of what is bound before a plan looks for members instead.
  private static let longScan = 64.0

  /// - Parameter known: the registers that hold a value by now, and no `*`.
  func next(known: Set<Int>, isFirst: Bool) -> Int? {
    if let driver = atoms.indices.first(where: { side($0) == .recent }) { return driver }
    if let driver = atoms.indices.first(where: { side($0) == .extras }) {
      if order.startsWithExtras || !isFirst { return driver }
      return before(driver, known: known) ?? driver
    }
    let equal = order.countsExtras ? Set(order.equations(conditions, known: known).keys) : []
    let costs = atoms.indices.map { cost(of: $0, known.union(equal)) }
    guard let best = atoms.indices.min(by: { costs[$0] < costs[$1] }) else { return nil }
    if costs[best] < Self.longScan || !columns(of: best, known).isEmpty { return best }
    // Nothing leads from what is known to an atom: every order of those left goes through all their combinations, but one
    // that has a member first may stop at the first that is found for it.
    let ofMembers = atoms.indices.filter { at in
      registers(of: at).contains { order.members.contains($0) && !known.contains($0) }
    }
    return ofMembers.min { costs[$0] < costs[$1] } ?? best
  }

  /// An atom from which an equation leads to the extras, where none leads back: its rows and the extras that fit them are
  /// fewer than the extras with all of its rows.
  private func before(_ driver: Int, known: Set<Int>) -> Int? {
    let extras = cost(of: driver, known)
    let behind = known.union(
      atoms[driver].atom.terms.enumerated().compactMap { stars & (1 << UInt32($0.offset)) == 0 ? $0.element : nil })
    let leading = atoms.indices.filter { at in
      guard at != driver else { return false }
      let then = known.union(registers(of: at))
      let equal = Set(order.equations(conditions, known: then).keys)
      let narrowed = columns(of: driver, equal.subtracting(known)).contains { stars & (1 << UInt32($0)) == 0 }
      let here = cost(of: at, known) * (1 + cost(of: driver, then.union(equal)))
      return narrowed && here < extras * (1 + cost(of: at, behind))
    }
    return leading.min { cost(of: $0, known) < cost(of: $1, known) }
  }

  private func side(_ at: Int) -> AtomPlan.Side { sides[atoms[at].ordinal] ?? .all }

  private func registers(of at: Int) -> Set<Int> { Set(atoms[at].atom.terms.compactMap { $0 }) }

  private func columns(of at: Int, _ bound: Set<Int>) -> [Int] {
    let terms = atoms[at].atom.terms
    return terms.indices.filter { column in terms[column].map { bound.contains($0) } ?? false }
  }

  /// How many rows an atom is expected to go through for one binding of what is bound.
  private func cost(of at: Int, _ bound: Set<Int>) -> Double {
    let relation = atoms[at].atom.relation
    let columns = columns(of: at, bound)
    if side(at) == .extras {
      return order.statistics.extrasFanOut(of: relation, stars: stars, boundColumns: columns)
    }
    let certain = order.statistics.fanOut(of: relation, boundColumns: columns)
    // Where something leads to it, a `*` among its rows is as likely as not; where nothing does, all are gone through.
    guard order.countsExtras, columns.isEmpty else { return certain }
    return certain + order.statistics.extrasFanOut(of: relation, stars: nil, boundColumns: [])
  }
}
