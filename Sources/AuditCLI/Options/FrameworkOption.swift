import ArgumentParser

/// Which frameworks a report is grouped by.
struct FrameworkOption: ParsableArguments {
  @Option(
    name: .customLong("framework"),
    help: ArgumentHelp(
      said: """
        Say what the policies say of each control of a framework: an id of `tilsyn frameworks`, or a file. Repeatable.
        """,
      valueName: "id"))
  var frameworks: [String] = []

  /// Those of the flag, else of TILSYN_FRAMEWORK, which parts them by blanks.
  func names(_ environment: Environment) -> [String] {
    guard frameworks.isEmpty, let variable = environment["FRAMEWORK"] else { return frameworks }
    return variable.split(separator: " ").map(String.init)
  }
}
