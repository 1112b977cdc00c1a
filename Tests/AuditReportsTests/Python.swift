import Foundation

/// A Python that can validate JSON Schema, where the machine has one.
enum Python {
  /// The first of the project's own environment and the machine's that can import `jsonschema`.
  static var withJSONSchema: String? {
    let own = SchemaTests.schema.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: ".venv/bin/python3").path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let machine = path.split(separator: ":").map { "\($0)/python3" }
    return ([own] + machine).first {
      FileManager.default.isExecutableFile(atPath: $0)
        && (try? run($0, ["-c", "import jsonschema; jsonschema.Draft202012Validator; print(1)"])) == "1\n"
    }
  }

  /// Standard output of a run; standard error is dropped.
  static func run(_ python: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
