import FactStore
import Foundation
import Importers
import Testing

@testable import ImportAltinn
@testable import ImportCore
@testable import ImportEnhetsregisteret

/// One document of each kind, and the facts that it gives.
struct AltinnDocumentTests {
  static let org =
    #"{"id":"11111111-aaaa-4aaa-8aaa-000000000001","name":"TESTFJELL AS","type":"Organisasjon","variant":"AS","partyid":51000001,"organizationIdentifier":"310000001","isDeleted":false,"dateOfDeath":null}"#
  static let person =
    #"{"id":"11111111-aaaa-4aaa-8aaa-000000000002","name":"PRØVE ANSATT","type":"Person","partyid":51000002,"personIdentifier":"21909000001","isDeleted":false,"dateOfDeath":"2025-01-01"}"#
  static let someone = "11111111-aaaa-4aaa-8aaa-000000000002"

  struct Case: Sendable, CustomTestStringConvertible {
    var kind: AltinnKind
    var text: String
    var relation: String
    var facts: [String]
    var context = ""
    var testDescription: String { "\(kind.rawValue) \(relation)" }
  }

  static let cases: [Case] = [
    Case(
      kind: .packages,
      text:
        #"[{"id":"x","name":"Allment","urn":null,"areas":[{"name":"Skatt","urn":"accesspackage:area:skatt","packages":[{"name":"Skatt næring","urn":"urn:altinn:accesspackage:skatt-naering","isDelegable":true,"isResourcePolicyAvailable":false}]}]}]"#,
      relation: "altinn.package?delegable", facts: ["skatt-naering | true"]),
    Case(
      kind: .packages,
      text: #"[{"object":{"urn":"urn:altinn:accesspackage:a","isDelegable":false},"score":0,"fields":[]}]"#,
      relation: "altinn.package", facts: ["a | a"]),
    Case(
      kind: .roles,
      text:
        #"[{"code":"daglig-leder","urn":"urn:altinn:external-role:ccr:daglig-leder","legacyRoleCode":"DAGL","isKeyRole":true,"name":"Daglig leder"},{"code":"utinn","urn":"urn:altinn:rolecode:utinn","isKeyRole":false}]"#,
      relation: "altinn.role_code", facts: ["daglig-leder | dagl | dagl", "utinn | utinn | utinn"]),
    Case(
      kind: .roles,
      text:
        #"[{"code":"revisor","urn":"urn:altinn:external-role:ccr:revisor","legacyRoleCode":null,"isKeyRole":false},{"code":"verge","urn":"urn:altinn:external-role:cra:verge","isKeyRole":false},{"code":"styreleder","urn":"urn:altinn:external-role:ccr:styreleder","legacyurn ":"urn:altinn:rolecode:lede","isKeyRole":true}]"#,
      relation: "altinn.role_code", facts: ["styreleder | lede | lede"]),
    Case(
      kind: .rolePackages,
      text:
        #"[{"role":{"code":"daglig-leder"},"package":{"urn":"urn:altinn:accesspackage:a"},"entityVariant":{"name":"NUF"},"hasAccess":true,"canDelegate":false,"canAssign":false}]"#,
      relation: "altinn.role_package", facts: ["daglig-leder | a | NUF"]),
    Case(
      kind: .roleMap, text: #"[{"hasRole":"daglig-leder","getRole":"A0212"}]"#, relation: "altinn.role_map",
      facts: ["daglig-leder | a0212"]),
    Case(
      kind: .legacyRoles,
      text: #"{"_links":{},"_embedded":{"roledefinitions":[{"RoleDefinitionCode":"UTINN","RoleName":"Utfyller"}]}}"#,
      relation: "altinn.legacy_role", facts: ["utinn | Utfyller"]),
    Case(
      kind: .resources,
      text: #"{"identifier":"r1","hasCompetentAuthority":{},"resourceType":"AltinnApp","delegable":true}"#,
      relation: "altinn.resource?kind", facts: ["r1 | AltinnApp"]),
    Case(
      kind: .packagePermissions,
      text:
        #"{"links":{"next":null},"data":[{"package":{"urn":"urn:altinn:accesspackage:a"},"permissions":[{"from":\#(org),"to":\#(person),"via":null,"role":{"code":"rettighetshaver"},"viaRole":null}]}]}"#,
      relation: "altinn.given_package", facts: ["310000001 | \(someone) | a | a"]),
    Case(
      kind: .packagePermissions,
      text:
        #"[{"package":{"urn":"urn:altinn:accesspackage:a"},"permissions":[{"from":\#(org),"to":\#(person),"via":null,"role":{"code":"daglig-leder","legacyurn ":"x"}}]}]"#,
      relation: "altinn.shown_package", facts: ["310000001 | \(someone) | a | daglig-leder"]),
    Case(
      kind: .packagePermissions,
      text:
        #"[{"package":{"urn":"urn:altinn:accesspackage:a"},"permissions":[{"from":\#(org),"to":\#(person),"role":{"code":"dagl"}}]}]"#,
      relation: "altinn.party_state", facts: ["310000001 | exists"]),
    Case(
      kind: .resourcePermissions,
      text: #"[{"resource":{"refId":"r1"},"permissions":[{"from":\#(org),"to":\#(person),"role":{"code":"DAGL"}}]}]"#,
      relation: "altinn.shown_resource", facts: ["310000001 | \(someone) | resource | r1 | dagl"]),
    Case(
      kind: .instancePermissions,
      text:
        #"[{"resource":{"refId":"r1"},"instance":{"refId":"i1"},"permissions":[{"from":\#(org),"to":\#(person),"role":null}]}]"#,
      relation: "altinn.standing_delegation", facts: ["310000001 | \(someone) | instance | r1 i1"]),
    Case(
      kind: .rolePermissions,
      text: #"[{"role":{"code":"daglig-leder"},"permissions":[{"from":\#(org),"to":\#(person)}]}]"#,
      relation: "altinn.assignment", facts: ["310000001 | \(someone) | daglig-leder"]),
    Case(
      kind: .connections, text: #"[{"party":\#(org),"roles":[{"code":"supplier"}],"connections":[]}]"#,
      relation: "altinn.assignment", facts: ["310000009 | 310000001 | supplier"], context: ",organisation=310000009"),
    Case(
      kind: .roleAssignments,
      text:
        #"{"from":{"partyUuid":"11111111-aaaa-4aaa-8aaa-000000000001"},"role":{"source":"ccr","identifier":"daglig-leder"},"to":{"partyUuid":"\#(someone)"}}"#,
      relation: "altinn.assignment",
      facts: ["11111111-aaaa-4aaa-8aaa-000000000001 | \(someone) | daglig-leder"]),
    Case(
      kind: .delegationChanges,
      text:
        #"[{"delegationchangeid":7,"resourceregistrydelegationchangeid":0,"delegationchangetype":"revoke_last","resourceid":"ttd/app","offeredbypartyid":51000001,"coveredbyuserid":20000002,"coveredbypartyid":null,"performedbyuserid":20000003,"created":"2026-01-01T00:00:00.5+01"}]"#,
      relation: "altinn.delegation_change",
      facts: [
        "delegation 7 | party 51000001 | user 20000002 | resource | ttd/app | ttd/app | revoke-last | 1767222000 | 2025-12-31"
      ]),
    Case(
      kind: .rightsDelegations,
      text:
        #"[{"from":[{"id":"urn:altinn:organizationnumber","value":"310000001"}],"to":[{"id":"urn:altinn:userid","value":"5"}],"rightDelegationResults":[{"resource":[{"id":"urn:altinn:org","value":"ttd"},{"id":"urn:altinn:app","value":"a"}],"action":"read","status":"Delegated"},{"resource":[{"id":"urn:altinn:resource","value":"r"}],"action":"read","status":"NotDelegated"}]}]"#,
      relation: "altinn.standing_delegation", facts: ["310000001 | user 5 | resource | ttd/a"]),
    Case(
      kind: .maskinportenDelegations,
      text:
        #"[{"consumer_org":"310000001","supplier_org":"310000002","delegation_scheme_Id":null,"scopes":["a:b","a:c"],"created":"2026-02-03T10:00:00+01:00","resourceid":"r"}]"#,
      relation: "altinn.maskinporten_delegation",
      facts: ["310000001 | 310000002 | a:b | r", "310000001 | 310000002 | a:c | r"]),
    Case(
      kind: .schemaDelegations,
      text:
        #"[{"offeredbypartyid":1,"offeredbyorganizationNumber":310000001,"coveredbypartyid":2,"CoveredByOrganizationNumber":"310000002","resourceid":"r"}]"#,
      relation: "altinn.standing_delegation", facts: ["310000001 | 310000002 | resource | r"]),
    Case(
      kind: .authorisedParties,
      text:
        #"[{"partyUuid":"11111111-aaaa-4aaa-8aaa-000000000001","organizationNumber":"310000001","type":"Organization","onlyHierarchyElementWithNoAccess":true,"authorizedRoles":["DAGL"],"authorizedAccessPackages":[],"subunits":[{"partyUuid":"11111111-aaaa-4aaa-8aaa-000000000004","organizationNumber":"310000004","type":"Organization","onlyHierarchyElementWithNoAccess":false,"authorizedRoles":["DAGL"],"authorizedAccessPackages":["skatt-naering"],"subunits":[]}]}]"#,
      relation: "altinn.authorised_role", facts: ["\(someone) | 310000004 | dagl"], context: ",user=\(someone)"),
    Case(
      kind: .parties,
      text: #"{"PartyTypeName":2,"PartyId":51,"OrgNumber":"310000001","UnitType":"AS","IsDeleted":true,"SSN":""}"#,
      relation: "altinn.party_state", facts: ["310000001 | deleted"]),
    Case(
      kind: .requests,
      text:
        #"{"data":[{"id":"q","type":"package","status":"Pending","from":\#(org),"to":\#(person),"package":{"urn":"urn:altinn:accesspackage:a"},"lastUpdated":"x"}]}"#,
      relation: "altinn.request", facts: ["q | 310000001 | \(someone) | package | a | pending"]),
    Case(
      kind: .systemUsers,
      text:
        #"[{"id":"61844188-3789-4b84-9314-2be1fdbc0001","systemId":"310000009_x","systemInternalId":"y","partyId":"51000001","reporteeOrgNo":"310000001","isDeleted":false,"userType":"agent","accessPackages":[{"urn":"urn:altinn:accesspackage:ansvarlig-revisor"}]},{"id":"61844188-3789-4b84-9314-2be1fdbc0002","systemId":"z","systemInternalId":"y","partyId":"51000001","isDeleted":true}]"#,
      relation: "altinn.system_user", facts: ["61844188-3789-4b84-9314-2be1fdbc0001 | 310000001 | agent | 310000009_x"]),
    Case(
      kind: .agentClients,
      text:
        #"[{"agentSystemUserId":"61844188-3789-4b84-9314-2be1fdbc0001","delegationId":"d","customerId":"11111111-aaaa-4aaa-8aaa-000000000003"}]"#,
      relation: "altinn.agent_client",
      facts: ["61844188-3789-4b84-9314-2be1fdbc0001 | 11111111-aaaa-4aaa-8aaa-000000000003"]),
    Case(
      kind: .clients,
      text:
        #"[{"client":\#(org),"access":[{"role":{"code":"revisor"},"packages":[{"urn":"urn:altinn:accesspackage:ansvarlig-revisor"}],"resources":[]}]}]"#,
      relation: "altinn.client", facts: ["310000009 | 310000001 | revisor"],
      context: ",organisation=310000009"),
    Case(
      kind: .myClients,
      text:
        #"[{"provider":{"id":"11111111-aaaa-4aaa-8aaa-000000000009"},"clients":[{"client":\#(org),"access":[{"role":{"code":"revisor"},"packages":[{"urn":"urn:altinn:accesspackage:a"}]}]}]}]"#,
      relation: "altinn.client_delegation",
      facts: ["310000001 | 11111111-aaaa-4aaa-8aaa-000000000009 | \(someone) | revisor"],
      context: ",user=\(someone)"),
  ]

