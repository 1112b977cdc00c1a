import FactStore
import Testing

@testable import ImportCore

/// Secrets in definitions: told by place and name, and never kept.
struct GraviteeSecretTests {
  private static let canary = "KANARI-7f3a9c21b-KANARI"

  /// Each place where secrets sit, as the field of an export, and what `gravitee.secret` says of it.
  private static let places: [(field: String, value: String, row: String)] = [
    ("metadata", #"[{"key":"dfo-ansatt","name":"DFØ ansatt","format":"STRING","value":"@"}]"#, "metadata | dfo-ansatt"),
    ("metadata", #"[{"key":"x","name":"API key","format":"STRING","value":"@"}]"#, "metadata | x"),
    ("properties", #"[{"key":"dfo-client-secret","value":"@","encrypted":false}]"#, "properties | dfo-client-secret"),
    ("properties", #"[{"key":"plain","value":"@"}]"#, "properties | plain"),
    ("properties", #"{"password":"@"}"#, "properties | password"),
    ("resources", #"[{"name":"r","configuration":{"clientSecret":"@"}}]"#, "resources | clientSecret"),
    (
      "paths", #"{"/":[{"policy-http-callout":{"headers":[{"name":"X-Gravitee-Api-Key","value":"@"}]}}]}"#,
      "policies | X-Gravitee-Api-Key"
    ),
    ("paths", #"{"/":[{"policy-generate-jwt":{"keyResolver":"INLINE","content":"@"}}]}"#, "policies | content"),
    ("paths", #"{"/":[{"policy-http-callout":{"body":"grant_type=x&client_secret=@"}}]}"#, "policies | body"),
    (
      "paths", #"{"/":[{"policy-basic-authentication":{"users":[{"username":"u","password":"@"}]}}]}"#,
      "policies | password"
    ),
    (
      "proxy",
      #"{"groups":[{"name":"g","endpoints":[{"name":"e","target":"https://x.example","headers":[{"name":"Authorization","value":"Basic @"}]}]}]}"#,
      "endpoints | Authorization"
    ),
    (
      "proxy", #"{"groups":[{"name":"g","endpoints":[{"name":"e","target":"https://u:@@x.example/"}]}]}"#,
      "endpoints | target"
    ),
    (
      "proxy", #"{"groups":[{"name":"g","endpoints":[{"name":"e","ssl":{"keyStore":{"password":"@"}}}]}]}"#,
      "endpoints | password"
    ),
    (
      "services", #"{"dynamic-property":{"configuration":{"headers":[{"name":"Authorization","value":"@"}]}}}"#,
      "services | Authorization"
    ),
    ("pages", #"[{"name":"p","source":{"configuration":{"personalAccessToken":"@"}}}]"#, "pages | personalAccessToken"),
  ]

  @Test(arguments: places.indices) func eachPlaceIsToldAndNothingIsKept(_ index: Int) throws {
    let place = Self.places[index]
    // The last sign of an address with a password stays.
    let value = place.value.replacing("@@", with: "\u{1}").replacing("@", with: Self.canary)
      .replacing("\u{1}", with: "\(Self.canary)@")
    let loaded = try LoadingFolder(["a.json": GraviteeSamples.export(["flows": nil, place.field: value])]).load()
    #expect(loaded.facts("gravitee.secret") == ["a-1 | \(place.row)"])
    #expect(!loaded.text.contains("KANARI"))
  }

  private static let harmless: [(field: String, value: String)] = [
    ("metadata", #"[{"key":"email-support","format":"MAIL","value":"${(api.primaryOwner.email)!''}"}]"#),
    ("metadata", #"[{"key":"team","format":"STRING","value":"integrasjon"}]"#),
    ("properties", #"[{"key":"secret","value":"abcdef0123456789abcdef","encrypted":true}]"#),
    ("properties", #"[{"key":"secret","value":""}]"#),
    ("properties", #"[{"key":"secret","value":"secret://vault/x"}]"#),
    ("properties", ##"[{"key":"secret","value":"{#dictionaries['x']}"}]"##),
    (
      "paths",
      ##"{"/":[{"transform-headers":{"addHeaders":[{"name":"Authorization","value":"Bearer {#context.attributes['t']}"}]}}]}"##
    ),
    (
      "paths",
      ##"{"/":[{"policy-http-callout":{"headers":[{"name":"X-Gravitee-Api-Key","value":""}],"body":"client_secret={#properties['x']}"}}]}"##
    ),
  ]

  @Test(arguments: harmless.indices) func whatIsNoSecretIsNone(_ index: Int) throws {
    let (field, value) = Self.harmless[index]
    let loaded = try LoadingFolder(["a.json": GraviteeSamples.export(["flows": nil, field: value])]).load()
    #expect(loaded.facts("gravitee.secret") == [])
    #expect(!loaded.holes("gravitee.secret").contains { $0.hasPrefix("a-1") })
  }

  @Test func whatWasNotExportedMayHoldOne() throws {
    let loaded = try LoadingFolder(["a.json": GraviteeSamples.export(["metadata": nil])]).load()
    #expect(loaded.holes("gravitee.secret").contains { $0.hasPrefix("a-1 | metadata") })
  }
}
