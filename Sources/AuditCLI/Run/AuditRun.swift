import Audit
import AuditReports
import FactStore
import Foundation
import Importers
import PolicyEngine

/// The way from paths to a result, one step after the other; every command takes as many steps as it needs.
struct AuditRun {
  let environment: Environment
  let configuration: Configuration
  let paths: [String]
  let overrides: [SourceOverride]
  let policyPaths: [String]
  let asOf: CalendarDate
  let language: String
  let jobs: Int
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
    for path in paths where !FileManager.default.fileExists(atPath: path) {
      throw CommandFailure.notJudged("there is no such file or folder: `\(path)`")
    }
    asOf = try context.date(environment)
    language = try policies?.language(environment) ?? "en"
    jobs = context.jobs(environment)
    overrides = try context.overrides()
    configuration = try Self.configuration(context.config ?? environment["CONFIG"], beside: paths)
    if let policies {
      policyPaths = try Self.policyPaths(policies.policies, environment, configuration)
    } else {
      // A command that judges nothing needs no policies, but must not take them for exports.
      policyPaths = configuration.policies.map(configuration.resolve)
    }
  }

  // MARK: Steps

  /// Every source relation of the run: the importers' and those that mappings declare.
  var schemas: SchemaSet { SchemaSet(configuration.schemas) }

  /// Reads all exports.
  func load() throws -> LoadedSources {
    let progress = talk.showsProgress(environment) ? ProgressLine() : nil
    defer { progress?.clear() }
    let loader = Loader(
      configuration: configuration, contexts: overrides, asOf: asOf, notSources: policyPaths, jobs: jobs)
    var report: (@Sendable (LoadProgress) -> Void)?
    if let progress { report = { progress.show($0) } }
    return try Self.explained { try loader.load(paths, progress: report) }
  }

  /// Reads and checks all policies, and `extra` with them. Warnings are shown on standard error, errors end the command.
  func check(shipped: Bool = false, extra: [SourceText] = []) throws -> CheckedProgram {
    let (program, found) = Parser.parse(try PolicyFiles.read(policyPaths) + extra)
    var diagnostics = found
    var checked: CheckedProgram?
    if !found.contains(where: { $0.severity == .error }) {
      let result = Checker.check(
        program, schemas: schemas, parameters: configuration.parameters.mapValues(\.texts), shipped: shipped,
        patternError: PatternCheck.error)
      checked = result.checked
      diagnostics += result.diagnostics
    }
    let text = DiagnosticRenderer.render(
      diagnostics, sources: program.sources, color: talk.hasErrorColour(environment))
    guard let checked else { throw CommandFailure.rendered(text) }
    if !talk.quiet, !text.isEmpty { StandardError.write(text) }
    return checked
  }

  // MARK: Settling

  private static func configuration(_ named: String?, beside paths: [String]) throws -> Configuration {
    if let named {
      guard FileManager.default.fileExists(atPath: named) else {
        throw CommandFailure.notJudged("there is no configuration `\(named)`", help: "`tilsyn init` writes one")
      }
      return try explained { try Configuration.load(named) }
    }
    for path in paths {
      let file = path == "." ? "tilsyn.yaml" : path.hasSuffix("/") ? path + "tilsyn.yaml" : "\(path)/tilsyn.yaml"
      if FileManager.default.fileExists(atPath: file) { return try explained { try Configuration.load(file) } }
    }
    return Configuration()
  }

  private static func policyPaths(
    _ flags: [String], _ environment: Environment, _ configuration: Configuration
  ) throws -> [String] {
    if !flags.isEmpty { return flags }
    if let variable = environment["POLICIES"] {
      return variable.split(separator: ":").map(String.init)
    }
    if !configuration.policies.isEmpty { return configuration.policies.map(configuration.resolve) }
    if let shipped = PolicyFiles.shipped() { return [shipped] }
    throw CommandFailure.notJudged(
      "no policies were found: none came with the program",
      help: "name them with `-p FOLDER`, or set TILSYN_POLICIES to the folder `policies` that came with tilsyn")
  }

  /// What is wrong with a configuration, as a person says it.
  static func explained<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ConfigurationError {
      throw CommandFailure.notJudged(error.description)
    }
  }
}
