import ImportCore

/// Which unit a sub-unit belongs to, as units of the register say it.
package struct UnitTree: SurveyPart {
  /// Organisation numbers, in the order of the documents.
  package private(set) var parents: [(unit: String, parent: String)] = []

  package init() {}

  mutating func note(_ unit: String, under parent: String) { parents.append((unit, parent)) }
}

extension Survey {
  package var unitTree: UnitTree {
    get { self[UnitTree.self] }
    _modify { yield &self[UnitTree.self] }
  }
}
