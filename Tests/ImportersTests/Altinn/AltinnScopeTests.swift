import Testing

@testable import Importers

/// An answer of one organisation says nothing of another.
struct AltinnScopeTests {
  static let own =
    #"{"id":"11111111-aaaa-4aaa-8aaa-000000000001","type":"Organisasjon","organizationIdentifier":"310000001","isDeleted":false}"#
  static let text =
    #"[{"package":{"urn":"urn:altinn:accesspackage:a"},"permissions":[{"from":\#(own),"to":{"id":"11111111-aaaa-4aaa-8aaa-000000000002","type":"Person"},"role":{"code":"rettighetshaver"}}]}]"#

  /// What the configuration says of the answer and of another source, and who is missing for it.
  @Test(
    arguments: [
      ("", "", []), ("", ",organisation=310000009", ["310000009"]), ("", ",organisation=310000001", []),
      (",query=from=310000001", ",organisation=310000009", ["310000009"]),
      (",query=from=310000001&to=310000005", ",organisation=310000001", ["310000001"]),
    ] as [(String, String, [String])])
  func othersAreMissing(_ answer: String, _ other: String, _ missing: [String]) throws {
    let loaded = try LoadingFolder.load(
      ["a.json": Self.text, "b.json": "[]"],
      as: ["a.json=altinn.package-permissions\(answer)", "b.json=altinn.system-users\(other)"])
    let holes = loaded.holes("altinn.given_package").filter { $0.contains("context") }
    #expect(holes.count == missing.count, "\(holes)")
    for name in missing { #expect(holes.contains { $0.hasPrefix(name) }) }
  }
}
