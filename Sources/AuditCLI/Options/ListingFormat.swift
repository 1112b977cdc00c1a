import ArgumentParser

/// `--format text|json` of the commands that answer a question.
struct ListingFormat: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Option(name: .shortAndLong, help: ArgumentHelp(said: "text or json."))
  var format: Format = .text
}
