import Budget
import TestSupport
import Testing

@testable import XACML

/// Expressions of XPath 1.0, over one document with every kind of node.
struct XPathTests {
  static let document = """
    <r xmlns="urn:d" xmlns:p="urn:p" a="1" p:a="2"><!--note--><p:b xml:id="i1" xml:lang="nb-NO">one<c xmlns=""> x  y </c>\
    </p:b><?go now?><p:b n="10">two</p:b><d><![CDATA[<3]]>&amp;4</d><e/></r>
    """
  static let namespaces = [NamespaceBinding(prefix: "p", uri: "urn:p"), NamespaceBinding(prefix: "d", uri: "urn:d")]

  static func content(_ text: String = document) throws -> XPathContent {
    XPathContent(try XMLTree(Array(text.utf8), work: Work()))
  }

  static func evaluate(
    _ path: String, over content: XPathContent, from node: XPathNode? = nil, limits: RunLimits = .standard
  ) throws -> XPathValue {
    try XPathEvaluator.evaluate(path, over: content, from: node, namespaces: namespaces, work: Work(limits))
  }

  /// What an expression gives, as a text: of nodes their texts, one after the other; `nil` where it has no value.
  private static func text(_ path: String) throws -> String? {
    let content = try content()
    do {
      switch try evaluate(path, over: content) {
      case .nodes(let nodes):
        return nodes.map { String(decoding: content.text(of: $0).bytes, as: UTF8.self) }.joined(separator: "|")
      case .number(let number): return XPathNumber.write(number)
      case .boolean(let value): return value ? "true" : "false"
      case .text(let text): return String(decoding: text.bytes, as: UTF8.self)
      }
    } catch XPathFailure.invalid {
      return nil
    } catch XPathFailure.prefix {
      return "prefix"
    }
  }

