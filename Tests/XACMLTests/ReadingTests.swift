import Testing

@testable import XACML

/// Documents that are refused, each with what it is told.
struct ReadingTests {
  private typealias T = PolicyText
  private static let ok = T.rule("<Target/>")

  static let refused: [(policy: String, says: String)] = [
    ("", "empty"), (" \n", "empty"), ("# a text", "does not begin like XML"), ("<a/>", "no policy of XACML 3.0"),
    ("<Policy/>", "of no namespace"), ("<Policy", "not"),
    ("<!DOCTYPE a [<!ENTITY b \"c\">]>" + T.policy(ok), "DOCTYPE"),
    ("<?xml version=\"1.0\"?><!DOCTYPE Policy SYSTEM \"file:///etc/passwd\">" + T.policy(ok), "DOCTYPE"),
    (T.policy(ok).replacing("Version=\"1.0\"", with: ""), "lacks `Version`"),
    (T.policy(ok).replacing("Version=\"1.0\"", with: "Version=\"one\""), "version"),
    (T.policy(ok).replacing("<Target/><Rule", with: "<Rule"), "lacks <Target>"),
    (T.policy(ok, algorithm: "9.9:rule-combining-algorithm:x"), "no combining algorithm"),
    (T.policy(ok, algorithm: "1.0:policy-combining-algorithm:only-one-applicable"), "combines policies"),
    (T.policy(T.rule("<Target/>", effect: "Maybe")), "`Permit` or `Deny`"),
    (T.policy("<Rule Effect=\"Permit\"/>"), "lacks `RuleId`"), (T.policy("<Other/>"), "does not belong"),
    (T.policy("<PolicyIssuer/>"), "administration profile"),
    (T.policy(T.rule("<Target><AnyOf/></Target>")), "<AnyOf> is empty"),
    (T.policy(T.rule("<Target><AnyOf><AllOf/></AnyOf></Target>")), "<AllOf> is empty"),
    (T.policy(T.rule("<Condition>\(T.literal("a"))</Condition>")), "a condition is a boolean"),
    (T.policy(T.rule("<Condition>\(T.apply("9.9:function:x"))</Condition>")), "no function"),
    (T.policy(T.rule("<Condition>\(T.apply("1.0:function:not"))</Condition>")), "takes 1 arguments"),
    (T.policy(T.rule("<Condition>\(T.apply("1.0:function:not", T.literal("true")))</Condition>")), "is a boolean"),
    (
      T.policy(
        T.rule(
          "<Condition>\(T.apply("1.0:function:integer-equal", T.literal("x", T.integer), T.literal("1", T.integer)))</Condition>"
        )), "no integer"
    ),
    (T.policy(T.rule("<Condition><VariableReference VariableId=\"v\"/></Condition>")), "no variable"),
    (
      T.policy("<VariableDefinition VariableId=\"v\"><VariableReference VariableId=\"v\"/></VariableDefinition>"),
      "by itself"
    ),
    (
      T.policy(
        "<VariableDefinition VariableId=\"a\"><VariableReference VariableId=\"b\"/></VariableDefinition><VariableDefinition VariableId=\"b\"><VariableReference VariableId=\"a\"/></VariableDefinition>"
      ), "by itself"
    ),
    (T.policy(T.rule("<Condition>\(T.apply("3.0:function:any-of", T.literal("a")))</Condition>")), "is a <Function>"),
    (
      T.policy(
        T.rule(
          "<Condition>\(T.apply("3.0:function:any-of", T.function("1.0:function:string-equal"), T.literal("a"), T.literal("b")))</Condition>"
        )), "takes one bag"
    ),
    (
      T.policy(
        T.rule(
          "<Condition>\(T.apply("3.0:function:any-of", T.function("1.0:function:string-normalize-space"), T.designator(Names.subject, "a")))</Condition>"
        )), "gives no boolean"
    ),
    (
      T.policy(
        T.rule(
          "<Target><AnyOf><AllOf>\(T.match(Names.subject, "a", "b", function: "1.0:function:string-bag-size"))</AllOf></AnyOf></Target>"
        )), "takes 1 arguments"
    ),
  ]

