import FactStore
import Formats
import FoundationEssentials
import Importers
import Testing

@testable import ImportCore
@testable import ImportOrganisation

/// The registers that the organisation keeps itself.
@Suite struct RegisterTests {
  private static let mailboxes = "email;type;owner;deputy;purpose;mail_tested_at\r\n"
  private static let approvals = "system;subject;what;requested_by;copied_to;approved_by;date;reference\r\n"

  @Test func readsMailboxes() throws {
    let text =
      Self.mailboxes + "Kitos-API@kommune.example;functional;Mette Hansen;ole@kommune.example;Kitos API;2026-05-01\r\n"
      + "x@kommune.example;;;;;\r\n"
    let loaded = try LoadingFolder.load(["mailboxes.csv": text])
    let a = "kitos-api@kommune.example"
    for (relation, facts) in [
      ("register.mailbox", [a, "x@kommune.example"]), ("register.mailbox?type", ["\(a) | functional"]),
      ("register.mailbox?owner", ["\(a) | mette hansen"]), ("register.mailbox?deputy", ["\(a) | ole@kommune.example"]),
      ("register.mailbox?purpose", ["\(a) | Kitos API"]), ("register.mailbox?mail_tested_at", ["\(a) | 2026-05-01"]),
    ] {
      #expect(loaded.facts(relation) == facts)
      #expect(loaded.holes(relation).isEmpty)
    }
    #expect(loaded.file("mailboxes.csv").kind == "organisation.mailbox-register")
    #expect(loaded.origin("register.mailbox", a) == "mailboxes.csv:2")
    #expect(loaded.isComplete)
  }

  @Test func readsApprovals() throws {
    let text =
      Self.approvals
      + "Kitos;Kitos-API@kommune.example;api-access;ole@kommune.example;a@b.example; c@d.example;info@kitos.example;01-03-2026;2026/17\r\n"
      .replacing("a@b.example; c@d.example", with: "\"a@b.example; c@d.example\"")
      + "kitos;client 7;client;;;;;\r\n"
    let loaded = try LoadingFolder.load(["approvals.csv": text])
    let id = "kitos/api-access/kitos-api@kommune.example/2026-03-01"
    #expect(loaded.facts("register.approval").contains("\(id) | kitos | kitos-api@kommune.example | api-access"))
    #expect(loaded.facts("register.approval?subject_email") == ["\(id) | kitos-api@kommune.example"])
    #expect(loaded.facts("register.approval?requested_by") == ["\(id) | ole@kommune.example"])
    #expect(loaded.facts("register.approval_copied_to") == ["\(id) | a@b.example", "\(id) | c@d.example"])
    #expect(loaded.facts("register.approval").count == 2)
    #expect(loaded.isComplete)
  }

  /// What stands in `approved_by`, and whether an address is read from it for certain.
  static let approvers: [(cell: String, isCertain: Bool)] = [
    ("ole@kommune.example", true),
    ("<ole@kommune.example>", true), ("Ole Ravn <ole@kommune.example>", true),
    ("\"Ravn, Ole <ole@kommune.example>\"", true),
    ("mailto:ole@kommune.example", true), ("ole@kommune.example /", true),
    ("ole@kommune.example (afvist)", false), ("ole@kommune.example - nej", false),
    ("afventer ole@kommune.example", false),
    ("Ole <ole@kommune.example> trukket tilbage", false), ("\"Ole <ole@kommune.example>, afvist\"", false),
    ("\"ole@kommune.example, se notat\"", false), ("ole@kommune.example 2025", false),
    ("AFVIST Ole Ravn <ole@kommune.example>", false), ("Avslått: Ole <ole@kommune.example>", false),
    ("NEJ ole@kommune.example", false), ("ole@kommune.example?", false),
  ]

  /// Words beside an address may take back what the cell says.
  @Test(arguments: approvers.indices)
  func wordsBesideAnAddressAreADoubt(_ index: Int) throws {
    let row = Self.approvers[index]
    let text =
      Self.approvals + "kitos;api@kommune.example;api-access;mette@kommune.example;;\(row.cell);2026-03-01;\n"
    let loaded = try LoadingFolder.load(["approvals.csv": text])
    let id = "kitos/api-access/api@kommune.example/2026-03-01"
    #expect(loaded.facts("register.approval?approved_by") == (row.isCertain ? ["\(id) | ole@kommune.example"] : []))
    #expect(loaded.holes("register.approval?approved_by") == (row.isCertain ? [] : ["\(id) | * (unusable)"]))
    #expect(loaded.isComplete == row.isCertain)
  }

