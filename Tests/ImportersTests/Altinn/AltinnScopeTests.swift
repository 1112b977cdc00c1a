import Testing

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

  // MARK: Clients

  static let uuids = (1...3).map { "11111111-aaaa-4aaa-8aaa-0000000000a\($0)" }
  static let access = #"[{"role":{"code":"regnskapsforer"},"packages":[{"urn":"urn:altinn:accesspackage:a"}]}]"#
  /// A supplier's list of its people.
  static func agents(_ people: [String]) -> String {
    let rows = people.map { #"{"agent":{"id":"\#($0)","type":"Person"},"access":\#(access)}"# }
    return "[\(rows.joined(separator: ","))]"
  }
  /// What one of them sees.
  static let mine =
    #"[{"provider":\#(own),"clients":[{"client":{"id":"11111111-aaaa-4aaa-8aaa-0000000000c1","organizationIdentifier":"310000094"},"access":\#(access)}]}]"#

  /// Which of a supplier's people are listed and asked, and whose clients are open.
  @Test(
    arguments: [
      ([], [0], ["*"]), ([], [0, 1], ["*"]), ([0], [0], []), ([0, 1], [0], [uuids[1]]), ([0, 1], [0, 1], []),
      ([0, 1, 2], [1], [uuids[0], uuids[2]]), ([1], [0], [uuids[1]]), ([1], [], [uuids[1]]),
    ] as [([Int], [Int], [String])])
  func onePersonsClientsSayNothingOfTheOthers(_ listed: [Int], _ asked: [Int], _ open: [String]) throws {
    var files = ["x.json": "[]"]
    var overrides = ["x.json=altinn.system-users,organisation=310000001"]
    if !listed.isEmpty {
      files["people.json"] = Self.agents(listed.map { Self.uuids[$0] })
      overrides.append("people.json=altinn.agents,organisation=310000001")
    }
    for person in asked {
      files["mine-\(person).json"] = Self.mine
      overrides.append("mine-\(person).json=altinn.my-clients,user=\(Self.uuids[person])")
    }
    let holes = try LoadingFolder.load(files, as: overrides).holes("altinn.client_delegation")
    #expect(holes.count == open.count, "\(holes)")
    for agent in open { #expect(holes.contains { $0.hasPrefix("* | 310000001 | \(agent)") }, "\(holes)") }
  }
}
