import Foundation
import Testing

/// What shells complete: each script loads, and bash offers what belongs where the cursor is.
struct CompletionTests {
  private static func script(_ shell: String) throws -> Scratch {
    let scratch = try Scratch()
    let run = try CommandRun.tilsyn(["--generate-completion-script", shell])
    #expect(run.exitCode == 0 && run.errors.isEmpty)
    try scratch.write(run.output, to: "script")
    return scratch
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func theScriptLoads(_ shell: String) throws {
    guard try CommandRun.bash("command -v \(shell)").exitCode == 0 else { return print("no \(shell) here") }
    let scratch = try Self.script(shell)
    let run = try CommandRun.bash("\(shell) -n '\(scratch.path("script"))'")
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
  }

  /// What is typed, and what is offered: all of these, and where `only` says so nothing else.
  static let typed: [(line: [String], offers: [String], only: Bool)] = [
    (["au"], ["audit"], true), (["po"], ["policy"], true), (["wh"], ["why", "why-not", "who"], true),
    (["man"], [], true),
    (["policy", "l"], ["list"], true),
    (["audit", "--format", ""], ["text", "html", "json", "csv-nordic", "oscal"], false),
    (["audit", "-f", "g"], ["gitlab", "github"], true),
    (["report", "--format", "x"], ["xlsx"], true),
    (["audit", "--fail-on", ""], ["critical", "high", "medium", "low", "info", "never"], true),
    (["audit", "--min-severity", ""], ["critical", "high", "medium", "low", "info"], true),
    (["audit", "--unverified", "a"], ["allow"], true),
    (["audit", "--lang", ""], ["en", "da", "nb"], true),
    (["sources", "--format", ""], ["text", "json"], true),
    (["xacml", "evaluate", "--format", ""], ["xml", "json"], true),
    (["audit", "--fail"], ["--fail-on"], true),
    (["audit", "REA"], ["README.md"], true),
    (["audit", "--config", "ci/t"], ["ci/tilsyn.yaml"], true),
    (["audit", "-o", "exam"], ["examples"], true),
    (["policy", "show", "kitos.local-admin-c"], ["kitos.local-admin-count"], true),
    (["why-not", "kitos.local-admin-c"], ["kitos.local-admin-count"], true),
    (["relations", "kitos.listed_us"], ["kitos.listed_user"], true),
  ]

  @Test(arguments: typed.indices) func bashOffers(_ index: Int) throws {
    let row = Self.typed[index]
    let scratch = try Self.script("bash")
    let words = ["tilsyn"] + row.line
    let line = words.joined(separator: " ")
    let run = try CommandRun.bash(
      """
      PATH="\(CommandRun.binary.deletingLastPathComponent().path):$PATH"
      source '\(scratch.path("script"))'
      COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))) COMP_CWORD=\(words.count - 1)
      COMP_LINE='\(line)' COMP_POINT=\(line.count) COMPREPLY=()
      _tilsyn tilsyn '\(words[words.count - 1])' '\(words[words.count - 2])'
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    let offered = run.output.split(separator: "\n").map(String.init)
    #expect(Set(row.offers).isSubset(of: offered), "\(line): \(offered) \(run.errors)")
    if row.only { #expect(Set(offered) == Set(row.offers), "\(line): \(offered) \(run.errors)") }
  }
}
