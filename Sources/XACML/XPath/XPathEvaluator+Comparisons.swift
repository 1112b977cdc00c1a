/// Section 3.4: sets of nodes compare by whether some node of each will do. Nothing is compared pair by pair.
extension XPathEvaluator {
  func compare(_ left: XPathValue, _ sign: XPathOperator, _ right: XPathValue) throws(XPathFailure) -> Bool {
    switch (left, right) {
    case (.nodes(let one), .nodes(let other)):
      switch sign {
      case .equal: return try shareText(one, other)
      case .unequal: return try differInText(one, other)
      default:
        guard let one = try range(of: one), let other = try range(of: other) else { return false }
        return switch sign {
        case .less: one.lowerBound < other.upperBound
        case .atMost: one.lowerBound <= other.upperBound
        case .greater: one.upperBound > other.lowerBound
        default: one.upperBound >= other.lowerBound
        }
      }
    case (.nodes, .boolean), (.boolean, .nodes):
      return try compareSingle(.boolean(left.boolean), sign, .boolean(right.boolean))
    case (.nodes(let nodes), let single):
      for node in nodes where try compareSingle(.text(try text(of: node)), sign, single) { return true }
      return false
    case (let single, .nodes(let nodes)):
      for node in nodes where try compareSingle(single, sign, .text(try text(of: node))) { return true }
      return false
    default: return try compareSingle(left, sign, right)
    }
  }

  /// Of two values neither of which is a set of nodes.
  private func compareSingle(
    _ left: XPathValue, _ sign: XPathOperator, _ right: XPathValue
  ) throws(XPathFailure) -> Bool {
    switch sign {
    case .equal, .unequal:
      let areEqual: Bool
      switch (left, right) {
      case (.boolean, _), (_, .boolean): areEqual = left.boolean == right.boolean
      case (.number, _), (_, .number): areEqual = try number(of: left) == number(of: right)
      default:
        let (one, other) = (try text(of: left), try text(of: right))
        try spend(1 + min(one.bytes.count, other.bytes.count))
        areEqual = one == other
      }
      return areEqual == (sign == .equal)
    default:
      let (one, other) = (try number(of: left), try number(of: right))
      return switch sign {
      case .less: one < other
      case .atMost: one <= other
      case .greater: one > other
      default: one >= other
      }
    }
  }

  private func shareText(_ left: [XPathNode], _ right: [XPathNode]) throws(XPathFailure) -> Bool {
    let (few, many) = left.count < right.count ? (left, right) : (right, left)
    guard !few.isEmpty else { return false }
    try hold(few.count * 2 * MemoryLayout<XPathText>.stride)
    var texts: Set<XPathText> = []
    for node in few { texts.insert(try wholeText(of: node)) }
    for node in many where texts.contains(try wholeText(of: node)) { return true }
    return false
  }

  /// Whether some text of one set is another than some of the other: unless both have one text only, and that is the same.
  private func differInText(_ left: [XPathNode], _ right: [XPathNode]) throws(XPathFailure) -> Bool {
    guard let first = left.first, !right.isEmpty else { return false }
    let one = try wholeText(of: first)
    for node in right where try wholeText(of: node) != one { return true }
    for node in left where try wholeText(of: node) != one { return true }
    return false
  }

  /// The text of a node all of whose bytes are looked at.
  private func wholeText(of node: XPathNode) throws(XPathFailure) -> XPathText {
    let text = content.text(of: node)
    try spend(1 + text.bytes.count)
    return text
  }

  /// The least and the greatest of the numbers that the nodes are; `nil` where none is a number.
  private func range(of nodes: [XPathNode]) throws(XPathFailure) -> ClosedRange<Double>? {
    var range: ClosedRange<Double>?
    for node in nodes {
      let number = try number(of: try text(of: node))
      guard !number.isNaN else { continue }
      range = range.map { min($0.lowerBound, number)...max($0.upperBound, number) } ?? number...number
    }
    return range
  }
}
