import FactStore
import FoundationEssentials
import Importers

@testable import ImportCore

/// A folder of exports that a test writes and loads.
final class LoadingFolder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "importers-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let whole = "\(path)/\(name)"
    let folder = whole.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: "/" + folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: whole))
  }

  /// Loads the folder; `as` are arguments of `--as`, `yaml` stands in for `tilsyn.yaml`.
  func load(
    as overrides: [String] = [], configuration: Configuration? = nil, asOf: String = "2026-11-20",
    jobs: Int = 2, registry: Registry = .all
  ) throws -> LoadedSources {
    let configuration = configuration ?? Configuration(registry)
    let loader = Loader(
      configuration: configuration, contexts: try overrides.map { try SourceOverride(parsing: $0, registry) },
      asOf: CalendarDate(asOf)!, jobs: jobs)
    let loaded = try loader.load([path])
    // A system that a test makes up has no translations.
    if !registry.kinds.contains(where: { $0.hasPrefix("library.") }) { loaded.checkTranslations() }
    return Net.keep(loaded, of: path, "\(overrides) \(asOf) \(configuration)")
  }

  static func load(_ files: [String: String], as overrides: [String] = []) throws -> LoadedSources {
    try LoadingFolder(files).load(as: overrides)
  }
}

extension LoadedSources {
  /// Facts of a stored relation, a text per row, sorted: `a | b`.
  func facts(_ relation: String) -> [String] {
    let source = store[relation]!
    return Set((0..<source.facts.count).map { render(source, source.facts.row($0)) }).sorted()
  }

  /// Holes of a stored relation as `a | * (reason)`, sorted.
  func holes(_ relation: String) -> [String] {
    let source = store[relation]!
    return Set(source.holes.map { "\(render(source, $0.row)) (\($0.reason.rawValue))" }).sorted()
  }

  /// Where the first fact that reads like this stands: `file:line pointer`.
  func origin(_ relation: String, _ fact: String) -> String? {
    let source = store[relation]!
    for row in 0..<source.facts.count where render(source, source.facts.row(row)) == fact {
      guard let origin = source.origin(ofRow: row, symbols: store.symbols) else { return nil }
      let pointer = origin.place.pointer.isEmpty ? "" : " \(origin.place.pointer)"
      return "\(store.files[origin.file.raw]):\(origin.place.line)\(pointer)"
    }
    return nil
  }

  func file(_ path: String) -> SourceReport { files.first { $0.path == path }! }

  private func render(_ relation: SourceRelation, _ row: [UInt32]) -> String {
    zip(relation.columns, row).map { column, code in
      if code == ValueCode.any { return "*" }
      switch store.symbols.decode(code, as: column.type) {
      case .text(let text): return text
      case .int(let number), .time(let number): return "\(number)"
      case .bool(let flag): return "\(flag)"
      case .date(let date): return "\(date)"
      }
    }.joined(separator: " | ")
  }
}
