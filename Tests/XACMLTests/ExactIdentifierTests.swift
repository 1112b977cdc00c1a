import TestSupport
import Testing

@testable import XACML

/// Identifiers are one only where their bytes are: who is named by a text that merely looks like another has none of its rights.
struct ExactIdentifierTests {
  private typealias T = PolicyText
  private static let string = T.string
  private static let composed = "r\u{E5}d"
  private static let decomposed = "ra\u{30A}d"

  /// A policy and a request that fit where the identifier in both is the same.
  struct Place: Sendable, CustomTestStringConvertible {
    var name: String
    var policy: @Sendable (String) -> String
    var request: @Sendable (String) -> String
    /// What a request with another identifier comes to.
    var otherwise: Decision = .notApplicable
    var references: @Sendable (String) -> [String] = { _ in [] }
    var testDescription: String { name }
  }

  private static func designator(
    category: String = Names.resource, id: String = "a", type: String = string, issuer: String = ""
  ) -> String {
    let issuer = issuer.isEmpty ? "" : " Issuer=\"\(issuer)\""
    return "<AttributeDesignator Category=\"\(category)\" AttributeId=\"\(id)\" DataType=\"\(type)\"\(issuer) "
      + "MustBePresent=\"false\"/>"
  }

  private static func match(_ source: String) -> String {
    T.policy(
      T.rule(
        T.target(
          T.anyOf(
            T.allOf(
              "<Match MatchId=\"urn:oasis:names:tc:xacml:1.0:function:string-equal\">\(T.literal("x"))\(source)</Match>"
            )))))
  }

  private static func condition(_ expression: String, before: String = "") -> String {
    T.policy(before + T.rule("<Condition>\(expression)</Condition>"))
  }

  private static func attribute(_ id: String, type: String = string, issuer: String = "") -> String {
    let issuer = issuer.isEmpty ? "" : " Issuer=\"\(issuer)\""
    return "<Attribute AttributeId=\"\(id)\" IncludeInResult=\"false\"\(issuer)>\(T.literal("x", type))</Attribute>"
  }

  private static func selector(_ path: String, category: String = Names.resource) -> String {
    "<AttributeSelector Category=\"\(category)\" Path=\"\(path)\" DataType=\"\(string)\" MustBePresent=\"false\"/>"
  }

  private static func content(_ xml: String, category: String = Names.resource) -> String {
    T.request(T.group(category, [], content: "<Content>\(xml)</Content>"))
  }

  static let places: [Place] = [
    Place(
      name: "category", policy: { match(designator(category: $0)) }, request: { T.request(T.group($0, [("a", "x")])) }),
    Place(
      name: "attribute", policy: { match(designator(id: $0)) },
      request: { T.request("<Attributes Category=\"\(Names.resource)\">\(attribute($0))</Attributes>") }),
    Place(
      name: "issuer", policy: { match(designator(issuer: $0)) },
      request: { T.request("<Attributes Category=\"\(Names.resource)\">\(attribute("a", issuer: $0))</Attributes>") }),
    Place(
      name: "content of a category", policy: { match(selector("/p:e", category: $0)) },
      request: { content("<p:e>x</p:e>", category: $0) }),
    Place(
      name: "element of a path", policy: { match(selector("/p:\($0)")) }, request: { content("<p:\($0)>x</p:\($0)>") }),
    Place(
      name: "attribute of a path", policy: { match(selector("/p:e/@\($0)")) },
      request: { content("<p:e \($0)=\"x\"/>") }),
    Place(
      name: "value", policy: { match(designator()).replacing(T.literal("x"), with: T.literal($0)) },
      request: { T.request(T.group(Names.resource, [("a", $0)])) }),
    Place(
      name: "reference to a policy",
      policy: { name in
        "<PolicySet \(T.space) PolicySetId=\"urn:s\" Version=\"1.0\" PolicyCombiningAlgId=\"urn:oasis:names:tc:xacml:"
          + "3.0:policy-combining-algorithm:deny-overrides\"><Target/><PolicyIdReference>\(name)</PolicyIdReference></PolicySet>"
      }, request: { _ in T.request(T.group(Names.resource, [("a", "x")])) }, otherwise: .indeterminate(.either),
      references: { [T.policy(T.rule("")).replacing("PolicyId=\"urn:t\"", with: "PolicyId=\"\($0)\"")] }),
  ]

  private static func decide(_ place: Place, _ ofPolicy: String, _ ofRequest: String) throws -> Decision {
    let (point, _) = try T.point(place.policy(ofPolicy), references: place.references(ofRequest))
    let request = try Request.read(Array(place.request(ofRequest).utf8), file: "request.xml")
    return point.answer(request, now: PolicyGrants.noon)[0].decision
  }

