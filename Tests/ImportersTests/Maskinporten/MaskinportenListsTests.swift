import FactStore
import Testing

@testable import ImportCore

/// Clients, scopes and accesses of Maskinporten.
struct MaskinportenListsTests {
  private typealias Samples = MaskinportenSamples

  private func load(_ records: String..., as context: String = "") throws -> LoadedSources {
    try LoadingFolder(["a.json": "[\(records.joined(separator: ","))]"]).load(
      as: context.isEmpty ? [] : ["a.json\(context)"])
  }

  @Test func aClientIsRead() throws {
    let loaded = try load(
      Samples.client(), Samples.client(Samples.other.uppercased(), ["supplier_orgno": #""310 000 005""#]))
    #expect(loaded.files[0].kind == "maskinporten.clients" && loaded.files[0].rejected == 0)
    #expect(loaded.facts("maskinporten.client") == [Samples.id, Samples.other])
    #expect(loaded.facts("maskinporten.client?supplier") == ["\(Samples.other) | 310000005"])
    #expect(loaded.facts("maskinporten.client?register").first == "\(Samples.id) | unsaid")
    #expect(
      loaded.facts("maskinporten.client_scope").first
        == "\(Samples.id) | dfo:ansatte | dfo | \(Samples.id) dfo:ansatte")
    #expect(loaded.facts("maskinporten.list_owner") == ["310000001"])
    for relation in ["client", "client?active", "client_scope", "client_on_behalf_of", "list_owner"] {
      #expect(loaded.holes("maskinporten.\(relation)").isEmpty, "\(relation)")
    }
  }

  /// What says nothing is not taken for anything.
  @Test(
    arguments: [
      ("token_endpoint_auth_method", nil, "client?auth"), ("token_endpoint_auth_method", "null", "client?auth"),
      ("token_endpoint_auth_method", #""noe""#, "client?auth"), ("token_endpoint_auth_method", "7", "client?auth"),
      ("integration_type", #""maskin""#, "client?type"), ("active", "null", "client?active"),
      ("active", #""ja""#, "client?active"), ("supplier_orgno", #""""#, "client?supplier"),
      ("scopes", nil, "client_scope"), ("scopes", "null", "client_scope"), ("scopes", #""dfo:x""#, "client_scope"),
      ("scopes", #"["dfo:x",7]"#, "client_scope"), ("onbehalfof", nil, "client_on_behalf_of"),
      ("onbehalfof", "null", "client_on_behalf_of"), ("onbehalfof", "[{}]", "client_on_behalf_of"),
    ] as [(String, String?, String)]) func aFieldThatSaysNothingIsAHole(
      _ dirt: (key: String, value: String?, hole: String)
    ) throws
  {
    let loaded = try load(Samples.client(Samples.id, [dirt.key: dirt.value]), Samples.client(Samples.other))
    let holes = loaded.holes("maskinporten.\(dirt.hole)")
    #expect(holes.count == 1 && holes[0].hasPrefix(Samples.id), "\(holes)")
    #expect(loaded.facts("maskinporten.client") == [Samples.id, Samples.other])
  }

  /// Older answers have no `active`, and list active ones only unless they are asked for the others.
  @Test(arguments: [
    ("", false), (",query=GET /clients", false), (",query=https://api.samarbeid.digdir.no/clients?inactive=true", true),
  ]) func activityThatIsLeftOut(_ asked: (context: String, isOpen: Bool)) throws {
    let loaded = try load(
      Samples.client(Samples.id, ["active": nil]),
      as: asked.context.isEmpty ? "" : "=maskinporten.clients\(asked.context)")
    #expect(loaded.holes("maskinporten.client?active").isEmpty != asked.isOpen)
    #expect(loaded.holes("maskinporten.client").isEmpty)
  }

  /// Placeholders reject a record, whichever of its days and numbers it is, and leave open what it may have held.
  @Test(
    arguments: [
      ("created", #""yyyy-MM-dd'T'HH:mm:ss.SSSXXX""#), ("created", #""string""#), ("created", "true"),
      ("client_orgno", #""string""#), ("client_orgno", "12345678"), ("supplier_orgno", #""string""#),
    ]) func examplesAreNoData(_ placeholder: (key: String, value: String)) throws
  {
    let loaded = try load(
      Samples.client(Samples.id, [placeholder.key: placeholder.value]), Samples.client(Samples.other))
    #expect(loaded.files[0].rejected == 1 && loaded.files[0].problems[0].pointer == "/0/\(placeholder.key)")
    #expect(loaded.facts("maskinporten.client") == [Samples.other])
    for relation in ["client", "client_scope", "client_on_behalf_of"] {
      #expect(loaded.holes("maskinporten.\(relation)").contains { $0.hasPrefix(Samples.id) }, "\(relation)")
    }
  }

  @Test func oneClientSaysNothingOfOthers() throws {
    let loaded = try LoadingFolder(["a.json": Samples.client()]).load()
    #expect(loaded.holes("maskinporten.client") == ["* (page)"])
    #expect(loaded.facts("maskinporten.list_owner").isEmpty && !loaded.holes("maskinporten.list_owner").isEmpty)
    let both = try LoadingFolder(["a.json": Samples.client(), "b.json": "[\(Samples.client())]"]).load()
    #expect(both.holes("maskinporten.client").isEmpty)
  }

  /// An empty list, null and nothing are three things.
  @Test(
    arguments: [
      (#"["maskinporten"]"#, "true"), ("[]", "false"), ("null", nil), (nil, nil), (#""alle""#, nil), ("[7]", nil),
    ]
      as [(String?, String?)]) func typesOfClients(_ types: (written: String?, limited: String?)) throws
  {
    let loaded = try load(Samples.scope(["allowed_integration_types": types.written]))
    #expect(loaded.facts("maskinporten.scope?limited") == (types.limited.map { ["eksempel:ansatte | \($0)"] } ?? []))
    #expect(loaded.holes("maskinporten.scope?limited").isEmpty == (types.limited != nil))
    #expect(loaded.holes("maskinporten.scope_integration_type").isEmpty == (types.limited != nil))
  }

  /// Of a scope that no answer is about, nobody knows to whom it is given.
  @Test(
    arguments: [
      (#"[\#(MaskinportenSamples.access())]"#, "", false),
      ("[]", ",query=/scopes/access?scope=eksempel:ansatte", false),
      ("[]", ",query=/scopes/access?scope=eksempel:noe", true), ("[]", "", true),
      (#"[\#(MaskinportenSamples.access())]"#, ",query=/scopes/access/all", true),
      (#"[\#(MaskinportenSamples.access(["consumer_orgno": #""310000001""#]))]"#, "", true),
    ]) func accessesAreOfOneScope(_ answer: (text: String, context: String, isOpen: Bool)) throws
  {
    let folder = try LoadingFolder(["s.json": "[\(Samples.scope())]", "a.json": answer.text])
    let loaded = try folder.load(as: ["a.json=maskinporten.accesses\(answer.context)"])
    #expect(loaded.holes("maskinporten.access").isEmpty == !answer.isOpen)
  }

  @Test func anAccessIsNamedAsAnApprovalNamesIt() throws {
    let folder = try LoadingFolder([
      "s.json": "[\(Samples.scope())]", "a.json": "[\(Samples.access(["consumer_orgno": #""310 000 005""#]))]",
    ])
    #expect(
      try folder.load().facts("maskinporten.access") == [
        "310000005 eksempel:ansatte | eksempel:ansatte | 310000005 | APPROVED | 310000005 eksempel:ansatte"
      ])
  }

  /// Test and production answer alike. Where one file is said to be of one, those that are not may be of either.
  @Test(arguments: [
    (
      ",environment=test", ",environment=production",
      ["\(MaskinportenSamples.id) | test", "\(MaskinportenSamples.other) | production"], 0
    ),
    (",environment=test", "", ["\(MaskinportenSamples.id) | test"], 1),
    (
      "", ",query=https://api.samarbeid.digdir.no/clients",
      ["\(MaskinportenSamples.id) | unsaid", "\(MaskinportenSamples.other) | unsaid"], 0
    ),
    (
      ",environment=test", ",query=https://api.samarbeid.digdir.no/clients",
      ["\(MaskinportenSamples.id) | test", "\(MaskinportenSamples.other) | production"], 0
    ),
    ("", ",query=https://api.test.samarbeid.digdir.no/clients", ["\(MaskinportenSamples.other) | test"], 1),
    (",environment=noe", ",environment=production", ["\(MaskinportenSamples.other) | production"], 1),
  ]) func twoRegisters(_ said: (one: String, two: String, registers: [String], holes: Int)) throws {
    let folder = try LoadingFolder(["a.json": "[\(Samples.client())]", "b.json": "[\(Samples.client(Samples.other))]"])
    let loaded = try folder.load(as: [
      "a.json=maskinporten.clients\(said.one)", "b.json=maskinporten.clients\(said.two)",
    ])
    #expect(loaded.facts("maskinporten.client?register") == said.registers)
    #expect(loaded.holes("maskinporten.client?register").count == said.holes)
  }
}
