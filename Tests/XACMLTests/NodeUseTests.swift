import Testing

@testable import XACML

/// Nodes of every kind as the start of every axis, in every place where a policy uses nodes. What is told of the nodes is
/// known from the document, so that a node which is none any more would be seen.
struct NodeUseTests {
  private typealias T = PolicyText

  private static let starts: [(path: String, kind: String)] = [
    ("/", "document"), ("/*", "element"), ("/*/a", "element"), ("/*/a/@k", "attribute"), ("/*/a/text()", "text"),
    ("/*/comment()", "comment"), ("/*/processing-instruction()", "instruction"), ("/*/namespace::q", "namespace"),
    ("/*/a/namespace::*[1]", "namespace"),
  ]
  private static let axes = [
    "ancestor", "ancestor-or-self", "attribute", "child", "descendant", "descendant-or-self", "following",
    "following-sibling", "namespace", "parent", "preceding", "preceding-sibling", "self",
  ]
  private static let xml =
    "<d xmlns=\"\" xmlns:q=\"urn:q\"><!--c--><a k=\"1\">t</a><?p i?><b><q:e/>u</b></d>"

  private static func path(_ text: String) -> String {
    """
    <AttributeValue DataType="urn:oasis:names:tc:xacml:3.0:data-type:xpathExpression" \
    XPathCategory="\(Names.resource)" xmlns:q="urn:q">\(text)</AttributeValue>
    """
  }

  private static func request(start: String) -> String {
    T.request(
      """
      <Attributes Category="\(Names.resource)"><Content>\(xml)</Content>\
      <Attribute AttributeId="\(Names.contentSelector)" IncludeInResult="false">\(path(start))</Attribute></Attributes>
      """)
  }

  private static func decision(_ condition: String, start: String) throws -> DecisionResult {
    try T.answer(T.policy(T.rule("<Condition>\(condition)</Condition>")), request(start: start))[0]
  }

  private static func count(_ path: String) throws -> Int {
    // As it stands in the request, whose namespaces hold in it.
    let tree = try XMLTree(Array("<w xmlns:p=\"urn:p\">\(xml)</w>".utf8), work: Work())
    let content = XPathContent(tree.root.children[0])
    let value = try XPathEvaluator.evaluate(
      path, over: content, from: nil, namespaces: [NamespaceBinding(prefix: "q", uri: "urn:q")], work: Work())
    guard case .nodes(let nodes) = value else { return -1 }
    return nodes.count
  }

  @Test(arguments: starts.indices)
  func everyAxis(_ index: Int) throws {
    let start = Self.starts[index].path
    for axis in Self.axes {
      for test in ["node()", "*", "text()"] {
        let reached = (start == "/" ? "/" : start + "/") + "\(axis)::\(test)"
        let count = try Self.count(reached)
        let withText = try Self.count("\(reached)[self::* or self::text() or count(. | ../@*) = count(../@*)]")
        // By count.
        let counted = T.apply(
          "1.0:function:integer-equal", T.apply("3.0:function:xpath-node-count", Self.path(reached)),
          T.literal("\(count)", T.integer))
        #expect(try Self.decision(counted, start: start).decision == .permit, "\(reached) counted")
        // Every node is itself and lies within itself.
        let expected: Decision = count > 0 ? .permit : .notApplicable
        for function in ["equal", "match"] {
          let condition = T.apply("3.0:function:xpath-node-\(function)", Self.path(reached), Self.path(reached))
          #expect(try Self.decision(condition, start: start).decision == expected, "\(reached) \(function)")
        }
        // By a selector that begins at the node: it finds texts, or says that one of the nodes has none.
        let selector = """
          <AttributeSelector Category="\(Names.resource)" ContextSelectorId="\(Names.contentSelector)" \
          Path="\(axis)::\(test)" DataType="\(T.string)" MustBePresent="false"/>
          """
        let selected = T.apply(
          "1.0:function:integer-equal", T.apply("1.0:function:string-bag-size", selector),
          T.literal("\(count)", T.integer))
        let result = try Self.decision(selected, start: start)
        #expect(
          result.decision == (withText == count ? .permit : .indeterminate(.permit)),
          "\(reached) selected: \(result.failure?.message ?? "")")
      }
    }
  }
}
