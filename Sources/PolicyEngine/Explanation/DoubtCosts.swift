import FactStore

/// How dear a doubt is: an absent export is dearer than any hole, a wide hole dearer than a narrow one.
package struct DoubtCost: Comparable, Sendable {
  /// Of the dearest hole that the doubt rests on: no other settles it alone.
  package var dearest: Int
  /// Of all holes that a derivation rests on itself.
  package var total: Int

  package static let none = DoubtCost(dearest: 0, total: 0)

  package static func < (left: Self, right: Self) -> Bool {
    (left.dearest, left.total) < (right.dearest, right.total)
  }
}

/// Works out what possible rows and derivations cost, each row once.
///
/// A derivation costs as its dearest premise, and a row as its cheapest derivation: a proof that rests on an absent export
/// and on a small hole waits for the export.
struct DoubtCosts {
  /// What an absent export costs beside its `*`.
  static let absent = 1_000
  /// Rules under each other that are looked through; further down a row costs as what it leaves open.
  private static let depthLimit = 40

  let engine: Engine
  let memory: ExplanationMemory
  /// The cheapest derivation of a possible row.
  let derivation: (RelationID, _ row: Int) -> Derivation?

  func cost(of derivation: Derivation) -> DoubtCost {
    var cost = DoubtCost.none
    func add(_ dearest: Int) {
      cost.dearest = max(cost.dearest, dearest)
      cost.total += dearest
    }
    var ordinal = 0
    for literal in derivation.rule.body {
      switch literal.step {
      case .match(let atom):
        let row = derivation.matched[ordinal]
        ordinal += 1
        if row < 0 { add(self.cost(of: atom.relation, extra: -1 - row)) }
      case .absent(let atom):
        // One row that may exist is enough.
        let pattern = atom.terms.map { $0.map { derivation.codes[$0] } ?? ValueCode.any }
        if let row = smallestExtra(of: atom.relation, pattern) { add(self.cost(of: atom.relation, extra: row)) }
      case .notExists(let subquery): if let cost = openness(subquery.relations) { add(cost) }
      case .aggregate(let aggregate):
        if !derivation.intervals[aggregate.slot].isPoint, let cost = openness(aggregate.subquery.relations) {
          add(cost)
        }
      default: continue
      }
    }
    return cost
  }

  /// The narrowest extra that fits a pattern, the first of them.
  func smallestExtra(of id: RelationID, _ pattern: [UInt32]) -> Int? {
    let extras = engine.evaluated(id).extras
    var smallest: (width: Int, row: Int)?
    extras.forEachMatch(pattern) { row in
      let width = Self.width(extras.table.row(row))
      if smallest == nil || (width, row) < smallest! { smallest = (width, row) }
      return true
    }
    return smallest?.row
  }

  /// What it costs that a nested body is open: the least that is open in what it reads.
  private func openness(_ relations: [RelationID]) -> Int? {
    relations.compactMap { id in
      let extras = engine.evaluated(id).extras
      return (0..<min(extras.count, 20)).map { cost(of: id, extra: $0) }.min()
    }.min()
  }

  func cost(of id: RelationID, extra: Int) -> Int {
    if let known = memory.costs[id]?[extra] { return known }
    let relation = engine.relations[id.raw]
    let width = Self.width(relation.extras.table.row(extra))
    if case .hole(_, let source) = relation.notKnown(extra) {
      let cost = 1 + width + (source.completeness == .absent ? Self.absent : 0)
      memory.costs[id, default: [:]][extra] = cost
      return cost
    }
    guard memory.costDepth < Self.depthLimit else { return 1 + width }
    memory.costDepth += 1
    defer { memory.costDepth -= 1 }
    let cost = derivation(id, -1 - extra).map { self.cost(of: $0).dearest } ?? 1 + width
    memory.costs[id, default: [:]][extra] = cost
    return cost
  }

  private static func width(_ row: [UInt32]) -> Int { row.count { $0 == ValueCode.any } }
}
