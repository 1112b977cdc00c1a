import ArgumentParser
import Audit
import AuditReports
import Budget
import Formats
import PolicyEngine

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Writes an earlier result in other formats, without judging again.",
    discussion: """
      The result is what `tilsyn audit … -f json=FILE`, or the folder of `-o`, has. Each format is byte for byte what the
      audit would have written; nothing but the result is read.

        tilsyn report report/result.json -f sarif=findings.sarif -f markdown
        tilsyn report report/result.json -o again/

      Exit codes: 0 written, whatever the verdict was; 2 where the file is no result, of another version or damaged.
      """)

  @Argument(help: ArgumentHelp("The result, `tilsyn.result/1`; - for standard input.", valueName: "result.json"))
  var file: String
  @OptionGroup(title: "Output") var output: OutputFlags
  @Option(
    name: .customLong("min-severity"),
    help: ArgumentHelp("Least severity of the findings that text lists; counts and gate stay.", valueName: "level"))
  var minSeverity: String?
  @OptionGroup var limits: LimitOptions
  @OptionGroup var talk: TalkOptions

  func validate() throws { _ = try listed(Environment()) }

  private func listed(_ environment: Environment) throws -> Severity {
    try (minSeverity ?? environment["MIN_SEVERITY"]).map { try Levels.severity($0, of: "--min-severity") } ?? .info
  }

  func run() throws {
    let environment = Environment()
    let targets = try output.targets(environment)
    let source = file == ArgumentFile.standardInput ? [] : [FilePath(file)]
    let check = OutputCheck(exports: [], steering: [.init(what: "the result", paths: source)])
    try check.check(targets.compactMap(\.path), outputFolder: output.folder(environment))
    let stored = try read(limits.limits(environment))
    try output.makeFolder(environment)
    try OutputWriter(
      result: stored.result, gate: GateDecision(stored.result, options: stored.gate), style: talk.style(environment),
      minSeverity: try listed(environment), isQuiet: talk.quiet,
      inputs: stored.result.basis.arguments.map(ShellWords.quoted).joined(separator: " ")
    ).write(targets)
  }

  private func read(_ limits: RunLimits) throws -> StoredResult {
    let bytes = try ArgumentFile.bytes(file, "the result")
    do throws(ResultDamage) {
      return try StoredResult(bytes, limits: limits)
    } catch {
      let name = file == ArgumentFile.standardInput ? "standard input" : "`\(FilePath(file).shown)`"
      throw CommandFailure.notJudged(
        "\(name) cannot be shown: \(error.line > 0 ? "line \(error.line): " : "")\(error.message)",
        help: "`tilsyn audit PATH -f json=FILE` writes a result")
    }
  }
}
