/// `optional r` may only excuse: read as empty, it must never let a policy pass that would not pass otherwise.
///
/// Legal where every path from the atom to a `fail`, `unverified` or `for` passes an odd number of negations, so that
/// fewer rows mean more members and more findings. An aggregate compared with a limit counts as in ``RelationUse``. A
/// path to an `except` passes one negation more: its facts take findings away, as facts under `not` in a `fail` do.
struct CheckOptional {
  let graph: DependencyGraph
  let declarations: Declarations
  let sink: DiagnosticSink

  func check(rules: [String: [Rule]], _ policies: [PolicyDeclaration]) {
    let reach = reach(of: policies)
    for (index, name) in graph.names.enumerated() {
      for rule in rules[name] ?? [] {
        for use in RelationUse.all(in: rule) { check(use, use.polarity.then(reach[index])) }
      }
    }
    for policy in policies {
      for (body, polarity) in bodies(of: policy) {
        for use in RelationUse.all(in: body) { check(use, use.polarity.then(polarity)) }
      }
    }
  }

  /// How more rows of each derived relation act on findings and populations; empty for what no policy reads.
  private func reach(of policies: [PolicyDeclaration]) -> [Polarity] {
    var reach = [Polarity](repeating: [], count: graph.names.count)
    var queue: [Int] = []
    func add(_ polarity: Polarity, to node: Int) {
      guard !reach[node].isSuperset(of: polarity) else { return }
      reach[node].formUnion(polarity)
      queue.append(node)
    }
    for policy in policies {
      for (body, polarity) in bodies(of: policy) {
        for use in RelationUse.all(in: body) {
          if let node = graph.node(use.relation.text) { add(use.polarity.then(polarity), to: node) }
        }
      }
    }
    while let node = queue.popLast() {
      for edge in graph.edges[node] { add(edge.use.polarity.then(reach[node]), to: edge.target) }
    }
    return reach
  }

  private func bodies(of policy: PolicyDeclaration) -> [(body: [Literal], polarity: Polarity)] {
    let findings = policy.findings.map { ($0.finding.body, $0.kind == .except ? Polarity.odd : .even) }
    return (policy.population.map { [($0.body, .even)] } ?? []) + findings
  }

  private func check(_ use: RelationUse, _ polarity: Polarity) {
    guard use.isOptional, let relation = declarations.relations[use.relation.text] else { return }
    let name = use.relation.text
    if relation.kind == .derived {
      sink.report(
        .optionalOfDerived, "`\(name)` is derived, and only an export can be absent", at: use.span,
        help: "write `optional` in its rules, before the relations of the exports")
    } else if polarity.contains(.even) {
      sink.report(
        .optionalDoesNotExcuse,
        "without an export of `\(name)`, `optional` would take findings or members away here", at: use.span,
        help: "drop `optional`; it may stand only where a fact excuses, as in `not { optional … }` of a `fail`")
    }
  }
}
