import FactStore
import Foundation
import ImportCore
import Importers
import Testing

@testable import PolicyEngine

/// Every policy of the repository passes every check, the lint of shipped packs included.
@Suite struct ShippedPoliciesTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("policies")

  static let files: [String] =
    FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    .filter { $0.hasSuffix(".policy") }.sorted() ?? []

  @Test(.enabled(if: !files.isEmpty, "the repository has no policies yet"))
  func allCheck() throws {
    let sources = try Self.files.map { path in
      SourceText(path: path, bytes: Array(try Data(contentsOf: Self.folder.appendingPathComponent(path))))
    }
    let (program, parsing) = Parser.parse(sources)
    let found = parsing + Checker.check(program, schemas: SchemaSet(Registry.all.schemas), shipped: true).diagnostics
    let text = DiagnosticRenderer.render(found, sources: sources, color: false)
    #expect(found.isEmpty, "\(text)")
  }
}
