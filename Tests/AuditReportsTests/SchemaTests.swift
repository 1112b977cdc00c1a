import Audit
import AuditReports
import Foundation
import PolicyEngine
import Testing

/// Every result is valid against the published schema: asked of a validator where there is one, and of this file always.
struct SchemaTests {
  static let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "schemas/tilsyn.result-1.schema.json")

  static let results: [(String, AuditResult)] = [
    ("mixed", Samples.mixed), ("passing", Samples.passing), ("large", Samples.large(findings: 1200)),
    ("empty", Samples.result(policies: [], findings: [], sources: [])),
  ]

  @Test func structure() throws {
    let schema = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema)) as? [String: Any])
    let check = MiniSchema(root: schema)
    for (name, result) in Self.results {
      let json = try Render.parsed(Render.json(result))
      #expect(check.errors(json) == [], "\(name)")
    }
    var broken = try Render.parsed(Render.json(Samples.mixed))
    broken["exit"] = 3
    broken["extra"] = true
    broken["counts"] = nil
    broken["as_of"] = 20_261_120
    #expect(check.errors(broken).count == 4, "the check itself finds faults")
  }

  @Test func validator() throws {
    guard let python = Python.withJSONSchema else {
      print("skipped: python3 with `jsonschema` is not installed, so results were checked by structure only")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "tilsyn-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, result) in Self.results {
      try Data(Render.json(result).utf8).write(to: folder.appending(path: "\(name).json"))
    }
    var broken = try Render.parsed(Render.json(Samples.passing))
    broken["exit"] = 3
    try JSONSerialization.data(withJSONObject: broken).write(to: folder.appending(path: "broken.json"))
    let script = """
      import json, pathlib, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for path in sorted(pathlib.Path(sys.argv[2]).glob("*.json")):
          errors = [e.json_path for e in validator.iter_errors(json.load(open(path)))]
          print(path.stem, len(errors), *errors[:3])
      """
    let output = try Python.run(python, ["-c", script, Self.schema.path, folder.path])
    #expect(output == "broken 1 $.exit\nempty 0\nlarge 0\nmixed 0\npassing 0\n")
  }
}
