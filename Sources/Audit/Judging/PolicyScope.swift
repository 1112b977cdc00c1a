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

  /// Systems that say who somebody is and give no rights. To a pack that is about rights they bring nobody whom it could judge.
  private static let ofPeople: Set<String> = ["employees", "hr", "ks", "mailbox", "organisation", "person", "visma"]
  /// Personnel systems that give rights as well.
  private static let ofBoth: Set<String> = ["dfo"]

  /// A pack is out of scope when none of its systems is loaded or expected. A pack's system is the one that bears its
  /// name; a pack named after no system has those of all relations that it reads, but for those that only say who people
  /// are where each of its policies reads others too.
  init(checked: CheckedProgram, systemsInScope: Set<String>) {
    var inScope: [PolicyDeclaration] = []
    var packsOut: Set<String> = []
    var notAsked: [AuditResult.NotAsked] = []
    var read: Set<String> = []
    let sources = checked.relations.filter { $0.value.kind == .source }
    let systems = Set(sources.values.map(\.schema.system))
    let reads = checked.policies.map { policy in
      let names = PolicyReads.sources(of: policy, in: checked).names
      let own = systems.contains(policy.pack) ? [policy.pack] : Set(names.compactMap { sources[$0]?.schema.system })
      return (policy: policy, names: names, systems: own)
    }
    let people = Self.ofPeople.union(Self.ofBoth)
    let aboutPeople = Set(reads.filter { $0.systems.isSubset(of: people) }.map(\.policy.pack))
    for (policy, names, all) in reads {
      let own = aboutPeople.contains(policy.pack) ? all : all.subtracting(Self.ofPeople)
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
