import Foundation
import Testing

@testable import PolicyEngine

/// Every policy file of the repository can be read, and formatting keeps its tree and its comments.
@Suite struct RepositoryPoliciesTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let files: [String] = ["policies", "Benchmarks", "examples"].flatMap { folder -> [String] in
    let base = root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".policy") && !$0.contains(".build/") }.map { "\(folder)/\($0)" }.sorted()
  }

  @Test(arguments: files) func isReadAndFormatted(path: String) throws {
    let bytes = Array(try Data(contentsOf: Self.root.appendingPathComponent(path)))
    let source = SourceText(path: path, bytes: bytes)
    let before = Parser.parse([source])
    let shown = DiagnosticRenderer.render(before.diagnostics, sources: [source], color: false)
    try #require(before.diagnostics.isEmpty, "\(shown)")
    let once = try Formatter.format(source).get()
    #expect(!path.hasPrefix("policies/") || Array(once.utf8) == bytes, "`tilsyn policy format -i policies` lays it out")
    let after = Samples.parse(once)
    #expect(after.diagnostics == [])
    #expect(Samples.shape(before.program.items) == Samples.shape(after.items))
    #expect(try Formatter.format(SourceText(path: path, text: once)).get() == once)
    let comments = Parser.parseFile(source, file: 0).comments.map(\.text)
    #expect(Parser.parseFile(SourceText(path: path, text: once), file: 0).comments.map(\.text) == comments)
  }
}
