import Formats

extension XPathEvaluator {
  func nodes(of path: XPathPath, _ context: Context) throws(XPathFailure) -> [XPathNode] {
    var current: [XPathNode]
    switch path.start {
    case .document: current = [XPathNode(node: content.document)]
    case .context: current = [context.node]
    case .expression(let expression): current = try nodes(of: try value(expression, context))
    }
    for predicate in path.predicates { current = try filter(current, predicate) }
    for step in path.steps {
      current = try nodes(after: step, current)
    }
    return current
  }

  private func nodes(after step: XPathStep, _ starts: [XPathNode]) throws(XPathFailure) -> [XPathNode] {
    var all: [XPathNode] = []
    // Without predicates no position counts, and what one start reaches need not be reached from another.
    for start in step.predicates.isEmpty ? withoutCovered(starts, step.axis) : starts {
      var found: [XPathNode] = []
      try collect(step, from: start, into: &found)
      for predicate in step.predicates { found = try filter(found, predicate) }
      if step.axis.isReverse { found.reverse() }
      try hold(found.count * MemoryLayout<XPathNode>.stride)
      all += found
    }
    return try inOrder(all)
  }

  private func filter(_ nodes: [XPathNode], _ predicate: XPathExpression) throws(XPathFailure) -> [XPathNode] {
    if case .number(let place) = predicate {
      // A place by itself asks nothing of the nodes.
      guard let index = Int(exactly: place), nodes.indices.contains(index - 1) else { return [] }
      return [nodes[index - 1]]
    }
    var kept: [XPathNode] = []
    for (index, node) in nodes.enumerated() {
      let value = try value(predicate, Context(node: node, position: index + 1, size: nodes.count))
      let holds = if case .number(let number) = value { number == Double(index + 1) } else { value.boolean }
      if holds { kept.append(node) }
    }
    return kept
  }

  /// The nodes from which all is reached that all of them reach; they are in the order of the document.
  private func withoutCovered(_ starts: [XPathNode], _ axis: XPathAxis) -> [XPathNode] {
    guard starts.count > 1 else { return starts }
    let nodes = content.tree.nodes
    switch axis {
    case .descendant, .descendantOrSelf:
      var end: Int32 = -1
      return starts.filter { start in
        guard start.namespace == 0, start.node == content.document || nodes[Int(start.node)].kind == .element else {
          return true
        }
        guard start.node >= end else { return false }
        end = start.node == content.document ? content.range.upperBound : nodes[Int(start.node)].end
        return true
      }
    case .following: return starts.min { first(after: $0) < first(after: $1) }.map { [$0] } ?? []
    case .preceding: return starts.last.map { [$0] } ?? []
    case .followingSibling, .precedingSibling:
      var place: [Int32: Int] = [:]
      var kept: [XPathNode] = []
      for start in starts where start.namespace == 0 && nodes[Int(start.node)].kind != .attribute {
        let parent = nodes[Int(start.node)].parent
        if let known = place[parent] {
          if axis == .precedingSibling { kept[known] = start }
        } else {
          place[parent] = kept.count
          kept.append(start)
        }
      }
      return kept
    default: return starts
    }
  }

  // MARK: Axes

  /// The first node that is behind another and all within it.
  private func first(after start: XPathNode) -> Int32 {
    if start.namespace > 0 { return start.node + 1 }
    return start.node == content.document ? content.range.upperBound : content.tree.nodes[Int(start.node)].end
  }

