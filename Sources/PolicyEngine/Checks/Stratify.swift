/// The derived relations of a program, by what they are derived from.
struct DependencyGraph {
  struct Edge {
    /// Index of the relation read.
    var target: Int
    var use: RelationUse
  }

  /// Sorted, so that nothing depends on the order of files.
  let names: [String]
  /// By relation: what its rules read, derived relations only.
  private(set) var edges: [[Edge]]
  private let index: [String: Int]

  init(rules: [String: [Rule]], declarations: Declarations) {
    let names = declarations.relations.filter { $0.value.kind == .derived }.keys.sorted()
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    self.names = names
    self.index = index
    edges = names.map { name in
      (rules[name] ?? []).flatMap { RelationUse.all(in: $0) }.compactMap { use in
        index[use.relation.text].map { Edge(target: $0, use: use) }
      }
    }
  }

  func node(_ name: String) -> Int? { index[name] }

  /// Recursive components, each after all that it reads (Tarjan). Linear in relations and edges; keeps its own stack,
  /// because a chain of rules may be longer than a thread's.
  func components() -> [[Int]] {
    var state = [NodeState](repeating: NodeState(), count: names.count)
    var stack: [Int] = []
    var counter = 0
    var result: [[Int]] = []
    for root in names.indices where state[root].order == nil {
      var path = [root]
      while let node = path.last {
        if state[node].order == nil {
          state[node].order = counter
          state[node].low = counter
          state[node].isOnStack = true
          stack.append(node)
          counter += 1
        }
        if state[node].next < edges[node].count {
          let target = edges[node][state[node].next].target
          state[node].next += 1
          if state[target].order == nil {
            path.append(target)
          } else if state[target].isOnStack {
            state[node].low = min(state[node].low, state[target].order ?? 0)
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { state[parent].low = min(state[parent].low, state[node].low) }
        guard state[node].low == state[node].order else { continue }
        var component: [Int] = []
        while let member = stack.popLast() {
          state[member].isOnStack = false
          component.append(member)
          if member == node { break }
        }
        result.append(component.sorted())
      }
    }
    return result
  }

  private struct NodeState {
    var order: Int?
    var low = 0
    var next = 0
    var isOnStack = false
  }

  func isRecursive(_ component: [Int]) -> Bool {
    component.count > 1 || edges[component[0]].contains { $0.target == component[0] }
  }

  /// The shortest way from one relation to another within a component, both ends included.
  func path(from start: Int, to end: Int, within component: Set<Int>) -> [(node: Int, by: RelationUse?)] {
    var cameFrom: [Int: (node: Int, use: RelationUse)] = [:]
    var queue = [start]
    var seen: Set<Int> = [start]
    var at = 0
    while at < queue.count, !(start != end && seen.contains(end)) {
      let node = queue[at]
      at += 1
      for edge in edges[node] where component.contains(edge.target) && seen.insert(edge.target).inserted {
        cameFrom[edge.target] = (node, edge.use)
        queue.append(edge.target)
      }
    }
    var path: [(node: Int, by: RelationUse?)] = []
    var node = end
    while node != start, let step = cameFrom[node] {
      path.insert((node, step.use), at: 0)
      node = step.node
    }
    path.insert((start, nil), at: 0)
    return path
  }
}

/// Orders derived relations for evaluation; refuses recursion through negation, aggregation and computed values.
struct Stratify {
  let graph: DependencyGraph
  let rules: [String: [Rule]]
  let sink: DiagnosticSink

  func strata() -> [CheckedProgram.Stratum] {
    graph.components().map { component in
      let isRecursive = graph.isRecursive(component)
      if isRecursive { check(Set(component)) }
      return CheckedProgram.Stratum(relations: component.map { graph.names[$0] }, isRecursive: isRecursive)
    }
  }

  /// Cycles shown of one component: the first are enough to see what is wrong, and each costs a search.
  private static let cycleLimit = 20

  private func check(_ component: Set<Int>) {
    var shown = 0
    for node in component.sorted() {
      for edge in graph.edges[node]
      where component.contains(edge.target) && (edge.use.isAggregated || edge.use.isNegated) {
        shown += 1
        guard shown <= Self.cycleLimit else { break }
        if edge.use.isAggregated {
          sink.report(
            .aggregationInRecursion,
            "`\(graph.names[node])` aggregates over itself: \(cycle(from: node, edge, component))", at: edge.use.span,
            help: "a set must be complete before it is counted; count a relation that does not depend on this one")
        } else {
          sink.report(
            .negationInRecursion,
            "`\(graph.names[node])` depends on its own negation: \(cycle(from: node, edge, component))",
            at: edge.use.span,
            help: "a relation must be complete before `not` can ask it; move the negation to a rule outside the cycle")
        }
      }
      for rule in rules[graph.names[node]] ?? [] { checkComputed(rule, component) }
    }
  }

  /// `a.x → not b.y → a.x`
  private func cycle(from node: Int, _ edge: DependencyGraph.Edge, _ component: Set<Int>) -> String {
    var text = "`\(graph.names[node])`"
    let rest = graph.path(from: edge.target, to: node, within: component)
    for (index, step) in rest.enumerated() {
      text += " → " + mark(index == 0 ? edge.use : step.by) + "`\(graph.names[step.node])`"
    }
    return text
  }

  private func mark(_ use: RelationUse?) -> String {
    guard let use else { return "" }
    return use.isAggregated ? "aggregate of " : use.isNegated ? "not " : ""
  }

  /// A rule that reads its own component may only pass on values that exist: else evaluation need not end.
  private func checkComputed(_ rule: Rule, _ component: Set<Int>) {
    let isRecursive = RelationUse.all(in: rule).contains { use in
      graph.node(use.relation.text).map { component.contains($0) } ?? false
    }
    guard isRecursive else { return }
    let unit = RuleUnit(rule)
    let table = VariableTable(unit)
    var binding = BindVariables(table: table)
    binding.isComputedIncluded = false
    let passedOn = binding.bound(by: rule.body, given: [])
    for argument in rule.head.arguments {
      guard let expression = argument.expression,
        binding.isComputed(expression) || !binding.free(expression).allSatisfy({ passedOn.contains($0.id) })
      else { continue }
      sink.report(
        .computedInRecursion,
        "`\(argument.column.text)` is computed in a rule of `\(rule.head.relation.text)` that reads that relation",
        at: argument.span,
        help: "such a rule could make new values for ever; compute in a rule outside the recursion")
    }
  }
}
