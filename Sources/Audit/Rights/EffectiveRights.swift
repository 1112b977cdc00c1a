import PolicyEngine

/// The relations that derive all rights, the privileged and the others.
enum EffectiveRights {
  static let prefix = RightsPrefix("effective.")

  /// Their names, sorted.
  static func relations(of engine: Engine) -> [String] {
    engine.checked.relations.keys.filter { prefix.begins($0) }.sorted()
  }

  /// Those of some systems.
  static func relations(of engine: Engine, systems: Set<String>) -> [RelationID] {
    relations(of: engine).filter { systems.contains(prefix.system(of: $0)) }.compactMap { engine.id(ofRelation: $0) }
  }
}
