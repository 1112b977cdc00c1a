import Foundation
import Testing

/// What a wrong command line says, and that it always ends in 64.
struct UsageTests {
  static let wrong: [(arguments: [String], says: String)] = [
    (["audit"], "tilsyn: missing expected argument `<path> ...`\nhelp: `tilsyn audit --help` says what it takes\n"),
    (["nonsense"], "`nonsense` is no command\nhelp: `tilsyn --help` lists the commands: audit, report"),
    (["adit", "exports/"], "`adit` is no command\nhelp: did you mean `tilsyn audit`?"),
    (["policy", "lst"], "`lst` is no command\nhelp: did you mean `tilsyn policy list`?"),
    (["."], "`.` is no command\nhelp: did you mean `tilsyn audit .`?"),
    (
      ["relations", "kitos.listed_usr"],
      "there is no relation `kitos.listed_usr`\nhelp: did you mean `kitos.listed_user`?"
    ),
    (["relations", "kitos", "z*"], "there is no relation `z*`\nhelp: `tilsyn relations` lists them"),
    (["policy", "show", "kitos.local-admin-cuont"], "did you mean `kitos.local-admin-count`?"),
    (
      ["audit", ".", "--no-such-flag"],
      "tilsyn: unknown option `--no-such-flag`\nhelp: `tilsyn audit --help` says what it takes\n"
    ),
    (["audit", ".", "--fail-one", "low"], "unknown option `--fail-one`\nhelp: did you mean `--fail-on`?"),
    (["audit", ".", "-f", "pdf"], "`pdf` is no format of this version\nhelp: there are text, html, json, rows"),
    (["audit", ".", "-f", "json="], "names no file"),
    (["audit", ".", "-f", "json", "-f", "rows"], "only one format can go to standard output"),
    (["audit", ".", "-f", "json=a", "-f", "rows=a"], "two formats would be written to `a`"),
    (["audit", ".", "--fail-on", "severe"], "`severe` is no level of --fail-on\nhelp: it is one of critical, high"),
    (["audit", ".", "--unverified", "ignore"], "it is allow or fail"),
    (["audit", ".", "--min-severity", "never"], "no level of --min-severity"),
    (["audit", ".", "--as-of", "20.11.2026"], "write it as 2026-11-20"),
    (["audit", ".", "--as-of", "2026-02-30"], "no date"),
    (["audit", ".", "--lang", "sv"], "it is en, da or nb"),
    (["audit", ".", "--jobs", "0"], "--jobs 0 is below 1\nhelp: "),
    (["audit", ".", "-q", "-v"], "contradict"),
    (["audit", ".", "--as", "a.json"], "names no kind"),
    (["audit", ".", "--as", "a.json=kitos.api-v2.user"], "did you mean `kitos.api-v2.users`?"),
    (["why", "exports/", "x"], "neither a fingerprint"),
    (["why", "abc"], "missing expected argument"),
    (["why-not", "kitos.x"], "missing expected argument"),
    (["policy", "show"], "missing expected argument"),
    (["policy", "format", "-i", "--check", "x"], "contradict"),
    (["query"], "missing expected argument"),
    (
      ["sources", ".", "--format", "yaml"],
      "the value `yaml` is invalid for `--format <format>`\nhelp: provide one of `text`"
    ),
    (["audit", ".", "--by", "age"], "`age` is no group of --by\nhelp: it is one of policy, person, unit"),
    (["policy", "list", "kitos.local-admin-cuont"], "did you mean `kitos.local-admin-count`?"),
    (["policy", "list", "--severity", "grave"], "`grave` is no level of --severity"),
  ]

  @Test(arguments: wrong.indices)
  func wrongUsage(_ index: Int) throws {
    let row = Self.wrong[index]
    let run = try CommandRun.tilsyn(row.arguments, in: FileManager.default.temporaryDirectory)
    #expect(run.exitCode == 64, "\(row.arguments): \(run.errors)")
    #expect(run.errors.contains(row.says), "\(row.arguments): \(run.errors)")
    #expect(run.output.isEmpty)
    try Self.hasTheForm(run.errors, row.arguments)
  }

  /// Whatever is wrong: who speaks, what is wrong in lower case and without a full stop, and in the last line what to do.
  private static func hasTheForm(_ errors: String, _ arguments: [String]) throws {
    let lines = errors.split(separator: "\n")
    let first = try #require(lines.first { $0.hasPrefix("tilsyn: ") }, "\(arguments): \(errors)")
    let message = first.dropFirst("tilsyn: ".count)
    #expect(lines.filter { $0.hasPrefix("tilsyn: ") }.count == 1 && first == lines[0], "\(arguments): \(errors)")
    #expect(message.first?.isUppercase == false && message.last != ".", "\(arguments): \(errors)")
    #expect(!message.contains { $0 == "'" }, "\(arguments): what was typed stands in backticks: \(errors)")
    #expect(lines.last?.hasPrefix("help: ") == true && lines.count { $0.hasPrefix("help: ") } == 1, "\(errors)")
  }

  @Test(arguments: [
    ["--fail-on": "TILSYN_FAIL_ON", "value": "severe"], ["--lang": "TILSYN_LANG", "value": "sv"],
    ["--as-of": "TILSYN_AS_OF", "value": "soon"], ["--unverified": "TILSYN_UNVERIFIED", "value": "maybe"],
  ])
  func wrongVariable(_ row: [String: String]) throws {
    let name = try #require(row.values.first { $0.hasPrefix("TILSYN_") })
    let run = try CommandRun.tilsyn(["audit", "."], environment: [name: try #require(row["value"])])
    #expect(run.exitCode == 64, "\(run.errors)")
  }

  static let commands: [[String]] = [
    [], ["audit"], ["sources"], ["why"], ["why-not"], ["query"], ["relations"], ["policy"], ["policy", "list"],
    ["policy", "show"], ["policy", "check"], ["policy", "test"], ["policy", "format"], ["init"],
  ]

  @Test(arguments: commands)
  func help(_ command: [String]) throws {
    let run = try CommandRun.tilsyn(command + ["--help"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("USAGE: tilsyn"))
    let leaf = command != ["policy"]
    #expect(!leaf || run.output.contains("  tilsyn "), "a help text has an example")
  }

  @Test func version() throws {
    let run = try CommandRun.tilsyn(["--version"])
    #expect(run.exitCode == 0)
    #expect(run.output.split(separator: ".").count == 3)
  }

  static let missing: [[String]] = [
    ["audit", "nowhere"], ["sources", "nowhere"], ["why", "abc", "nowhere"], ["why-not", "a.b", "c", "nowhere"],
    ["query", "a.b(c)", "nowhere"], ["audit", ".", "--config", "nowhere"], ["policy", "check", "nowhere"],
    ["policy", "format", "nowhere"], ["policy", "list", "-p", "nowhere"],
  ]

  @Test(arguments: missing)
  func missingPath(_ arguments: [String]) throws {
    let scratch = try Scratch()
    let run = try CommandRun.tilsyn(arguments, in: scratch.folder)
    #expect(run.exitCode == 2, "\(arguments): \(run.errors)")
    #expect(run.errors.contains("`nowhere`"))
    try Self.hasTheForm(run.errors, arguments)
    #expect(run.output.isEmpty)
  }
}
