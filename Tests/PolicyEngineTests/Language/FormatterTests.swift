import Testing

@testable import PolicyEngine

@Suite struct FormatterTests {
  @Test(arguments: [Samples.mailboxes, Samples.everything]) func samplesKeepTheirTree(text: String) throws {
    try checkFormatting(text, comments: nil)
  }

  /// Random texts with random white space and comments: the tree stays, formatting again changes nothing, no comment
  /// is lost, doubled or moved past another.
  @Test(arguments: 0..<8) func randomTextsKeepTheirTreeAndComments(block: UInt64) throws {
    for seed in 0..<40 {
      var generator = PolicyTextGenerator(seed: block * 1000 + UInt64(seed))
      let (text, comments) = generator.joined(generator.file())
      try checkFormatting(text, comments: comments)
    }
  }

  private func checkFormatting(_ text: String, comments: [String]?) throws {
    let before = Samples.parse(text)
    try #require(before.diagnostics.filter { $0.severity == .error } == [], "\(text)")
    let once = try Formatter.format(SourceText(path: "t.policy", text: text)).get()
    let after = Samples.parse(once)
    try #require(after.diagnostics == [], "\(text)\n-----\n\(once)")
    try #require(Samples.shape(before.items) == Samples.shape(after.items), "\(text)\n-----\n\(once)")
    let twice = try Formatter.format(SourceText(path: "t.policy", text: once)).get()
    try #require(once == twice, "\(text)\n-----\n\(once)")
    for line in once.split(separator: "\n") where line.last == " " { Issue.record("white space at the end: \(line)") }
    #expect(!once.contains("\n\n\n"))
    if let comments {
      let found = once.matches(of: /\/\/ note \d+/).map { String($0.output) }
      try #require(found == comments, "\(text)\n-----\n\(once)")
    }
    // The printer works without a source, and gives an equal tree as well.
    let printed = Samples.parse(Printer.text(of: before.items))
    try #require(printed.diagnostics == [], "\(Printer.text(of: before.items))")
    try #require(Samples.shape(before.items) == Samples.shape(printed.items), "\(text)")
  }

  @Test func theSampleIsAlreadyFormatted() throws {
    let text = Samples.mailboxes + "\n"
    #expect(try Formatter.format(SourceText(path: "t.policy", text: text)).get() == text)
  }

  @Test func layout() throws {
    let text = """
      // The model of the mailboxes.
      entity mailbox   // one address


      relation mailbox.entry(mailbox: mailbox, email: email, type?: text, authenticated_senders_only?: bool) key mailbox
      parameter kitos.roles:set text={"User","LocalAdmin","OrganizationModuleAdmin","SystemModuleAdmin","ContractModuleAdmin","RightsHolderAccess"}
      /// An address of a mailbox.
      mailbox.address(mailbox,email) if (mailbox.entry(mailbox,email) or mailbox.alias(mailbox,email)) // both
      a.b(x) if not{c.d(x),e.f(x)},// why not
      // and then
      count(user_with_a_long_name) { kitos.role_assignment(user: user_with_a_long_name, object, role), kitos.role_type(role, write: true) } > 3
      policy a.b{title"x" severity low
      // population
      for x in a.b(x) fail en"f"da"g" per x if ((x))=starts_with("a",x)=true example"e"{expect empty}}
      """.replacing("=starts_with(\"a\",x)=true", with: "=-(3),starts_with(\"a\",x)=true")
    let expected = """
      // The model of the mailboxes.
      entity mailbox  // one address

      relation mailbox.entry(mailbox: mailbox, email: email, type?: text, authenticated_senders_only?: bool) key mailbox
      parameter kitos.roles: set text = {
        "User",
        "LocalAdmin",
        "OrganizationModuleAdmin",
        "SystemModuleAdmin",
        "ContractModuleAdmin",
        "RightsHolderAccess"
      }

      /// An address of a mailbox.
      mailbox.address(mailbox, email) if (mailbox.entry(mailbox, email) or mailbox.alias(mailbox, email))  // both

      a.b(x) if
        not { c.d(x), e.f(x) },  // why not
        // and then
        count(user_with_a_long_name) {
          kitos.role_assignment(user: user_with_a_long_name, object, role),
          kitos.role_type(role, write: true)
        } > 3

      policy a.b {
        title    "x"
        severity low

        // population
        for x in a.b(x)

        fail
          en "f"
          da "g"
          per x if
          x = -(3),
          starts_with("a", x)

        example "e" {
          expect empty
        }
      }

      """
    #expect(try Formatter.format(SourceText(path: "t.policy", text: text)).get() == expected)
  }

  @Test func aFileWithErrorsIsLeftAlone() {
    guard case .failure(let failure) = Formatter.format(SourceText(path: "t.policy", text: "a.b(x) if c.d(x) and"))
    else {
      Issue.record("formatted")
      return
    }
    #expect(failure.diagnostics.map(\.code) == ["missing-comma", "trailing-comma"])
  }

  @Test func anEmptyFileStaysEmpty() throws {
    #expect(try Formatter.format(SourceText(path: "t.policy", text: "\n \n")).get() == "")
    #expect(try Formatter.format(SourceText(path: "t.policy", text: "// a\n\n\n\n//b")).get() == "// a\n\n//b\n")
  }

  /// Printed text of a body, in one line.
  @Test(
    arguments: [
      ("a . b", nil), ("a.b( x , y : 3 ,z:_,w:none,v:v)", "a.b(x, y: 3, z: _, w: none, v: v)"),
      ("a-(b-c)-d<(a+b)*c", "a - (b - c) - d < (a + b) * c"), ("(a*b)*c=a*(b*c)", "a * b * c = a * (b * c)"),
      ("not{a.b()},not optional a.b(x)", "not { a.b() }, not { optional a.b(x) }"),
      ("(a.b(x)or c.d(x),x=\"\\u{1b}[31m\")", "(a.b(x) or c.d(x), x = \"\\u{1B}[31m\")"),
      ("today+30   days>=end , x in{ }", "today + 30 days >= end, x in {}"),
    ] as [(String, String?)]) func bodiesPrintOnOneLine(text: String, expected: String?)
  {
    let parsed = Parser.parseBody(text)
    guard let expected else {
      #expect(parsed.diagnostics.count == 1)
      return
    }
    #expect(parsed.diagnostics == [])
    #expect(Printer.text(of: parsed.body) == expected)
  }
}
