import Audit
import Formats
import Frameworks
import ImportCore
import Importers
import Localization
import PolicyEngine

/// The frameworks of a run, read before anything is judged.
struct ChosenFrameworks {
  let files: [FrameworkFile]
  /// Where they are: nothing may be written over them, and they are no exports.
  let paths: [FilePath]

  /// Reads those that are named, by an id of a shipped one or by a path.
  /// - Throws: 2 where there is none of that name, or one is wrong or named twice.
  init(_ names: [String], _ environment: Environment) throws {
    guard !names.isEmpty else {
      (files, paths) = ([], [])
      return
    }
    let shipped = try ShippedFrameworks(environment)
    var (files, paths): ([FrameworkFile], [FilePath]) = ([], [])
    for name in names {
      let place = try Self.place(name, shipped)
      let file = try ConfigurationFailure.explained { try place.file() }
      guard !files.contains(where: { $0.framework.id == file.framework.id }) else {
        throw CommandFailure.notJudged(
          "the framework `\(file.framework.id)` is named twice", help: "name it once, or give one of the two another id"
        )
      }
      files.append(file)
      if let path = place.path { paths.append(path) }
    }
    (self.files, self.paths) = (files, paths)
  }

  /// Those that are at hand.
  init(files: [FrameworkFile]) { (self.files, paths) = (files, []) }

  /// Every shipped framework, by id.
  static func all(_ environment: Environment) throws -> ChosenFrameworks {
    try ChosenFrameworks(ShippedFrameworks(environment).ids, environment)
  }

  /// Where a framework is, and how reports call the place.
  private struct Place {
    /// `nil` for one that is part of the program.
    var path: FilePath?
    var bytes: [UInt8] = []
    var shown: String

    func file() throws(ConfigurationError) -> FrameworkFile {
      guard let path else { return try FrameworkFile.read(bytes, path: shown) }
      return try FrameworkFile.load(path, shown: shown)
    }
  }

  private static func place(_ name: String, _ shipped: ShippedFrameworks) throws -> Place {
    if let bytes = shipped.builtIn[name] { return Place(bytes: bytes, shown: shipped.shown(name)) }
    if let path = shipped.files[name] { return Place(path: path, shown: shipped.shown(name)) }
    let path = FilePath(name)
    // A path has a folder or the ending of a file in it; anything else is meant as an id.
    if name.contains("/") || path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      return Place(path: path, shown: NationalIdentity.masked(path.shown))
    }
    let ids = shipped.ids
    let known = ids.map { "`\($0)`" }.joined(separator: ", ")
    let all: Phrase =
      ids.isEmpty
      ? "none came with the program: name a file, or set TILSYN_FRAMEWORKS to the folder `frameworks` of tilsyn"
      : "frameworks are \(known); a file of your own is named by its path"
    throw CommandFailure.notJudged(
      "there is no framework `\(name)`",
      help: Suggestion.nearest(to: name, in: ids).map { "did you mean `\($0)`? \(all)" } ?? all)
  }

  /// Refuses what they name and nobody has: neither this run nor the shipped packs, which it may have left out.
  func check(_ catalogue: PolicyCatalogue) throws {
    let unknown = files.contains { !$0.problems(among: catalogue).isEmpty }
    guard unknown else { return }
    let whole = try Self.withShipped(catalogue)
    let problems = files.flatMap { $0.problems(among: whole) }
    guard !problems.isEmpty else { return }
    try ConfigurationFailure.explained { throw ConfigurationError(problems: problems) }
  }

  private static func withShipped(_ catalogue: PolicyCatalogue) throws -> PolicyCatalogue {
    guard let shipped = try PolicyFiles.shippedTexts() else { return catalogue }
    let (program, _) = Parser.parse(shipped)
    return catalogue.adding(
      program.items.compactMap { item in
        if case .policy(let policy) = item { policy } else { nil }
      })
  }

  /// What a result says of them.
  func outcomes(_ result: AuditResult) -> [FrameworkOutcome] {
    let cover = CoverFramework(result)
    return files.map { cover.outcome($0.framework, file: $0.file) }
  }
}
