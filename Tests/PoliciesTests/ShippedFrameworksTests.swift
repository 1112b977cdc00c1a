import Audit
import Formats
import Foundation
import Frameworks
import Testing

@testable import PolicyEngine

/// The frameworks of the repository, held against its policies.
struct ShippedFrameworksTests {
  private static let root = ShippedPoliciesTests.folder.deletingLastPathComponent()

  private static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "frameworks").path).sorted()) ?? []

  private static func load(_ name: String) throws -> FrameworkFile {
    try FrameworkFile.load(FilePath(root.appending(path: "frameworks/\(name)").path), shown: "frameworks/\(name)")
  }

  private static var catalogue: PolicyCatalogue {
    get throws {
      let (program, _) = Parser.parse(
        try ShippedPoliciesTests.files.map { path in
          SourceText(
            path: path, bytes: Array(try Data(contentsOf: ShippedPoliciesTests.folder.appending(path: path))))
        })
      return PolicyCatalogue(
        program.items.compactMap { item in
          if case .policy(let policy) = item { policy } else { nil }
        })
    }
  }

  @Test func theyAreThere() {
    #expect(
      Self.names == [
        "cis-8.1.yaml", "datatilsynet-dk.yaml", "digitalsikkerhetsloven-no.yaml", "gdpr.yaml", "iso27001-2022.yaml",
        "nis2-loven-dk.yaml", "nis2.yaml", "nsm-grunnprinsipper.yaml",
      ])
  }

  @Test(arguments: names) func everyOneIsWhole(_ name: String) throws {
    let file = try Self.load(name)
    let framework = file.framework
    #expect(framework.id + ".yaml" == name)
    #expect(file.problems(among: try Self.catalogue).map(\.description) == [])
    let texts = [framework.title] + framework.controls.map(\.title)
    for text in texts { #expect(text.languages == ["en", "da", "nb"], "\(text.text(in: "en"))") }
    #expect(![framework.publisher, framework.edition, framework.source].contains(""))
    #expect(framework.source.hasPrefix("https://"))
    let titles = framework.controls.map { $0.title.text(in: "en") }
    #expect(Set(titles).count == titles.count && titles.allSatisfy { $0.count <= 100 })
  }

  /// Each says something of some control, and names neighbours of which no policy says anything.
  @Test(arguments: names) func everyOneHasBoth(_ name: String) throws {
    let (framework, catalogue) = (try Self.load(name).framework, try Self.catalogue)
    let bare = framework.controls.filter { catalogue.bearing(on: $0, of: framework).isEmpty }
    #expect(!bare.isEmpty && bare.count < framework.controls.count)
  }

  /// Whatever control a policy names stands in some framework, under its prefix.
  @Test func everyControlThatAPolicyNamesIsKnown() throws {
    let named = Set(
      try Self.names.flatMap { name in
        let framework = try Self.load(name).framework
        return framework.controls.compactMap { framework.name(of: $0) }
      })
    let unknown = try Self.catalogue.controls.filter { !named.contains($0) }
    #expect(unknown == [])
    #expect(try Self.catalogue.controls.count > 15 && !named.contains("iso27001:2022/A.5.99"))
  }
}
