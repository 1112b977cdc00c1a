import FactStore
import Formats

extension Configuration {
  /// Reads `tilsyn.yaml` and the mapping files that it names.
  /// - Throws: everything that is wrong with them, with file and line.
  public static func load(_ path: String) throws(ConfigurationError) -> Configuration {
    try read(try bytes(path), path: path)
  }

  /// Reads the text of a `tilsyn.yaml`; mapping files that it names are read from the disk.
  public static func read(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> Configuration {
    let root = try tree(bytes, path: path)
    var reader = ConfigurationReader(path: path)
    reader.read(root)
    if !reader.settings.problems.isEmpty {
      throw ConfigurationError(problems: reader.settings.problems.sorted { $0.line < $1.line })
    }
    var configuration = reader.configuration
    configuration.digests = [(path, Digest.of(bytes))]
    for (mapping, line) in reader.mappingFiles {
      let file = configuration.resolve(mapping)
      configuration.mappingPaths.append(file)
      do throws(ConfigurationError) {
        let text = try Self.bytes(file)
        configuration.digests.append((file, Digest.of(text)))
        configuration.mappings.append(try Mapping.read(text, path: file))
      } catch {
        guard error.problems.count == 1, error.problems[0].line == 0 else { throw error }
        // The file itself cannot be read: what is wrong is the line that names it.
        throw ConfigurationError(problems: [
          ConfigurationProblem(
            path: path, line: line, message: "`\(mapping)`: \(error.problems[0].message)", help: error.problems[0].help)
        ])
      }
    }
    var absences = AbsenceReader(settings: SettingsReader(path: path))
    absences.resolve(&configuration)
    if !absences.settings.problems.isEmpty { throw ConfigurationError(problems: absences.settings.problems) }
    return configuration
  }

  static func bytes(_ path: String) throws(ConfigurationError) -> [UInt8] {
    do throws(FormatProblem) {
      return try RawFile.read(path).bytes
    } catch {
      throw ConfigurationError(problems: [
        ConfigurationProblem(path: path, line: 0, message: error.message, help: error.help)
      ])
    }
  }

  static func tree(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> YAMLNode {
    switch YAMLReader.read(bytes) {
    case .success(let root): return root
    case .failure(let problem):
      throw ConfigurationError(problems: [
        ConfigurationProblem(path: path, line: problem.line, message: problem.message, help: problem.help)
      ])
    }
  }
}

/// Turns the tree of a `tilsyn.yaml` into a configuration.
struct ConfigurationReader {
  private(set) var configuration = Configuration()
  private(set) var settings: SettingsReader
  private(set) var mappingFiles: [(path: String, line: Int)] = []

  static let keys = [
    "sources", "expect", "without", "ignore", "parameters", "mappings", "mapping", "policies",
  ]

  init(path: String) {
    settings = SettingsReader(path: path)
    configuration.path = path
  }

  mutating func read(_ root: YAMLNode) {
    let top = settings.map(root, "the configuration", keys: Self.keys)
    for entry in settings.list(top["sources"], "`sources`") { readSource(entry) }
    for entry in settings.list(top["expect"], "`expect`") { readExpectation(entry) }
    for entry in settings.list(top["without"], "`without`") {
      var reader = AbsenceReader(settings: settings)
      if let absence = reader.read(entry) { configuration.absences.append(absence) }
      settings = reader.settings
    }
    configuration.ignore = settings.texts(top["ignore"], "`ignore`").map { PathPattern($0) }
    configuration.policies = settings.texts(top["policies"], "`policies`")
    if let parameters = top["parameters"] { readParameters(parameters) }
    for entry in settings.list(top["mappings"], "`mappings`") {
      if let path = settings.text(entry, "an entry of `mappings`") { mappingFiles.append((path, entry.line)) }
    }
    if let mapping = top["mapping"] {
      var reader = MappingReader(settings)
      configuration.mappings.append(reader.read(mapping))
      settings = reader.settings
    }
  }

  private mutating func readSource(_ node: YAMLNode) {
    let entry = settings.map(node, "an entry of `sources`", keys: ["path"] + SourceContext.keys)
    var context = SourceContext()
    for key in SourceContext.keys {
      guard let value = entry[key], let text = settings.text(value, "`\(key)`") else { continue }
      if let wrong = context.set(key, to: text) { settings.report(value.line, wrong.message, help: wrong.help) }
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
    if !Importers.kinds.contains(kind), !kind.hasPrefix("mapping.") {
      let help =
        Suggestion.nearest(to: kind, in: Importers.kinds).map { "did you mean `\($0)`?" }
        ?? "kinds are " + Importers.kinds.map { "`\($0)`" }.joined(separator: ", ")
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
    for (key, value) in settings.members(node, "`parameters`") ?? [] {
      let isList = value.elements != nil
      let texts = isList ? settings.texts(value, "`\(key.name)`") : [settings.text(value, "`\(key.name)`") ?? ""]
      configuration.parameters[key.name] = .init(texts: texts, isList: isList, line: key.line)
    }
  }
}