  /// A column that the register does not have may refuse, end or limit what a row says; an empty one says nothing.
  @Test(arguments: ["decision", "Status", "gyldig til", "withdrawn_at", "x"])
  func aColumnThatTheRegisterDoesNotHave(_ title: String) throws {
    let rows = "kitos;a@kommune.example;api-access;m@kommune.example;;o@kommune.example;2026-03-01;1;nej\n"
    let empty = rows.replacing("nej\n", with: "\n").replacing("a@", with: "b@")
    let header = Self.approvals.replacing("\r\n", with: ";\(title)\r\n")
    let loaded = try LoadingFolder.load(["approvals.csv": header + rows + empty])
    let doubtful = "kitos/api-access/a@kommune.example/2026-03-01"
    let whole = "kitos/api-access/b@kommune.example/2026-03-01"
    for (column, value) in [("approved_by", "o@kommune.example"), ("requested_by", "m@kommune.example")] {
      #expect(loaded.facts("register.approval?\(column)") == ["\(whole) | \(value)"])
      #expect(loaded.holes("register.approval?\(column)") == ["\(doubtful) | * (unusable)"])
    }
    #expect(loaded.file("approvals.csv").rejected == 1)
  }

  /// An approval of a client in Maskinporten names a supplier and a scope; any other client is left alone.
  @Test func readsApprovedClients() throws {
    let text =
      Self.approvals + "Maskinporten;310 000 001 NAV:Inntekt;client;;;;2026-03-01;\r\n"
      + "kitos;client 7;client;;;;;\r\nmaskinporten;310000001 nav:inntekt;key;;;;;\r\n"
    let loaded = try LoadingFolder.load(["approvals.csv": text])
    #expect(
      loaded.facts("register.approved_client") == [
        "maskinporten/client/310 000 001 nav:inntekt/2026-03-01 | 310000001 | nav:inntekt"
      ])
    #expect(loaded.isComplete)
  }

  @Test(arguments: [
    "maskinporten;nobody;client;;;;;", "maskinporten;310000001;client;;;;;", "maskinporten;310000002 a:b;klient;;;;;",
    ";310000001 a:b;client;;;;;", "maskinporten;;client;;;;;",
  ])
  func anApprovedClientThatCannotBeReadMayBeAnyClient(_ row: String) throws {
    let loaded = try LoadingFolder.load(["approvals.csv": Self.approvals + row + "\r\n"])
    #expect(loaded.holes("register.approved_client") == ["* | * | * (unusable)"])
    #expect(loaded.file("approvals.csv").rejected == 1)
  }

  /// A register that holds its head only is a form that nobody filled in.
  @Test(arguments: [
    ("r.csv", mailboxes, "register.mailbox"), ("r.csv", approvals, "register.approval"),
    ("r.csv", approvals, "register.approval_copied_to"), ("r.csv", approvals, "register.approved_client"),
    ("r.yaml", "mailboxes: []\n", "register.mailbox"), ("r.yaml", "approvals: []\n", "register.approval"),
    ("r.yaml", "# nothing yet\napprovals:\n", "register.approval"),
  ])
  func aFormIsNoRegister(_ name: String, _ text: String, _ relation: String) throws {
    let loaded = try LoadingFolder.load([name: text])
    #expect(loaded.store[relation]?.completeness == .absent)
    #expect(loaded.file(name).limits.contains { $0.contains("holds no row") })
    #expect(loaded.isComplete)
  }

  /// Whom a row is about, whatever stands around the address; a text that may be one and is none is nobody else's name.
  @Test(arguments: [
    ("KITOS API <kitos-api@b.example>", "kitos-api@b.example"), ("'kitos-api@b.example", "kitos-api@b.example"),
    ("mailto:Kitos-API@b.example", "kitos-api@b.example"), ("kitos-api@b.example\u{200B}", "kitos-api@b.example"),
    ("kitos-api@b.example.", "kitos-api@b.example"), ("kitos-api@b.example, x@b.example", nil), ("kitos@", nil),
  ])
  func readsTheSubject(_ subject: String, _ email: String?) throws {
    let loaded = try LoadingFolder.load(["r.csv": Self.approvals + "kitos;\(subject);write;;;;2026-01-01;\r\n"])
    let id = "kitos/write/\(email ?? "?")/2026-01-01"
    #expect(loaded.facts("register.approval?subject_email") == (email.map { ["\(id) | \($0)"] } ?? []))
    #expect(loaded.holes("register.approval?subject_email").isEmpty == (email != nil))
  }

  @Test(arguments: [
    ("Mette  HANSEN", "mette hansen"), ("Ka\u{30A}re", "k\u{E5}re"), ("Mette <mette@b.example>", "mette@b.example"),
    ("METTE@b.example.", "mette@b.example"),
  ])
  func readsOwners(_ owner: String, _ read: String) throws {
    let loaded = try LoadingFolder.load(["r.csv": Self.mailboxes + "a@b.example;;\(owner);;;\r\n"])
    #expect(loaded.facts("register.mailbox?owner") == ["a@b.example | \(read)"])
  }

  /// The same register as YAML gives the same facts.
  @Test func yamlIsTheSame() throws {
    let csv = try LoadingFolder.load([
      "a.csv": Self.mailboxes + "a@b.example;functional;Mette;Ole;Kitos;2026-05-01\r\n",
      "b.csv": Self.approvals + "kitos;a@b.example;write;ole@b.example;x@b.example;y@b.example;2026-03-01;17\r\n"
        + "maskinporten;310000001 a:b;client;;;;;\r\n",
    ])
    let yaml = try LoadingFolder.load([
      "a.yaml": """
      # kept by the service desk
      mailboxes:
        - email: a@b.example
          type: functional
          owner: Mette
          deputy: Ole
          purpose: Kitos
          mail_tested_at: 2026-05-01
      """,
      "b.yml": """
      ---
      approvals:
        - { system: Kitos, subject: a@b.example, what: write, requested_by: ole@b.example, copied_to: [x@b.example],
            approved_by: y@b.example, date: 2026-03-01, reference: "17" }
        - { system: maskinporten, subject: "310000001 a:b", what: client }
      """,
    ])
    for schema in RegisterSchemas.mailboxes + RegisterSchemas.approvals {
      for name in [schema.name] + schema.columns.filter(\.isOptional).map({ "\(schema.name)?\($0.name)" }) {
        #expect(yaml.facts(name) == csv.facts(name), "\(name)")
        // Owner and deputy are names here, and no addresses.
        #expect(
          yaml.facts(name).isEmpty == name.hasSuffix("_email") || name == "register.approval?subject_email", "\(name)")
      }
    }
    #expect(yaml.origin("register.mailbox", "a@b.example") == "a.yaml:3")
    #expect(yaml.isComplete)
  }

  /// A row, the column that is wrong, and words of the reason.
  @Test(arguments: [
    (mailboxes, ";functional;;;;", "`email` is empty"), (mailboxes, "nobody;;;;;", "no e-mail"),
    (mailboxes, "a@b.example;shared;;;;", "none of `functional`"), (mailboxes, "a@b.example;;;;;05/01/2026", "no date"),
    (approvals, "kitos;a@b.example;everything;;;;;", "none of `api-access`, `write`, `key`"),
    (approvals, ";a@b.example;write;;;;;", "`system` is empty"), (approvals, "kitos;;write;;;;;", "`subject` is empty"),
    (approvals, "kitos;a@b.example;;;;;;", "`what` is empty"),
    (approvals, "kitos;a@b.example;write;Ole;;;;", "no e-mail"),
    (approvals, "kitos;a@b.example;write;;Ole, Mette;;;", "no e-mail"),
    (approvals, "kitos;a@b.example;write;;;;soon;", "no date"),
  ])
  func rejectsWhatItCannotRead(_ header: String, _ row: String, _ words: String) throws {
    let loaded = try LoadingFolder.load(["r.csv": header + row + "\r\n"])
    let report = loaded.file("r.csv")
    #expect(report.rejected == 1 && report.problems.contains { $0.line == 2 && $0.message.contains(words) })
    #expect(loaded.store.relations.contains { $0.name.hasPrefix("register.") && !$0.holes.isEmpty })
    #expect(!loaded.isComplete)
    #expect(!"\(report)".contains("everything") && !"\(report)".contains("Ole"))
  }

  @Test(arguments: [
    ("mailboxes: nothing", "must be a list"), ("mailboxes:\n  - nothing", "must have keys"),
    ("mailboxes:\n  - { email: a@b.example, password: canary }", "none of `email`"),
    ("mailboxes: &a\n  - { email: a@b.example }", "anchors"), ("mailboxes:\n - { email: !!int 3 }", "tag"),
    ("mailboxes: []\napprovals: []", "only the list `mailboxes`"), ("mailboxes:\n  - { email: [a] }", "must be a text"),
    ("mailboxes:\n  - { email: a@b.example, email: c@d.example }", "twice"),
  ])
  func rejectsYAMLThatIsNoRegister(_ text: String, _ words: String) throws {
    let loaded = try LoadingFolder.load(["r.yaml": text])
    let report = loaded.file("r.yaml")
    #expect(report.problems.contains { $0.message.lowercased().contains(words) }, "\(report.problems)")
    #expect(!loaded.isComplete && !"\(report)".contains("canary"))
    #expect(loaded.store["register.mailbox"]!.holes.count == 1)
  }

  @Test func rowsOfOneAddressThatDifferAreADoubt() throws {
    let text = Self.mailboxes + "a@b.example;functional;x;;;\r\nA@b.example;personal;x;;;\r\n"
    let loaded = try LoadingFolder.load(["r.csv": text])
    #expect(loaded.holes("register.mailbox?type") == ["a@b.example | * (conflict)"])
    #expect(loaded.facts("register.mailbox?owner") == ["a@b.example | x"])
  }

  /// The published schema of the YAML form has the keys that are read, and the words that are allowed.
  @Test(arguments: [(Register.mailboxes, "mailbox-register"), (.approvals, "approvals")])
  func theSchemaIsWhatIsRead(_ register: Register, _ name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "schemas/\(name).schema.json"))
    let json = JSONRecords.read(Array(data))
    let item = try json.records[0].node.get()["properties"]?[register.yamlKey]?["items"]
    let properties = try #require(item?["properties"])
    #expect(Set(properties.members.map(\.key)) == Set(register.columns))
    #expect(item?["required"]?.elements.compactMap(\.string) == register.required)
    for column in register.schemas[0].columns {
      guard let values = column.values else { continue }
      #expect(properties[column.name]?["enum"]?.elements.compactMap(\.string) == values, "\(column.name)")
    }
  }

  @Test func equalApprovalsStayTwo() throws {
    let row = "kitos;a@b.example;write;;;;2026-01-01;\r\n"
    let loaded = try LoadingFolder.load(["r.csv": Self.approvals + row + row])
    #expect(loaded.facts("register.approval").count == 2)
  }

  /// A register that was not loaded is not known to say nothing, whatever else was.
  @Test func theDirectoryDoesNotStandInForTheRegister() throws {
    let directory = "PrimarySmtpAddress,RecipientTypeDetails\na@b.example,SharedMailbox\n"
    #expect(try LoadingFolder.load(["m.csv": directory]).store["register.mailbox"]!.completeness == .absent)
    let alone = try LoadingFolder.load(["r.csv": Self.mailboxes + "a@b.example;functional;;;;\r\n"])
    #expect(alone.store["mailbox.entry"]!.completeness == .absent)
    #expect(alone.store["register.approval"]!.completeness == .absent)
  }

  /// A password in an address reaches no fact and no report, whichever column it stands in, and its line is told.
  @Test(arguments: [
    ("email;type;owner;deputy;purpose;mail_tested_at", "a@b.example;functional;ole;ida;Kitos;2026-05-01"),
    (
      "system;subject;what;requested_by;copied_to;approved_by;date;reference",
      "kitos;x;write;a@b.example;;c@d.example;2026-03-01;17"
    ),
  ])
  func aPasswordInAnAddressIsDropped(_ header: String, _ row: String) throws {
    for (index, column) in header.split(separator: ";").enumerated() {
      var cells = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      cells[index] = "https://bruger:geheim@sag.kommune.example/17"
      let loaded = try LoadingFolder.load(["r.csv": "\(header)\r\n\(cells.joined(separator: ";"))\r\n"])
      let report = loaded.file("r.csv")
      #expect(!report.problems.isEmpty && report.problems.allSatisfy { $0.line == 2 }, "\(column)")
      var said: [String] = report.problems.map { "\($0.message)" } + report.notes.map { "\($0)" }
      for schema in loaded.store.schemas.schemas {
        said += loaded.facts(schema.name)
        for facet in schema.columns where facet.isOptional { said += loaded.facts("\(schema.name)?\(facet.name)") }
      }
      #expect(!said.contains { $0.contains("geheim") }, "\(column)")
    }
  }

  @Test func aMissingColumnIsNamed() throws {
    let loaded = try LoadingFolder.load(["r.csv": "what;subject;approved_by\r\nwrite;a@b.example;c@d.example\r\n"])
    #expect(loaded.file("r.csv").problems.contains { $0.message.contains("`system` is missing") })
    let partial = try LoadingFolder.load(["r.csv": "email;owner;purpose\r\na@b.example;x;y\r\n"])
    #expect(partial.holes("register.mailbox?type") == ["* | * (column-absent)"])
    #expect(partial.isComplete)
  }
}
