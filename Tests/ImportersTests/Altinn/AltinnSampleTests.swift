import Foundation
import Importers
import Testing

@testable import ImportAltinn
@testable import ImportCore

/// Payloads of Altinn's own tests, where they are at hand.
struct AltinnSampleTests {
  static let folder: String? = {
    let shared = ProcessInfo.processInfo.environment["TILSYN_SHARED"] ?? "../shared"
    let path = shared + "/data/altinn-samples"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  @Test(.enabled(if: folder != nil, "no altinn-samples beside the checkout"))
  func everyDocumentIsKnownOrSaysWhyNot() throws {
    let loaded = try Loader(configuration: Configuration(.all), asOf: .init("2026-11-20")!).load([Self.folder!])
    var kinds: Set<String> = []
    for file in loaded.files {
      if let kind = file.kind {
        kinds.insert(kind)
      } else {
        #expect(!file.problems.isEmpty, "\(file.path) says nothing")
      }
    }
    // Each kind of delegation, party, system, resource and metadata that the samples hold.
    let expected: [AltinnKind] = [
      .packages, .roles, .legacyRoles, .resources, .packagePermissions, .instancePermissions, .rolePermissions,
      .connections, .roleAssignments, .delegationChanges, .rightsDelegations, .schemaDelegations, .authorisedParties,
      .parties, .requests, .systemUsers, .agentClients, .clients, .agents, .myClients,
    ]
    for kind in expected { #expect(kinds.contains(kind.rawValue), "\(kind.rawValue)") }
    #expect(kinds.isSuperset(of: ["er.roles", "er.units", "altinn.policy"]))
    // What Foundation cannot read is named as broken or as no JSON.
    for file in loaded.files where file.path.hasSuffix(".json") && file.kind != nil {
      let data = try Data(contentsOf: URL(filePath: Self.folder! + "/" + file.path))
      let isJSON = (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) != nil
      if !isJSON { #expect(!file.problems.isEmpty, "\(file.path) is broken") }
    }
  }
}
