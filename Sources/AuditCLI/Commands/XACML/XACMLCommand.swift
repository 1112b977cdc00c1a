import ArgumentParser

struct XACMLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xacml", abstract: String(said: "Answers XACML 3.0 requests from policies, and explains the answers."),
    subcommands: [XACMLEvaluateCommand.self, XACMLExplainCommand.self, XACMLIdentifiersCommand.self])
}
