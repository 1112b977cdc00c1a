import FactStore

/// A policy as relations: who is judged, and which rules apply to whom.
package struct CompiledPolicy {
  package let policy: PolicyDeclaration
  /// The `for` names.
  package let keys: [ColumnSchema]
  package let population: RelationID
  package let fails: [CompiledFinding]
  package let unverifieds: [CompiledFinding]
  package let excepts: [CompiledFinding]

  /// Everything that the verdicts read.
  package var relations: [RelationID] { [population] + (fails + unverifieds + excepts).map(\.relation) }
}

/// One `fail`, `unverified` or `except` clause: a relation of the subject's keys and the violating key.
package struct CompiledFinding {
  package let clause: PolicyDeclaration.Finding
  package let relation: RelationID
  /// The `per` names that are not subject names.
  package let violating: [ColumnSchema]
  /// Entities that the clause's own body binds beside the names of a finding: one finding stands for all of them.
  package let grouped: [ColumnSchema]
}

/// A hidden relation with its rules: the members of a policy, or those that one of its clauses speaks of.
struct PolicyRelation {
  var name: String
  var columns: [ColumnSchema]
  var rules: [LoweredRule]
  /// Of a clause: how many of the first columns are keys, and the relation of the members that it is asked about.
  var clause: (keyCount: Int, population: RelationID)?
}