  @Test(arguments: places) func formsAreTwo(_ place: Place) throws {
    for one in [Self.composed, Self.decomposed] {
      for other in [Self.composed, Self.decomposed] {
        let decision = try Self.decide(place, one, other)
        #expect(decision == (Spellings.areSame(one, other) ? .permit : place.otherwise), "\(place.name)")
      }
    }
  }

  /// A request with both has two attributes, and each rule sees its own.
  @Test func bothBesideEachOther() throws {
    func rule(_ id: String, _ value: String, _ effect: String) -> String {
      T.rule(T.target(T.anyOf(T.allOf(T.match(Names.resource, id, value)))), effect: effect, id: value)
    }
    for (one, other) in [(Self.composed, Self.decomposed), (Self.decomposed, Self.composed)] {
      let (point, _) = try T.point(T.policy(rule(one, "one", "Permit") + rule(other, "one", "Deny")))
      let request = T.request(T.group(Names.resource, [(one, "one"), (other, "other")]))
      let read = try Request.read(Array(request.utf8), file: "request.xml")
      #expect(point.answer(read, now: PolicyGrants.noon)[0].decision == .permit)
    }
  }

  @Test func variablesAreTwo() throws {
    func define(_ name: String, _ value: Bool) -> String {
      "<VariableDefinition VariableId=\"\(name)\">\(T.literal("\(value)", T.boolean))</VariableDefinition>"
    }
    for (one, other) in [(Self.composed, Self.decomposed), (Self.decomposed, Self.composed)] {
      let policy = Self.condition(
        "<VariableReference VariableId=\"\(one)\"/>", before: define(one, true) + define(other, false))
      let (point, _) = try T.point(policy)
      let read = try Request.read(Array(T.request(T.group(Names.resource, [("a", "x")])).utf8), file: "request.xml")
      #expect(point.answer(read, now: PolicyGrants.noon)[0].decision == .permit)
    }
  }

  /// Two categories, two groups that references name, two prefixes, two policies that applied.
  @Test func namesOfARequestAreTwo() throws {
    let (point, _) = try T.point(T.policy(T.rule("")))
    func results(_ text: String) throws -> [DecisionResult] {
      point.answer(try Request.read(Array(text.utf8), file: "request.xml"), now: PolicyGrants.noon)
    }
    // One category twice is two questions, two categories are one.
    #expect(try results(T.request(T.group(Self.composed, []), T.group(Self.decomposed, []))).count == 1)
    #expect(try results(T.request(T.group(Self.composed, []), T.group(Self.composed, []))).count == 2)
    let (first, second) = (Self.composed, Self.decomposed)
    let both =
      "<MultiRequests>"
      + [first, second].map {
        "<RequestReference><AttributesReference ReferenceId=\"\($0)\"/></RequestReference>"
      }.joined() + "</MultiRequests>"
    let named = T.request(
      T.group(Names.resource, [("a", "1")], id: first), T.group(Names.resource, [("a", "2")], id: second), after: both)
    let values = try results(named).map { $0.attributes[0].attributes[0].values[0].text }
    #expect(values == ["1", "2"])
    let identifiers = Set([first, second].map { PolicyIdentifier(kind: .policy, id: $0, version: "1.0") })
    #expect(identifiers.count == 2)
    #expect(Set([first, second].map { NamespaceBinding(prefix: "p", uri: $0) }).count == 2)
    #expect(DataType(first) != DataType(second) && DataType(first) == DataType(first))
  }

  /// Ten thousand pairs that `String` calls equal: a request is permitted where the bytes are the same, and nowhere else.
  @Test func onlyBytesDecide() throws {
    var random = SplitMix64(seed: 20)
    var equal = 0
    for round in 0..<10_000 {
      let (one, other) = Spellings.pair(&random)
      #expect(one == other)
      let isSame = Spellings.areSame(one, other)
      equal += isSame ? 1 : 0
      let key = AttributeKey(category: Names.resource, id: one, type: .string)
      let match = AttributeKey(category: Names.resource, id: other, type: .string)
      #expect((key == match) == isSame && (Set([key, match]).count == 1) == isSame)
      let requirements = [key, match].map { Requirement(key: $0, value: .string("x"), ignoresCase: false) }
      #expect(requirements[0].isMet(by: requirements[1]) == isSame)
      // A decision costs more than a comparison.
      guard round % 10 == 0 else { continue }
      let place = Self.places[round / 10 % 2]
      #expect((try Self.decide(place, one, other) == .permit) == isSame, "\(round)")
    }
    #expect((3_000...8_000).contains(equal), "both kinds of pairs are tried: \(equal)")
  }

  /// No identifier of the specification has another spelling, so that none can be written in two ways.
  @Test func knownIdentifiersHaveOneSpelling() {
    for line in Identifiers.lines {
      #expect(!line.contains("K") && !line.contains(";") && !line.contains("`"), "\(line)")
    }
  }
}
