import FactStore

/// Finds which changed facts let something hold over the one exports and not over the other.
///
/// A step of a proof that the other side has as well needs no cause, and is not looked into: what is left ends at facts that
/// the other side lacks. Where a step rests on the absence of rows, the cause stands on the other side, in the proof of the rows
/// that are there.
package struct CauseSearch {
  /// A fact or a hole that one side has and the other lacks.
  package struct Change: Hashable {
    /// Whether the later exports have it.
    package let isNew: Bool
    package let leaf: ProofLeaf
    package init(isNew: Bool, leaf: ProofLeaf) { (self.isNew, self.leaf) = (isNew, leaf) }
  }

  /// What something is about: values that facts may name.
  package struct Mention {
    package var code: UInt32
    package var type: ValueType
    package init(_ code: UInt32, _ type: ValueType) { (self.code, self.type) = (code, type) }
  }

  private let old: ComparedEngine
  private let new: ComparedEngine
  /// Rows of the other side that are looked at where some must not be there.
  private static let mostRows = 8
  /// Causes that are told of one thing.
  static let mostCauses = 50
  /// Steps of all proofs that are looked into.
  private static let mostSteps = 20_000

  package init(old: ComparedEngine, new: ComparedEngine) { (self.old, self.new) = (old, new) }

  /// The causes of something that one side proves and the other does not, in the order of the proof. Empty where no fact is
  /// another: rules or parameters are.
  /// - Parameters:
  ///   - isNew: whether the later side proves it.
  ///   - about: what it is about, in codes of the side that proves it.
  package func causes(of proofs: [ProofNode], isNew: Bool, about: [Mention]) -> [Change] {
    var walk = Walk(search: self)
    for proof in proofs { walk.lookInto(proof, isNew: isNew, isTop: true) }
    if walk.found.isEmpty {
      // Something that must not hold did, and it is not known which row of it.
      walk.addFacts(of: walk.searched, naming: about, isNew: isNew)
    }
    return walk.found
  }

  /// Facts of some relations that changed, on either side, and name one of some things: where no proof tells more.
  package func changes(of relations: Set<String>, naming about: [Mention], isNew: Bool) -> [Change] {
    var walk = Walk(search: self)
    let engine = side(isNew).engine
    walk.addFacts(
      of: Set(engine.relations.filter { relations.contains($0.baseName) }.map(\.id)), naming: about, isNew: isNew)
    return walk.found
  }

  /// Whether a changed fact names something.
  /// - Parameter isNew: on which side the value's code is one.
  package func names(_ change: Change, _ mention: Mention, isNew: Bool) -> Bool {
    let side = side(change.isNew)
    let relation = side.engine.relations[change.leaf.relation.raw]
    let code = change.isNew == isNew ? mention.code : self.side(isNew).translated(mention.code, mention.type)
    let row = Self.row(change.leaf, relation)
    return relation.columns.indices.contains { relation.columns[$0].type == mention.type && row[$0] == code }
  }

  private func side(_ isNew: Bool) -> ComparedEngine { isNew ? new : old }

  private static func row(_ leaf: ProofLeaf, _ relation: EvaluatedRelation) -> [UInt32] {
    leaf.isHole ? relation.extras.table.row(-1 - leaf.row) : relation.certain.row(leaf.row)
  }

  /// One way through proofs of both sides.
  private struct Walk {
    let search: CauseSearch
    private(set) var found: [Change] = []
    /// Relations in which something must not be, on the side that proves it, and which rows is not known.
    private(set) var searched: Set<RelationID> = []
    private var seen: Set<Change> = []
    private var visited: Set<Visit> = []
    private var steps = 0

    private struct Visit: Hashable {
      var isNew: Bool
      var relation: RelationID
      var codes: [UInt32]
    }

    init(search: CauseSearch) { self.search = search }

    private mutating func add(_ leaf: ProofLeaf, isNew: Bool) {
      let change = Change(isNew: isNew, leaf: leaf)
      guard found.count < CauseSearch.mostCauses, seen.insert(change).inserted else { return }
      found.append(change)
    }

    mutating func lookInto(_ node: ProofNode, isNew: Bool, isTop: Bool = false) {
      steps += 1
      guard steps < CauseSearch.mostSteps else { return }
      let here = search.side(isNew)
      switch node.step {
      case .fact, .hole:
        guard let row = node.row, let number = row.number else { return }
        let leaf = ProofLeaf(relation: row.relation, row: number)
        if here.isChange(leaf) { add(leaf, isNew: isNew) }
      case .rule:
        if !isTop, let row = node.row {
          guard visited.insert(Visit(isNew: isNew, relation: row.relation, codes: row.codes)).inserted else { return }
          let standing = here.standingThere(row.codes, here.engine.relations[row.relation.raw])
          if standing == .certain || standing == .possible && !node.isCertain { return }
        }
        for premise in node.premises { lookInto(premise, isNew: isNew) }
      case .noRow:
        for premise in node.premises { lookInto(premise, isNew: isNew) }
        if let row = node.row { lookForRows(row, isNew: isNew) }
      case .noBody(_, let relations):
        for premise in node.premises { lookInto(premise, isNew: isNew) }
        searched.formUnion(relations.flatMap { here.engine.sources(behind: $0) })
      case .aggregate:
        for premise in node.premises { lookInto(premise, isNew: isNew) }
      case .given, .condition, .cut: return
      }
    }

    /// Looks on the other side for rows that the one side must not have.
    private mutating func lookForRows(_ row: ProofNode.Row, isNew: Bool) {
      let here = search.side(isNew)
      let there = search.side(!isNew)
      let relation = here.engine.relations[row.relation.raw]
      guard let other = here.counterpart(relation) else { return }
      let pattern = here.translated(row.codes, relation)
      var rows: [Int] = []
      other.forEachCertain(pattern) { row in
        rows.append(row)
        return rows.count < CauseSearch.mostRows
      }
      other.extras.forEachMatch(pattern) { extra in
        rows.append(-1 - extra)
        return rows.count < 2 * CauseSearch.mostRows
      }
      for number in rows { lookInto(there.explainer.node(of: other.id, row: number), isNew: !isNew) }
    }

    /// Adds what changed in some relations and names what this is about.
    /// - Parameter relations: sources, on the side that proves it.
    mutating func addFacts(of relations: Set<RelationID>, naming about: [Mention], isNew: Bool) {
      let here = search.side(isNew)
      let names = Set(relations.map { here.engine.relations[$0.raw].name })
      for isOnNew in [isNew, !isNew] {
        let side = search.side(isOnNew)
        let mentions = about.map { mention in
          isOnNew == isNew ? mention : Mention(here.translated(mention.code, mention.type), mention.type)
        }
        for (id, changes) in side.changes.sorted(by: { $0.key < $1.key })
        where names.contains(side.engine.relations[id.raw].name) {
          let relation = side.engine.relations[id.raw]
          for number in changes.facts + changes.holes.map({ -1 - $0 }) {
            let leaf = ProofLeaf(relation: id, row: number)
            let row = CauseSearch.row(leaf, relation)
            let isNamed = mentions.contains { mention in
              relation.columns.indices.contains { relation.columns[$0].type == mention.type && row[$0] == mention.code }
            }
            if isNamed { add(leaf, isNew: isOnNew) }
          }
        }
      }
    }
  }
}

extension Engine {
  /// The source relations that a relation rests on, itself where it is one.
  func sources(behind id: RelationID) -> Set<RelationID> {
    var sources: Set<RelationID> = []
    var seen: Set<RelationID> = [id]
    var pending = [id]
    while let next = pending.popLast() {
      if relations[next.raw].source != nil { sources.insert(next) }
      for rule in program.rules[next] ?? [] {
        for read in rule.relations where seen.insert(read).inserted { pending.append(read) }
      }
    }
    return sources
  }
}
