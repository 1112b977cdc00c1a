import Foundation
import Testing

/// What a result rests on is in it, and an explanation that is held to it refuses anything else.
struct BasisTests {
  private func result(_ scratch: Scratch) throws -> [String: Any] {
    let run = try CommandRun.tilsyn(
      ["audit", "shop", "--as-of", "2026-11-20", "-f", "json=r.json"], in: scratch.folder)
    #expect(run.exitCode == 1, "\(run.errors)")
    return try #require(JSONSerialization.jsonObject(with: Data(scratch.read("r.json").utf8)) as? [String: Any])
  }

  private func why(_ scratch: Scratch, _ arguments: [String] = []) throws -> CommandRun {
    try CommandRun.tilsyn(
      ["why", "shop.writer-is-known", "shop", "--result", "r.json"] + arguments, in: scratch.folder)
  }

  @Test func theResultNamesPoliciesAndConfiguration() throws {
    let scratch = try Shop.make()
    let json = try result(scratch)
    let basis = try #require(json["basis"] as? [String: Any])
    #expect(basis["arguments"] as? [String] == ["shop", "--as-of", "2026-11-20"])
    for (name, path) in [("policies", "shop/rules/shop.policy"), ("configuration", "shop/tilsyn.yaml")] {
      let files = try #require(basis[name] as? [[String: String]])
      // The folder's policies stand beside the shipped ones.
      #expect(files.contains { $0["path"] == path } && (name == "policies" || files.count == 1))
      #expect(files.allSatisfy { $0["sha256"]?.count == 64 })
    }
    let tool = try #require(json["tool"] as? [String: String])
    #expect(tool["commit"]?.isEmpty == false)
  }

  static let changes: [(name: String, change: @Sendable (Scratch) throws -> Void, arguments: [String], exit: Int32)] = [
    ("nothing", { _ in }, [], 0),
    (
      "a policy",
      { try $0.write(Shop.policy.replacing("severity high", with: "severity low"), to: "shop/rules/shop.policy") }, [],
      3
    ),
    (
      "another policy",
      { try $0.write(Shop.policy.replacing("writer-is-known", with: "other"), to: "shop/rules/x.policy") }, [], 3
    ),
    ("a comment of the configuration", { try $0.write(Shop.configuration + "# x\n", to: "shop/tilsyn.yaml") }, [], 3),
    ("an export", { try $0.write("user\nu1\n", to: "shop/people.csv") }, [], 3),
    ("a context", { _ in }, ["--as", "nothing.json=kitos.api-v2.users"], 3),
    (
      "the name of a policy file",
      { scratch in
        try FileManager.default.moveItem(
          atPath: scratch.path("shop/rules/shop.policy"), toPath: scratch.path("shop/rules/renamed.policy"))
      }, [], 0
    ),
  ]

  @Test(arguments: changes.indices)
  func anythingElseIsRefused(_ index: Int) throws {
    let row = Self.changes[index]
    let scratch = try Shop.make()
    _ = try result(scratch)
    try row.change(scratch)
    let run = try why(scratch, row.arguments)
    #expect(run.exitCode == row.exit, "\(row.name): \(run.output)\(run.errors)")
  }

  @Test func aResultThatNamesNoPoliciesIsNoBasis() throws {
    let scratch = try Shop.make()
    var json = try result(scratch)
    json["basis"] = nil
    try scratch.write(String(decoding: JSONSerialization.data(withJSONObject: json), as: UTF8.self), to: "r.json")
    #expect(try why(scratch).exitCode == 2)
  }

  /// A report of ten thousand findings, quiet or not: the file holds every one of them.
  @Test func filesAreWholeWhateverIsShown() throws {
    let scratch = try Shop.make()
    let rows = (1...10_000).map { "w\($0),write" }.joined(separator: "\n")
    try scratch.write("user,level\n" + rows + "\n", to: "shop/rights.csv")
    var reports: [String] = []
    for arguments in [
      ["-o", "out"], ["-q", "-o", "out"], ["--min-severity", "critical", "-o", "out"], ["-f", "text=out/report.txt"],
    ] {
      let run = try CommandRun.tilsyn(["audit", "shop", "--as-of", "2026-11-20"] + arguments, in: scratch.folder)
      #expect(run.exitCode == 1, "\(run.errors)")
      #expect(run.output.split(separator: "\n").count <= 41)
      reports.append(try scratch.read("out/report.txt"))
    }
    #expect(Set(reports).count == 1)
    #expect(reports[0].split(separator: "\n").count { $0.hasPrefix("    fail ") } == 10_000)
    // The next audit knows what it finds there.
    try FileManager.default.moveItem(atPath: scratch.path("out"), toPath: scratch.path("shop/out"))
    let again = try CommandRun.tilsyn(["audit", "shop", "--as-of", "2026-11-20"], in: scratch.folder)
    #expect(again.exitCode == 1 && !again.output.contains("not recognised"), "\(again.output.prefix(400))")
  }

  @Test(arguments: ["", "\u{FEFF}", "// nothing\n"])
  func aTestOfNothingIsNoSuccess(_ text: String) throws {
    let scratch = try Scratch()
    try scratch.write(text, to: "x.policy")
    let run = try CommandRun.tilsyn(["policy", "test", "x.policy"], in: scratch.folder)
    #expect(run.exitCode == 2 && run.errors.contains("nothing was tested"), "\(run.output)\(run.errors)")
  }
}
