import Foundation
import Testing

struct AuditCommandTests {
  private func audit(
    _ scratch: Scratch, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws
    -> CommandRun
  {
    try CommandRun.tilsyn(["audit", "shop"] + arguments, environment: environment, in: scratch.folder)
  }

  @Test func failingAudit() throws {
    let scratch = try Shop.make()
    let run = try audit(scratch, ["--as-of", "2026-11-20"])
    #expect(run.exitCode == 1, "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        "FAILED: 4 checked, 1 failed, 0 unverified, 3 passed; 2 policies; shop/tilsyn.yaml, of the judged folder, "
          + "said what 2 files are, added policies; as of 2026-11-20\n"))
    #expect(run.output.contains("u2 may write and nobody knows them"))
    #expect(run.output.contains("rights.csv:3"))
    #expect(!run.output.contains("\u{1B}"), "no colour where there is no terminal")
    #expect(run.errors.isEmpty)
    let next = try #require(run.output.split(separator: "\n").last)
    #expect(next.hasPrefix("next: tilsyn why ") && next.hasSuffix(" shop --as-of 2026-11-20"))
    // The command that the report names does what it promises.
    let words = next.dropFirst("next: tilsyn ".count).split(separator: " ").map(String.init)
    let why = try CommandRun.tilsyn(words, in: scratch.folder)
    #expect(why.exitCode == 0, "\(why.errors)")
    #expect(why.output.contains("rights.csv:3"))
  }

  @Test func passingAudit() throws {
    let run = try audit(try Shop.make(violating: false), ["-p", "shop/rules"])
    #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    #expect(run.output.hasPrefix("PASSED: 1 checked"))
  }

  static let gates: [(arguments: [String], environment: [String: String], exit: Int32)] = [
    ([], [:], 1), (["--fail-on", "critical"], [:], 0), (["--fail-on", "never"], [:], 0),
    (["--fail-on", "info"], [:], 1),
    ([], ["TILSYN_FAIL_ON": "critical"], 0), (["--fail-on", "high"], ["TILSYN_FAIL_ON": "critical"], 1),
    (["--min-severity", "critical"], [:], 1), (["--unverified", "allow"], [:], 1), ([], ["TILSYN_FAIL_ON": ""], 1),
  ]

  @Test(arguments: gates.indices)
  func gate(_ index: Int) throws {
    let row = Self.gates[index]
    let run = try audit(try Shop.make(), row.arguments + ["-p", "shop/rules"], environment: row.environment)
    #expect(run.exitCode == row.exit, "\(row.arguments) \(row.environment)")
  }

  static let broken: [(name: String, break: @Sendable (Scratch) throws -> Void, says: String)] = [
    ("a truncated file", { try $0.write("user,level\n\"u1,wri", to: "shop/rights.csv") }, "rights.csv"),
    ("an empty file", { try $0.write("", to: "shop/people.csv") }, "people.csv"),
    (
      "invalid UTF-8",
      { try Data([0x75, 0x73, 0x65, 0x72, 0x0A, 0xFF, 0x00]).write(to: $0.folder.appending(path: "shop/people.csv")) },
      "people.csv"
    ),
    ("an unrecognised file", { try $0.write("what is this?", to: "shop/notes.xyz") }, "notes.xyz"),
    ("a missing column", { try $0.write("name,level\nu1,write\n", to: "shop/rights.csv") }, "user"),
    ("a policy with an error", { try $0.write("policy shop.x {", to: "shop/rules/x.policy") }, "x.policy:1"),
    ("a configuration with an error", { try $0.write("surces: []\n", to: "shop/tilsyn.yaml") }, "surces"),
    (
      "nothing at all", { try FileManager.default.removeItem(at: $0.folder.appending(path: "shop/rights.csv")) },
      "nothing was judged"
    ),
  ]

  /// None of these may end in 0 or 1, and each says what is wrong.
  @Test(arguments: broken.indices)
  func brokenInput(_ index: Int) throws {
    let row = Self.broken[index]
    let scratch = try Shop.make(violating: false)
    try row.break(scratch)
    let run = try audit(scratch)
    #expect(run.exitCode == 2, "\(row.name): \(run.output)\(run.errors)")
    #expect((run.output + run.errors).contains(row.says), "\(row.name): \(run.output)\(run.errors)")
  }

  @Test func expectedExportIsMissing() throws {
    let scratch = try Shop.make(violating: false, expect: "expect: [{ kind: kitos.api-v2.users, records: 4 }]\n")
    let strict = try audit(scratch)
    #expect(strict.exitCode == 2, "\(strict.output)")
    #expect(strict.output.hasPrefix("NOT JUDGED"))
    let quiet = try audit(scratch, ["-q", "-f", "rows=r.tsv"])
    #expect(quiet.errors.hasPrefix("not judged: "), "the reason is no talk")
    let lenient = try audit(scratch, ["--allow-incomplete", "-p", "shop/rules"])
    #expect(lenient.exitCode == 0, "\(lenient.output)")
    #expect(lenient.output.hasPrefix("PASSED (INCOMPLETE"))
  }

  @Test func everyFormatSaysTheSame() throws {
    let scratch = try Shop.make()
    let run = try audit(scratch, ["-f", "json=r.json", "-f", "rows=r.tsv", "-f", "text"])
    #expect(run.exitCode == 1)
    #expect(run.output.contains("r.json") && run.output.contains("r.tsv"), "the report names the files")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(scratch.read("r.json").utf8)) as? [String: Any])
    let findings = try #require(json["findings"] as? [[String: Any]])
    let fingerprint = try #require(findings.first?["fingerprint"] as? String)
    #expect(findings.count == 1)
    #expect(json["exit"] as? Int == 1)
    #expect(try scratch.read("r.tsv") == "shop.writer-is-known\tfail\tu2\t\t\(fingerprint)\n")
    #expect(run.output.contains(fingerprint.prefix(7)))
    // Another time, another order: the same bytes.
    let again = try audit(scratch, ["-f", "rows=r2.tsv", "-f", "json=r2.json", "--jobs", "1"])
    #expect(again.output.isEmpty && again.errors.hasPrefix("FAILED: 4 checked"))
    #expect(try scratch.read("r2.json") == scratch.read("r.json"))
    #expect(try audit(scratch, ["-f", "json"]).output == scratch.read("r.json"))
  }

  @Test func outputFolder() throws {
    let scratch = try Shop.make()
    let run = try audit(scratch, ["-o", "out/deep"])
    #expect(run.exitCode == 1, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out/deep")).sorted()
    let expected = [
      "findings.csv", "findings.tsv", "pseudonym.key", "report.html", "report.txt", "report.xlsx", "result.json",
    ]
    #expect(names == expected, "and nothing unfinished")
    #expect(try scratch.read("out/deep/report.txt").hasPrefix("FAILED"))
    let one = try audit(scratch, ["-o", "one", "-f", "rows"])
    #expect(one.output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("one")) == ["findings.tsv"])
  }

  @Test func unwritableOutputLeavesNothing() throws {
    let scratch = try Shop.make()
    let run = try audit(scratch, ["-f", "rows=ok.tsv", "-f", "json=missing/r.json"])
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("cannot write `missing/r.json`"))
    #expect(scratch.names == ["shop"], "no file appears when one of them cannot be written")
    let folder = try audit(scratch, ["-f", "json=shop"])
    #expect(folder.exitCode == 2 && folder.errors.contains("it is a folder"))
  }

  /// A device is written to, never replaced.
  @Test func deviceStaysADevice() throws {
    let run = try audit(try Shop.make(), ["-f", "json=/dev/null"])
    #expect(run.exitCode == 1)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }

  @Test func quietSaysOnlyTheVerdict() throws {
    let run = try audit(try Shop.make(), ["-q"])
    #expect(run.exitCode == 1)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.errors.isEmpty)
  }

  @Test func languageOfThePolicies() throws {
    let run = try audit(try Shop.make(), ["--lang", "da", "-v"])
    #expect(run.output.contains("den der må skrive er kendt"))
  }

  @Test func noPoliciesAnywhere() throws {
    let scratch = try Scratch()
    try scratch.write("user\nu1\n", to: "people.csv")
    let run = try CommandRun.tilsyn(["audit", "people.csv", "-p", "none"], in: scratch.folder)
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("there are no policies at `none`"))
  }
}
