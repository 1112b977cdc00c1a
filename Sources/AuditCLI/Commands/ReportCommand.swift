import ArgumentParser
import Audit
import AuditReports
import Formats
import Localization
import PolicyEngine

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: String(said: "Writes an earlier result in other formats, without judging again."),
    discussion: String(
      parts: .said(
        """
        The result is what `tilsyn audit … -f json=FILE`, or the folder of `-o`, has. Each format is byte for byte what \
        the audit would have written; nothing but the result is read, and with --framework the file of the framework. It \
        takes the place of those that the audit was asked for.
        """),
      .examples(
        "tilsyn report report/result.json -f sarif=findings.sarif -f markdown",
        "tilsyn report report/result.json -o again/",
        "tilsyn report report/result.json --framework nis2"),
      .said(
        """
        Exit codes: 0 written, whatever the verdict was; 2 where the file is no result, of another version or damaged.
        """)))

  @Argument(
    help: ArgumentHelp(said: "The result, `tilsyn.result/1`; - for standard input.", valueName: "result.json"),
    completion: .file(extensions: ["json"]))
  var file: String
  @OptionGroup(title: String(said: "Output")) var output: OutputFlags
  @OptionGroup(title: String(said: "Output")) var listing: ListingFlags
  @OptionGroup(title: String(said: "Output")) var framework: FrameworkOption
  @OptionGroup(title: String(said: "People")) var people: PeopleFlags
  @OptionGroup var limits: LimitOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let targets = try output.targets(environment)
    let (identifiers, purpose) = try people.chosen(environment)
    let key = try people.key.read(environment)
    let source = file == ArgumentFile.standardInput ? [] : [FilePath(file)]
    let frameworks = try ChosenFrameworks(framework.names(environment), environment)
    let check = OutputCheck(
      exports: [],
      steering: [
        .init(what: .result, paths: source), .init(what: .framework, paths: frameworks.paths),
        .init(what: .key, paths: people.key.paths),
      ])
    try check.check(targets.compactMap(\.path), outputFolder: output.folder(environment))
    let stored = try ResultFile(file, limits.limits(environment)).stored
    var result = stored.result
    if let identifiers, result.identifiers != .full, identifiers != result.identifiers {
      throw CommandFailure.notJudged(
        result.identifiers == .mask
          ? "the result has masked people, and nothing else can be made of them"
          : "the result has pseudonyms, and nothing else can be made of them",
        help: "audit again with `--identifiers \(identifiers.rawValue)`")
    }
    if let purpose { result.purpose = purpose }
    if !frameworks.files.isEmpty {
      try frameworks.check(PolicyCatalogue(result))
      result.frameworks = frameworks.outcomes(result)
    }
    try output.makeFolder(environment)
    var writer = OutputWriter(
      result: result, gate: GateDecision(result, options: stored.gate), style: talk.style(environment),
      minSeverity: try listing.listed(environment),
      grouping: try listing.grouping(environment), isQuiet: talk.quiet,
      inputs: result.basis.arguments.map(ShellWords.quoted).joined(separator: " "), identifiers: identifiers)
    let beside = file == ArgumentFile.standardInput ? nil : FilePath(file).folder
    let keyFile = try writer.takeKey(key, for: targets, in: output.folder(environment), beside: beside)
    try writer.write(targets, keyFile: keyFile)
    if !talk.quiet { writer.sayHowPeopleAreNamed(targets, isKeyGiven: key != nil) }
  }
}
