/// Which relations policies read, for those who decide what is in scope.
public enum PolicyReads {
  /// Names of relations (and parameters) that a body mentions, at any depth, sorted.
  public static func relations(in body: [Literal]) -> [String] {
    Set(RelationUse.all(in: body).map(\.relation.text)).sorted()
  }

  /// The source relations that a policy rests on, through all rules.
  public struct Sources: Sendable {
    /// All of them.
    public var names: Set<String> = []
    /// Those that are read with `optional` somewhere.
    public var optional: Set<String> = []
  }

  /// Linear in the rules that the policy reads.
  public static func sources(of policy: PolicyDeclaration, in checked: CheckedProgram) -> Sources {
    sources(behind: RelationUse.all(in: policy), in: checked)
  }

  /// The source relations behind what some body reads.
  static func sources(behind uses: [RelationUse], in checked: CheckedProgram) -> Sources {
    var sources = Sources()
    var seen: Set<String> = []
    var pending = uses
    while let use = pending.popLast() {
      let name = use.relation.text
      // A parameter is read as well, and is no relation.
      guard let relation = checked.relations[name] else { continue }
      if relation.kind == .source {
        sources.names.insert(name)
        if use.isOptional { sources.optional.insert(name) }
      } else if seen.insert(name).inserted {
        for rule in checked.rules[name] ?? [] { pending += RelationUse.all(in: rule) }
      }
    }
    return sources
  }
}
