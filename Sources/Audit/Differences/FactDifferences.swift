import FactStore
import Localization
import PolicyEngine

/// Every fact and hole that the exports of one side have and those of the other lack, in words. A fact that stands in the place
/// of another, as far as its key or all of its columns but one say so, is one change with it.
struct FactDifferences {
  /// By relation and text.
  private(set) var changes: [FactChange] = []
  private var places: [CauseSearch.Change: Int] = [:]

  /// - Parameter catalogues: what a change of a relation is called, where it is a catalogue of others.
  init(_ old: ComparedEngine, _ new: ComparedEngine, catalogues: [String: String]) {
    var found: [(change: FactChange, leaves: [CauseSearch.Change])] = []
    let say = Wording(.en)
    func evidence(_ change: CauseSearch.Change) -> Evidence {
      let text = (change.isNew ? new : old).explainer.text(of: change.leaf)
      return Evidence(
        fact: text.reason.map { "\(text.statement): \(say($0))" } ?? text.statement, path: text.origin?.path ?? "",
        line: text.origin?.line ?? 0, pointer: text.origin?.pointer ?? "", isHole: change.leaf.isHole)
    }
    for relation in Set(old.changedRelations + new.changedRelations).sorted() {
      let (before, goneAgain) = Self.once(old.changes(ofRelation: relation), old)
      let (after, comeAgain) = Self.once(new.changes(ofRelation: relation), new)
      let pairing = PairFacts(old, before.filter { !$0.isHole }, new, after.filter { !$0.isHole })
      let base = String(relation.prefix { $0 != "?" })
      func add(_ gone: ProofLeaf?, _ come: ProofLeaf?) {
        let leaves =
          (gone.map { [$0] + goneAgain[$0, default: []] } ?? []).map { CauseSearch.Change(isNew: false, leaf: $0) }
          + (come.map { [$0] + comeAgain[$0, default: []] } ?? []).map { CauseSearch.Change(isNew: true, leaf: $0) }
        var change = FactChange(
          relation: base, old: gone.map { evidence(.init(isNew: false, leaf: $0)) },
          new: come.map { evidence(.init(isNew: true, leaf: $0)) }, catalogue: catalogues[base])
        if let gone, let come { change.was = old.values(of: gone, unlike: new.codes(come)) }
        found.append((change, leaves))
      }
      for (gone, come) in pairing.pairs { add(gone, come) }
      for leaf in pairing.gone + before.filter(\.isHole) { add(leaf, nil) }
      for leaf in pairing.come + after.filter(\.isHole) { add(nil, leaf) }
    }
    let sorted = found.map { (key: $0.change.sortKey, entry: $0) }.sorted {
      $0.key.lexicographicallyPrecedes($1.key) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    for (_, entry) in sorted {
      for leaf in entry.leaves { places[leaf] = changes.count }
      changes.append(entry.change)
    }
  }

  /// Each fact once, though several documents say it, and the others by the first.
  private static func once(
    _ leaves: [ProofLeaf], _ side: ComparedEngine
  ) -> (first: [ProofLeaf], again: [ProofLeaf: [ProofLeaf]]) {
    var first: [ProofLeaf] = []
    var again: [ProofLeaf: [ProofLeaf]] = [:]
    var known: [[UInt32]: ProofLeaf] = [:]
    for leaf in leaves {
      if leaf.isHole {
        first.append(leaf)
      } else if let one = known[side.codes(leaf)] {
        again[one, default: []].append(leaf)
      } else {
        known[side.codes(leaf)] = leaf
        first.append(leaf)
      }
    }
    return (first, again)
  }

  /// The changes that some leaves belong to, each once, in their order.
  func changes(_ leaves: [CauseSearch.Change]) -> [FactChange] {
    var seen: Set<Int> = []
    return leaves.compactMap { leaf in
      guard let place = places[leaf], seen.insert(place).inserted else { return nil }
      return changes[place]
    }
  }
}

extension FactChange {
  fileprivate var sortKey: [String] { [relation, (new ?? old)?.fact ?? "", old == nil ? "1" : "0"] }
}

/// Which gone facts of one relation have another in their place.
private struct PairFacts {
  private(set) var pairs: [(ProofLeaf, ProofLeaf)] = []
  private(set) var gone: [ProofLeaf]
  private(set) var come: [ProofLeaf]

  /// Facts that are held against each other column by column; of more, the key alone tells.
  private static let most = 20_000

  init(_ old: ComparedEngine, _ before: [ProofLeaf], _ new: ComparedEngine, _ after: [ProofLeaf]) {
    (gone, come) = (before, after)
    guard let first = before.first ?? after.first, !before.isEmpty, !after.isEmpty else { return }
    let side = before.isEmpty ? new : old
    let width = side.arity(of: first)
    if let key = side.keyColumns(of: first), key.count < width {
      pair(old, new, columns: key)
    } else if width > 1, max(before.count, after.count) <= Self.most {
      // What a fact is of comes first: where that is another, nothing stands in its place.
      for column in (1..<width).reversed() { pair(old, new, columns: (0..<width).filter { $0 != column }) }
    }
  }

  /// Pairs what alone has some values on either side.
  private mutating func pair(_ old: ComparedEngine, _ new: ComparedEngine, columns: [Int]) {
    func byValues(_ leaves: [ProofLeaf], _ codes: (ProofLeaf) -> [UInt32]) -> [[UInt32]: [ProofLeaf]] {
      Dictionary(grouping: leaves) { leaf in
        let row = codes(leaf)
        return columns.map { row[$0] }
      }
    }
    let before = byValues(gone) { old.codesThere($0) }
    let after = byValues(come) { new.codes($0) }
    var paired: Set<ProofLeaf> = []
    var taken: Set<ProofLeaf> = []
    for leaf in gone {
      let row = old.codesThere(leaf)
      let key = columns.map { row[$0] }
      guard before[key]?.count == 1, let other = after[key], other.count == 1 else { continue }
      pairs.append((leaf, other[0]))
      paired.insert(leaf)
      taken.insert(other[0])
    }
    gone.removeAll { paired.contains($0) }
    come.removeAll { taken.contains($0) }
  }
}
