import ArgumentParser
import Audit
import AuditReports
import PolicyEngine

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: String(
      said: "Judges every right in the exports and reports what violates which policy."),
    discussion: String(
      parts: .said(
        """
        Files are recognised by their content, whatever their names. What cannot be shown is unverified, never passed.
        """),
      .examples(
        "tilsyn audit exports/",
        HelpExample("tilsyn audit exports/ -o report/", does: "report, workbook, JSON and tables"),
        "tilsyn audit exports/ -f rows=findings.tsv --fail-on critical",
        "tilsyn audit exports/ --as-of 2026-11-01 --lang da -v",
        "tilsyn audit exports/ --framework nis2 --framework own.yaml",
        "tilsyn audit exports/ --waivers waivers.yaml --baseline last.json --new-only",
        "tilsyn audit exports/ --evidence evidence/ --sign-key signer.pem",
        "tilsyn audit a.json --as a.json=kitos.api-v2.users,organisation=UUID"),
      .said("In rows a ' stands before a value that a spreadsheet would take for a formula."),
      .said(
        "Exit codes: 0 judged and passed; 1 judged, gate failed; 2 could not judge; 64 usage; 130 interrupted.",
        "Each flag can be set by a variable as well: TILSYN_FAIL_ON for --fail-on. A flag wins over it.")))

  @Argument(help: ArgumentHelp(said: "Files and folders with exports.", valueName: "path"), completion: .file())
  var paths: [String]
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup(title: String(said: "Gate")) var gate: GateFlags
  @OptionGroup(title: String(said: "Gate")) var disposition: DispositionOptions
  @OptionGroup(title: String(said: "Output")) var output: OutputFlags
  @OptionGroup(title: String(said: "Output")) var listing: ListingFlags
  @OptionGroup(title: String(said: "Output")) var framework: FrameworkOption
  @OptionGroup(title: String(said: "Output")) var evidence: EvidenceOptions
  @OptionGroup(title: String(said: "People")) var people: PeopleFlags
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let targets = try output.targets(environment)
    let (identifiers, purpose) = try people.chosen(environment)
    let key = try people.key.read(environment)
    var run = try AuditRun(
      paths: paths, context: context, policies: policies, talk: talk, environment: environment)
    let frameworks = try ChosenFrameworks(framework.names(environment), environment)
    run.frameworks = frameworks.paths
    run.keys = people.key.paths + evidence.keyPaths
    run.disposition = try disposition.read(environment, run.limits, paths: paths)
    let outputs = targets.compactMap(\.path)
    try run.outputCheck.check(outputs, outputFolder: output.folder(environment))
    // Text and rows show people as they are; a json says who they are, so that a report of it can do otherwise.
    let knowsPeople = identifiers != nil || targets.contains { $0.format.isHandedOn || $0.format.name == "json" }
    let needs = AuditJob.Needs(
      showsFunnels: talk.verbose || targets.contains(where: \.isWhole),
      listsRights: targets.contains(where: \.format.listsRights), knowsPeople: knowsPeople)
    var options = try gate.options(environment)
    options.isNewOnly = run.disposition.isNewOnly
    let evidence = try self.evidence.folder(environment).map {
      EvidenceWriter(folder: $0, key: try self.evidence.key(environment))
    }
    let job = AuditJob(
      run: run, frameworks: frameworks, gate: options, key: key, purpose: purpose,
      needs: evidence == nil ? needs : .whole)
    let outcome = try job.judge()
    let (result, decision) = (outcome.result, outcome.decision)
    try output.makeFolder(environment)
    // The folder is there now, and time has passed.
    let isAmongExports = try run.outputCheck.check(outputs, outputFolder: nil)
    var writer = OutputWriter(
      result: result, gate: decision, style: talk.style(environment), minSeverity: try listing.listed(environment),
      grouping: try listing.grouping(environment), isQuiet: talk.quiet,
      inputs: ShellWords.inputs(paths, context: context, policies: policies),
      identifiers: identifiers)
    let keyFile = try writer.takeKey(key, for: targets, in: output.folder(environment))
    try writer.write(targets, keyFile: keyFile)
    let bundle = try evidence?.write(job, outcome)
    if !targets.contains(OutputTarget(format: .text, path: nil)) { tell(decision, of: result) }
    if let bundle, !talk.quiet {
      let say = run.say
      StandardError.say(say("evidence: \(bundle.shown); `tilsyn verify \(bundle.shown)` checks it"))
    }
    if !talk.quiet, isAmongExports {
      let say = run.say
      StandardError.say(
        say("what was written lies among the exports: later runs know it by its content and pass it over"))
    }
    if !talk.quiet { writer.sayHowPeopleAreNamed(targets, isKeyGiven: key != nil) }
    if decision.exitCode != 0 { throw ExitCode(decision.exitCode) }
  }

  /// The verdict on standard error, where the report goes elsewhere. What could not be judged is said even when quiet.
  private func tell(_ decision: GateDecision, of result: AuditResult) {
    if !talk.quiet { StandardError.say(TextReport.verdict(result, gate: decision)) }
    guard decision.outcome == .notJudged else { return }
    let say = result.wording
    for reason in decision.reasons.prefix(10) { StandardError.say(say("not judged: \(reason)")) }
  }
}
