import FactStore
import PolicyEngine

/// Which policies are judged, and what they read.
struct PolicyScope {
  /// In scope, sorted by id.
  let policies: [PolicyDeclaration]
  /// Packs of which no policy is in scope.
  let packsOutOfScope: [String]
  /// Those of packs that are out of scope, sorted by id.
  let notAsked: [AuditResult.NotAsked]
  private let read: Set<String>

  /// Packs about the rights of all systems together. Lists of people alone give nobody a right, so that they do not bring these in;
  /// of any other pack they may be what its members are drawn from.
  private static let ofRights: Set<String> = ["sod"]
  /// Systems that say who somebody is and give no rights.
  private static let ofPeople: Set<String> = ["employees", "hr", "ks", "mailbox", "organisation", "person", "visma"]

  /// A pack is out of scope when none of its systems is loaded or expected. A pack's system is the one that bears its
  /// name; a pack named after no system has those of all relations that it reads, but for those that only say who people
  /// are where it is about rights.
  init(checked: CheckedProgram, systemsInScope: Set<String>) {
    var inScope: [PolicyDeclaration] = []
    var packsOut: Set<String> = []
    var notAsked: [AuditResult.NotAsked] = []
    var read: Set<String> = []
    let sources = checked.relations.filter { $0.value.kind == .source }
    let systems = Set(sources.values.map(\.schema.system))
    for policy in checked.policies {
      let names = PolicyReads.sources(of: policy, in: checked).names
      var own = systems.contains(policy.pack) ? [policy.pack] : Set(names.compactMap { sources[$0]?.schema.system })
      if Self.ofRights.contains(policy.pack) { own.subtract(Self.ofPeople) }
      if own.isEmpty || !own.isDisjoint(with: systemsInScope) {
        inScope.append(policy)
        read.formUnion(names)
      } else {
        packsOut.insert(policy.pack)
        notAsked.append(.init(policy: policy.id.text, controls: policy.controls))
      }
    }
    policies = inScope
    packsOutOfScope = packsOut.subtracting(inScope.map(\.pack)).sorted()
    self.notAsked = notAsked.sorted { $0.policy < $1.policy }
    self.read = read
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
