import FactStore
import PolicyEngine

/// Who holds which privileged right, as far as the exports show it.
///
/// Packs fill it by rules: each derived relation whose name begins with `right.` is a part of it, with the columns `holder` and
/// `right` and, where they make sense, `email`, what the holder is called, and `place`, what the right is in. The word before the
/// next dot or underscore is the system, so that a pack may have several relations.
package struct RightsRegister: Sendable {
  /// What is certain comes first; then in order of system, holder, right and place, by the bytes of what is shown.
  package private(set) var rights: [HeldRight]
  /// Systems of which more rights may exist, held by nobody knows whom.
  package private(set) var open: [String]

  /// A register of nothing.
  package static let empty = RightsRegister(rights: [], open: [])

  package init(rights: [HeldRight], open: [String]) {
    self.rights = rights
    self.open = open
  }

  /// Files and lines that are named of one right.
  static let mostPlaces = 6
  private static let prefix = RightsPrefix("right.")

  /// Reads it off what the rules derive. A proof for each right; linear in them.
  /// - Parameter systems: those of which something was loaded; of others nobody asks.
  init(_ engine: Engine, systems: Set<String>) {
    var rights: [HeldRight] = []
    var open: Set<String> = []
    let prefix = Self.prefix
    let names = engine.checked.relations.keys.sorted().filter {
      prefix.begins($0) && systems.contains(prefix.system(of: $0))
    }
    let relations = names.compactMap { name in engine.relation(named: name).map { (prefix.system(of: name), $0) } }
    let explainer = Explainer(engine)
    let book = NameBook(engine, types: Set(relations.flatMap { $1.columns.map(\.type) }))
    for (system, relation) in relations {
      let reader = RightReader(system: system, relation: relation, explainer: explainer, names: book)
      guard reader.isRegister else { continue }
      if relation.limit != nil { open.insert(system) }
      for row in 0..<relation.certain.count {
        rights.append(reader.right(relation.certain.row(row), explainer.node(of: relation.id, row: row)))
      }
      for extra in 0..<relation.extras.count {
        let codes = relation.extras.table.row(extra)
        // Of a right of nobody in particular it is said once that there may be more.
        guard reader.knowsHolder(codes) else {
          open.insert(system)
          continue
        }
        rights.append(reader.right(codes, explainer.node(of: relation.id, row: -1 - extra)))
      }
    }
    self.init(rights: rights.sorted(by: Self.comesBefore), open: open.sorted())
  }

  private static func comesBefore(_ one: HeldRight, _ other: HeldRight) -> Bool {
    if one.isCertain != other.isCertain { return one.isCertain }
    func keys(_ right: HeldRight) -> [String] {
      [right.system, right.name.isEmpty ? right.holder : right.name, right.holder, right.right, right.place]
    }
    return keys(one).lexicographicallyPrecedes(keys(other)) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
