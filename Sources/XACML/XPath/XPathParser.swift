import Formats

/// Reads an expression of XPath 1.0. No function and no name is looked up later: what is read can be evaluated.
struct XPathParser {
  /// Parentheses, predicates and arguments within each other.
  static let depthLimit = 100

  private let tokens: [XPathLexer.Token]
  private let namespaces: [ExactText: String]
  private var place = 0
  private var depth = 0
  private var stepCount = 0

  /// - Parameter namespaces: what prefixes stand for. `xml` is known without being declared.
  static func read(_ text: String, namespaces: [NamespaceBinding]) throws(XPathFailure) -> XPathExpression {
    var known: [ExactText: String] = ["xml": "http://www.w3.org/XML/1998/namespace"]
    for binding in namespaces where !binding.prefix.isEmpty { known[ExactText(binding.prefix)] = binding.uri }
    var parser = XPathParser(tokens: try XPathLexer(text).tokens, namespaces: known)
    let expression = try parser.expression()
    guard parser.place == parser.tokens.count else { throw .invalid }
    return expression
  }

  private init(tokens: [XPathLexer.Token], namespaces: [ExactText: String]) {
    self.tokens = tokens
    self.namespaces = namespaces
  }

  private var next: XPathLexer.Token? { place < tokens.count ? tokens[place] : nil }
  private var afterNext: XPathLexer.Token? { place + 1 < tokens.count ? tokens[place + 1] : nil }

  private mutating func take(_ token: XPathLexer.Token) -> Bool {
    guard next == token else { return false }
    place += 1
    return true
  }

  private mutating func require(_ token: XPathLexer.Token) throws(XPathFailure) {
    guard take(token) else { throw .invalid }
  }

  // MARK: Operators

  private mutating func expression() throws(XPathFailure) -> XPathExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw .invalid }
    return try chain(0)
  }

  private mutating func chain(_ precedence: Int) throws(XPathFailure) -> XPathExpression {
    guard precedence <= XPathOperator.strongest else { return try unary() }
    let first = try chain(precedence + 1)
    var rest: [(XPathOperator, XPathExpression)] = []
    while case .binary(let sign)? = next, sign.precedence == precedence {
      place += 1
      rest.append((sign, try chain(precedence + 1)))
    }
    return rest.isEmpty ? first : .chain(first, rest)
  }

  private mutating func unary() throws(XPathFailure) -> XPathExpression {
    var signs = 0
    while take(.binary(.minus)) { signs += 1 }
    let first = try path()
    var operands = [first]
    while take(.union) { operands.append(try path()) }
    let operand = operands.count == 1 ? first : XPathExpression.union(operands)
    if signs == 0 { return operand }
    // Twice negative is a number all the same.
    return signs % 2 == 1 ? .negative(operand) : .negative(.negative(operand))
  }

  // MARK: Paths

  private mutating func path() throws(XPathFailure) -> XPathExpression {
    var path = XPathPath(start: .context, predicates: [], steps: [])
    switch next {
    case .slash:
      place += 1
      path.start = .document
      guard startsStep else { return .path(path) }
    case .doubleSlash:
      place += 1
      path.start = .document
      path.steps.append(anyDepth())
    case _ where startsStep: break
    default:
      let start = try primary()
      path.predicates = try predicates()
      guard next == .slash || next == .doubleSlash else {
        if path.predicates.isEmpty { return start }
        path.start = .expression(start)
        return .path(path)
      }
      path.start = .expression(start)
      if take(.doubleSlash) { path.steps.append(anyDepth()) } else { place += 1 }
    }
    path.steps.append(try step())
    while next == .slash || next == .doubleSlash {
      if take(.doubleSlash) { path.steps.append(anyDepth()) } else { place += 1 }
      path.steps.append(try step())
    }
    return .path(path)
  }

  /// What `//` stands for.
  private mutating func anyDepth() -> XPathStep { makeStep(.descendantOrSelf, .node) }

  private mutating func makeStep(_ axis: XPathAxis, _ test: XPathTest) -> XPathStep {
    defer { stepCount += 1 }
    return XPathStep(axis: axis, test: test, predicates: [], number: stepCount)
  }

  private static let nodeTypes: Set<String> = ["node", "text", "comment", "processing-instruction"]

  private var startsStep: Bool {
    switch next {
    case .dot, .doubleDot, .at, .anyName: true
    case .name(let prefix, let local):
      // A name before a parenthesis is a function, but for the types of nodes.
      afterNext != .open || (prefix.isEmpty && Self.nodeTypes.contains(local))
    default: false
    }
  }

  private mutating func step() throws(XPathFailure) -> XPathStep {
    if take(.dot) { return makeStep(.self, .node) }
    if take(.doubleDot) { return makeStep(.parent, .node) }
    var axis = XPathAxis.child
    if take(.at) {
      axis = .attribute
    } else if case .name(let prefix, let local)? = next, afterNext == .doubleColon {
      guard prefix.isEmpty, let named = XPathAxis(rawValue: local) else { throw .invalid }
      axis = named
      place += 2
    }
    var step = makeStep(axis, try test())
    step.predicates = try predicates()
    return step
  }

  private mutating func test() throws(XPathFailure) -> XPathTest {
    guard let token = next else { throw .invalid }
    place += 1
    switch token {
    case .anyName(let prefix): return .anyName(uri: prefix.isEmpty ? nil : try uri(of: prefix))
    case .name("", let local) where Self.nodeTypes.contains(local) && next == .open:
      place += 1
      var target: String?
      if local == "processing-instruction", case .literal(let text)? = next {
        target = String(decoding: text, as: UTF8.self)
        place += 1
      }
      try require(.close)
      switch local {
      case "node": return .node
      case "text": return .text
      case "comment": return .comment
      default: return .instruction(target)
      }
    case .name(let prefix, let local):
      return .name(local: local, uri: prefix.isEmpty ? "" : try uri(of: prefix))
    default: throw .invalid
    }
  }

  private func uri(of prefix: String) throws(XPathFailure) -> String {
    guard let uri = namespaces[ExactText(prefix)] else { throw .prefix(prefix) }
    return uri
  }

  private mutating func predicates() throws(XPathFailure) -> [XPathExpression] {
    var all: [XPathExpression] = []
    while take(.openBracket) {
      all.append(try expression())
      try require(.closeBracket)
    }
    return all
  }

  private mutating func primary() throws(XPathFailure) -> XPathExpression {
    guard let token = next else { throw .invalid }
    place += 1
    switch token {
    case .number(let number): return .number(number)
    case .literal(let text): return .literal(text)
    case .open:
      let inner = try expression()
      try require(.close)
      return inner
    case .name(let prefix, let local):
      guard take(.open) else { throw .invalid }
      var arguments: [XPathExpression] = []
      if next != .close {
        repeat { arguments.append(try expression()) } while take(.comma)
      }
      try require(.close)
      if !prefix.isEmpty { _ = try uri(of: prefix) }
      guard prefix.isEmpty, let function = XPathFunction(rawValue: local), function.arguments.contains(arguments.count)
      else { throw .invalid }
      return .call(function, arguments)
    default: throw .invalid
    }
  }
}
