import FactStore
import PolicyEngine

/// Which policies are judged, and what they read.
struct PolicyScope {
  /// In scope, sorted by id.
  let policies: [PolicyDeclaration]
  let packsOutOfScope: [String]
  /// Those of packs that are out of scope, sorted by id.
  let notAsked: [AuditResult.NotAsked]
  private let read: Set<String>

  /// A policy is out of scope when none of its systems is loaded or expected. Its system is the one that its pack is named
  /// after, where its members come from there, and else those that they come from: members of how a system is connected come
  /// from registers. Where nothing is read for members, all that the policy reads counts.
  init(checked: CheckedProgram, systemsInScope: Set<String>) {
    var inScope: [PolicyDeclaration] = []
    var packsOut: Set<String> = []
    var notAsked: [AuditResult.NotAsked] = []
    var read: Set<String> = []
    let sources = checked.relations.filter { $0.value.kind == .source }
    let systems = Set(sources.values.map(\.schema.system))
    for policy in checked.policies {
      let names = PolicyReads.sources(of: policy, in: checked).names
      let own = Self.systems(of: policy, reading: names, systems, in: checked) { sources[$0]?.schema.system }
      if own.isEmpty || !own.isDisjoint(with: systemsInScope) {
        inScope.append(policy)
        read.formUnion(names)
      } else {
        packsOut.insert(policy.pack)
        notAsked.append(.init(policy: policy.id.text, controls: policy.controls))
      }
    }
    policies = inScope
    packsOutOfScope = packsOut.sorted()
    self.notAsked = notAsked.sorted { $0.policy < $1.policy }
    self.read = read
  }

  private static func systems(
    of policy: PolicyDeclaration, reading names: Set<String>, _ systems: Set<String>, in checked: CheckedProgram,
    system: (String) -> String?
  ) -> Set<String> {
    let ofMembers = Set(PolicyReads.sources(ofMembersOf: policy, in: checked).names.compactMap(system))
    if systems.contains(policy.pack), ofMembers.isEmpty || ofMembers.contains(policy.pack) { return [policy.pack] }
    return ofMembers.isEmpty ? Set(names.compactMap(system)) : ofMembers
  }

  func relations(store: FactStore) -> [RelationSummary] {
    read.sorted().compactMap { name in
      guard let relation = store[name] else { return nil }
      return RelationSummary(
        name: name, facts: relation.facts.count, holes: relation.holes.count, completeness: relation.completeness,
        grade: relation.grade)
    }
  }
}
