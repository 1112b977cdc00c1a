import FactStore
import Formats
import Localization

extension Configuration {
  /// Reads `tilsyn.yaml` and the mapping files that it names.
  /// - Throws: everything that is wrong with them, with file and line.
  public static func load(_ path: FilePath, _ registry: Registry) throws(ConfigurationError) -> Configuration {
    try read(try SettingsFile.bytes(path), path: path, registry)
  }

  /// Reads the text of a `tilsyn.yaml`; mapping files that it names are read from the disk.
  public static func read(
    _ bytes: [UInt8], path: FilePath, _ registry: Registry
  ) throws(ConfigurationError) -> Configuration {
    let root = try SettingsFile.tree(bytes, path: path.shown)
    var reader = ConfigurationReader(path, registry)
    reader.read(root)
    if !reader.settings.problems.isEmpty {
      throw ConfigurationError(problems: reader.settings.problems.sorted { $0.line < $1.line })
    }
    var configuration = reader.configuration
    configuration.digests = [(path.shown, Digest.of(bytes))]
    for (mapping, line) in reader.mappingFiles {
      let file = configuration.resolve(mapping)
      configuration.mappingPaths.append(file)
      do throws(ConfigurationError) {
        let text = try SettingsFile.bytes(file)
        configuration.digests.append((file.shown, Digest.of(text)))
        configuration.mappings.append(try Mapping.read(text, path: file.shown, registry))
      } catch {
        guard error.problems.count == 1, error.problems[0].line == 0 else { throw error }
        // The file itself cannot be read: what is wrong is the line that names it.
        throw ConfigurationError(problems: [
          ConfigurationProblem(
            path: path.shown, line: line, message: "`\(mapping)`: \(error.problems[0].message)",
            help: error.problems[0].help)
        ])
      }
    }
    var absences = AbsenceReader(settings: SettingsReader(path: path.shown))
    absences.resolve(&configuration)
    if !absences.settings.problems.isEmpty { throw ConfigurationError(problems: absences.settings.problems) }
    return configuration
  }
}

/// Turns the tree of a `tilsyn.yaml` into a configuration.
struct ConfigurationReader {
  private(set) var configuration: Configuration
  private(set) var settings: SettingsReader
  private(set) var mappingFiles: [(path: String, line: Int)] = []

  static let keys = [
    "sources", "expect", "without", "ignore", "parameters", "mappings", "mapping", "policies", "language",
  ]

  init(_ path: FilePath, _ registry: Registry) {
    configuration = Configuration(registry)
    settings = SettingsReader(path: path.shown)
    configuration.file = path
  }

  mutating func read(_ root: YAMLNode) {
    let top = settings.map(root, "the configuration", keys: Self.keys)
    // What is named by nothing like a key of ours is no configuration, and nothing of it is quoted.
    guard settings.isKnown(root, keys: Self.keys) else { return }
    for entry in settings.list(top["sources"], "`sources`") { readSource(entry) }
    for entry in settings.list(top["expect"], "`expect`", limit: SettingsReader.smallLimit) { readExpectation(entry) }
    for entry in settings.list(top["without"], "`without`", limit: SettingsReader.smallLimit) {
      var reader = AbsenceReader(settings: settings)
      if let absence = reader.read(entry) { configuration.absences.append(absence) }
      settings = reader.settings
    }
    configuration.language = settings.choice(top["language"], "`language`", of: Language.self)
    configuration.ignore = settings.texts(top["ignore"], "`ignore`").map { PathPattern($0) }
    configuration.policies = readPaths(top["policies"], "policies").map(\.path)
    if let parameters = top["parameters"] { readParameters(parameters) }
    mappingFiles = readPaths(top["mappings"], "mappings")
    if let mapping = top["mapping"] {
      var reader = MappingReader(settings, configuration.registry)
      configuration.mappings.append(reader.read(mapping))
      settings = reader.settings
    }
  }

  /// Paths of files and folders, each within the folder of the configuration.
  private mutating func readPaths(_ node: YAMLNode?, _ key: String) -> [(path: String, line: Int)] {
    settings.list(node, "`\(key)`", limit: SettingsReader.smallLimit).compactMap { entry in
      guard let path = settings.text(entry, "an entry of `\(key)`") else { return nil }
      if let objection = configuration.objection(to: path) {
        settings.report(
          entry.line, "`\(ForeignText.name(path))` in `\(key)` is \(objection)",
          help: "put the file in that folder, and name it as it lies there")
        return nil
      }
      return (path, entry.line)
    }
  }

  private mutating func readSource(_ node: YAMLNode) {
    let entry = settings.map(node, "an entry of `sources`", keys: ["path"] + SourceContext.keys)
    var context = SourceContext()
    for key in SourceContext.keys {
      guard let value = entry[key], let text = settings.text(value, "`\(key)`") else { continue }
      if let wrong = context.set(key, to: text, kinds: configuration.registry.namedKinds) {
        settings.report(value.line, wrong.message, help: wrong.help)
      }
    }
    guard let path = settings.text(entry["path"], "`path` of an entry of `sources`", requiredBy: node.line) else {
      return
    }
    configuration.sources.append(.init(pattern: PathPattern(path), context: context, line: node.line))
  }

  private mutating func readExpectation(_ node: YAMLNode) {
    let entry = settings.map(
      node, "an entry of `expect`", keys: ["kind", "organisation", "records", "max_age_days"])
    guard let kind = settings.text(entry["kind"], "`kind` of an entry of `expect`", requiredBy: node.line) else {
      return
    }
    var expectation = Configuration.Expectation(kind: kind, line: node.line)
    if !configuration.registry.kinds.contains(kind), !kind.hasPrefix("mapping.") {
      let help =
        Suggestion.nearest(to: kind, in: configuration.registry.kinds).map { "did you mean `\($0)`?" }
        ?? "kinds are " + configuration.registry.kinds.map { "`\($0)`" }.joined(separator: ", ")
      settings.report(entry["kind"]?.line ?? node.line, "there is no kind `\(kind)` that can be expected", help: help)
    }
    if let value = entry["organisation"], let text = settings.text(value, "`organisation`") {
      expectation.organisation = NormalForm.uuid.read(text)
      if expectation.organisation == nil { settings.report(value.line, "`organisation` must be a uuid") }
    }
    expectation.records = settings.integer(entry["records"], "`records`", atLeast: 0)
    expectation.maxAgeDays = settings.integer(entry["max_age_days"], "`max_age_days`", atLeast: 0)
    configuration.expectations.append(expectation)
  }

  private mutating func readParameters(_ node: YAMLNode) {
    for (key, value) in settings.members(node, "`parameters`", limit: SettingsReader.smallLimit) ?? [] {
      let isList = value.elements != nil
      let texts = isList ? settings.texts(value, "`\(key.name)`") : [settings.text(value, "`\(key.name)`") ?? ""]
      configuration.parameters[key.name] = .init(texts: texts, isList: isList, line: key.line)
    }
  }
}
