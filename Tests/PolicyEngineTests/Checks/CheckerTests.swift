import FactStore
import Testing

@testable import PolicyEngine

/// Programs that are right, and what the checked program says of them.
@Suite struct CheckerTests {
  static let model = """
    entity kitos.user
    /// Users with the API flag.
    relation kitos.api_user(user: kitos.user, email: email)
    kitos.api_user(user, email) if kitos.listed_user(user, email, api_access: true)

    relation hr.person(person: person, email: email)
    hr.person(person, email) if employees.email(person, email)

    relation kitos.role_assignment(user: kitos.user, object: kitos.object, role: kitos.role)
    kitos.role_assignment(user, object, role) if kitos.usage_role(user, object, role)
    kitos.role_assignment(user, object, role) if kitos.contract_role(user, object, role)

    relation kitos.may_write(user: kitos.user, object: kitos.object, via: text)
    kitos.may_write(user, object, via: name) if
      kitos.role_assignment(user, object, role), kitos.usage_role_type(role, name: name, write: true)

    parameter kitos.max_local_admins: int = 3 within 1..20
    parameter organisation.own_domains: set domain = {}
    """

  static let policy = """
    policy kitos.api-user-is-not-a-person {
      title "API users are functional mailboxes, not people"
      severity high
      for user in kitos.api_user(user, email)
      fail "{user} ({email}) is the mailbox of {person}" per user if hr.person(person, email)
      unverified "no mailbox directory knows {email}" if not mailbox.entry(email)
      except "an address of {known}" if known = domain(email), known in organisation.own_domains
      example "a person's own mailbox" {
        kitos.api_user(user: "u1", email: "Mette@kommune.example")
        hr.person(person: "p7", email: "mette@kommune.example")
        expect fail user: "u1"
      }
    }
    policy kitos.local-admin-count {
      title "few local admins"
      severity low
      for organisation in kitos.user_list(organisation)
      fail "{organisation} has {admins} local admins" if
        admins = count(user) { kitos.organisation_role(user, organisation, role: "LocalAdmin") },
        admins > kitos.max_local_admins
    }
    """

  static func check(
    _ texts: [String], parameters: [String: [String]] = [:]
  ) -> (checked: CheckedProgram?, diagnostics: [Diagnostic]) {
    let sources = texts.enumerated().map { SourceText(path: "\($0.offset).policy", text: $0.element) }
    let (program, diagnostics) = Parser.parse(sources)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    return Checker.check(program, schemas: Vocabulary.schemas, parameters: parameters)
  }

  @Test func acceptsARightProgram() throws {
    let (checked, diagnostics) = Self.check([Self.model, Self.policy])
    #expect(diagnostics.filter { $0.severity == .error } == [])
    let program = try #require(checked)
    #expect(program.policies.map(\.id.text) == ["kitos.api-user-is-not-a-person", "kitos.local-admin-count"])
    #expect(program.policies[0].keys == ["user"])
    #expect(program.relations["kitos.may_write"]?.kind == .derived)
    #expect(program.relations["kitos.usage"]?.kind == .source)
    #expect(program.parameters["kitos.max_local_admins"]?.values == [.int(3)])
    #expect(program.rules["kitos.role_assignment"]?.count == 2)
  }

  @Test func strataFollowDependencies() throws {
    let chain = """
      relation a.reach(from: person, to: person)
      a.reach(from: x, to: y) if a.edge(from: x, to: y)
      a.reach(from: x, to: y) if a.reach(from: x, to: z), a.edge(from: z, to: y)
      relation a.edge(from: person, to: person)
      a.edge(from: x, to: y) if employees.email(person: x, email), employees.email(person: y, email)
      relation a.apart(from: person, to: person)
      a.apart(from: x, to: y) if employees.person(person: x), employees.person(person: y), not a.reach(from: x, to: y)
      relation b.even(person: person)
      relation b.odd(person: person)
      b.even(person) if employees.person(person)
      b.even(person) if b.odd(person: other), a.edge(from: other, to: person)
      b.odd(person) if b.even(person: other), a.edge(from: other, to: person)
      """
    let program = try #require(Self.check([chain]).checked)
    let strata = program.strata.map(\.relations)
    #expect(strata.flatMap { $0 }.sorted() == ["a.apart", "a.edge", "a.reach", "b.even", "b.odd"])
    let position = Dictionary(
      uniqueKeysWithValues: strata.enumerated().flatMap { index, names in names.map { ($0, index) } })
    #expect(position["a.edge"]! < position["a.reach"]! && position["a.reach"]! < position["a.apart"]!)
    #expect(position["b.even"] == position["b.odd"])
    let recursive = program.strata.filter(\.isRecursive).map(\.relations)
    #expect(Set(recursive) == [["a.reach"], ["b.even", "b.odd"]])
  }

  @Test func orderOfFilesAndRulesDoesNotShow() throws {
    func shape(_ texts: [String]) throws -> String {
      let (checked, _) = Self.check(texts)
      let program = try #require(checked)
      let rules = program.rules.keys.sorted().map { name in
        "\(name): "
          + program.rules[name]!.map { rule in
            let source = program.program.sources[rule.span.file]
            return String(decoding: source.bytes[rule.span.start..<rule.span.end], as: UTF8.self)
          }.joined(separator: " | ")
      }
      return rules.joined(separator: "\n") + "\n\(program.strata.map(\.relations))\n\(program.policies.map(\.id.text))"
    }
    #expect(try shape([Self.model, Self.policy]) == shape([Self.policy, Self.model]))
  }

  @Test(arguments: [
    ("kitos.max_local_admins", ["5"], [Value.int(5)]),
    ("organisation.own_domains", ["B.dk", "a.dk", "b.dk"], [.text("a.dk"), .text("b.dk")]),
    ("organisation.own_domains", [], []),
  ])
  func parametersAreOverridden(name: String, texts: [String], values: [Value]) throws {
    let program = try #require(Self.check([Self.model, Self.policy], parameters: [name: texts]).checked)
    #expect(program.parameters[name]?.values == values)
    #expect(program.parameters[name]?.isOverridden == true)
  }
}
