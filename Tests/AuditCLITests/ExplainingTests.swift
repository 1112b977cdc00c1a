import Foundation
import Testing

struct ExplainingTests {
  private func run(_ arguments: [String], _ scratch: Scratch) throws -> CommandRun {
    try CommandRun.tilsyn(arguments, in: scratch.folder)
  }

  @Test func whyByPolicyAndSubject() throws {
    let scratch = try Shop.make()
    let text = try run(["why", "shop.writer-is-known", "--subject", "u2", "shop"], scratch)
    #expect(text.exitCode == 0, "\(text.errors)")
    #expect(text.output.contains("u2 may write and nobody knows them"))
    #expect(text.output.contains("rights.csv:3"))
    #expect(text.output.contains("take the right away"))
    let json = try run(["why", "shop.writer-is-known", "shop", "--format", "json"], scratch)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "tilsyn.proof/1")
    var leaves: [[String: Any]] = []
    func walk(_ node: [String: Any]) {
      if node["fact"] != nil { leaves.append(node) }
      for premise in node["premises"] as? [[String: Any]] ?? [] { walk(premise) }
    }
    for proof in try #require(object["proofs"] as? [[String: Any]]) { walk(proof) }
    #expect(leaves.contains { $0["path"] as? String == "rights.csv" && $0["line"] as? Int == 3 })
  }

  /// An answer rests on what the folder says of its files.
  private static let note = "note: shop/tilsyn.yaml, of the judged folder, said what 2 files are\n"

  @Test func whyOfAQuestion() throws {
    let scratch = try Shop.make()
    let question = "shop.right(user, level: \"write\"), not shop.person(user)"
    let text = try run(["why", question, "shop"], scratch)
    #expect(text.exitCode == 0, "\(text.errors)")
    #expect(text.output.hasPrefix("user: u2\n"))
    #expect(text.output.contains("rights.csv:3"))
    #expect(text.output.hasSuffix("\n1 row\n" + Self.note))
    let first = try run(["why", "shop.right(user, level: level)", "shop", "--limit", "1"], scratch)
    #expect(first.output.contains("3 rows, the first 1 proved"))
    let json = try run(["why", question, "shop", "--format", "json"], scratch)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "tilsyn.answer/1")
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.count == 1 && (rows[0]["proofs"] as? [Any])?.count == 2)
    let none = try run(["why", "shop.right(user, level: \"own\")", "shop"], scratch)
    #expect(none.output == "nothing satisfies the question, as far as is known\n" + Self.note)
  }

  static let nothing: [(arguments: [String], exit: Int32, says: String)] = [
    (["why", "ffffffffffff", "shop"], 64, "no finding has a fingerprint"),
    (["why", "shop.writer-is-known", "--subject", "u1", "shop"], 64, "found nothing about `u1`"),
    (["why", "shop.nothing", "shop"], 64, "there is no policy `shop.nothing`"),
    (["why", "shop.right(user)", "--subject", "u1", "shop"], 64, "--subject stands beside a question"),
    (["why", "shop.right(user)", "--limit", "0", "shop"], 64, "--limit 0 is below 1"),
    (["why-not", "shop.nothing", "u1", "shop"], 64, "there is no policy `shop.nothing`"),
  ]

  @Test(arguments: nothing.indices)
  func nothingToExplain(_ index: Int) throws {
    let row = Self.nothing[index]
    let result = try run(row.arguments, try Shop.make())
    #expect(result.exitCode == row.exit, "\(row.arguments): \(result.errors)")
    #expect(result.errors.contains(row.says), "\(row.arguments): \(result.errors)")
  }

  @Test func whyNot() throws {
    let scratch = try Shop.make()
    let passes = try run(["why-not", "shop.writer-is-known", "u1", "shop"], scratch)
    #expect(passes.exitCode == 0, "\(passes.errors)")
    #expect(passes.output.hasPrefix("shop.writer-is-known: pass for user: u1"))
    #expect(passes.output.contains("does not hold"))
    let stranger = try run(["why-not", "shop.writer-is-known", "u3", "shop", "--format", "json"], scratch)
    let object = try #require(JSONSerialization.jsonObject(with: Data(stranger.output.utf8)) as? [String: Any])
    #expect(object["verdict"] is NSNull, "u3 may not write and is not judged")
  }

  @Test func sameExportsAsAResult() throws {
    let scratch = try Shop.make()
    #expect(try run(["audit", "shop", "-q", "-f", "json=r.json", "--as-of", "2020-01-01"], scratch).exitCode == 1)
    let commands = [
      ["why", "shop.writer-is-known", "shop"], ["why-not", "shop.writer-is-known", "u1", "shop"],
      ["query", "shop.person(user)", "shop"],
    ]
    for command in commands {
      #expect(try run(command + ["--result", "r.json"], scratch).exitCode == 0)
      #expect(try run(command + ["--result", "nowhere.json"], scratch).exitCode == 2)
      #expect(try run(command + ["--result", "shop/rights.csv"], scratch).exitCode == 2)
    }
    try scratch.write("user\nu1\n", to: "shop/people.csv")
    for command in commands {
      let changed = try run(command + ["--result", "r.json"], scratch)
      #expect(changed.exitCode == 3)
      #expect(changed.errors.contains("`people.csv` has changed"))
      #expect(changed.output.isEmpty)
    }
  }

  @Test func query() throws {
    let scratch = try Shop.make()
    let text = try run(["query", "shop.right(user, level: \"write\"), not shop.person(user)", "shop"], scratch)
    #expect(text.exitCode == 0, "\(text.errors)")
    #expect(text.output == "user\nu2\n\n1 row certain, 0 possible\n" + Self.note)
    let json = try run(["query", "shop.right(user, level: level)", "shop", "--format", "json"], scratch)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((object["rows"] as? [Any])?.count == 3)
  }

  @Test(arguments: [
    ("shop.rigt(user)", "did you mean `shop.right`?"), ("shop.right(user", "the text ends"),
    ("not shop.person(user)", "user"),
  ])
  func wrongQuestion(_ question: String, _ says: String) throws {
    let result = try run(["query", question, "shop"], try Shop.make())
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("error["))
    #expect(result.errors.contains(says), "\(result.errors)")
  }
}