  @Test(arguments: cases)
  func givesItsFacts(_ test: Case) throws {
    let known = try LoadingFolder.load(["a.json": test.text])
    #expect(known.file("a.json").kind == test.kind.rawValue)
    let loaded = try LoadingFolder.load(["a.json": test.text], as: ["a.json=\(test.kind.rawValue)\(test.context)"])
    #expect(loaded.facts(test.relation) == test.facts)
    #expect(loaded.file("a.json").rejected == 0)
  }

  /// Cut anywhere, or with a record of another kind: never silently whole.
  @Test(arguments: cases)
  func damageLeavesHoles(_ test: Case) throws {
    for part in [3, 2] {
      let text = String(decoding: test.text.utf8.prefix(test.text.utf8.count * (part - 1) / part), as: UTF8.self)
      let loaded = try LoadingFolder.load(["a.json": text], as: ["a.json=\(test.kind.rawValue)\(test.context)"])
      #expect(!loaded.isComplete)
      for relation in Registry.all.relations(ofKind: test.kind.rawValue) where !relation.hasPrefix("party.") {
        #expect(!loaded.holes(relation).isEmpty)
      }
    }
    let strange = try LoadingFolder.load(
      ["a.json": "[{\"x\":1}, 7]"], as: ["a.json=\(test.kind.rawValue)\(test.context)"])
    #expect(!strange.isComplete)
    #expect(strange.file("a.json").rejected >= 1)
  }

