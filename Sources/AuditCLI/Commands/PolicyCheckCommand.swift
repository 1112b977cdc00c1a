import ArgumentParser
import AuditReports
import PolicyEngine

struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: String(said: "Checks policies without reading any export."),
    discussion: String(
      parts: .said(
        """
        Prints every error and warning with its place and what to do. Exit codes: 0 no error; 2 an error, or a file that \
        cannot be read; 64 usage.
        """),
      .examples(
        "tilsyn policy check my-policies/",
        "tilsyn policy check my.policy policies/model --config exports/tilsyn.yaml")))

  @Argument(
    help: ArgumentHelp(said: "Policy files and folders. Default: the shipped packs.", valueName: "path"),
    completion: .file(extensions: ["policy"]))
  var paths: [String] = []
  @OptionGroup var configuration: ConfigurationOption
  @Flag(help: ArgumentHelp(said: "Hold them to what a shipped pack must have: three languages, a basis, examples."))
  var shipped = false
  @OptionGroup var talk: TalkOptions

  func run() throws {
    var policies = try PolicyOptions.parse([])
    policies.policies = paths
    let run = try AuditRun(
      paths: [], context: try configuration.context(), policies: policies, talk: talk,
      environment: Environment())
    let checked = try run.check(shipped: shipped, examples: true)
    if !talk.quiet {
      try StandardOutput.say(
        String(said: "\(checked.policies.count) policies and \(checked.program.sources.count) files: no errors"))
    }
  }
}
