import Foundation
import Testing

struct ListingTests {
  private func run(_ arguments: [String], _ scratch: Scratch) throws -> CommandRun {
    try CommandRun.tilsyn(arguments, in: scratch.folder)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func sources() throws {
    let scratch = try Shop.make()
    let text = try run(["sources", "shop"], scratch)
    #expect(text.exitCode == 0, "\(text.errors)")
    #expect(text.output.contains("rights.csv\n  mapping.shop.right: 3 read = 3 used + 0 rejected + 0 out of scope"))
    let json = try object(try run(["sources", "shop", "--format", "json"], scratch).output)
    let files = try #require(json["sources"] as? [[String: Any]])
    #expect(files.contains { $0["path"] as? String == "people.csv" && $0["used"] as? Int == 2 })
    try scratch.write("what is this?", to: "shop/notes.xyz")
    let broken = try run(["sources", "shop"], scratch)
    #expect(broken.exitCode == 2)
    #expect(broken.output.contains("notes.xyz\n  not used"))
    #expect(broken.output.contains("rights.csv"), "the others are still reported")
  }

  @Test func relations() throws {
    let scratch = try Shop.make()
    let text = try run(["relations", "--config", "shop/tilsyn.yaml"], scratch)
    #expect(text.exitCode == 0, "\(text.errors)")
    #expect(text.output.contains("shop.right(user: shop.user, level: text)  source\n  who may do what"))
    #expect(text.output.contains("kitos.listed_user("), "those of the importers are listed as well")
    let json = try object(try run(["relations", "--config", "shop/tilsyn.yaml", "--format", "json"], scratch).output)
    #expect((json["relations"] as? [Any]).map { $0.count > 10 } == true)
  }

  /// One by its name, all of a system, and what a pattern fits; a relation that two words name is listed once.
  @Test(
    arguments: [
      (["kitos.listed_user"], ["kitos.listed_user"]), (["shop"], nil), (["kitos.listed_*", "kitos.listed_user"], nil),
    ] as [([String], [String]?)])
  func relationsByName(_ words: [String], _ expected: [String]?) throws {
    let scratch = try Shop.make()
    let arguments = ["relations", "--config", "shop/tilsyn.yaml", "--format", "json"]
    let all = try names(object(try run(arguments, scratch).output))
    let some = try names(object(try run(arguments + words, scratch).output))
    let fitting = all.filter { name in
      words.contains { word in
        word == name || name.hasPrefix(word + ".") || word.last == "*" && name.hasPrefix(String(word.dropLast()))
      }
    }
    #expect(some == expected ?? fitting)
    #expect(!some.isEmpty && some.count < all.count)
  }

  private func names(_ listing: [String: Any]) throws -> [String] {
    try #require(listing["relations"] as? [[String: Any]]).compactMap { $0["name"] as? String }
  }

  @Test func shippedPolicies() throws {
    let list = try CommandRun.tilsyn(["policy", "list"], in: CommandRun.repository)
    #expect(list.exitCode == 0, "\(list.errors)")
    #expect(list.output.contains("kitos.api-user-is-not-a-person"))
    let show = try CommandRun.tilsyn(["policy", "show", "kitos", "--format", "json"], in: CommandRun.repository)
    let policies = try #require(try object(show.output)["policies"] as? [[String: Any]])
    #expect(policies.count >= 10)
    for policy in policies {
      let sources = try #require(policy["sources"] as? [[String: Any]])
      #expect(!sources.isEmpty, "\(policy["id"] ?? "")")
      #expect(sources.allSatisfy { ($0["obtain"] as? String)?.isEmpty == false }, "\(policy["id"] ?? "")")
    }
    let one = try CommandRun.tilsyn(
      ["policy", "show", "kitos.local-admin-count", "--lang", "da"], in: CommandRun.repository)
    #expect(one.output.contains("hviler på\n"))
    let unknown = try CommandRun.tilsyn(["policy", "show", "kitos.nothing"], in: CommandRun.repository)
    #expect(unknown.exitCode == 64)
  }

  /// A configuration that is named counts in every listing: its policies, and the relations that they read.
  @Test func aConfigurationReachesListings() throws {
    let scratch = try Shop.make()
    let context = ["--config", "shop/tilsyn.yaml"]
    for verb in [["policy", "list"], ["policy", "show", "shop"], ["policy", "check"], ["policy", "test"]] {
      let with = try run(verb + context, scratch)
      #expect(with.exitCode == 0, "\(verb): \(with.errors)")
      if verb[1] == "list" || verb[1] == "show" { #expect(with.output.contains("shop."), "\(verb): \(with.output)") }
    }
    let none = try run(["policy", "list", "--config", "none"], scratch)
    #expect(none.exitCode == 0 && !none.output.contains("shop."))
    let missing = try run(["policy", "show", "shop", "--config", "elsewhere.yaml"], scratch)
    #expect(missing.exitCode == 2 && missing.errors.contains("there is no configuration"))
  }

  @Test func policyCheckTestAndFormat() throws {
    let scratch = try Shop.make()
    let context = ["--config", "shop/tilsyn.yaml"]
    let check = try run(["policy", "check", "shop/rules"] + context, scratch)
    #expect(check.exitCode == 0, "\(check.errors)")
    let test = try run(["policy", "test", "shop/rules"] + context, scratch)
    #expect(test.exitCode == 0, "\(test.output)\(test.errors)")
    #expect(test.output == "1 examples of 1 policies: 1 passed, 0 failed\n")
    try scratch.write(Shop.policy.replacing("expect fail", with: "expect pass"), to: "shop/rules/shop.policy")
    let failing = try run(["policy", "test", "shop/rules"] + context, scratch)
    #expect(failing.exitCode == 1)
    #expect(failing.output.contains("FAILED  shop.writer-is-known \"a stranger\"  shop/rules/shop.policy:"))

    let formatted = try run(["policy", "format", "shop/rules"], scratch)
    #expect(formatted.exitCode == 0)
    #expect(try run(["policy", "format", "-i", "shop/rules"], scratch).exitCode == 0)
    #expect(try scratch.read("shop/rules/shop.policy") == formatted.output)
    #expect(try run(["policy", "format", "--check", "shop/rules"], scratch).exitCode == 0)
    try scratch.write(formatted.output.replacing("  severity", with: "      severity"), to: "shop/rules/shop.policy")
    #expect(try run(["policy", "format", "--check", "shop/rules"], scratch).exitCode == 1)
    try scratch.write("policy shop.x {", to: "shop/rules/x.policy")
    for arguments in [["policy", "check", "shop/rules"] + context, ["policy", "format", "shop/rules"]] {
      let broken = try run(arguments, scratch)
      #expect(broken.exitCode == 2)
      #expect(broken.errors.contains("x.policy:1"), "\(broken.errors)")
    }
  }

  /// One by its id, a pack, a pattern, a severity, a control: what fits all that is asked for, in the order of all.
  @Test(
    arguments: [
      ["kitos"], ["kitos.local-admin-count"], ["*mailbox*"], ["kitos", "er"], ["--severity", "critical"],
      ["--severity", "high"], ["--control", "a.5.16"], ["kitos", "--severity", "high", "--control", "iso27001"],
    ])
  func policiesByName(_ words: [String]) throws {
    func policies(_ words: [String]) throws -> [[String: Any]] {
      let run = try CommandRun.tilsyn(["policy", "list", "--format", "json"] + words)
      #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
      return try #require(object(run.output)["policies"] as? [[String: Any]])
    }
    func id(_ policy: [String: Any]) -> String { policy["id"] as? String ?? "" }
    let grave = ["critical": ["critical"], "high": ["critical", "high"]]
    let all = try policies([])
    let some = try policies(words)
    let names = words.prefix { !$0.hasPrefix("--") }
    let severity = words.firstIndex(of: "--severity").map { words[$0 + 1] }
    let control = words.firstIndex(of: "--control").map { words[$0 + 1] }
    let fitting = all.filter { policy in
      let isNamed = names.contains { name in
        id(policy) == name || id(policy).hasPrefix(name + ".") || name.hasPrefix("*") && id(policy).contains("mailbox")
      }
      let controls = policy["controls"] as? [String] ?? []
      return (names.isEmpty || isNamed)
        && severity.map { grave[$0]?.contains(policy["severity"] as? String ?? "") == true } ?? true
        && control.map { control in controls.contains { $0.lowercased().contains(control) } } ?? true
    }
    #expect(some.map(id) == fitting.map(id))
    #expect(!some.isEmpty && some.count < all.count, "\(words)")
  }

  @Test func noPolicyThatFitsIsSaid() throws {
    let run = try CommandRun.tilsyn(["policy", "list", "--control", "no such control"])
    #expect(run.exitCode == 0 && run.output == "\n0 policies\n" && run.errors.isEmpty, "\(run)")
  }
}
