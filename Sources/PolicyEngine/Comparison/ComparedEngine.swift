import FactStore

/// One of two engines over the exports of two days, and what its exports say that the other's do not.
///
/// Relations that nobody evaluated are evaluated when they are asked for. One thread's.
package final class ComparedEngine {
  package let engine: Engine
  package let explainer: Explainer
  /// To codes of the other.
  private let translation: CodeTranslation
  /// The other.
  private weak var other: ComparedEngine?
  /// By relation: what the other lacks.
  package private(set) var changes: [RelationID: Changes] = [:]

  /// Rows of one source relation, by their numbers: facts, and extras that are holes.
  package struct Changes {
    package fileprivate(set) var facts: [Int] = []
    package fileprivate(set) var holes: [Int] = []
  }

  private init(_ engine: Engine, to other: Engine) {
    self.engine = engine
    explainer = Explainer(engine)
    translation = CodeTranslation(from: engine.store, to: other.symbols)
  }

  /// Two engines, each with what the other lacks. Linear in the facts of both. Whoever has one must keep the other as well.
  package static func pair(_ old: Engine, _ new: Engine) -> (old: ComparedEngine, new: ComparedEngine) {
    let pair = (old: ComparedEngine(old, to: new), new: ComparedEngine(new, to: old))
    pair.old.compare(with: pair.new)
    pair.new.compare(with: pair.old)
    return pair
  }

  private func compare(with other: ComparedEngine) {
    self.other = other
    for relation in engine.relations where relation.source != nil {
      let there = counterpart(relation)
      var changes = Changes()
      for row in 0..<relation.certain.count
      where there.map({ hasFact($0, translated(relation.certain.row(row), relation)) }) != true {
        changes.facts.append(row)
      }
      var shapes: Set<Shape> = []
      if let there {
        for index in there.holes.indices { shapes.insert(Shape(there, index, there.extras.table.row(index))) }
      }
      for index in relation.holes.indices {
        let shape = Shape(relation, index, translated(relation.extras.table.row(index), relation))
        if !shapes.contains(shape) { changes.holes.append(index) }
      }
      if !changes.facts.isEmpty || !changes.holes.isEmpty { self.changes[relation.id] = changes }
    }
  }

  /// A hole by what it leaves open: where that was read, and in which words it is told, is no part of it.
  private struct Shape: Hashable {
    var row: [UInt32]
    var reason: Hole.Reason

    init(_ relation: EvaluatedRelation, _ index: Int, _ row: [UInt32]) {
      self.row = row
      reason = relation.holes[index].reason
    }
  }

  // MARK: The other side

  /// The other's relation of that name, where it has the same columns; `nil` where it has none.
  package func counterpart(_ relation: EvaluatedRelation) -> EvaluatedRelation? {
    guard let there = other?.engine.relation(named: relation.name) else { return nil }
    return there.columns.map(\.type) == relation.columns.map(\.type) ? there : nil
  }

  /// A row in codes of the other.
  package func translated(_ codes: [UInt32], _ relation: EvaluatedRelation) -> [UInt32] {
    zip(codes, relation.columns).map { translation.code($0, $1.type) }
  }

  /// A code in those of the other.
  package func translated(_ code: UInt32, _ type: ValueType) -> UInt32 { translation.code(code, type) }

  /// Whether the other has a certain row; where one of its values is a place in a file, one like it.
  private func hasFact(_ there: EvaluatedRelation, _ row: [UInt32]) -> Bool {
    row.contains(ValueCode.any) ? !there.forEachCertain(row) { _ in false } : there.findCertain(row) != nil
  }

  /// What the other says of a row.
  package enum Standing { case certain, possible, absent }

  /// - Parameter ignored: a column that does not matter: what somebody is called, say.
  package func standingThere(
    _ codes: [UInt32], _ relation: EvaluatedRelation, ignoring ignored: Int? = nil
  ) -> Standing {
    guard let there = counterpart(relation) else { return .absent }
    var row = translated(codes, relation)
    if let ignored { row[ignored] = ValueCode.any }
    // Of a row that leaves something open, a certain one like it says nothing: what is open there is asked.
    let isKnown = codes.indices.allSatisfy { $0 == ignored || codes[$0] != ValueCode.any }
    if isKnown, hasFact(there, row) { return .certain }
    guard let ignored else { return there.extras.covers(row) ? .possible : .absent }
    var isPossible = false
    there.extras.forEachMatch(row) { extra in
      isPossible = row.indices.allSatisfy { column in
        let code = there.extras.table[extra, column]
        return column == ignored || code == ValueCode.any || code == row[column]
      }
      return !isPossible
    }
    return isPossible ? .possible : .absent
  }

  /// Whether a fact or a hole is one that the other lacks.
  func isChange(_ leaf: ProofLeaf) -> Bool {
    guard let changes = changes[leaf.relation] else { return false }
    return leaf.isHole ? changes.holes.containsSorted(-1 - leaf.row) : changes.facts.containsSorted(leaf.row)
  }
}

extension [Int] {
  /// Whether an ascending list has a number.
  fileprivate func containsSorted(_ number: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}

// MARK: - What changed, by relation

extension ComparedEngine {
  /// Stored relations of which the other lacks something: `relation`, or `relation?column` for a facet.
  package var changedRelations: [String] { changes.keys.map { engine.relations[$0.raw].name } }

  /// What the other lacks of a stored relation: facts in the order in which they were read, then holes.
  package func changes(ofRelation name: String) -> [ProofLeaf] {
    guard let relation = engine.relation(named: name), let changes = changes[relation.id] else { return [] }
    return changes.facts.map { ProofLeaf(relation: relation.id, row: $0) }
      + changes.holes.map { ProofLeaf(relation: relation.id, row: -1 - $0) }
  }

  /// The codes of a fact.
  package func codes(_ leaf: ProofLeaf) -> [UInt32] { engine.relations[leaf.relation.raw].certain.row(leaf.row) }

  /// The same in codes of the other.
  package func codesThere(_ leaf: ProofLeaf) -> [UInt32] {
    translated(codes(leaf), engine.relations[leaf.relation.raw])
  }

  /// The values of a fact where those of another differ: `write: true`.
  /// - Parameter other: a fact of the other side, of the same relation.
  package func values(of leaf: ProofLeaf, unlike other: [UInt32]) -> String {
    let relation = engine.relations[leaf.relation.raw]
    let here = codes(leaf)
    let there = codesThere(leaf)
    return relation.columns.indices.filter { there[$0] != other[$0] }.map {
      "\(relation.columns[$0].name): \(engine.text(here[$0], relation.columns[$0].type))"
    }.joined(separator: ", ")
  }

  package func arity(of leaf: ProofLeaf) -> Int { engine.relations[leaf.relation.raw].arity }

  /// The columns that tell the rows of its relation apart; `nil` where no schema says so.
  package func keyColumns(of leaf: ProofLeaf) -> [Int]? {
    let relation = engine.relations[leaf.relation.raw]
    guard let schema = engine.store.schemas[relation.baseName] else { return nil }
    let isFacet = relation.name != relation.baseName
    let key = isFacet ? schema.facetKey.map(\.name) : schema.key
    let columns = key.compactMap { name in relation.columns.firstIndex { $0.name == name } }
    return columns.isEmpty || columns.count < key.count ? nil : columns
  }
}
