import ArgumentParser

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: String(said: "Lists, shows, checks, tests and formats policies."),
    subcommands: [
      PolicyListCommand.self, PolicyShowCommand.self, PolicyCheckCommand.self, PolicyTestCommand.self,
      PolicyFormatCommand.self,
    ])
}
