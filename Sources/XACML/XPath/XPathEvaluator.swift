import Budget

/// Evaluates one expression of XPath 1.0 over one document. Every node that is looked at and every byte of text counts as a
/// step, and what is held at once counts as memory, so no expression works longer or takes more than a limit says.
final class XPathEvaluator {
  struct Context {
    var node: XPathNode
    var position = 1
    var size = 1
  }

  let content: XPathContent
  private let work: Work
  /// Bytes that values in the making take.
  private var held = 0
  /// For each step which names of the document it is met by: 0 not known, 1 no, 2 yes.
  var meets: [[UInt8]] = []
  /// Elements by their `xml:id`, once they were asked for.
  var elementsByID: [XPathText: Int32]?

  private init(_ content: XPathContent, _ work: Work) {
    self.content = content
    self.work = work
  }

  /// Steps of working out one expression, without what it looks at (measured, in nodes that are looked at).
  private static let stepsOfExpression = 8

  /// Bytes that a byte of an expression takes once it is read, at most.
  private static let sizePerByte = 64

  /// The value of an expression.
  /// - Parameter node: where it begins; the document where it is `nil`.
  static func evaluate(
    _ path: String, over content: XPathContent, from node: XPathNode?, namespaces: [NamespaceBinding], work: Work
  ) throws(XPathFailure) -> XPathValue {
    let evaluator = XPathEvaluator(content, work)
    try evaluator.spend(path.utf8.count + namespaces.count)
    try evaluator.hold(path.utf8.count * sizePerByte)
    let expression = try XPathParser.read(path, namespaces: namespaces)
    return try evaluator.value(expression, Context(node: node ?? XPathNode(node: content.document)))
  }

  // MARK: Counting

  func spend(_ steps: Int) throws(XPathFailure) {
    do throws(LimitReached) {
      try work.spend(steps, on: .steps)
    } catch {
      throw .limit(error)
    }
  }

  func hold(_ bytes: Int) throws(XPathFailure) {
    held += bytes
    guard held > work.room else { return }
    do throws(LimitReached) {
      try work.hold(held)
    } catch {
      throw .limit(error)
    }
  }

  // MARK: Expressions

  func value(_ expression: XPathExpression, _ context: Context) throws(XPathFailure) -> XPathValue {
    let before = held
    try spend(Self.stepsOfExpression)
    let value = try computed(expression, context)
    // What was made on the way is gone.
    held = before + value.size
    return value
  }

  private func computed(_ expression: XPathExpression, _ context: Context) throws(XPathFailure) -> XPathValue {
    switch expression {
    case .number(let number): return .number(number)
    case .literal(let text): return .text(XPathText(bytes: text[...]))
    case .negative(let operand): return .number(-(try number(of: try value(operand, context))))
    case .chain(let first, let rest): return try chain(first, rest, context)
    case .union(let operands):
      var all: [XPathNode] = []
      for operand in operands { all += try nodes(of: try value(operand, context)) }
      return .nodes(try inOrder(all))
    case .call(let function, let arguments): return try call(function, arguments, context)
    case .path(let path): return .nodes(try nodes(of: path, context))
    }
  }

  private func chain(
    _ first: XPathExpression, _ rest: [(XPathOperator, XPathExpression)], _ context: Context
  ) throws(XPathFailure) -> XPathValue {
    var left = try value(first, context)
    for (sign, operand) in rest {
      switch sign {
      case .or where left.boolean, .and where !left.boolean: return .boolean(sign == .or)
      case .or, .and: left = .boolean(try value(operand, context).boolean)
      case .equal, .unequal, .less, .atMost, .greater, .atLeast:
        left = .boolean(try compare(left, sign, try value(operand, context)))
      case .plus, .minus, .times, .divide, .remainder:
        let (one, other) = (try number(of: left), try number(of: try value(operand, context)))
        switch sign {
        case .plus: left = .number(one + other)
        case .minus: left = .number(one - other)
        case .times: left = .number(one * other)
        case .divide: left = .number(one / other)
        default: left = .number(one.truncatingRemainder(dividingBy: other))
        }
      }
    }
    return left
  }

  // MARK: Conversions

  func nodes(of value: XPathValue) throws(XPathFailure) -> [XPathNode] {
    guard case .nodes(let nodes) = value else { throw .invalid }
    return nodes
  }

  func text(of node: XPathNode) throws(XPathFailure) -> XPathText {
    let text = content.text(of: node)
    try spend(1 + text.bytes.count / 8)
    return text
  }

  func text(of value: XPathValue) throws(XPathFailure) -> XPathText {
    switch value {
    case .nodes(let nodes):
      guard let first = nodes.first else { return XPathText("") }
      return try text(of: first)
    case .number(let number): return XPathText(XPathNumber.write(number))
    case .boolean(let value): return XPathText(value ? "true" : "false")
    case .text(let text): return text
    }
  }

  func number(of text: XPathText) throws(XPathFailure) -> Double {
    try spend(text.bytes.count)
    return XPathNumber.read(text.bytes)
  }

  func number(of value: XPathValue) throws(XPathFailure) -> Double {
    switch value {
    case .nodes, .text: try number(of: try text(of: value))
    case .number(let number): number
    case .boolean(let value): value ? 1 : 0
    }
  }

  /// Nodes in the order of the document, none twice.
  func inOrder(_ nodes: [XPathNode]) throws(XPathFailure) -> [XPathNode] {
    if zip(nodes, nodes.dropFirst()).allSatisfy({ $0 < $1 }) { return nodes }
    // As many comparisons as sorting takes.
    try spend(nodes.count * max(1, Int.bitWidth - nodes.count.leadingZeroBitCount))
    try hold(nodes.count * MemoryLayout<XPathNode>.stride * 2)
    var result: [XPathNode] = []
    result.reserveCapacity(nodes.count)
    for node in nodes.sorted() where result.last != node { result.append(node) }
    return result
  }
}
