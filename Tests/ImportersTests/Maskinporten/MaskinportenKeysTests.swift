import FactStore
import FoundationEssentials
import Testing

@testable import ImportCore

/// Keys of clients, and what is no data.
struct MaskinportenKeysTests {
  private typealias Samples = MaskinportenSamples

  private static let now = "=maskinporten.client-keys,object=\(MaskinportenSamples.id),extracted_at=2026-11-20"
  private static let then = "=maskinporten.client-keys,object=\(MaskinportenSamples.id),extracted_at=2025-11-19"

  private func load(_ now: String, _ then: String? = nil, as context: String = now) throws -> LoadedSources {
    let files = ["c.json": "[\(Samples.client())]", "now.json": now].merging(then.map { ["then.json": $0] } ?? [:]) {
      $1
    }
    return try LoadingFolder(files).load(as: ["now.json\(context)"] + (then == nil ? [] : ["then.json\(Self.then)"]))
  }

  @Test func aKeyIsRead() throws {
    let loaded = try load(Samples.keys(Samples.key(), Samples.key("yZ4Hq8rVtd2LwPu7", "")))
    #expect(loaded.file("now.json").rejected == 0)
    #expect(loaded.facts("maskinporten.key_set").count == 1 && loaded.facts("maskinporten.key").count == 2)
    #expect(loaded.facts("maskinporten.key?expires").map { $0.suffix(10) } == ["2026-11-28"])
    #expect(loaded.holes("maskinporten.key?expires").count == 1 && loaded.holes("maskinporten.key").isEmpty)
    #expect(loaded.facts("maskinporten.key_on").allSatisfy { $0.hasPrefix(Samples.id) && $0.hasSuffix("2026-11-20") })
  }

  /// One number is one key, however it is written.
  @Test(
    arguments: [
      ("-_8AAAAA", "+/8AAAAA", true), ("-_8AAAAA", "-_8AAAAA==", true), ("-_8AAAAA", "AAAA-_8AAAAA", true),
      ("-_8AAAAA", "-_8AAAAB", false), ("-_8AAAAA", "-_8AAA", false),
    ]) func oneNumberIsOneKey(_ keys: (one: String, two: String, isOne: Bool)) throws
  {
    let loaded = try load(Samples.keys(Samples.key(keys.one), Samples.key(keys.two)))
    let digests = Set(loaded.facts("maskinporten.key?digest").map { $0.split(separator: "|").last! })
    #expect(digests.count == (keys.isOne ? 1 : 2))
  }

  @Test(
    arguments: [
      #""exp":"snart""#, #""exp":1795824000000"#, #""exp":-1"#, #""exp":null"#, #""exp":true"#,
    ]) func anEndThatIsNone(_ field: String) throws
  {
    let loaded = try load(Samples.keys(Samples.key("u1SU1LfVLPHCozMx", ",\(field)")))
    #expect(loaded.facts("maskinporten.key?expires").isEmpty && loaded.holes("maskinporten.key?expires").count == 1)
  }

