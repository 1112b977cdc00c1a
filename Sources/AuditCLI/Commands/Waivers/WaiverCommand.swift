import ArgumentParser

struct WaiverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waiver", abstract: String(said: "Accepts findings for a while: adds, lists, checks, prunes, renews."),
    subcommands: [
      WaiverAddCommand.self, WaiverListCommand.self, WaiverCheckCommand.self, WaiverPruneCommand.self,
      WaiverRenewCommand.self,
    ])
}
