import Foundation
import Testing

/// Whose word counts: a `tilsyn.yaml` among the files that are judged may be a stranger's.
struct JudgedFolderTests {
  private static let canary = "kanariefugl-4711"

  /// A shop whose exports violate its policy, judged by that policy and under what the folder says.
  private static func shop(_ configuration: String = "", more: [String: String] = [:]) throws -> Scratch {
    let scratch = try Shop.make(expect: configuration)
    for (name, text) in more { try scratch.write(text, to: name) }
    return scratch
  }

  private func result(_ run: CommandRun) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func audit(
    _ scratch: Scratch, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> CommandRun {
    try CommandRun.tilsyn(
      ["audit", "shop", "--as-of", "2026-11-20"] + arguments, environment: environment, in: scratch.folder)
  }

  // MARK: Policies

  @Test func policiesOfTheFolderAreAddedToTheShippedOnes() throws {
    let scratch = try Self.shop()
    let run = try audit(scratch, ["-f", "json"])
    let settings = try #require(try result(run)["settings"] as? [String: Any])
    #expect(settings["of_judged_folder"] as? Bool == true && settings["policies"] as? [String] == ["shop/rules"])
    let basis = try #require(try result(run)["basis"] as? [String: Any])
    let files = try #require(basis["policies"] as? [[String: String]])
    #expect(files.contains { $0["path"] == "shop/rules/shop.policy" } && files.count > 50)
    #expect(run.errors.contains("shop/tilsyn.yaml, of the judged folder, said what 2 files are, added policies"))
  }

  /// A pass that rests on nothing but what the folder brought along is none; who names the policies makes them his.
  @Test func aPassByPoliciesOfTheFolderAloneIsNone() throws {
    let scratch = try Shop.make(violating: false)
    for arguments in [[], ["--fail-on", "never"], ["--unverified", "allow"], ["--allow-incomplete"]] {
      let run = try audit(scratch, arguments)
      #expect(run.exitCode == 2 && run.output.hasPrefix("NOT JUDGED"), "\(arguments): \(run.output)")
      #expect(run.output.contains("only policies that `shop/tilsyn.yaml` of the judged folder adds"))
      #expect(run.output.contains("TILSYN_POLICIES") && run.output.contains("--config"), "what to do")
      #expect(run.output.contains("3 passed"), "what they say is shown all the same")
    }
    let quiet = try audit(scratch, ["-q", "-f", "json=r.json"])
    #expect(quiet.exitCode == 2 && quiet.errors.contains("not judged: only policies that"))
    try scratch.write(Shop.configuration, to: "ours.yaml")
    try FileManager.default.copyItem(atPath: scratch.path("shop/rules"), toPath: scratch.path("rules"))
    let ways: [([String], [String: String])] = [
      (["-p", "shop/rules"], [:]), ([], ["TILSYN_POLICIES": "shop/rules"]), (["--config", "ours.yaml"], [:]),
    ]
    for (arguments, environment) in ways {
      let run = try audit(scratch, arguments, environment: environment)
      #expect(run.exitCode == 0 && run.output.hasPrefix("PASSED: 1 checked"), "\(arguments) \(run.output)")
    }
    // Named, it is the folder's word still.
    #expect(try audit(scratch, ["--config", "shop/tilsyn.yaml"]).exitCode == 2)
    // What they object to is an objection.
    #expect(try audit(try Shop.make()).exitCode == 1)
  }

  /// Whoever controls the folder alone: what it says, without and with it, and what of that reaches a 0.
  struct Deed: Sendable, CustomTestStringConvertible {
    var name: String
    var without = ""
    var with: String
    var files: [String: String] = [:]
    /// What the audit ends in with it; where that is 0, the first line has these words.
    var exit: Int32 = 0
    var says = ""
    var testDescription: String { name }
  }

  /// A policy of who runs the program, over the shop, with a parameter and an export that may be missing.
  private static let mine =
    Shop.policy.replacing("not shop.person(user)", with: "not shop.person(user), not { user in shop.spared }")
    + "parameter shop.spared: set shop.user = {\"nobody\"}\n"
  private static let needsMailboxes = """
    policy shop.mailbox {
      title    en "t"
      severity high
      why      "w"
      fix      "f"
      basis    ours "o"
      for user in shop.right(user, level: "write")
      fail "{user} has none" if
        not mailbox.entry(mailbox: _, email: _)
    }

    """

  static let deeds: [Deed] = [
    Deed(name: "brings policies", with: "policies: [rules]\n", exit: 1),
    Deed(name: "leaves out the file", with: "ignore: [more.csv]\n", says: "left out 1 file"),
    Deed(name: "leaves out all", with: "ignore: [\"*.csv\"]\n", exit: 2),
    Deed(name: "changes a parameter", with: "parameters:\n  shop.spared: [u2]\n", says: "changed 1 parameter"),
    Deed(
      name: "calls the file another kind", with: "sources:\n  - { path: more.csv, kind: kitos.api-v2.users }\n", exit: 1
    ),
    Deed(
      name: "goes without an export", without: "ignore: [more.csv]\n",
      with: "ignore: [more.csv]\nwithout:\n  - { kind: exchange.mailboxes, reason: r, owner: o, day: 2026-01-01 }\n",
      files: ["mine/b.policy": needsMailboxes], says: "judged without exchange.mailboxes"),
    Deed(
      name: "reads with a mapping what nobody knows", without: "ignore: [more.csv]\n",
      with: "ignore: [more.csv]\nmappings: [m.yaml]\n",
      files: [
        "shop/strange.csv": "a,b\n1,2\n",
        "shop/m.yaml": """
        mapping:
          relations:
            odd.row: { doc: "d", obtain: "o", columns: { a: text } }
          files:
            - { path: strange.csv, format: csv, facts: [{ relation: odd.row }] }

        """,
      ], says: "said what 3 files are"),
    Deed(name: "expects nothing", with: "expect: []\n", exit: 1),
    Deed(name: "expects less", with: "expect: [{ kind: organisation.employees, records: 0 }]\n", exit: 2),
    Deed(name: "says when", with: "sources:\n  - { path: more.csv, extracted_at: 2026-11-19 }\n", exit: 1),
    Deed(
      name: "says of an old export that it is good",
      without: "ignore: [more.csv]\nsources:\n  - { path: rights.csv, extracted_at: 2026-01-01 }\n",
      with: "ignore: [more.csv]\nsources:\n  - { path: rights.csv, extracted_at: 2026-01-01, max_age_days: 9999 }\n",
      says: "relied on 1 old file"),
  ]

  @Test(arguments: deeds) func nothingItSaysIsSilent(_ deed: Deed) throws {
    func run(_ configuration: String) throws -> CommandRun {
      let scratch = try Shop.make(violating: false, expect: "")
      let mapped = Shop.configuration.replacing(
        "files:\n", with: "files:\n    - { path: more.csv, format: csv, facts: [{ relation: shop.right }] }\n")
      try scratch.write(mapped.replacing("policies: [rules]\n", with: "") + configuration, to: "shop/tilsyn.yaml")
      try scratch.write("user,level\nu2,write\n", to: "shop/more.csv")
      try scratch.write(Self.mine, to: "mine/a.policy")
      for (name, text) in deed.files { try scratch.write(text, to: name) }
      return try audit(scratch, ["-p", "mine"])
    }
    #expect(try run(deed.without).exitCode != 0, "without it nothing passes")
    let run = try run(deed.with)
    let first = String(run.output.prefix { $0 != "\n" })
    #expect(run.exitCode == deed.exit, "\(run.output) \(run.errors)")
    if deed.exit == 0 {
      #expect(first.contains("shop/tilsyn.yaml, of the judged folder") && first.contains(deed.says), "\(first)")
    }
  }

  /// Who runs the program names the policies: those count alone.
  @Test func policiesThatAreNamedReplaceTheShippedOnes() throws {
    let scratch = try Self.shop(more: [
      "mine/a.policy": Shop.policy.replacing("shop.writer-is-known", with: "shop.mine")
    ])
    try scratch.write(Shop.configuration.replacing("[rules]", with: "[mine]"), to: "ours.yaml")
    let ways: [([String], [String: String])] = [
      (["-p", "mine"], [:]), ([], ["TILSYN_POLICIES": "mine"]), (["--config", "ours.yaml"], [:]),
    ]
    for (arguments, environment) in ways {
      let run = try audit(scratch, ["-f", "json"] + arguments, environment: environment)
      let policies = try #require(try result(run)["policies"] as? [[String: Any]])
      #expect(policies.compactMap { $0["id"] as? String } == ["shop.mine"], "\(arguments)")
    }
  }

  /// What policies of the folder must not do, and words of the error.
  static let intrusions: [(policy: String, says: String)] = [
    ("kitos.object_with_known_users(object) if\n  kitos.object_organisation(object, organisation: _)\n", "adds to"),
    ("fact kitos.role_allows(role: \"Anybody\", kind: \"usage\", action: \"create\")\n", "adds to"),
    (Shop.policy.replacing("shop.writer-is-known", with: "SHIPPED"), "declared twice"),
    ("relation kitos.role_allows(role: text)\n", "declared twice"),
    ("parameter kitos.max_local_admins: int = 99 within 1..99\n", "declared twice"),
  ]

  @Test(arguments: intrusions.indices) func addedPoliciesChangeNothingThatIsShipped(_ index: Int) throws {
    let row = Self.intrusions[index]
    let listed = try CommandRun.tilsyn(["policy", "list", "--format", "json"])
    let id = try #require(listed.output.firstMatch(of: /"id":\s*"([a-z.-]+)"/)?.1)
    let scratch = try Self.shop(more: ["shop/rules/x.policy": row.policy.replacing("SHIPPED", with: id)])
    let run = try audit(scratch)
    #expect(run.exitCode == 2 && run.errors.contains(row.says), "\(run.errors)")
    // Who names them takes them for their own: then they may say what they like, as far as they fit together.
    #expect(try audit(scratch, ["-p", "shop/rules"]).errors.contains("of the judged folder adds") == false)
  }

  // MARK: What else it says

  /// A configuration, and what the first line must say of it.
  static let words: [(configuration: String, says: String)] = [
    ("ignore: [\"people.csv\"]\n", "left out 1 file"), ("ignore: [\"**\"]\n", "left out"),
    ("sources:\n  - { path: people.csv, kind: kitos.api-v2.users }\n", "of the judged folder"),
    ("parameters:\n  kitos.max_local_admins: 19\n", "changed 1 parameter"),
    ("sources:\n  - { path: people.csv, extracted_at: 2026-01-01, max_age_days: 99999 }\n", "relied on 1 old file"),
  ]

  @Test(arguments: words.indices) func theFirstLineSaysWhatItDid(_ index: Int) throws {
    let row = Self.words[index]
    let scratch = try Self.shop(row.configuration)
    for arguments in [[], ["-q"], ["-f", "json"], ["-f", "rows"]] {
      let run = try audit(scratch, arguments)
      let shown = arguments.contains("-f") ? run.errors : run.output
      let first = String(shown.split(separator: "\n").first { $0.contains(" checked, ") } ?? "")
      #expect(first.contains("shop/tilsyn.yaml, of the judged folder") && first.contains(row.says), "\(shown)")
    }
    let text = try audit(scratch).output.split(separator: "\n")
    #expect(text[2].hasPrefix("by shop/tilsyn.yaml, of the judged folder (sha256 "))
  }

  @Test func noneLeavesItUnread() throws {
    let scratch = try Self.shop("ignore: [\"**\"]\n")
    let ways: [([String], [String: String])] = [(["--config", "none"], [:]), ([], ["TILSYN_CONFIG": "none"])]
    for (arguments, environment) in ways {
      let run = try audit(scratch, ["-f", "json"] + arguments, environment: environment)
      #expect(run.exitCode == 2)
      let object = try result(run)
      #expect(object["settings"] is NSNull)
      let sources = try #require(object["sources"] as? [[String: Any]])
      #expect(sources.contains { $0["path"] as? String == "rights.csv" && $0["kind"] is NSNull })
    }
  }

  /// A mapping that takes an export away from the one who reads it.
  @Test func aMappingThatTakesAnExportIsNamed() throws {
    let scratch = try Self.shop(
      more: [
        "shop/rights.csv": "id,name,email,unit,start,end,user,level\n1,A,a@k.example,U,2020-01-01,,u1,read\n"
      ])
    let run = try audit(scratch, ["-q"])
    #expect(run.output.contains("had 1 file read as what it does not look like"))
  }

  // MARK: Paths

  /// Configurations that name what lies outside; OUT is a folder beside the judged one.
  static let outside = [
    "mappings: [\"../out/secret.yaml\"]", "mappings: [\"OUT/secret.yaml\"]",
    "mappings: [\"./x/../../out/secret.yaml\"]",
    "mappings: [link.yaml]", "mappings: [to-out/secret.yaml]", "policies: [\"../out\"]", "policies: [\"OUT\"]",
    "policies: [to-out]", "policies: [to-out/s.policy]", "policies: [s.policy]", "policies: [\"/dev/stdin\"]",
    "policies: [links]", "mappings: [\"/etc/hostname\"]", "policies: [\"/etc\"]", "policies: [\"\"]",
    "mappings: [\".\"]",
  ]

  @Test(arguments: outside) func nothingOutsideIsReadOrQuoted(_ line: String) throws {
    let scratch = try Scratch()
    try scratch.write("\(Self.canary): 1\nother: [\(Self.canary)]\n", to: "out/secret.yaml")
    try scratch.write("\(Self.canary) {\n", to: "out/s.policy")
    try scratch.write("id,name,email,unit,start,end\n1,A,a@k.example,U,2020-01-01,\n", to: "in/e.csv")
    try scratch.write("", to: "in/links/.keep")
    for (name, target) in [
      ("in/link.yaml", "../out/secret.yaml"), ("in/to-out", "../out"), ("in/s.policy", "../out/s.policy"),
      ("in/links/a.policy", "../../out/s.policy"),
    ] {
      try FileManager.default.createSymbolicLink(atPath: scratch.path(name), withDestinationPath: target)
    }
    try scratch.write(line.replacing("OUT", with: scratch.path("out")) + "\n", to: "in/tilsyn.yaml")
    for arguments in [["audit", "in"], ["audit", "in", "--config", "in/tilsyn.yaml"]] {
      let run = try CommandRun.tilsyn(arguments, in: scratch.folder)
      #expect(run.exitCode == 2, "\(run.errors)")
      #expect(!(run.output + run.errors).contains(Self.canary), "\(run.errors)")
      #expect(run.errors.contains("in/"))
    }
  }

  /// Files that are no configuration: lines of them are nobody's business.
  @Test(arguments: [
    "CANARY: 1\n", "CANARY:\n  - x\nsources:\n  - CANARY\n", "- CANARY\n", "CANARY", "CANARY: 1\nCANARY: 2\n",
    "root:CANARY:0:0\nx: [", "a: &CANARY b\n", "a: *CANARY\n", "a: !CANARY b\n", "\"CANARY\n", "mapping: {CANARY: 1}\n",
    "? [CANARY]\n: x\n", "%CANARY\n", "--- CANARY\n--- CANARY\n",
  ])
  func aFileThatIsNoConfigurationIsNotQuoted(_ text: String) throws {
    for name in ["in/tilsyn.yaml", "in/secret.yaml"] {
      let scratch = try Scratch()
      try scratch.write("id,name,email,unit,start,end\n1,A,a@k.example,U,2020-01-01,\n", to: "in/e.csv")
      try scratch.write("mappings: [secret.yaml]\n", to: "in/tilsyn.yaml")
      try scratch.write(text.replacing("CANARY", with: Self.canary), to: name)
      let run = try CommandRun.tilsyn(["audit", "in"], in: scratch.folder)
      #expect(run.exitCode == 2)
      #expect(!(run.output + run.errors).contains(Self.canary), "\(run.errors)")
    }
  }

  @Test func aConfigurationBehindALinkThatLeavesIsRefused() throws {
    let scratch = try Self.shop()
    try scratch.write("ignore: [\"**\"]\n", to: "elsewhere.yaml")
    try FileManager.default.removeItem(atPath: scratch.path("shop/tilsyn.yaml"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("shop/tilsyn.yaml"), withDestinationPath: "../elsewhere.yaml")
    let run = try audit(scratch)
    #expect(run.exitCode == 2 && run.errors.contains("is a link that leaves the folder"))
  }

  @Test func aFolderOfPoliciesThatLinksToItselfEnds() throws {
    let scratch = try Self.shop()
    for name in ["up", "again"] {
      try FileManager.default.createSymbolicLink(atPath: scratch.path("shop/rules/\(name)"), withDestinationPath: ".")
    }
    #expect(try audit(scratch).exitCode == 1)
  }
}
