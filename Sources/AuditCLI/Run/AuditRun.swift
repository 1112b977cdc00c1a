import Audit
import AuditReports
import Budget
import FactStore
import Formats
import ImportCore
import Importers
import PolicyEngine

/// The way from paths to a result, one step after the other; every command takes as many steps as it needs.
struct AuditRun {
  let environment: Environment
  let chosen: ChosenConfiguration
  let paths: [String]
  let overrides: [SourceOverride]
  let policies: ChosenPolicies
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
    arguments = ShellWords.words(paths, context: context, policies: policies)
    for path in paths.map({ FilePath($0) }) {
      do throws(FileProblem) {
        _ = try FileStatus.of(path)
      } catch {
        throw CommandFailure.notJudged("\(error.message): `\(path.shown)`")
      }
    }
    asOf = try context.date(environment)
    language = try policies?.language(environment) ?? "en"
    jobs = context.jobs(environment)
    limits = try context.limits.limits(environment)
    if let seconds = try context.limits.seconds(environment) { Watchdog.start(seconds: seconds) }
    overrides = try context.overrides()
    let chosen = try ChosenConfiguration(named: context.config ?? environment["CONFIG"], paths: paths)
    self.chosen = chosen
    // A command that judges nothing needs no policies, but must not take them for exports.
    self.policies =
      try policies.map { try ChosenPolicies($0.policies, environment, chosen) }
      ?? ChosenPolicies(of: chosen.configuration)
  }

  var configuration: Configuration { chosen.configuration }

  /// Refuses outputs that would replace what this run reads.
  var outputCheck: OutputCheck {
    OutputCheck(
      exports: paths.map { FilePath($0) },
      steering: [
        .init(what: "the configuration", paths: [configuration.file].compactMap { $0 }),
        .init(what: "the mapping", paths: configuration.mappingPaths), .init(what: "the policy", paths: policies.all),
      ])
  }

  // MARK: Steps

  /// Every source relation of the run: the importers' and those that mappings declare.
  var schemas: SchemaSet { SchemaSet(configuration.schemas) }

  /// Reads all exports.
  func load() throws -> LoadedSources {
    let progress = talk.showsProgress(environment) ? ProgressLine() : nil
    defer { progress?.clear() }
    let loader = Loader(
      configuration: configuration, contexts: overrides, asOf: asOf, notSources: policies.all, jobs: jobs,
      limits: limits)
    var report: (@Sendable (LoadProgress) -> Void)?
    if let progress { report = { progress.show($0) } }
    return try Self.explained { try loader.load(paths, progress: report) }
  }

  /// Reads and checks all policies, and `extra` with them. Warnings are shown on standard error, errors end the command.
  func check(shipped: Bool = false, extra: [SourceText] = []) throws -> CheckedProgram {
    let (program, found) = Parser.parse(try policies.read() + extra)
    var diagnostics = found + ChosenPolicies.objections(program)
    var checked: CheckedProgram?
    if !diagnostics.contains(where: { $0.severity == .error }) {
      let result = Checker.check(
        program, schemas: schemas, parameters: configuration.parameters.mapValues(\.texts), shipped: shipped)
      checked = result.checked
      diagnostics += result.diagnostics
    }
    let text = DiagnosticRenderer.render(
      diagnostics, sources: program.sources, color: talk.hasErrorColour(environment))
    guard let checked else { throw CommandFailure.rendered(text) }
    if !talk.quiet, !text.isEmpty { StandardError.write(text) }
    return checked
  }

  /// What is wrong with a configuration, as a person says it.
  static func explained<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ConfigurationError {
      // Each problem is a line, and what to do about it another.
      let lines = error.problems.flatMap { problem -> [String] in
        var bare = problem
        bare.help = ""
        return problem.help.isEmpty ? [bare.description] : [bare.description, "  help: \(problem.help)"]
      }
      throw CommandFailure.notJudged(lines.first ?? "the configuration is wrong", details: Array(lines.dropFirst()))
    }
  }

  /// An engine over what was loaded, within the limits of this run.
  func engine(_ checked: CheckedProgram, _ loaded: LoadedSources) -> Engine {
    Engine(checked, store: loaded.store, today: asOf, limits: .standard(facts: loaded.store.factCount, limits))
  }
}