  /// A key without its number may be any, and something that is none may have been one.
  @Test(arguments: [#"{"kid":"k","kty":"RSA"}"#, #"{"kid":"k","kty":"EC","x":"a b!","y":"AQAB"}"#, "7", "{}", "null"])
  func aKeyThatCannotBeRead(_ key: String) throws {
    let loaded = try load(Samples.keys(key))
    #expect(loaded.holes("maskinporten.key_on").contains { $0.hasPrefix("\(Samples.id) | * | 2026-11-20") })
    #expect(!loaded.holes("maskinporten.key").isEmpty || !loaded.holes("maskinporten.key?digest").isEmpty)
  }

  /// Nothing in the answer says whose keys they are.
  @Test(
    arguments: [
      (",object=\(MaskinportenSamples.id)", true),
      (",query=GET https://x.example/clients/\(MaskinportenSamples.id)/jwks", true),
      (",object=\(MaskinportenSamples.id),query=/clients/\(MaskinportenSamples.other)/jwks", false), ("", false),
      (",query=GET https://x.example/clients", false),
    ]) func whoseKeys(_ said: (context: String, isKnown: Bool)) throws
  {
    let loaded = try load(
      Samples.keys(Samples.key()), as: "=maskinporten.client-keys,extracted_at=2026-11-20\(said.context)")
    #expect(loaded.facts("maskinporten.key_set").isEmpty != said.isKnown)
    #expect(loaded.holes("maskinporten.key_set").contains { $0.contains("| *") } != said.isKnown)
    #expect(loaded.holes("maskinporten.key").isEmpty == said.isKnown)
  }

  /// The later export has what the client has; the earlier one is history, and its age makes nothing unknown.
  @Test func theLaterExportHolds() throws {
    let loaded = try load(Samples.keys(Samples.key("yZ4Hq8rVtd2LwPu7")), Samples.keys(Samples.key()))
    #expect(loaded.file("then.json").kind == "maskinporten.earlier-client-keys")
    #expect(loaded.facts("maskinporten.key").count == 1 && loaded.facts("maskinporten.key_on").count == 2)
    for relation in ["key_set", "key", "key_set_on", "key_on"] {
      #expect(loaded.holes("maskinporten.\(relation)").isEmpty, "\(relation)")
    }
  }

  /// An answer with one key shows that there may be more.
  @Test func oneKeyAlone() throws {
    let loaded = try load(Samples.key(), as: "=maskinporten.client-key,object=\(Samples.id),extracted_at=2026-11-20")
    #expect(loaded.facts("maskinporten.key").count == 1 && !loaded.holes("maskinporten.key").isEmpty)
  }

  private static let others: [(text: String, kind: String?)] = [
    (#"[{"name":"Altinn","issuer":"https://altinn.example","active":true}]"#, "maskinporten.delegation-sources"),
    (#"{"clients":[],"scopes":[]}"#, nil), (MaskinportenSamples.keys(), "maskinporten.client-keys"),
    (MaskinportenSamples.key(), "maskinporten.client-key"), ("[\(MaskinportenSamples.scope())]", "maskinporten.scopes"),
    ("[\(MaskinportenSamples.access())]", "maskinporten.accesses"),
    (
      #"[{"onbehalfof":"x","display_name":"X","orgno":"310000006","url":"https://x.example"}]"#,
      "maskinporten.on-behalf-of"
    ),
  ]

  @Test(arguments: others.indices) func whatAnAnswerIs(_ index: Int) throws {
    let loaded = try LoadingFolder(["a.json": Self.others[index].text]).load()
    #expect(loaded.files[0].kind == Self.others[index].kind)
  }

  /// Private parts and secrets are in nothing that is kept.
  @Test func secretsAreNotKept() throws {
    let secret = "KANARI4711kanari4711kanari4711"
    let text = try load(Samples.keys(Samples.key("u1SU1LfVLPHCozMx", #","d":"\#(secret)","p":"\#(secret)""#))).text
    let client = try LoadingFolder(["a.json": "[\(Samples.client(Samples.id, ["client_secret": "\"\(secret)\""]))]"])
      .load()
    #expect(!text.contains(secret) && !text.contains("u1SU1LfVLPHCozMx") && !client.text.contains(secret))
  }

  @Test func theSamplesAreRead() throws {
    let root = ProcessInfo.processInfo.environment["TILSYN_SHARED"] ?? "../shared"
    let folder = "\(root)/data/hr-and-api-manager-samples/maskinporten"
    guard FileManager.default.fileExists(atPath: folder) else {
      print("no samples of Maskinporten in \(folder): not tried")
      return
    }
    let target = try LoadingFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try target.write(name, Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
    }
    let loaded = try target.load()
    #expect(loaded.files.allSatisfy { $0.kind?.hasPrefix("maskinporten.") == true })
    for file in loaded.files where file.rejected > 0 {
      #expect(file.problems.allSatisfy { $0.line > 0 }, "\(file.path)")
    }
    #expect(!loaded.text.contains("EKSEMPEL-5dQ8"))
  }
}
