import ArgumentParser

/// `--result FILE`: the exports must be those that a result was made of.
struct ResultOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said: """
        A result (-f json): its day is judged; exports, policies and configuration must be those it was made of, else \
        3.
        """,
      valueName: "file"), completion: .file(extensions: ["json"]))
  var result: String?
}