  /// Adds what an axis reaches and the test lets through, in the order of the axis.
  private func collect(_ step: XPathStep, from start: XPathNode, into found: inout [XPathNode]) throws(XPathFailure) {
    let tree = content.tree
    let isDocument = start.node == content.document && start.namespace == 0
    let isElement = !isDocument && start.namespace == 0 && tree.nodes[Int(start.node)].kind == .element
    var looked = 1
    func take(_ node: Int32) {
      looked += 1
      if meets(step, node) { found.append(XPathNode(node: node)) }
    }
    try prepare(step)
    switch step.axis {
    case .self: if meets(step, start) { found.append(start) }
    case .parent: if let parent = content.parent(of: start), meets(step, parent) { found.append(parent) }
    case .ancestor, .ancestorOrSelf:
      if step.axis == .ancestorOrSelf, meets(step, start) { found.append(start) }
      var next = content.parent(of: start)
      while let node = next {
        looked += 1
        if meets(step, node) { found.append(node) }
        next = content.parent(of: node)
      }
    case .child:
      var next = isDocument ? content.range.lowerBound : isElement ? start.node + 1 : Int32.max
      let end = first(after: start)
      while next < end {
        if tree.nodes[Int(next)].kind == .attribute { looked += 1 } else { take(next) }
        next = tree.nodes[Int(next)].end
      }
    case .descendant, .descendantOrSelf:
      if step.axis == .descendantOrSelf, meets(step, start) { found.append(start) }
      guard isDocument || isElement else { break }
      let first = isDocument ? content.range.lowerBound : start.node + 1
      for node in first..<max(first, self.first(after: start)) {
        if tree.nodes[Int(node)].kind == .attribute { looked += 1 } else { take(node) }
      }
    case .following:
      let first = first(after: start)
      for node in first..<max(first, content.range.upperBound) {
        if tree.nodes[Int(node)].kind == .attribute { looked += 1 } else { take(node) }
      }
    case .preceding:
      var node = start.node - 1
      while node >= content.range.lowerBound {
        // One that ends later is an ancestor.
        if tree.nodes[Int(node)].kind == .attribute || tree.nodes[Int(node)].end > start.node {
          looked += 1
        } else {
          take(node)
        }
        node -= 1
      }
    case .followingSibling:
      guard !isDocument, start.namespace == 0, tree.nodes[Int(start.node)].kind != .attribute else { break }
      var next = first(after: start)
      let parent = tree.nodes[Int(start.node)].parent
      while next < content.range.upperBound, tree.nodes[Int(next)].parent == parent {
        take(next)
        next = tree.nodes[Int(next)].end
      }
    case .precedingSibling:
      guard !isDocument, start.namespace == 0, tree.nodes[Int(start.node)].kind != .attribute else { break }
      let parent = tree.nodes[Int(start.node)].parent
      var next = parent == content.document ? content.range.lowerBound : parent + 1
      while next < start.node {
        if tree.nodes[Int(next)].kind == .attribute { looked += 1 } else { take(next) }
        next = tree.nodes[Int(next)].end
      }
      found.reverse()
    case .attribute:
      guard isElement else { break }
      var next = start.node + 1
      while next < tree.nodes[Int(start.node)].end, tree.nodes[Int(next)].kind == .attribute {
        take(next)
        next += 1
      }
    case .namespace:
      guard isElement else { break }
      // Those that are declared, and `xml`.
      let count = tree.scopes[Int(tree.nodes[Int(start.node)].scope)].count + 1
      looked += count
      for place in 1...count {
        let node = XPathNode(node: start.node, namespace: Int32(place))
        if meets(step, node) { found.append(node) }
      }
    }
    try spend(looked)
    try hold(found.count * MemoryLayout<XPathNode>.stride)
  }

  // MARK: Tests

  /// Room for what is found out about the names that a step asks for.
  private func prepare(_ step: XPathStep) throws(XPathFailure) {
    guard case .name = step.test else { return }
    while meets.count <= step.number { meets.append([]) }
    guard meets[step.number].isEmpty, !content.tree.names.isEmpty else { return }
    try spend(content.tree.names.count)
    try hold(content.tree.names.count)
    meets[step.number] = Array(repeating: 0, count: content.tree.names.count)
  }

  private func meets(_ step: XPathStep, _ node: XPathNode) -> Bool {
    guard node.namespace > 0 else { return meets(step, node.node) }
    let prefix = prefix(ofNamespace: node)
    switch step.test {
    case .node: return true
    case .anyName(let uri): return step.axis == .namespace && uri == nil
    case .name(let local, let uri): return step.axis == .namespace && uri.isEmpty && local.isExactly(prefix)
    default: return false
    }
  }

  private func meets(_ step: XPathStep, _ node: Int32) -> Bool {
    let entry = content.tree.nodes[Int(node)]
    let kind = node == content.document ? XMLTree.Kind.document : entry.kind
    switch step.test {
    case .node: return true
    case .text: return kind == .text
    case .comment: return kind == .comment
    case .instruction(let target):
      return kind == .instruction
        && target.map { $0.isExactly(content.tree.names[Int(entry.name)].local) } != false
    case .anyName(let uri):
      guard kind == (step.axis == .attribute ? .attribute : .element), step.axis != .namespace else { return false }
      return uri.map { $0.isExactly(content.tree.names[Int(entry.name)].uri) } != false
    case .name(let local, let uri):
      guard kind == (step.axis == .attribute ? .attribute : .element), step.axis != .namespace else { return false }
      switch meets[step.number][Int(entry.name)] {
      case 1: return false
      case 2: return true
      default:
        let name = content.tree.names[Int(entry.name)]
        let isMet = name.local.isExactly(local) && name.uri.isExactly(uri)
        meets[step.number][Int(entry.name)] = isMet ? 2 : 1
        return isMet
      }
    }
  }

  func prefix(ofNamespace node: XPathNode) -> String {
    let scope = content.tree.scopes[Int(content.tree.nodes[Int(node.node)].scope)]
    let place = Int(node.namespace) - 1
    return place < scope.count ? content.tree.declarations[Int(scope[place])].prefix : "xml"
  }
}