  static let rows: [(String, String?)] = [
    // Paths
    ("/d:r/p:b", "one x  y |two"), ("//p:b[2]", "two"), ("//p:b[last()]", "two"), ("//p:b[@n]", "two"),
    ("/d:r/@a", "1"), ("/d:r/@p:a", "2"), ("/d:r/@*", "1|2"), ("//c", " x  y "), ("/r", ""), ("//*[self::c]", " x  y "),
    ("//comment()", "note"), ("//processing-instruction()", "now"), ("//processing-instruction('go')", "now"),
    ("//processing-instruction('stop')", ""), ("//d:d/text()", "<3&4"), ("//p:b/text()[1]", "one|two"),
    ("//p:b | //d:d", "one x  y |two|<3&4"), ("(//p:b)[1]", "one x  y "),
    ("//p:b[position() = 2]/..", "one x  y two<3&4"),
    ("//p:*", "one x  y |two"), ("id('i1')", "one x  y "), ("id('i0 i1 i1')/c", " x  y "),
    ("//c/ancestor::*[1]", "one x  y "),
    ("//c/ancestor::*[last()]", "one x  y two<3&4"), ("//d:e/preceding-sibling::*[1]", "<3&4"),
    ("//d:e/preceding::text()[1]", "<3&4"), ("/d:r/namespace::p", "urn:p"),
    ("/d:r/namespace::*", "urn:d|urn:p|http://www.w3.org/XML/1998/namespace"), ("//c/namespace::*[. = 'urn:d']", ""),
    ("/d:r/@a/following::c", " x  y "), ("/d:r/namespace::p/..", "one x  y two<3&4"), (".", "one x  y two<3&4"),
    ("..", ""),
    ("/", "one x  y two<3&4"), ("//.[self::p:b]", nil), ("child::d:r/child::node()[3]", "now"),
    ("//@n/parent::*", "two"), ("//p:b[c][1]", "one x  y "), ("//p:b[not(c)]", "two"),
    ("//*[lang('nb')]", "one x  y | x  y "),
    ("//*[lang('n')]", ""), ("/d:r/div", ""), ("/d:r/*/mod", ""), ("//node()[name() = 'p:b']", "one x  y |two"),
    // Operators
    ("1 + 2 * 3 - 4 div 2", "5"), ("7 mod 3", "1"), ("-7 mod 3", "-1"), ("1 div 0", "Infinity"), ("0 div 0", "NaN"),
    ("--1", "1"), ("-(1)", "-1"), ("1 < 2 = true()", "true"), ("3 > 2 > 1", "false"), ("1 = 1 or 1 div 0 = 2", "true"),
    ("1 = 2 and //@n", "false"), ("2 >= 2 and 2 <= 2 and 1 != 2", "true"), ("'a' = 'a'", "true"), ("'10' = 10", "true"),
    ("'a' < 'b'", "false"), ("//p:b = 'two'", "true"), ("//p:b != 'two'", "true"), ("//p:b = //d:d", "false"),
    ("//@n = 10", "true"), ("//@* > 9", "true"), ("//@n < //@a", "false"), ("//@a < //@n", "true"),
    ("//@a <= //@a", "true"),
    ("//@n >= //@a", "true"), ("//@n > //@a", "true"), ("//nothing = //nothing", "false"),
    ("//nothing != //nothing", "false"), ("//nothing = false()", "true"), ("//@n != //@n", "false"),
    ("//p:b != //p:b", "true"), ("true() = '0'", "true"), ("'' = false()", "true"),
    // Functions
    ("count(//p:b)", "2"), ("local-name(//p:b)", "b"), ("name(//p:b)", "p:b"), ("namespace-uri(//p:b)", "urn:p"),
    ("name(/)", ""), ("name(//namespace::p)", "p"), ("name(//processing-instruction())", "go"),
    ("string(//p:b[2])", "two"),
    ("concat('a', 1, true())", "a1true"), ("starts-with('abc', 'ab')", "true"), ("starts-with('abc', '')", "true"),
    ("contains('abc', 'bc')", "true"), ("contains('abc', '')", "true"), ("contains('', 'a')", "false"),
    ("substring-before('1999/04', '/')", "1999"), ("substring-after('1999/04', '/')", "04"),
    ("substring-after('1999', '/')", ""), ("substring('12345', 2, 3)", "234"), ("substring('12345', 2)", "2345"),
    ("substring('12345', 1.5, 2.6)", "234"), ("substring('12345', 0, 3)", "12"), ("substring('12345', 0 div 0, 3)", ""),
    ("substring('12345', 1, 0 div 0)", ""), ("substring('12345', -42, 1 div 0)", "12345"),
    ("substring('12345', -1 div 0, 1 div 0)", ""), ("substring('æøå', 2, 1)", "ø"), ("string-length('æøå😀')", "4"),
    ("normalize-space(//c)", "x y"), ("translate('bar', 'abc', 'AB')", "BAr"), ("translate('--a--', '-', '')", "a"),
    ("translate('aaa', 'aa', 'bc')", "bbb"), ("boolean(//nothing)", "false"), ("boolean('false')", "true"),
    ("not(0)", "true"),
    ("number(' 12 ')", "12"), ("number('1e3')", "NaN"), ("number('+1')", "NaN"), ("number('-.5')", "-0.5"),
    ("number('.')", "NaN"), ("number(true())", "1"), ("sum(//@n | //@a)", "11"), ("sum(//p:b)", "NaN"),
    ("floor(-1.5)", "-2"),
    ("ceiling(1.2)", "2"), ("round(2.5)", "3"), ("round(-2.5)", "-2"), ("string(0.1)", "0.1"),
    ("string(1000000)", "1000000"),
    ("string(0.0000001)", "0.0000001"), ("string(12345678901234567890)", "12345678901234567000"), ("string(-0)", "0"),
    ("string(1 div 3)", "0.3333333333333333"), ("position()", "1"), ("last()", "1"),
    // None
    ("", nil), ("//[", nil), ("a b", nil), ("/d:r[", nil), ("count('x')", nil), ("count()", nil), ("nothing()", nil),
    ("'a' | 'b'", nil), ("$x", nil), ("sum(1)", nil), ("1 +", nil), ("'a", nil), ("a::b", nil), ("@", nil),
    ("(//a", nil),
    ("p:count(//a)", nil), ("id(", nil), ("q:a", "prefix"), ("q:f()", "prefix"), ("//q:*", "prefix"),
  ]

  @Test(arguments: rows.indices)
  func expressions(_ index: Int) throws {
    let (path, expected) = Self.rows[index]
    #expect(try Self.text(path) == expected, "\(path)")
  }

