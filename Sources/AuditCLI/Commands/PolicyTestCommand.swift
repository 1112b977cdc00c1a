import ArgumentParser
import Audit
import AuditReports

struct PolicyTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: String(said: "Runs the examples that policies carry."),
    discussion: String(
      parts: .said(
        """
        Exit codes: 0 every example comes out as it expects; 1 one does not; 2 a policy has an error, or none has an \
        example; 64 usage.
        """),
      .examples("tilsyn policy test", "tilsyn policy test my-policies/ -v")))

  @Argument(
    help: ArgumentHelp(said: "Policy files and folders. Default: the shipped packs.", valueName: "path"),
    completion: .file(extensions: ["policy"]))
  var paths: [String] = []
  @OptionGroup var context: ContextOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    var policies = try PolicyOptions.parse([])
    policies.policies = paths
    let run = try AuditRun(
      paths: [], context: context, policies: policies, talk: talk, environment: Environment())
    let checked = try run.check(examples: true)
    let runner = ExampleRunner(checked: checked, today: run.asOf)
    var failed = 0
    var count = 0
    var silent: [String] = []
    for policy in checked.policies {
      let outcomes = runner.run(policy)
      if outcomes.isEmpty { silent.append(policy.id.text) }
      for outcome in outcomes {
        count += 1
        let place = "\(outcome.place.path):\(outcome.place.line)"
        let title = "\(outcome.policy) \"\(outcome.example)\""
        if outcome.passed {
          if talk.verbose { try StandardOutput.say(InertText.line("passed  \(title)  \(place)")) }
        } else {
          failed += 1
          try StandardOutput.say(InertText.line("FAILED  \(title)  \(place)"))
          for failure in outcome.failures { try StandardOutput.say("        \(InertText.line(failure))") }
        }
      }
    }
    if !talk.quiet {
      for id in silent { StandardError.say(String(said: "warning: `\(id)` has no example")) }
      try StandardOutput.say(
        String(
          said: "\(count) examples of \(checked.policies.count) policies: \(count - failed) passed, \(failed) failed"))
    }
    guard count > 0 else {
      throw CommandFailure.notJudged(
        checked.policies.isEmpty
          ? "nothing was tested: there is no policy" : "nothing was tested: no policy has an example",
        help: paths.isEmpty ? "" : "are these the files that you meant: \(paths.joined(separator: ", "))?")
    }
    if failed > 0 { throw ExitCode(1) }
  }
}