  @Test(arguments: refused.indices)
  func isRefused(_ index: Int) {
    let (policy, says) = Self.refused[index]
    do {
      _ = try T.point(policy)
      Issue.record("it was read: \(policy)")
    } catch let problem as DocumentProblem {
      #expect(problem.description.contains(says), "\(problem)")
      #expect(problem.description.hasPrefix("policy.xml:"), "\(problem)")
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func depthIsLimited() {
    let deep = String(repeating: "<Apply FunctionId=\"urn:oasis:names:tc:xacml:1.0:function:not\">", count: 300)
    let policy = T.policy(
      T.rule("<Condition>\(deep)\(T.literal("a"))\(String(repeating: "</Apply>", count: 300))</Condition>"))
    #expect(throws: DocumentProblem.self) { try T.point(policy) }
    var set = T.policy(Self.ok)
    for _ in 0..<70 {
      set = """
        <PolicySet \(T.space) PolicySetId="s" Version="1" \
        PolicyCombiningAlgId="urn:oasis:names:tc:xacml:3.0:policy-combining-algorithm:deny-overrides"><Target/>\(set)</PolicySet>
        """
    }
    #expect(throws: DocumentProblem.self) { try T.point(set) }
  }

  // MARK: References

  private func set(_ id: String, _ inner: String) -> String {
    """
    <PolicySet \(T.space) PolicySetId="\(id)" Version="1.0" \
    PolicyCombiningAlgId="urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:first-applicable"><Target/>\(inner)</PolicySet>
    """
  }

  @Test func referencesFindTheLatestVersionThatFits() throws {
    func version(_ version: String, _ effect: String) -> String {
      T.policy(T.rule("<Target/>", effect: effect)).replacing("Version=\"1.0\"", with: "Version=\"\(version)\"")
    }
    let request = T.request(T.group(Names.subject, []))
    let versions = [version("1.0", "Deny"), version("1.10", "Permit"), version("2.0", "Deny")]
    for (pattern, decision) in [
      ("Version=\"1.+\"", Decision.permit), ("Version=\"1.0\"", .deny), ("Version=\"1.*\"", .permit), ("", .deny),
      ("LatestVersion=\"1.9\"", .deny), ("EarliestVersion=\"1.1\" LatestVersion=\"1.10\"", .permit),
      ("EarliestVersion=\"2.1\"", .indeterminate(.either)), ("Version=\"3.0\"", .indeterminate(.either)),
    ] {
      let root = set("s", "<PolicyIdReference \(pattern)>urn:t</PolicyIdReference>")
      #expect(try T.answer(root, request, references: versions)[0].decision == decision, "\(pattern)")
    }
  }

  /// What is wrong with a policy that nothing needs is nobody's concern.
  @Test func brokenReferencesCountWhereTheyAreNeeded() throws {
    let broken = T.policy("<Nonsense/>")
    let root = set("s", T.policy(Self.ok) + "<PolicyIdReference>urn:t</PolicyIdReference>")
    let request = T.request(T.group(Names.subject, []))
    #expect(try T.answer(root, request, references: [broken])[0].decision == .permit)
    let needed = set("s", "<PolicyIdReference>urn:t</PolicyIdReference>")
    #expect(try T.answer(needed, request, references: [broken])[0].statusCode == Failure.Code.syntaxError.rawValue)
  }

  @Test func circlesAreRefused() {
    let one = set("one", "<PolicySetIdReference>two</PolicySetIdReference>")
    let two = set("two", "<PolicySetIdReference>three</PolicySetIdReference>")
    let three = set("three", "<PolicySetIdReference>two</PolicySetIdReference>")
    #expect(throws: DocumentProblem.self) { try T.point(one, references: [two, three]) }
  }
}