  /// Each axis from each node of random documents, beside what the specification says of it.
  @Test func axes() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<60 {
      let content = try Self.content(Self.randomDocument(&random))
      let model = AxisModel(content)
      for start in model.nodes {
        for axis in AxisModel.axes {
          guard case .nodes(let found) = try Self.evaluate("\(axis)::node()", over: content, from: start) else {
            Issue.record("\(axis) gives no nodes")
            continue
          }
          #expect(found == model.reached(axis, from: start), "\(axis) from \(start)")
        }
      }
      // From all nodes at once, where starts that reach no more than others are left out.
      for axis in AxisModel.axes {
        let all = "(//node() | //@* | //namespace::* | /)"
        guard case .nodes(let found) = try Self.evaluate("\(all)/\(axis)::node()", over: content) else { continue }
        let expected = Set(model.nodes.flatMap { model.reached(axis, from: $0) })
        #expect(found == expected.sorted(), "\(axis) from all")
      }
    }
  }

  private static func randomDocument(_ random: inout SplitMix64) -> String {
    var text = "<r xmlns:q=\"urn:q\">"
    var open = 1
    for _ in 0..<12 {
      switch random.next() % 6 {
      case 0:
        text += "<a k=\"1\" q:k=\"2\">"
        open += 1
      case 1: text += "<b xmlns:s=\"urn:s\"/>"
      case 2: text += "text"
      case 3: text += "<!--c-->"
      case 4 where open > 1:
        text += "</a>"
        open -= 1
      default: text += "<?p i?>"
      }
    }
    return text + String(repeating: "</a>", count: open - 1) + "</r>"
  }

  /// Expressions made of any pieces give a value or none, and never more.
  @Test func anyPieces() throws {
    let pieces = [
      "/", "//", ".", "..", "@", "*", "a", "p:b", "[", "]", "(", ")", "|", "+", "-", "=", "!=", "<", "1", "'x'", "and",
      "or",
      "div", "mod", "::", "self", "following", "namespace", "text()", "node()", "count", "id", "last()", ",", " ", "$",
      "\"",
    ]
    var random = SplitMix64(seed: 7)
    let content = try Self.content()
    for _ in 0..<10_000 {
      let path = (0..<Int(1 + random.next() % 12)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
        .joined()
      _ = try? Self.evaluate(path, over: content)
    }
  }
}

/// What the axes of the specification mean, of parents and order alone.
private struct AxisModel {
  static let axes = [
    "ancestor", "ancestor-or-self", "attribute", "child", "descendant", "descendant-or-self", "following",
    "following-sibling", "namespace", "parent", "preceding", "preceding-sibling", "self",
  ]

  let content: XPathContent
  /// All of them, in order.
  let nodes: [XPathNode]

  init(_ content: XPathContent) {
    self.content = content
    var all: [XPathNode] = []
    for (number, node) in content.tree.nodes.enumerated() {
      all.append(XPathNode(node: Int32(number)))
      guard node.kind == .element else { continue }
      for place in 0...content.tree.scopes[Int(node.scope)].count {
        all.append(XPathNode(node: Int32(number), namespace: Int32(place + 1)))
      }
    }
    nodes = all
  }

  private func isAttribute(_ node: XPathNode) -> Bool {
    node.namespace == 0 && content.tree.nodes[Int(node.node)].kind == .attribute
  }
  private func isOfTree(_ node: XPathNode) -> Bool { node.namespace == 0 && !isAttribute(node) }

  private func parent(_ node: XPathNode) -> XPathNode? {
    if node.namespace > 0 { return XPathNode(node: node.node) }
    let parent = content.tree.nodes[Int(node.node)].parent
    return parent < 0 ? nil : XPathNode(node: parent)
  }

  private func ancestors(_ node: XPathNode) -> [XPathNode] {
    var found: [XPathNode] = []
    var next = parent(node)
    while let at = next {
      found.append(at)
      next = parent(at)
    }
    return found
  }

  func reached(_ axis: String, from start: XPathNode) -> [XPathNode] {
    nodes.filter { node in
      switch axis {
      case "self": node == start
      case "parent": node == parent(start)
      case "ancestor": ancestors(start).contains(node)
      case "ancestor-or-self": node == start || ancestors(start).contains(node)
      case "attribute": isAttribute(node) && parent(node) == start
      case "namespace": node.namespace > 0 && parent(node) == start
      case "child": isOfTree(node) && parent(node) == start
      case "descendant": isOfTree(node) && ancestors(node).contains(start)
      case "descendant-or-self": node == start || isOfTree(node) && ancestors(node).contains(start)
      case "following": isOfTree(node) && node > start && !ancestors(node).contains(start)
      case "preceding": isOfTree(node) && node < start && !ancestors(start).contains(node)
      case "following-sibling":
        isOfTree(node) && isOfTree(start) && node > start && parent(node) == parent(start)
      case "preceding-sibling":
        isOfTree(node) && isOfTree(start) && node < start && parent(node) == parent(start)
      default: false
      }
    }
  }
}
