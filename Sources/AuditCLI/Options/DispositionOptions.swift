import ArgumentParser
import Audit
import AuditReports
import Budget
import Formats
import ImportCore
import Waivers

/// The waivers of a run.
struct WaiverOption: ParsableArguments {
  @Option(
    name: [.customShort("w"), .customLong("waivers")],
    help: ArgumentHelp(
      said: "The file of accepted findings. One that lies among the exports counts only when it is named.",
      valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var file: String?

  /// The file that is named, by the flag or by TILSYN_WAIVERS.
  func path(_ environment: Environment) -> FilePath? { (file ?? environment["WAIVERS"]).map { FilePath($0) } }
}

/// What findings are held against.
struct DispositionOptions: ParsableArguments {
  @OptionGroup var waivers: WaiverOption

  @Flag(
    name: .customLong("ignore-waivers"),
    help: ArgumentHelp(said: "Let no waiver count; what each of them says is shown all the same."))
  var ignoreWaivers = false

  @Option(
    help: ArgumentHelp(
      said: "An earlier result: which findings are new, which are fixed, and what is not judged any longer.",
      valueName: "result.json"), completion: .file(extensions: ["json"]))
  var baseline: String?

  @Flag(
    name: .customLong("new-only"),
    help: ArgumentHelp(said: "Let only what the baseline lacks fail, and what it judged and this audit does not."))
  var newOnly = false

  func validate() throws {
    if newOnly, (baseline ?? Environment()["BASELINE"]) == nil, !Environment().isOn("NEW_ONLY") {
      throw ValidationError(
        "--new-only goes with `--baseline RESULT.json`", help: "`tilsyn audit PATH -f json=FILE` writes one")
    }
  }

  /// Reads what is named, before the exports are: a slip should not cost the time that they take.
  func read(_ environment: Environment, _ limits: RunLimits, paths: [String]) throws -> ChosenDisposition {
    var chosen = ChosenDisposition()
    chosen.ignoresWaivers = ignoreWaivers || environment.isOn("IGNORE_WAIVERS")
    chosen.isNewOnly = newOnly || environment.isOn("NEW_ONLY")
    if let named = baseline ?? environment["BASELINE"] {
      let file = try ResultFile(named, limits, .baseline)
      chosen.baseline = (file.stored.result, file.file)
      chosen.baselineBytes = file.bytes
      chosen.baselinePath = named == ArgumentFile.standardInput ? nil : FilePath(named)
    } else if chosen.isNewOnly {
      throw CommandFailure.usage(
        "--new-only goes with `--baseline RESULT.json`", help: "`tilsyn audit PATH -f json=FILE` writes one")
    }
    if let path = waivers.path(environment) { chosen.waivers = try ChosenWaivers(path, judging: paths) }
    return chosen
  }
}
