import ArgumentParser
import AuditReports

/// How much the program says, and how.
struct TalkOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: ArgumentHelp(said: "Say nothing but errors and what was asked for."))
  var quiet = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(said: "Say everything: all findings, policies, sources, notes."))
  var verbose = false

  @Flag(name: .customLong("no-color"), help: ArgumentHelp(said: "No colour. NO_COLOR does the same."))
  var noColour = false

  @Flag(name: .customLong("no-progress"), help: ArgumentHelp(said: "No progress on standard error."))
  var noProgress = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("-q and -v contradict each other", help: "give one of them") }
  }

  /// The style of what goes to standard output.
  func style(_ environment: Environment) -> TerminalStyle {
    let hasColour = StandardOutput.isTerminal && !noColour && !environment.forbidsColour
    return TerminalStyle(width: StandardOutput.width(environment), hasColour: hasColour, isVerbose: verbose)
  }

  /// Whether diagnostics on standard error may be coloured.
  func hasErrorColour(_ environment: Environment) -> Bool {
    StandardError.isTerminal && !noColour && !environment.forbidsColour
  }

  func showsProgress(_ environment: Environment) -> Bool {
    !quiet && !noProgress && !environment.isOn("NO_PROGRESS") && StandardError.isTerminal
  }
}
