import Testing

@testable import XACML

/// Conditions: each is put into a policy that permits where it is true, and asked of one request.
struct ExpressionTests {
  private typealias T = PolicyText
  private static let one = "1.0:function:"
  private static let three = "3.0:function:"

  private static func path(_ text: String) -> String {
    """
    <AttributeValue DataType="urn:oasis:names:tc:xacml:3.0:data-type:xpathExpression" \
    XPathCategory="\(Names.resource)">\(text)</AttributeValue>
    """
  }

  private static func numbers(_ values: Int...) -> String {
    let literals = values.map { T.literal("\($0)", T.integer) }.joined()
    return "<Apply FunctionId=\"urn:oasis:names:tc:xacml:1.0:function:integer-bag\">\(literals)</Apply>"
  }

  static let request = T.request(
    T.group(Names.subject, [("name", "Kari"), ("name", "Ola")]),
    T.group(
      Names.resource, [("id", "x")],
      content: "<Content><p:a><p:b k=\"1\">one</p:b><p:b>two</p:b><p:c><p:b>three</p:b></p:c></p:a></Content>"),
    T.group(Names.action, []))

  /// `nil` is indeterminate.
  static let rows: [(name: String, condition: String, holds: Bool?)] = [
    (
      "any-of",
      T.apply(three + "any-of", T.function(one + "integer-less-than"), T.literal("5", T.integer), numbers(1, 6)), true
    ),
    (
      "any-of of nothing",
      T.apply(three + "any-of", T.function(one + "integer-less-than"), T.literal("5", T.integer), numbers()), false
    ),
    (
      "all-of",
      T.apply(three + "all-of", T.function(one + "integer-less-than"), T.literal("5", T.integer), numbers(1, 6)), false
    ),
    (
      "all-of of nothing",
      T.apply(three + "all-of", T.function(one + "integer-less-than"), T.literal("5", T.integer), numbers()), true
    ),
    (
      "all-of with the bag first",
      T.apply(three + "all-of", T.function(one + "integer-less-than"), numbers(1, 2), T.literal("5", T.integer)), true
    ),
    (
      "any-of-any", T.apply(three + "any-of-any", T.function(one + "integer-equal"), numbers(1, 2), numbers(2, 3)), true
    ),
    (
      "any-of-any of nothing",
      T.apply(three + "any-of-any", T.function(one + "integer-equal"), numbers(1, 2), numbers()), false
    ),
    (
      "all-of-any",
      T.apply(one + "all-of-any", T.function(one + "integer-greater-than"), numbers(10, 20), numbers(1, 3, 5, 19)), true
    ),
    (
      "all-of-any, one has none",
      T.apply(one + "all-of-any", T.function(one + "integer-greater-than"), numbers(1, 20), numbers(1, 3)), false
    ),
    (
      "any-of-all",
      T.apply(one + "any-of-all", T.function(one + "integer-greater-than"), numbers(3, 5), numbers(1, 2, 3, 4)), true
    ),
    (
      "any-of-all, by another one each",
      T.apply(one + "any-of-all", T.function(one + "integer-equal"), numbers(1, 2, 3), numbers(3, 1)), true
    ),
    (
      "any-of-all, one has none",
      T.apply(one + "any-of-all", T.function(one + "integer-equal"), numbers(1, 2), numbers(2, 3)), false
    ),
    (
      "any-of-all of none of the first",
      T.apply(one + "any-of-all", T.function(one + "integer-equal"), numbers(), numbers(1)), false
    ),
    (
      "any-of-all of none of the second",
      T.apply(one + "any-of-all", T.function(one + "integer-equal"), numbers(1), numbers()), true
    ),
    (
      "all-of-any of none of the first",
      T.apply(one + "all-of-any", T.function(one + "integer-equal"), numbers(), numbers(1)), true
    ),
    (
      "all-of-any of none of the second",
      T.apply(one + "all-of-any", T.function(one + "integer-equal"), numbers(1), numbers()), false
    ),
    (
      "any-of-all, none is above all",
      T.apply(one + "any-of-all", T.function(one + "integer-greater-than"), numbers(3, 4), numbers(1, 4)), false
    ),
    (
      "all-of-all", T.apply(one + "all-of-all", T.function(one + "integer-greater-than"), numbers(6, 5), numbers(1, 4)),
      true
    ),
    (
      "all-of-all, one is not",
      T.apply(one + "all-of-all", T.function(one + "integer-greater-than"), numbers(6, 4), numbers(1, 4)), false
    ),
    (
      "map",
      T.apply(
        one + "string-at-least-one-member-of",
        T.apply(three + "map", T.function(one + "string-normalize-to-lower-case"), T.designator(Names.subject, "name")),
        T.apply(one + "string-bag", T.literal("kari"))), true
    ),
    (
      "an error within",
      T.apply(
        three + "any-of", T.function(three + "string-contains"), T.literal("a"),
        T.designator(Names.subject, "no", mustBePresent: true)), nil
    ),
    (
      "xpath-node-count",
      T.apply(one + "integer-equal", T.apply(three + "xpath-node-count", path("//p:b")), T.literal("3", T.integer)),
      true
    ),
    ("xpath-node-equal", T.apply(three + "xpath-node-equal", path("//p:c/p:b"), path("//p:b")), true),
    ("xpath-node-equal of others", T.apply(three + "xpath-node-equal", path("//p:c"), path("//p:b")), false),
    ("xpath-node-match below", T.apply(three + "xpath-node-match", path("//p:c"), path("//p:b")), true),
    ("xpath-node-match of an attribute", T.apply(three + "xpath-node-match", path("/p:a/p:b[1]"), path("//@k")), true),
    ("xpath-node-match above", T.apply(three + "xpath-node-match", path("//p:c/p:b"), path("//p:c")), false),
    ("an XPath that is none", T.apply(three + "xpath-node-equal", path("//["), path("//p:b")), nil),
    (
      "an XPath that is a number",
      T.apply(
        one + "integer-equal", T.apply(three + "xpath-node-count", path("count(//p:b)")), T.literal("3", T.integer)),
      nil
    ),
    (
      "a prefix that nothing declares",
      T.apply(one + "integer-equal", T.apply(three + "xpath-node-count", path("//q:b")), T.literal("0", T.integer)), nil
    ),
    (
      "or stops at the first that is true",
      T.apply(
        one + "or", T.literal("true", "http://www.w3.org/2001/XMLSchema#boolean"),
        T.apply(
          one + "integer-equal", T.apply(one + "integer-divide", T.literal("1", T.integer), T.literal("0", T.integer)),
          T.literal("1", T.integer))), true
    ),
    (
      "or does not pass over an error",
      T.apply(
        one + "or",
        T.apply(
          one + "integer-equal", T.apply(one + "integer-divide", T.literal("1", T.integer), T.literal("0", T.integer)),
          T.literal("1", T.integer)), T.literal("true", "http://www.w3.org/2001/XMLSchema#boolean")), nil
    ),
    (
      "and stops at the first that is false",
      T.apply(
        one + "and", T.literal("false", "http://www.w3.org/2001/XMLSchema#boolean"),
        T.apply(
          one + "integer-equal", T.apply(one + "integer-divide", T.literal("1", T.integer), T.literal("0", T.integer)),
          T.literal("1", T.integer))), false
    ),
    (
      "the time of the decision",
      T.apply(
        one + "dateTime-equal",
        T.apply(
          one + "dateTime-one-and-only",
          T.designator(
            Names.environment, Names.currentDateTime, "http://www.w3.org/2001/XMLSchema#dateTime", mustBePresent: true)),
        T.literal("2026-11-21T10:00:00Z", "http://www.w3.org/2001/XMLSchema#dateTime")), true
    ),
    (
      "an attribute of another type is not there",
      T.apply(
        one + "integer-equal", T.apply(one + "integer-bag-size", T.designator(Names.subject, "name", T.integer)),
        T.literal("0", T.integer)), true
    ),
    (
      "one and only of two",
      T.apply(
        one + "string-equal", T.apply(one + "string-one-and-only", T.designator(Names.subject, "name")),
        T.literal("Kari")), nil
    ),
  ]

