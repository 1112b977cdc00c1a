import Foundation

/// One run of the built program.
struct CommandRun {
  var exitCode: Int32
  var output: String
  var errors: String

  /// Runs `tilsyn` with these arguments and nothing of the environment but what is given.
  static func tilsyn(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil, program: URL? = nil
  ) throws -> CommandRun {
    try run(program ?? binary, arguments, environment: environment, in: folder)
  }

  /// Runs a line as a reader types it, at the root of the repository.
  static func shell(_ line: String) throws -> CommandRun {
    try run(URL(filePath: "/bin/sh"), ["-c", line], environment: [:], in: repository)
  }

  /// Runs a line that needs more than every shell can: names as bytes.
  static func bash(_ line: String) throws -> CommandRun {
    try run(URL(filePath: "/bin/bash"), ["-c", line], environment: [:], in: repository)
  }

  private static func run(
    _ program: URL, _ arguments: [String], environment: [String: String], in folder: URL?
  ) throws -> CommandRun {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    var variables = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    // The options of a sanitizer say where its reports go, and with which code they end the program.
    for name in ["LD_LIBRARY_PATH", "HOME", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    process.environment = variables.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    // Files, not pipes: a full pipe that nobody reads would stop the program.
    let scratch = try Scratch()
    let (outputFile, errorFile) = (scratch.path("out"), scratch.path("err"))
    for name in ["out", "err"] { try scratch.write("", to: name) }
    process.standardOutput = FileHandle(forWritingAtPath: outputFile)
    process.standardError = FileHandle(forWritingAtPath: errorFile)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let signalled = process.terminationReason == .uncaughtSignal
    return CommandRun(
      exitCode: signalled ? 128 + process.terminationStatus : process.terminationStatus,
      output: try contents(of: outputFile), errors: try contents(of: errorFile))
  }

  /// By a handle: `Data(contentsOf:)` leaks a page for each file that is empty.
  private static func contents(of path: String) throws -> String {
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
  }

  /// The program that was built together with these tests: it lies beside them.
  static let binary: URL = {
    let tests =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "tilsyn")
  }()

  /// The repository that these tests stand in.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

/// A folder of its own for one test, removed when it is let go.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tilsyn-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] }
}
