import Audit
import AuditReports
import Budget
import FactStore
import Formats
import ImportCore
import Importers
import Localization
import PolicyEngine

/// The way from paths to a result, one step after the other; every command takes as many steps as it needs.
struct AuditRun {
  let environment: Environment
  let chosen: ChosenConfiguration
  let paths: [String]
  let overrides: [SourceOverride]
  private(set) var policies: ChosenPolicies
  /// The flags that it was asked for with.
  let context: ContextOptions
  let policyFlags: [String]
  let languageFlag: String?
  /// Files with frameworks, which are no exports.
  var frameworks: [FilePath] = []
  /// What findings are held against.
  var disposition = ChosenDisposition.none
  /// Files of keys. They do not count as steering when exports are read: whatever is named a key would be left out.
  var keys: [FilePath] = []
  /// Where people keep their numbers from the load that this one is compared with.
  var personNumbers: PersonNumbers?
  let asOf: CalendarDate
  let language: String
  let jobs: Int
  let limits: RunLimits
  let talk: TalkOptions
  /// As typed, those that bear on the result.
  let arguments: [String]

  /// Settles what flags, environment and configuration say. Reads the configuration, and nothing else.
  init(
    paths: [String], context: ContextOptions, policies: PolicyOptions?, talk: TalkOptions, environment: Environment
  ) throws {
    self.environment = environment
    self.paths = paths
    self.talk = talk
    self.context = context
    (policyFlags, languageFlag) = (policies?.policies ?? [], policies?.lang)
    arguments = ShellWords.words(paths, context: context, policies: policies)
    for path in paths.map({ FilePath($0) }) {
      do throws(FileProblem) {
        _ = try FileStatus.of(path)
      } catch {
        throw CommandFailure.notJudged(
          "`\(path.shown)`: \(error.phrase)", help: "give the files and folders that hold the exports")
      }
    }
    asOf = try context.date(environment)
    jobs = context.jobs(environment)
    limits = try context.limits.limits(environment)
    if let seconds = try context.limits.seconds(environment) { Watchdog.start(seconds: seconds) }
    overrides = try context.overrides()
    let chosen = try ChosenConfiguration(named: context.config ?? environment["CONFIG"], paths: paths)
    self.chosen = chosen
    language = (try policies?.language(environment, chosen.configuration.language) ?? .en).rawValue
    // A command that judges nothing needs no policies, but must not take them for exports.
    self.policies =
      try policies.map { try ChosenPolicies($0.policies, environment, chosen) }
      ?? ChosenPolicies(of: chosen.configuration)
  }

  /// Judges by these policies, whatever the others say by now.
  mutating func replay(_ sources: [SourceText]) { policies.replayed = sources }

  var configuration: Configuration { chosen.configuration }

  /// The words of what the run says.
  var say: Wording { Wording(named: language) }

  /// Refuses outputs that would replace what this run reads.
  var outputCheck: OutputCheck {
    OutputCheck(
      exports: paths.map { FilePath($0) },
      steering: [
        .init(what: .configuration, paths: [configuration.file].compactMap { $0 }),
        .init(what: .mapping, paths: configuration.mappingPaths), .init(what: .policy, paths: policies.all),
        .init(what: .framework, paths: frameworks), .init(what: .key, paths: keys),
      ] + disposition.steering)
  }

  // MARK: Steps

  /// Every source relation of the run: the importers' and those that mappings declare.
  var schemas: SchemaSet { SchemaSet(configuration.schemas) }

  /// Reads all exports.
  func load() throws -> LoadedSources {
    let progress = talk.showsProgress(environment) ? ProgressLine(say) : nil
    defer { progress?.clear() }
    let loader = Loader(
      configuration: configuration, contexts: overrides, asOf: asOf,
      notSources: policies.all + frameworks + disposition.waiverPaths, jobs: jobs,
      limits: limits, personNumbers: personNumbers)
    var report: (@Sendable (LoadProgress) -> Void)?
    if let progress { report = { progress.show($0) } }
    return try ConfigurationFailure.explained { try loader.load(paths, progress: report) }
  }

  /// Reads and checks all policies. Warnings are shown on standard error, errors end the command.
  /// - Parameter examples: Whether their examples are checked too: where policies are what is looked at.
  func check(shipped: Bool = false, examples: Bool = false) throws -> CheckedProgram {
    let (program, found) = Parser.parse(try policies.read())
    return try checked(program, found, shipped: shipped, examples: examples)
  }

  /// Checks a program, and says what is wrong with it: warnings on standard error, errors end the command.
  /// - Parameter found: what parsing had to say.
  func checked(
    _ program: Program, _ found: [Diagnostic], shipped: Bool = false, examples: Bool = false
  ) throws -> CheckedProgram {
    let (checked, diagnostics) = examine(program, found, shipped: shipped, examples: examples)
    let text = DiagnosticRenderer.render(
      diagnostics, sources: program.sources, color: talk.hasErrorColour(environment))
    guard let checked else { throw CommandFailure.rendered(text) }
    if !talk.quiet, !text.isEmpty { StandardError.write(text) }
    return checked
  }

  /// Checks a program that could be parsed; `nil` where something is wrong with it.
  func examine(
    _ program: Program, _ found: [Diagnostic], shipped: Bool = false, examples: Bool = false
  ) -> (checked: CheckedProgram?, diagnostics: [Diagnostic]) {
    let diagnostics = found + ChosenPolicies.objections(program)
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
    let result = Checker.check(
      program, schemas: schemas, parameters: configuration.parameters.mapValues(\.texts), shipped: shipped,
      examples: examples)
    return (result.checked, diagnostics + result.diagnostics)
  }

  /// An engine over what was loaded, within the limits of this run.
  func engine(_ checked: CheckedProgram, _ loaded: LoadedSources) -> Engine {
    Engine(checked, store: loaded.store, today: asOf, limits: .standard(facts: loaded.store.factCount, limits))
  }
}