  @Test(arguments: rows.indices)
  func conditions(_ index: Int) throws {
    let row = Self.rows[index]
    let result = try T.answer(T.policy(T.rule("<Condition>\(row.condition)</Condition>")), Self.request)[0]
    let expected: Decision = row.holds.map { $0 ? .permit : .notApplicable } ?? .indeterminate(.permit)
    #expect(result.decision == expected, "\(row.name): \(result.failure?.message ?? "")")
  }

  @Test func selectors() throws {
    func selector(_ path: String, _ type: String = T.string, must: Bool = false) -> String {
      """
      <AttributeSelector Category="\(Names.resource)" Path="\(path)" DataType="\(type)" MustBePresent="\(must)"/>
      """
    }
    let rows: [(String, Bool?)] = [
      (T.apply(Self.one + "string-is-in", T.literal("two"), selector("//p:b/text()")), true),
      (T.apply(Self.one + "string-is-in", T.literal("1"), selector("/p:a/p:b/@k")), true),
      (T.apply(Self.one + "integer-is-in", T.literal("1", T.integer), selector("//@k", T.integer)), true),
      (T.apply(Self.one + "integer-is-in", T.literal("1", T.integer), selector("//p:b", T.integer)), nil),
      (T.apply(Self.one + "string-is-in", T.literal("x"), selector("//p:z")), false),
      (T.apply(Self.one + "string-is-in", T.literal("x"), selector("//p:z", must: true)), nil),
      (T.apply(Self.one + "string-is-in", T.literal("x"), selector("count(//p:b)")), nil),
    ]
    for (condition, holds) in rows {
      let result = try T.answer(T.policy(T.rule("<Condition>\(condition)</Condition>")), Self.request)[0]
      let expected: Decision = holds.map { $0 ? .permit : .notApplicable } ?? .indeterminate(.permit)
      #expect(result.decision == expected, "\(condition): \(result.failure?.message ?? "")")
    }
  }

  /// A variable that many others rest on is evaluated once: doubling it sixty times takes no time.
  @Test func variablesAreEvaluatedOnce() throws {
    var definitions = "<VariableDefinition VariableId=\"v0\">\(T.literal("0", T.integer))</VariableDefinition>"
    for number in 1...60 {
      let reference = "<VariableReference VariableId=\"v\(number - 1)\"/>"
      definitions +=
        "<VariableDefinition VariableId=\"v\(number)\">\(T.apply(Self.one + "integer-add", reference, reference))</VariableDefinition>"
    }
    let condition = T.apply(
      Self.one + "integer-equal", "<VariableReference VariableId=\"v60\"/>", T.literal("0", T.integer))
    let policy = T.policy(definitions + T.rule("<Condition>\(condition)</Condition>"))
    #expect(try T.answer(policy, Self.request)[0].decision == .permit)
  }
}
