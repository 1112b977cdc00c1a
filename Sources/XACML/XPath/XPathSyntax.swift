import Budget

/// Why an expression has no value.
enum XPathFailure: Error {
  /// It is no XPath 1.0 expression, or takes a value for what it is not.
  case invalid
  /// A prefix that is declared nowhere around it.
  case prefix(String)
  case limit(LimitReached)
}

/// An expression of XPath 1.0. Chains of operators are lists, so that a long one is no deep one.
indirect enum XPathExpression {
  case number(Double)
  case literal([UInt8])
  case negative(XPathExpression)
  /// Operators of one precedence, from the left.
  case chain(XPathExpression, [(XPathOperator, XPathExpression)])
  case union([XPathExpression])
  case call(XPathFunction, [XPathExpression])
  case path(XPathPath)
}

enum XPathOperator {
  case or, and, equal, unequal, less, atMost, greater, atLeast, plus, minus, times, divide, remainder

  /// From the weakest; unary minus and `|` bind stronger than all.
  var precedence: Int {
    switch self {
    case .or: 0
    case .and: 1
    case .equal, .unequal: 2
    case .less, .atMost, .greater, .atLeast: 3
    case .plus, .minus: 4
    case .times, .divide, .remainder: 5
    }
  }
  static let strongest = 5
}

/// `/a/b`, `a/b`, `id("x")[1]/b`: a start, and steps from it.
struct XPathPath {
  enum Start {
    case document, context
    case expression(XPathExpression)
  }
  var start: Start
  /// Those of the start, in the order of the document.
  var predicates: [XPathExpression]
  var steps: [XPathStep]
}

/// `axis::test[predicate]`
struct XPathStep {
  var axis: XPathAxis
  var test: XPathTest
  var predicates: [XPathExpression]
  /// The number of the step in its expression.
  var number: Int
}

enum XPathAxis: String {
  case ancestor
  case ancestorOrSelf = "ancestor-or-self"
  case attribute, child, descendant
  case descendantOrSelf = "descendant-or-self"
  case following
  case followingSibling = "following-sibling"
  case namespace, parent, preceding
  case precedingSibling = "preceding-sibling"
  case `self`

  /// Whether positions count against the order of the document.
  var isReverse: Bool {
    switch self {
    case .ancestor, .ancestorOrSelf, .preceding, .precedingSibling: true
    default: false
    }
  }
}

enum XPathTest {
  case node, text, comment
  /// Of any target, or of one.
  case instruction(String?)
  /// Any name, of any namespace where `uri` is `nil`.
  case anyName(uri: String?)
  case name(local: String, uri: String)
}

enum XPathFunction: String {
  case last, position, count, id
  case localName = "local-name"
  case namespaceURI = "namespace-uri"
  case name, string, concat
  case startsWith = "starts-with"
  case contains
  case substringBefore = "substring-before"
  case substringAfter = "substring-after"
  case substring
  case stringLength = "string-length"
  case normalizeSpace = "normalize-space"
  case translate, boolean, not
  case `true`, `false`
  case lang, number, sum, floor, ceiling, round

  /// How many arguments it takes.
  var arguments: ClosedRange<Int> {
    switch self {
    case .last, .position, .true, .false: 0...0
    case .localName, .namespaceURI, .name, .string, .stringLength, .normalizeSpace, .number: 0...1
    case .count, .id, .boolean, .not, .lang, .sum, .floor, .ceiling, .round: 1...1
    case .startsWith, .contains, .substringBefore, .substringAfter: 2...2
    case .substring: 2...3
    case .translate: 3...3
    case .concat: 2...Int.max
    }
  }
}
