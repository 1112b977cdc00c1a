import FactStore
import Importers
import Testing

@testable import ImportAltinn
@testable import ImportCore
@testable import ImportKitos

/// A value that is missing, null, of the wrong type or of an unknown word is told apart from one that says something: what a
/// document does not say any more is a hole where it said it before.
struct WrongValueTests {
  struct Document: Sendable, CustomTestStringConvertible {
    var kind: String
    var text: String
    var context = ""
    var testDescription: String { kind + " " + String(text.prefix(60)) }
  }

  private static let organisation = KitosDocuments.organisation
  private static let who =
    "{\"id\":\"11111111-aaaa-4aaa-8aaa-000000000001\",\"name\":\"TESTFJELL AS\",\"type\":\"Organisasjon\",\"variant\":\"AS\","
    + "\"organizationIdentifier\":\"310000001\",\"isDeleted\":true,\"deletedAt\":\"2026-02-03T00:00:00Z\",\"parent\":"
    + "{\"id\":\"11111111-aaaa-4aaa-8aaa-000000000007\",\"type\":\"Organisasjon\",\"isDeleted\":false},\"children\":null}"

  /// One of each kind with all that its reader reads.
  static let documents: [Document] =
    AltinnDocumentTests.cases.map { Document(kind: $0.kind.rawValue, text: $0.text, context: $0.context) }
    + [
      Document(
        kind: "altinn.package-permissions",
        text:
          #"[{"package":{"urn":"urn:altinn:accesspackage:a"},"permissions":[{"from":\#(who),"to":\#(AltinnDocumentTests.person),"via":{"id":"11111111-aaaa-4aaa-8aaa-000000000003"},"role":{"code":"rettighetshaver"}}]}]"#
      ),
      Document(
        kind: "altinn.instance-permissions",
        text:
          #"[{"resource":{"refId":"r1"},"instance":{"refId":"i1"},"permissions":[{"from":\#(who),"to":\#(AltinnDocumentTests.person),"role":{"code":"dagl"}}]}]"#
      ),
      Document(
        kind: "altinn.system-users",
        text:
          #"[{"id":"61844188-3789-4b84-9314-2be1fdbc0001","systemId":"s","systemInternalId":"y","reporteeOrgNo":"310000001","isDeleted":false,"userType":"agent","accessPackages":[{"urn":"urn:altinn:accesspackage:a"}],"rights":[{"resource":[{"id":"urn:altinn:resource","value":"r"}]}]}]"#
      ),
      Document(
        kind: "altinn.delegation-changes",
        text:
          #"[{"instancedelegationchangeid":7,"delegationchangetype":1,"resourceid":"r","instanceid":"i","fromuuid":"11111111-aaaa-4aaa-8aaa-000000000001","touuid":"11111111-aaaa-4aaa-8aaa-000000000002","performedbyuuid":"11111111-aaaa-4aaa-8aaa-000000000003","created":"2026-01-01T00:00:00Z"}]"#
      ),
      Document(
        kind: "altinn.clients",
        text:
          #"[{"client":\#(who),"access":[{"role":{"code":"revisor"},"packages":[{"urn":"urn:altinn:accesspackage:a"}],"resources":[{"refId":"r"}]}]}]"#,
        context: ",organisation=310000009"),
      Document(
        kind: "altinn.authorised-parties",
        text:
          #"[{"partyUuid":"11111111-aaaa-4aaa-8aaa-000000000001","organizationNumber":"310000001","type":"Organization","onlyHierarchyElementWithNoAccess":false,"authorizedRoles":["DAGL"],"authorizedAccessPackages":["a"],"authorizedResources":["r"],"authorizedInstances":[{"resourceId":"r","instanceId":"i"}],"subunits":[]}]"#,
        context: ",user=\(AltinnDocumentTests.someone)"),
      Document(
        kind: "er.units",
        text:
          #"{"_embedded":{"enheter":[{"organisasjonsnummer":"310000001","organisasjonsform":{"kode":"BEDR"},"overordnetEnhet":"310000002","slettedato":"2026-01-01"}]},"page":{"totalElements":1,"totalPages":1,"number":0}}"#
      ),
      Document(
        kind: "er.role-types", text: #"{"_embedded":{"rolletyper":[{"kode":"DAGL","beskrivelse":"Daglig leder"}]}}"#),
      Document(
        kind: "er.roles",
        text: RoleRegisterTests.unit(
          "310000001",
          [
            RoleRegisterTests.role("DAGL", RoleRegisterTests.person("Kari", "Testesen", "1980-02-03")),
            RoleRegisterTests.role(
              "MEDL", RoleRegisterTests.person("Ola", "Testesen", "1980-02-03", dead: true),
              ",\"fratraadt\":false,\"avregistrert\":true"),
            RoleRegisterTests.role(
              "REVI", "\"enhet\":{\"organisasjonsnummer\":\"310000002\",\"navn\":[\"X\"],\"erSlettet\":true}",
              ",\"fratraadt\":true,\"avregistrert\":false"),
          ])),
      Document(
        kind: "kitos.api-v2.users",
        text: "[\(KitosDocuments.userRecord(1, roles: #"["User","LocalAdmin"]"#)),\(KitosDocuments.userRecord(2))]",
        context: ",organisation=\(organisation)"),
      Document(
        kind: "kitos.api-v2.usages",
        text: "["
          + KitosDocuments.usageRecord(
            1, roles: [(1, 1)],
            relations: #","outgoingSystemRelations":[{"toSystemUsage":{"uuid":"\#(KitosDocuments.object(2))"}}]"#)
          + "]"),
      Document(
        kind: "kitos.api-v2.usage-role-types", text: KitosDocuments.roleTypes([1, 2]),
        context: ",organisation=\(organisation)"),
      Document(
        kind: "kitos.api-v2.usage-role-types",
        text:
          #"[{"uuid":"\#(KitosDocuments.role(1))","name":"R","writeAccess":true,"isActive":true,"isLocallyAvailable":true,"isEnabled":true,"isObligatory":true}]"#
      ),
      Document(
        kind: "kitos.api-v2.permissions", text: #"{"read":true,"modify":true,"delete":false}"#,
        context: ",user=\(KitosDocuments.user(1)),object=\(KitosDocuments.object(1))"),
      Document(
        kind: "kitos.odata.users",
        text: KitosTables.document(
          [
            KitosTables.user(
              1, more: #""LastLogin":"2026-06-14T08:15:00.1Z","#, organisationRoles: #"["User","LocalAdmin"]"#,
              systemRights: KitosTables.right(1, 1)),
            KitosTables.user(2).replacing(
              #""Deleted":false,"DeletedDate":null"#, with: #""Deleted":true,"DeletedDate":"2026-01-01T00:00:00Z""#),
          ], envelope: "\"@odata.count\":2,"),
        context: ",organisation=\(organisation)"),
    ]

  /// A fact that a document does not hold any more, because one of its values says nothing, is covered by a hole.
  @Test(arguments: documents) func whatIsNotSaidAnyMoreIsAHole(_ document: Document) throws {
    let before = try load(document.text, document)
    let facts = before.store.relations.map { ($0, rows($0, before)) }
    #expect(before.store.factCount > 0)
    var tried = 0
    for wrong in try WrongValue.all(of: document.text) where !Self.isAllowed(wrong, document) {
      tried += 1
      let after = try load(wrong.text, document)
      for (relation, rows) in facts where !Self.saysBeside(relation.name) {
        let left = Set(self.rows(after.store[relation.name]!, after))
        let holes = patterns(after.store[relation.name]!, after)
        for row in rows where !left.contains(row) && !holes.contains(where: { Self.fits($0, row) }) {
          Issue.record("\(wrong): \(relation.name) has lost \(row), and no hole")
        }
      }
    }
    #expect(tried > 0)
  }

  /// What is said of parties beside rights, and of users by their own records alone: what is not said of one is unknown, and
  /// the policies ask for it. Role types of a user table are said with the roles of its users.
  private static func saysBeside(_ relation: String) -> Bool {
    let name = relation.prefix { $0 != "?" }
    return Altinn.states.contains(String(name)) || (Registry.all.schemas.first { $0.name == name }?.lost == .ownRow)
      || name == "kitos.usage_role_type"
  }

  /// By these, other parts of the record say who or what is meant, or nothing rests on them.
  private static let names: Set<String> = [
    "id", "offeredbyorganizationNumber", "reporteeOrgNo", "systemId",
    "CoveredByOrganizationNumber", "name", "Name", "LastName", "beskrivelse", "RoleName", "OrgNumber",
  ]
  /// Where null, or an empty list, says that there is none, as honest exports write it.
  private static let none: Set<String> = [
    "legacyurn ",
    "created", "deletedAt", "slettedato", "entityVariant", "instanceid", "lastModifiedBy", "createdBy",
    "legacyRoleCode",
    "organizationContext", "systemContext", "role", "via", "HasApiAccess", "LastLogin", "resourceid", "overordnetEnhet",
  ]
  /// Words that no list of words ends: any other text may be right.
  private static let texts: Set<String> = [
    "kode", "RoleDefinitionCode", "urn", "instanceId", "resourceId", "resourceid", "instanceid", "refId", "code",
    "role",
    "coveredbypartyid", "coveredbyuserid", "offeredbypartyid", "delegationchangeid", "instancedelegationchangeid",
    "resourceregistrydelegationchangeid", "status", "entityVariant", "package", "value", "fornavn", "mellomnavn",
    "etternavn", "performedbyuserid", "legacyRoleCode", "legacyurn ",
  ]

  /// What changes a document and takes nothing that any policy rests on, or says what an honest export says.
  private static func isAllowed(_ wrong: WrongValue, _ document: Document) -> Bool {
    if names.contains(wrong.key) { return true }
    // A list that is empty is one.
    if wrong.value == "[]", document.text.contains("\"\(wrong.key)\":[") { return true }
    if wrong.value == "null" { return none.contains(wrong.key) }
    return texts.contains(wrong.key) && ["0", "\"true\"", "\"xyzzy\"", "\"\""].contains(wrong.value)
      && !(wrong.key == "kode" && document.kind == "er.roles")
  }

  private func load(_ text: String, _ document: Document) throws -> LoadedSources {
    try LoadingFolder.load(["a.json": text], as: ["a.json=\(document.kind)\(document.context)"])
  }

  private func rows(_ relation: SourceRelation, _ loaded: LoadedSources) -> [[String?]] {
    (0..<relation.facts.count).map { texts(relation.facts.row($0), relation, loaded) }
  }

  private func patterns(_ relation: SourceRelation, _ loaded: LoadedSources) -> [[String?]] {
    relation.holes.map { texts($0.row, relation, loaded) }
  }

  private func texts(_ row: [UInt32], _ relation: SourceRelation, _ loaded: LoadedSources) -> [String?] {
    zip(relation.columns, row).map { column, code in
      code == ValueCode.any ? nil : "\(loaded.store.symbols.decode(code, as: column.type))"
    }
  }

  private static func fits(_ pattern: [String?], _ row: [String?]) -> Bool {
    zip(pattern, row).allSatisfy { $0 == nil || $0 == $1 }
  }
}
