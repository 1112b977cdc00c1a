import ArgumentParser
import AuditReports
import Formats

/// Which formats an audit writes, and where.
struct OutputFlags: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("format")],
    help: ArgumentHelp(
      said: "\(Self.names.others) or \(Self.names.last), to standard output or to a file. Repeatable. Default: text.",
      valueName: "fmt[=file]"), completion: .list(ReportFormat.all.map(\.name)))
  var formats: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      said: "Folder for formats without a file of their own; made if missing. Alone: \(Self.folderNames).",
      valueName: "folder"), completion: .directory)
  var outputDir: String?

  func validate() throws { _ = try targets(Environment()) }

  /// `text, json` and `rows`
  static let names: (others: String, last: String) = {
    let names = ReportFormat.all.map(\.name)
    return (names.dropLast().joined(separator: ", "), names[names.count - 1])
  }()

  /// The files that a folder gets without being asked.
  private static let folderNames = ReportFormat.all.filter(\.isInFolder).map(\.fileName).joined(separator: ", ")

  /// What is asked for, with its place. At most one format goes to standard output.
  func targets(_ environment: Environment) throws -> [OutputTarget] {
    let folder = folder(environment)
    var asked = formats
    if asked.isEmpty, let variable = environment["FORMAT"] { asked = variable.split(separator: " ").map(String.init) }
    var targets = try asked.map { try OutputTarget(parsing: $0, folder: folder) }
    if targets.isEmpty {
      targets = [OutputTarget(format: .text, path: nil)]
      if let folder {
        targets += ReportFormat.all.filter(\.isInFolder).map {
          OutputTarget(format: $0, path: folder.appending($0.fileName.utf8))
        }
      }
    }
    if targets.count(where: { $0.path == nil }) > 1 {
      throw ValidationError(
        "only one format can go to standard output", help: "give the others a file, as in `-f json=result.json`")
    }
    if let target = targets.first(where: { $0.path == nil && $0.format.isBinary }), StandardOutput.isTerminal {
      throw ValidationError(
        "`\(target.format.name)` is no text, and a terminal can do nothing with it",
        help: "write `-f \(target.format.name)=FILE`"
      )
    }
    return targets
  }

  /// The folder that is asked for.
  func folder(_ environment: Environment) -> FilePath? {
    (outputDir ?? environment["OUTPUT_DIR"]).map { FilePath($0) }
  }

  /// Makes the folder where one is asked for.
  func makeFolder(_ environment: Environment) throws {
    guard let folder = folder(environment) else { return }
    do throws(SystemError) {
      try OutputFolder.make(folder)
    } catch {
      throw CommandFailure.notJudged(
        "cannot make the folder `\(folder.shown)`: \(error.reason)", help: "is there a file of that name?")
    }
  }
}

/// One output: a format and a file, or standard output.
struct OutputTarget: Equatable {
  var format: ReportFormat
  /// `nil` for standard output.
  var path: FilePath?

  /// Whether it holds everything that is known: a file for people does, what is shown does not.
  var isWhole: Bool { format.isWhole(inFile: path != nil) }

  init(format: ReportFormat, path: FilePath?) {
    self.format = format
    self.path = path
  }

  /// Reads `json`, `json=FILE` or `json=-`.
  init(parsing text: String, folder: FilePath?) throws {
    // By bytes: a name may begin with a mark that Unicode takes for a part of the sign before it.
    let parts = text.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard let format = ReportFormat.named(parts[0]) else {
      throw ValidationError(
        "`\(parts[0])` is no format of this version",
        help: "there are \(OutputFlags.names.others), \(OutputFlags.names.last)")
    }
    self.format = format
    guard parts.count == 2 else {
      path = folder.map { $0.appending(format.fileName.utf8) }
      return
    }
    if parts[1].isEmpty { throw ValidationError("`\(text)` names no file", help: "write `\(parts[0])=FILE`") }
    path = parts[1] == "-" ? nil : FilePath(parts[1])
  }
}
