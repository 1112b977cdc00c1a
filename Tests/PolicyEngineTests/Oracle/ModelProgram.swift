import FactStore
import Foundation
import PolicyEngine
import TestSupport

/// A random program of the executable model, as `Tests/Scripts/model_bridge.py` prints it.
struct ModelProgram: Decodable {
  struct Verdict: Decodable {
    var member: [Int64]
    var verdict: String
  }

  var seed: Int
  var arity: [String: Int]
  var text: String
  var facts: [String: [[Int64?]]]
  var holes: [String: [[Int64?]]]
  var certain: [String: [[Int64?]]]
  var possible: [String: [[Int64?]]]
  var verdicts: [Verdict]

  /// Rows with `nil` for `*`.
  static func rows(_ rows: [[Int64?]]) -> Set<NaiveRow> {
    Set(rows.map { $0.map { $0.map { .value(.int($0)) } ?? .any } })
  }

  var schemas: SchemaSet {
    SchemaSet(
      arity.sorted { $0.key < $1.key }.map { name, arity in
        RelationSchema("m.\(name)", doc: "", columns: ["a", "b"].prefix(arity).map { ColumnSchema($0, .int) })
      })
  }

  var database: NaiveDatabase {
    NaiveDatabase(
      schemas: schemas,
      facts: Dictionary(uniqueKeysWithValues: facts.map { ("m.\($0)", Self.rows($1)) }),
      holes: Dictionary(uniqueKeysWithValues: holes.map { ("m.\($0)", Self.rows($1)) }))
  }

  // MARK: the bridge

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let model: URL = {
    let shared =
      ProcessInfo.processInfo.environment["TILSYN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    return shared.appendingPathComponent("model/certain_possible_bound.py")
  }()

  static let python: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { URL(fileURLWithPath: String($0)).appendingPathComponent("python3") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  static var isAvailable: Bool { python != nil && FileManager.default.fileExists(atPath: model.path) }

  /// The first programs of the model, evaluated by the model.
  static func load(_ count: Int) throws -> [ModelProgram] {
    let process = Process()
    process.executableURL = python
    process.arguments = [root.appendingPathComponent("Tests/Scripts/model_bridge.py").path, model.path, "\(count)"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([ModelProgram].self, from: data)
  }
}
