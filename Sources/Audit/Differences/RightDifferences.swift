import FactStore
import Localization
import PolicyEngine

/// Which rights somebody holds on one of two sides and not on the other, and by which changed facts.
///
/// Rights are what the relations whose names begin with `effective.` derive, the privileged and the others, by whatever way.
struct RightDifferences {
  private(set) var changes: [RightChange] = []
  private(set) var untold: [String] = []
  /// Whether the later side lacks an export that the earlier had: then nothing is said to be lost.
  private let lacksExports: Bool

  private let search: CauseSearch
  private let facts: FactDifferences

  /// - Parameters:
  ///   - systems: those of which something was loaded.
  ///   - facts: what changed, for what is told of a cause.
  init(
    _ old: ComparedEngine, _ new: ComparedEngine, systems: (old: Set<String>, new: Set<String>), search: CauseSearch,
    facts: FactDifferences, lacksExports: Bool, say: Wording
  ) {
    (self.search, self.facts, self.lacksExports) = (search, facts, lacksExports)
    var limited: Set<String> = []
    for name in EffectiveRights.relations(of: new.engine) {
      let system = EffectiveRights.prefix.system(of: name)
      guard systems.old.contains(system) || systems.new.contains(system) else { continue }
      guard systems.old.contains(system), systems.new.contains(system),
        let before = old.engine.relation(named: name), let after = new.engine.relation(named: name)
      else {
        limited.insert(say("\(system): nothing of it was loaded on one of the sides"))
        continue
      }
      guard before.limit == nil, after.limit == nil else {
        limited.insert(say("\(system): there are more rights than can be compared"))
        continue
      }
      collect(before, old, isNew: false, system)
      collect(after, new, isNew: true, system)
    }
    untold = limited.sorted()
    let order = Dictionary(uniqueKeysWithValues: RightChange.Kind.allCases.enumerated().map { ($1, $0) })
    let keyed = changes.map { change in
      let right = change.right
      return (
        [
          right.system, String(order[change.kind]!), right.name.isEmpty ? right.holder : right.name, right.holder,
          right.right, right.place,
        ], change
      )
    }
    changes = keyed.sorted { one, other in
      one.0.lexicographicallyPrecedes(other.0) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }.map(\.1)
  }

  /// Adds what one side has for certain and the other has not.
  private mutating func collect(
    _ relation: EvaluatedRelation, _ side: ComparedEngine, isNew: Bool, _ system: String
  ) {
    var reader: RightReader?
    // Whoever has another address has the same rights.
    let address = relation.columns.firstIndex { $0.name == "email" }
    for row in 0..<relation.certain.count {
      let codes = relation.certain.row(row)
      let standing = side.standingThere(codes, relation, ignoring: address)
      guard standing != .certain else { continue }
      let book = reader?.names ?? NameBook(side.engine, types: Set(relation.columns.map(\.type)))
      let made = reader ?? RightReader(system: system, relation: relation, explainer: side.explainer, names: book)
      reader = made
      let proof = side.explainer.node(of: relation.id, row: row)
      let about = zip(relation.columns, codes).filter { $0.0.type.isTextual && $0.0.name != "email" }.map {
        CauseSearch.Mention($0.1, $0.0.type)
      }
      let causes = search.causes(of: [proof], isNew: isNew, about: about)
      let kind = kind(standing, isNew: isNew) { made.isGrant(causes, codes, isNew: isNew, search) }
      changes.append(
        RightChange(kind: kind, right: made.right(codes, proof), causes: facts.changes(causes)))
    }
  }

  private func kind(
    _ standing: ComparedEngine.Standing, isNew: Bool, isGrant: () -> Bool
  ) -> RightChange.Kind {
    if standing == .possible { return isNew ? .certainNow : .uncertainNow }
    if !isNew, lacksExports { return .uncertainNow }
    return switch (isNew, isGrant()) {
    case (true, true): .gained
    case (true, false): .gainedIndirectly
    case (false, true): .lost
    case (false, false): .lostIndirectly
    }
  }
}

extension RightReader {
  /// Whether one of the causes gives the right, or takes it: it names the holder, and what the right is in.
  fileprivate func isGrant(
    _ causes: [CauseSearch.Change], _ codes: [UInt32], isNew: Bool, _ search: CauseSearch
  ) -> Bool {
    func mention(_ name: String) -> CauseSearch.Mention? {
      column(name).map { CauseSearch.Mention(codes[$0], relation.columns[$0].type) }
    }
    guard let holder = mention("holder") else { return false }
    let place = mention("place")
    return causes.contains { cause in
      search.names(cause, holder, isNew: isNew) && (place.map { search.names(cause, $0, isNew: isNew) } ?? true)
    }
  }
}
