import Budget
import Formats

/// One request with several questions (multiple decision profile): by reference, by repeated categories, by a selector
/// of several nodes, and by a scope of resources.
extension DecisionPoint {
  /// Questions that one request may come to.
  static let questionLimit = 10_000

  /// Answers a request: a result for each of its questions, or one for all. What all of them spend counts together.
  public func answer(
    _ request: Request, now: DateTimeValue, trace: Tracer? = nil, limits: RunLimits = .standard
  ) -> [DecisionResult] {
    let work = Work(limits)
    let sets: [[AttributeGroup]]
    do {
      sets = try questions(in: request, work)
    } catch {
      return [DecisionResult(.indeterminate(.either), failure: error)]
    }
    var results = sets.enumerated().map { number, groups in
      trace?.begin("question \(number + 1) of \(sets.count)")
      let result = answer(groups, of: request, now: now, trace: trace, work)
      trace?.end(result.decision.extendedName)
      return result
    }
    if request.combinesDecisions { results = [Self.combined(results)] }
    return results
  }

  private func answer(
    _ groups: [AttributeGroup], of request: Request, now: DateTimeValue, trace: Tracer?, _ work: Work
  ) -> DecisionResult {
    do throws(Failure) {
      // Every question is made of all its values anew.
      for group in groups { try work.decide(spending: 1 + 8 * group.attributes.count, on: .steps) }
    } catch {
      return DecisionResult(.indeterminate(.either), failure: error)
    }
    var result = decide(Question(groups), now: now, trace: trace, work: work)
    result.attributes = groups.compactMap(\.returned)
    if !request.returnsPolicies { result.policies = [] }
    return result.counted(work)
  }

  // MARK: Questions

  private enum Expansion { case category, selector, scope }

  /// Each question as groups of distinct categories.
  func questions(in request: Request, _ work: Work) throws(Failure) -> [[AttributeGroup]] {
    var sets: [[AttributeGroup]]
    if request.references.isEmpty {
      sets = [request.groups]
    } else {
      sets = []
      let named = Dictionary(request.groups.compactMap { group in group.id.map { (ExactText($0), group) } }) {
        first, _ in
        first
      }
      for reference in request.references {
        var groups: [AttributeGroup] = []
        for id in reference {
          try work.decide(spending: 1, on: .steps)
          guard let group = named[ExactText(id)] else {
            throw Failure(.syntaxError, "a request refers to attributes that it does not have")
          }
          groups.append(group)
        }
        sets.append(groups)
      }
    }
    for kind in [Expansion.category, .selector, .scope] {
      var expanded: [[AttributeGroup]] = []
      for set in sets {
        switch kind {
        case .category: expanded += try Self.byCategory(set, work)
        case .selector: expanded += try Self.bySelector(set, work)
        case .scope: expanded += try byScope(set, work)
        }
        if expanded.count > Self.questionLimit {
          throw .processing("a request comes to more than \(Self.questionLimit) questions")
        }
      }
      sets = expanded
    }
    return sets
  }

  /// A category that is given several times stands for one question each.
  private static func byCategory(_ groups: [AttributeGroup], _ work: Work) throws(Failure) -> [[AttributeGroup]] {
    var order: [ExactText] = []
    var choices: [ExactText: [AttributeGroup]] = [:]
    for group in groups {
      let category = ExactText(group.category)
      if choices[category] == nil { order.append(category) }
      choices[category, default: []].append(group)
    }
    var sets: [[AttributeGroup]] = [[]]
    for category in order {
      let groups = choices[category] ?? []
      guard sets.count * groups.count <= questionLimit else {
        throw .processing("a request comes to more than \(questionLimit) questions")
      }
      // Each question is a list of its own.
      let size = MemoryLayout<AttributeGroup>.stride
      try work.decide(spending: sets.count * groups.count * size, on: .memory)
      sets = sets.flatMap { set in groups.map { set + [$0] } }
    }
    return sets
  }

  /// An attribute `multiple:content-selector` stands for one question for each node that it selects.
  private static func bySelector(_ groups: [AttributeGroup], _ work: Work) throws(Failure) -> [[AttributeGroup]] {
    for (place, group) in groups.enumerated() {
      guard let index = group.attributes.firstIndex(where: { $0.id == Names.multipleContentSelector }) else { continue }
      guard case .xpathExpression(let path)? = group.attributes[index].values.first,
        group.attributes[index].values.count == 1
      else { throw Failure(.syntaxError, "`multiple:content-selector` is not one XPath expression") }
      guard let content = group.content else {
        throw Failure(.syntaxError, "`multiple:content-selector` selects no nodes")
      }
      func selected(_ path: PathExpression) throws(Failure) -> [XPathNode] {
        do throws(Failure) {
          return try content.nodes(path.path, from: nil, namespaces: path.namespaces, work: work) {
            "`multiple:content-selector` selects no nodes"
          }
        } catch {
          throw Failure(work.reached == nil ? .syntaxError : .processingError, error.message)
        }
      }
      let nodes = try selected(path)
      guard nodes.count <= questionLimit else {
        throw .processing("a request comes to more than \(questionLimit) questions")
      }
      var sets: [[AttributeGroup]] = []
      for number in 0..<min(nodes.count, questionLimit + 1) {
        var single = path
        single.path = "\(path.path)[\(number + 1)]"
        // The position is one among those that the last step finds, which may be others.
        if try selected(single) != [nodes[number]] { single.path = "(\(path.path))[\(number + 1)]" }
        var groups = groups
        try work.decide(
          spending: group.attributes.count * MemoryLayout<RequestAttribute>.stride, on: .memory)
        groups[place].attributes[index].id = Names.contentSelector
        groups[place].attributes[index].values = [.xpathExpression(single)]
        groups[place].attributes[index].written = []
        // A second selector of another category is expanded in turn.
        sets += try bySelector(groups, work)
        guard sets.count <= questionLimit else { break }
      }
      return sets
    }
    return [groups]
  }

