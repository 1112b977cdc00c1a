import FactStore
import FoundationEssentials
import Testing

@testable import ImportCore

/// The dialects of Gravitee are told apart before they are read.
struct GraviteeRecognitionTests {
  private static let documents: [(kind: String, text: String)] = [
    ("gravitee.api-export", GraviteeSamples.export()),
    ("gravitee.api-export", GraviteeSamples.export(["gravitee": nil, "flows": nil, "paths": #"{"/":[]}"#])),
    ("gravitee.api-export", GraviteeSamples.export(["members": nil, "primaryOwner": nil, "groups": nil])),
    ("gravitee.api-export", GraviteeSamples.envelope),
    (
      "gravitee.template",
      GraviteeSamples.export(["members": nil, "primaryOwner": nil, "groups": nil, "crossId": nil, "id": nil])
    ),
    (
      "gravitee.template",
      GraviteeSamples.export(["members": nil, "primaryOwner": nil, "groups": nil, "crossId": nil])
    ),
    ("gravitee.definition", #"{"id":"a","name":"x","gravitee":"4.0.0","listeners":[],"plans":{"K":{"name":"K"}}}"#),
    ("gravitee.definition", #"{"hrid":"a","name":"x","listeners":[],"endpointGroups":[],"plans":[]}"#),
    ("gravitee.definition", #"{"id":"a","name":"x","proxy":{"endpoints":[]},"paths":{"/*":[]}}"#),
    ("gravitee.subscriptions", GraviteeSamples.page([GraviteeSamples.subscription()])),
    (
      "gravitee.subscriptions",
      #"[{"id":"s","api":"a","plan":"p","application":"b","status":"ACCEPTED","request":"x","processed_by":"u"}]"#
    ),
    ("gravitee.api-keys", "[\(GraviteeSamples.key())]"),
    ("gravitee.api-keys", GraviteeSamples.page([GraviteeSamples.key(["key": nil])])),
    ("gravitee.applications", "[\(GraviteeSamples.application())]"),
    (
      "gravitee.applications",
      #"{"data":[\#(GraviteeSamples.application())],"page":{"current":1,"per_page":10,"size":1,"total_pages":1,"total_elements":1}}"#
    ),
    (
      "gravitee.apis",
      #"[{"id":"a","name":"x","version":"1","visibility":"public","state":"started","owner":{"id":"u","type":"USER"}}]"#
    ),
    (
      "gravitee.apis",
      GraviteeSamples.page([
        #"{"id":"a","name":"x","apiVersion":"1","definitionVersion":"V4","listeners":[],"primaryOwner":{"id":"u","type":"USER"},"links":{}}"#
      ])
    ),
    (
      "gravitee.members",
      GraviteeSamples.page([#"{"id":"u","displayName":"Kari","roles":[{"name":"USER","scope":"API"}]}"#])
    ),
    ("gravitee.members", #"[{"id":"u","displayName":"Kari","role":"OWNER"}]"#),
    (
      "gravitee.users",
      #"[{"id":"u","displayName":"Kari","source":"feide","sourceId":"k","status":"ACTIVE","lastConnectionAt":1}]"#
    ),
    ("gravitee.groups", #"[{"id":"g","name":"HR","roles":{"API":"OWNER"},"event_rules":[],"lock_api_role":false}]"#),
    ("gravitee.roles", GraviteeSamples.roles),
    ("gravitee.plans", GraviteeSamples.page([GraviteeSamples.plan(["apiId": #""a-1""#])])),
    ("gravitee.tokens", #"[{"id":"t","name":"ci","created_at":1,"last_use_at":2}]"#),
    (
      "gravitee.database",
      #"[{"id":"s","plan":"p","application":"a","status":"PENDING","environmentId":"D","referenceType":"API","referenceId":"x","request":"y"}]"#
    ),
    ("gravitee.database", #"[{"id":"m","memberId":"u","referenceId":"a","referenceType":"API","roleId":"r"}]"#),
    ("gravitee.database", #"[{"id":"a","definition":"{}","lifecycleState":"STARTED","environmentId":"D"}]"#),
    ("gravitee.automation", #"{"hrid":"s","applicationHrid":"a","planHrid":"p"}"#),
    ("gravitee.kubernetes", #"{"id":"g","name":"x","notifyMembers":false,"members":[]}"#),
  ]

  @Test(arguments: documents.indices) func dialectsAreToldApart(_ index: Int) throws {
    let loaded = try LoadingFolder(["a.json": Self.documents[index].text]).load()
    #expect(loaded.files[0].kind == Self.documents[index].kind)
    let isRead = !["gravitee.database", "gravitee.automation", "gravitee.kubernetes"].contains(
      Self.documents[index].kind)
    #expect((loaded.files[0].used == 1 || loaded.files[0].used == 2) == isRead)
    if !isRead {
      #expect(loaded.files[0].outOfScope == 1)
      #expect(loaded.files[0].notes.contains { $0.english.contains("no export") })
    }
  }

  @Test func anEmptyListIsNamed() throws {
    let loaded = try LoadingFolder(["a.json": GraviteeSamples.page([])]).load()
    #expect(loaded.files[0].problems.contains { $0.message.contains("an empty list as Gravitee answers") })
  }

  @Test func theSamplesAreReadOrNamed() throws {
    let root = ProcessInfo.processInfo.environment["TILSYN_SHARED"] ?? "../shared"
    var tried = 0
    for folder in ["gravitee", "intark"].map({ "\(root)/data/hr-and-api-manager-samples/\($0)" }) {
      guard FileManager.default.fileExists(atPath: folder) else {
        print("no samples of Gravitee in \(folder): not tried")
        continue
      }
      let target = try LoadingFolder()
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        try target.write(name, Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
      }
      for file in try target.load().files {
        tried += 1
        #expect(file.kind?.hasPrefix("gravitee.") == true, "\(file.path)")
        #expect(file.rejected == 0 && file.records > 0, "\(file.path)")
        let isDatabase = file.path.contains("repository-")
        #expect((file.kind == "gravitee.database") == isDatabase, "\(file.path)")
        if folder.hasSuffix("intark") { #expect(file.kind == "gravitee.template", "\(file.path)") }
      }
    }
    #expect(tried == 0 || tried >= 105)
  }
}
