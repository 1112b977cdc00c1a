import Testing

@testable import PolicyEngine

@Suite struct ParserTests {
  @Test(arguments: [Samples.mailboxes, Samples.everything]) func samplesParse(text: String) {
    #expect(Samples.parse(text).diagnostics == [])
  }

  @Test func documentationBelongsToTheNextItem() throws {
    let items = Samples.parse(Samples.mailboxes).items
    guard case .relation(let relation) = items[0], case .rule(let rule) = items[1],
      case .parameter(let parameter) = items[2]
    else { throw Unexpected() }
    #expect(relation.doc == "Who may change what in Kitos, and through which role.")
    #expect(rule.doc == "")
    #expect(parameter.doc == "How many local admins are enough.\nAnd no more.")
  }

  @Test func clausesKeepTheirOrder() throws {
    guard case .policy(let policy)? = Samples.parse(Samples.mailboxes).items.last else { throw Unexpected() }
    #expect(policy.id.text == "kitos.api-user-is-not-a-person")
    #expect(policy.clauses.count == 10)
    guard case .fail(let fail) = policy.clauses[7], case .title(let title, _) = policy.clauses[0],
      case .population(let population) = policy.clauses[6]
    else { throw Unexpected() }
    #expect(fail.per.map(\.text) == ["user"])
    #expect(fail.message.text(in: "da") == "{user} ({email}) is the mailbox of {person}")
    #expect(title.text(in: "nb") == "API-brukere er funksjonspostkasser, ikke personer")
    #expect(population.names.map(\.text) == ["user"])
  }

  /// Text and the tree it must give: `a - b - c` groups from the left, `*` binds tighter, and so on.
  @Test(arguments: [
    ("a - b - c = 1", "((a - b) - c) = 1"), ("a + b * c = 1", "(a + (b * c)) = 1"),
    ("a - (b - c) = 1", "(a - (b - c)) = 1"), ("(a + b) * c = 1", "((a + b) * c) = 1"),
    ("-a * b = -1", "((-a) * b) = -1"), ("--1 = 1", "(-(-1)) = 1".replacing("(-1)", with: "-1")),
    ("starts_with(a, b)", "starts_with(a, b) = true"), ("a", "a = true"), ("((a)) = b", "a = b"),
  ]) func precedence(text: String, expected: String) throws {
    let body = Parser.parseBody(text)
    #expect(body.diagnostics == [])
    guard body.body.count == 1, case .comparison(let left, let sign, let right, _) = body.body[0] else {
      throw Unexpected()
    }
    #expect("\(Self.grouped(left)) \(sign.rawValue) \(Self.grouped(right))" == expected)
  }

  static func grouped(_ expression: Expression) -> String {
    switch expression {
    case .constant(let constant):
      switch constant.value {
      case .int(let number): "\(number)"
      case .bool(let flag): "\(flag)"
      default: "?"
      }
    case .variable(let name), .parameter(let name): name.text
    case .call(let name, let arguments, _): "\(name.text)(\(arguments.map(grouped).joined(separator: ", ")))"
    case .aggregate: "aggregate"
    case .arithmetic(let left, let sign, let right, _): "(\(grouped(left)) \(sign.rawValue) \(grouped(right)))"
    case .negated(let inner, _): "(-\(grouped(inner)))"
    }
  }

  @Test func escapesAndNumbers() throws {
    let parsed = Parser.parseBody(#"a in {"\"\\\n\t\u{e6}{x}{{", -9223372036854775808, 30 days, 2024-02-29, today}"#)
    #expect(parsed.diagnostics == [])
    guard case .inSet(_, let constants, _) = parsed.body[0] else { throw Unexpected() }
    #expect(
      constants.map(\.value) == [
        .string("\"\\\n\tæ{x}{{"), .int(.min), .days(30), .date(.init(days: 19782)), .today,
      ])
  }

  @Test func spansPointIntoTheRightFile() {
    let sources = [
      SourceText(path: "a.policy", text: "fact a.b(c: 1)"), SourceText(path: "b.policy", text: "\n  fact a.b(c 1)"),
    ]
    let parsed = Parser.parse(sources)
    #expect(parsed.program.items.count == 1)
    #expect(parsed.diagnostics.map(\.span) == [Span(file: 1, start: 14, end: 15)])
    #expect(sources[1].position(of: 14) == (2, 14))
  }

  @Test func carriageReturnsAndByteOrderMarkAreAccepted() {
    let text = "\u{FEFF}/// doc\r\nfact a.b(c: 1)\r\n// end\r\n"
    #expect(Samples.parse(text).diagnostics == [])
  }

  struct Unexpected: Error {}
}