  /// A resource with the scope `Children` or `Descendants` stands for itself and those below it. Which resources there
  /// are is known only from the policies: those that their targets name, where a name below begins with the name above.
  private func byScope(_ groups: [AttributeGroup], _ work: Work) throws(Failure) -> [[AttributeGroup]] {
    guard let place = groups.firstIndex(where: { $0.category == Names.resource }),
      let scope = groups[place].attributes.first(where: { $0.id == Names.scope })?.values.first?.text,
      scope != "Immediate"
    else { return [groups] }
    guard ["Children", "Descendants"].contains(scope),
      let index = groups[place].attributes.firstIndex(where: { $0.id == Names.resourceID }),
      groups[place].attributes[index].values.count == 1
    else { throw Failure(.syntaxError, "a scope of resources needs one resource, and is Children or Descendants") }
    let root = groups[place].attributes[index].values[0]
    let below = try namedResources(below: root, deep: scope == "Descendants", work)
    // Each resource is asked about with all the others' attributes.
    try work.decide(
      spending: below.count * (groups.count + groups[place].attributes.count) * MemoryLayout<RequestAttribute>.stride,
      on: .memory)
    return ([root] + below).map { resource in
      var groups = groups
      groups[place].attributes[index].values = [resource]
      groups[place].attributes[index].written = []
      groups[place].attributes.removeAll { $0.id == Names.scope }
      return groups
    }
  }

  private func namedResources(below root: Value, deep: Bool, _ work: Work) throws(Failure) -> [Value] {
    var found: [Value] = []
    var seen: Set<Value> = []
    var walked: Set<ObjectIdentifier> = []
    func look(_ target: Target) throws(Failure) {
      try work.decide(spending: 1, on: .decisions)
      for match in target.anyOf.flatMap(\.allOf).flatMap(\.matches) {
        guard case .attribute(let designator) = match.source, designator.key.id == Names.resourceID,
          match.literal.type == root.type, Self.isBelow(match.literal.text, root.text, deep: deep),
          seen.insert(match.literal).inserted
        else { continue }
        found.append(match.literal)
      }
    }
    func walk(_ policy: Policy) throws(Failure) {
      guard walked.insert(ObjectIdentifier(policy)).inserted else { return }
      try look(policy.target)
      for child in policy.children {
        switch child {
        case .rule(let rule): try look(rule.target)
        case .policy(let inner): try walk(inner)
        case .reference(let reference): if let target = try? resolve(reference) { try walk(target) }
        }
      }
    }
    for root in roots { try walk(root) }
    return found
  }

  /// `urn:a:b` lies below `urn:a`, `http://x/a/b` below `http://x/a`.
  private static func isBelow(_ name: String, _ root: String, deep: Bool) -> Bool {
    guard name.hasPrefix(root) else { return false }
    var rest = name.dropFirst(root.count)
    if !root.hasSuffix("/"), !root.hasSuffix(":") {
      guard let first = rest.first, first == "/" || first == ":" else { return false }
      rest.removeFirst()
    }
    return !rest.isEmpty && (deep || !rest.contains { $0 == "/" || $0 == ":" })
  }

  // MARK: Answers

  /// One decision where all are the same and none asks for anything beside it; else nobody can say.
  static func combined(_ results: [DecisionResult]) -> DecisionResult {
    guard let first = results.first else { return DecisionResult(.notApplicable) }
    if results.contains(where: { !$0.obligations.isEmpty || !$0.advice.isEmpty }) {
      return DecisionResult(
        .indeterminate(.either), failure: .processing("a combined decision cannot carry obligations or advice"))
    }
    guard results.allSatisfy({ $0.decision.name == first.decision.name }) else {
      return DecisionResult(.indeterminate(.either), failure: .processing("the decisions to be combined differ"))
    }
    return DecisionResult(first.decision, failure: first.failure)
  }
}

extension AttributeGroup {
  /// What of it the response repeats; `nil` where that is nothing.
  var returned: AttributeGroup? {
    let kept = attributes.filter(\.isReturned)
    return kept.isEmpty ? nil : AttributeGroup(category: category, attributes: kept)
  }
}