  /// Without the organisation or the caller that the answer does not repeat, nothing is certain.
  @Test(arguments: cases.filter { !$0.context.isEmpty })
  func whatIsNotSaidIsAHole(_ test: Case) throws {
    let loaded = try LoadingFolder.load(["a.json": test.text])
    #expect(loaded.facts(test.relation).isEmpty)
    #expect(!loaded.holes(test.relation).isEmpty)
  }

  /// What stands in a document and cannot be read is a problem and a hole, in the relation that it would have filled.
  @Test(
    arguments: [
      (#"[{"package":{"urn":"urn:altinn:accesspackage:a"}}]"#, AltinnKind.packagePermissions, "altinn.given_package"),
      (
        #"[{"package":{"urn":"urn:altinn:accesspackage:a"},"permissions":[{"from":{},"to":{},"role":{"code":"x"}}]}]"#,
        .packagePermissions, "altinn.given_package"
      ),
      (#"[{"resource":{"refId":"r"},"permissions":{}}]"#, .resourcePermissions, "altinn.standing_delegation"),
      (
        #"[{"party":\#(org),"roles":[],"packages":[{"urn":"x"}],"connections":[]}]"#, .connections,
        "altinn.given_package"
      ),
      (
        #"[{"to":[{"id":"urn:altinn:userid","value":"5"}],"from":[{"id":"urn:altinn:userid","value":"6"}]}]"#,
        .rightsDelegations, "altinn.standing_delegation"
      ),
      (
        #"[{"partyUuid":"\#(someone)","authorizedRoles":[7.5],"authorizedAccessPackages":[],"authorizedResources":[],"authorizedInstances":[]}]"#,
        .authorisedParties, "altinn.authorised_role"
      ),
      (
        #"[{"partyUuid":"\#(someone)","authorizedRoles":[],"subunits":[{"name":"X","authorizedRoles":["DAGL"]}]}]"#,
        .authorisedParties, "altinn.authorised_role"
      ),
      (#"[{"client":\#(org)}]"#, .clients, "altinn.client"),
    ] as [(String, AltinnKind, String)])
  func nothingIsPassedOverInSilence(_ text: String, _ kind: AltinnKind, _ relation: String) throws {
    let loaded = try LoadingFolder.load(
      ["a.json": text], as: ["a.json=\(kind.rawValue),organisation=310000009,user=\(Self.someone)"])
    #expect(loaded.file("a.json").rejected == 1)
    #expect(!loaded.isComplete)
    #expect(!loaded.holes(relation).isEmpty)
  }

  /// Older answers have fewer lists: what they would have said is not known of the party.
  @Test func aListThatOlderAnswersLackIsNotEmpty() throws {
    let text =
      #"[{"partyUuid":"\#(Self.someone)","onlyHierarchyElementWithNoAccess":false,"authorizedRoles":["DAGL"]}]"#
    let loaded = try LoadingFolder.load(["a.json": text], as: ["a.json=altinn.authorised-parties,user=\(Self.someone)"])
    #expect(loaded.holes("altinn.authorised_package") == ["\(Self.someone) | \(Self.someone) | * (column-absent)"])
    #expect(loaded.file("a.json").rejected == 0)
  }

  @Test func identityNumbersThatAreKeysAreNotShown() throws {
    let text = "[{\"package\":{\"\(Self.canary)\":1,\"\(Self.canary)\":2},\"permissions\":[]}]"
    let loaded = try LoadingFolder.load(["a.json": text], as: ["a.json=altinn.package-permissions"])
    #expect(!loaded.isComplete)
    #expect(!"\(loaded.files) \(loaded.incompleteReasons)".contains(Self.canary))
    for relation in loaded.store.relations {
      for hole in relation.holes { #expect(!"\(hole)".contains(Self.canary)) }
    }
  }

  @Test func partiesJoinAcrossDocuments() throws {
    let change =
      #"[{"delegationchangeid":7,"delegationchangetype":1,"resourceid":"r","offeredbypartyid":51000001,"coveredbypartyid":51000002,"created":"2026-01-01T00:00:00Z"}]"#
    let loaded = try LoadingFolder.load([
      "a.json": Self.cases.first { $0.kind == .packagePermissions }!.text, "b.json": change,
    ])
    #expect(
      loaded.facts("altinn.delegation_change") == [
        "delegation 7 | 310000001 | \(Self.someone) | resource | r | r | grant | 1767225600 | 2026-01-01"
      ])
    #expect(!"\(loaded.store.relations.map(\.name))".isEmpty)
  }

  @Test func aSearchIsNotTheCatalogue() throws {
    let loaded = try LoadingFolder.load(["a.json": Self.cases[1].text])
    #expect(loaded.holes("altinn.package") == ["* | * (page)"])
    let whole = try LoadingFolder.load(["a.json": Self.cases[0].text])
    #expect(whole.holes("altinn.package") == [])
  }

  /// An identity number in any field of any document reaches nothing behind the importers.
  @Test(arguments: cases)
  func identityNumbersReachNoFact(_ test: Case) throws {
    #expect(Self.withCanary(test.text).count >= 6)
    for text in Self.withCanary(test.text) {
      let loaded = try LoadingFolder.load(["a.json": text], as: ["a.json=\(test.kind.rawValue)\(test.context)"])
      Self.expectNoCanary(in: loaded)
    }
  }

  static let canary = "21909000777"

  /// The document with one value after the other replaced, texts and numbers alike.
  static func withCanary(_ text: String) -> [String] {
    text.ranges(of: /: ?("[^"]*"|[0-9]+)/).flatMap { range -> [String] in
      ["\"\(canary)\"", canary, "\"of 219090 00777 \""].map { text.replacingCharacters(in: range, with: ":" + $0) }
    }
  }

  static func expectNoCanary(in loaded: LoadedSources) {
    let symbols = loaded.store.symbols
    for code in 0..<UInt32(symbols.count) {
      let text = symbols.text(SymbolID(raw: code))
      #expect(!text.contains(canary) && !text.contains("00777"))
    }
    #expect(!"\(loaded.files)".contains("00777"))
    for relation in loaded.store.relations { #expect(!relation.holes.contains { $0.text.contains("00777") }) }
  }
}
