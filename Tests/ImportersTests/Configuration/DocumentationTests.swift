import FoundationEssentials
import Importers
import Testing

@testable import ImportCore

/// The examples of docs/importing.md are what the readers take.
@Suite struct DocumentationTests {
  private func blocks() throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "docs/importing.md"))
    let parts = String(decoding: data, as: UTF8.self).split(separator: "```yaml\n").dropFirst()
    return parts.compactMap { part in part.split(separator: "\n```").first.map { String($0) + "\n" } }
  }

  @Test func theExamplesAreRead() throws {
    let blocks = try blocks()
    #expect(blocks.count == 2)
    // The mapping file that it names is not there.
    let lines = blocks[0].split(separator: "\n").filter { !$0.hasPrefix("mappings:") }
    let configuration = try Configuration.read(Array(lines.joined(separator: "\n").utf8), path: "tilsyn.yaml", .all)
    #expect(configuration.sources.count == 2)
    #expect(configuration.expectations.count == 1)
    let mapping = try Mapping.read(Array(blocks[1].utf8), path: "m.yaml", .all)
    #expect(mapping.relations.map(\.name) == ["shop.right", "shop.account"])
    #expect(mapping.files.map(\.facts.count) == [2, 1])
  }

  @Test func everyRelationSaysWhatItIsAndHowToGetIt() {
    for relation in Registry.all.schemas {
      #expect(!relation.doc.isEmpty && !relation.obtain.isEmpty)
      #expect(relation.columns.allSatisfy { !$0.doc.isEmpty })
      #expect(relation.key.allSatisfy { key in relation.columns.contains { $0.name == key && !$0.isOptional } })
    }
    #expect(Registry.all.kinds.allSatisfy { !Registry.all.relations(ofKind: $0).isEmpty })
    let documents: Set = ["kitos.document", "kitos.document_with_credentials", "dfo.document"]
    // No system exports these: the organisation fills them by a mapping of its own.
    let mapped: Set = ["altinn.role_period"]
    // Said of what is loaded, by whoever loads it.
    let own: Set = ["system.loaded", "export.document", "export.secret", "export.placeholder", "duties.kept"]
    let filled = Set(Registry.all.kinds.flatMap(Registry.all.relations)).union(documents).union(mapped).union(own)
    #expect(filled == Set(Registry.all.schemas.map(\.name)))
  }
}
