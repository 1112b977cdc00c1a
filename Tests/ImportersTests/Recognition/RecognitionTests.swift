import Testing

@testable import ImportCore

@Suite struct RecognitionTests {
  private static let u = "00000000-0000-4000-8000-000000000001"

  /// A document, the kind that it is, and whether it is used.
  static let documents: [(text: String, kind: String, isUsed: Bool)] = [
    ("[\(KitosDocuments.userRecord(1))]", "kitos.api-v2.users", true),
    (KitosDocuments.usages(1..<2), "kitos.api-v2.usages", true),
    (KitosDocuments.roleTypes([1]), "kitos.api-v2.role-types", true),
    (#"[{"user":{"uuid":"\#(u)"},"role":{"uuid":"\#(u)"}}]"#, "kitos.internal.object-roles", true),
    (
      #"[{"roleAssignment":{"user":{"uuid":"\#(u)"},"role":{"uuid":"\#(u)"}},"organizationUnitUuid":"\#(u)","organizationUnitName":"x"}]"#,
      "kitos.internal.unit-roles", true
    ),
    (
      #"[{"apiAccess":true,"organizationsWhereActive":[],"stakeholderAccess":false,"email":"a@b.dk","uuid":"\#(u)","name":"x"}]"#,
      "kitos.internal.cross-organisation-users", true
    ),
    (
      #"[{"orgName":"x","apiAccess":true,"email":"a@b.dk","uuid":"\#(u)","name":"x"}]"#,
      "kitos.internal.rights-holders", true
    ),
    (
      #"[{"organization":{"uuid":"\#(u)","name":"y"},"email":"a@b.dk","uuid":"\#(u)","name":"x"}]"#,
      "kitos.internal.local-admins", true
    ),
    (#"[{"email":"a@b.dk","uuid":"\#(u)","name":"x"}]"#, "kitos.internal.user-names", false),
    (#"[{"id":1,"uuid":"\#(u)","name":"Kontraktejer"}]"#, "kitos.internal.grid-roles", true),
    (
      #"[{"uuid":"\#(u)","name":"x","writeAccess":true,"isObligatory":true,"isActive":true}]"#,
      "kitos.internal.local-role-types", true
    ),
    (
      #"[{"parentOrganizationUnit":null,"ean":null,"origin":"Kitos","uuid":"\#(u)","name":"x"}]"#, "kitos.api-v2.units",
      true
    ),
    (#"{"read":true,"modify":true,"delete":false}"#, "kitos.api-v2.permissions", true),
    (#"{"create":true}"#, "kitos.api-v2.create-permissions", false),
    (#"{"commands":[{"id":"x","canExecute":true}]}"#, "kitos.internal.command-permissions", false),
    (#"{"roleUuid":"\#(u)","userUuid":"\#(u)"}"#, "kitos.api-v2.role-change", false),
    (
      #"{"@odata.context":"https://kitos.example/odata/$metadata#Users(x)","value":[\#(KitosTables.user(1))]}"#,
      "kitos.odata.users", true
    ),
    (#"{"value":[\#(KitosTables.user(1))]}"#, "kitos.odata.users", true),
    (
      #"{"@odata.context":"https://kitos.example/odata/$metadata#Organizations","value":[{"Id":1},{"Id":2}]}"#, "odata",
      false
    ),
    (
      #"[{"entityType":"ItContract","entityUuid":"\#(u)","occurredAtUtc":"2026-01-01T00:00:00Z"}]"#,
      "kitos.api-v2.deletions", true
    ),
    (
      #"[{"uuid":"\#(u)","name":"x","rightsHolder":null,"parentSystem":null,"lastModifiedBy":null}]"#,
      "kitos.api-v2.systems", true
    ),
    (#"[{"uuid":"\#(u)","name":"x","rightsHolder":null,"exposedBySystem":null}]"#, "kitos.api-v2.interfaces", true),
    (
      #"{"uuid":"\#(u)","email":"a@b.dk","firstName":"x","hasApiAccess":null,"hasStakeHolderAccess":false,"roles":[]}"#,
      "kitos.internal.user", true
    ),
    (
      #"{"read":true,"modify":true,"delete":false,"modifyCvr":false}"#, "kitos.internal.organisation-permissions", false
    ),
    (#"{"msg":"","response":{"token":"eyJhbGciOi"}}"#, "kitos.api-v1.response", false),
    (#"{"schema":"tilsyn.result/1","findings":[]}"#, "tilsyn.result", false),
    ("Navn;Email;API bruger;Lokal Admin\r\nX;a@b.dk;Ja;Nej\r\n", "kitos.ui.users", true),
    (
      "Id;Fornavn (påkrævet);Efternavn (påkrævet);Email (påkrævet);Telefon\r\n1;A;B;a@b.dk;\r\n", "kitos.ui.roster",
      true
    ),
    ("PrimarySmtpAddress\na@b.dk\n", "exchange.mailboxes", true),
    (
      "#TYPE Microsoft.Exchange.Data.Mailbox\n\"RecipientTypeDetails\",\"PrimarySmtpAddress\"\n\"UserMailbox\",\"a@b.dk\"\n",
      "exchange.mailboxes", true
    ),
    ("id,name,email,unit,start,end\n1,N,a@b.dk,U,2020-01-01,\n", "organisation.employees", true),
    (
      "email,type,owner,deputy,purpose,mail_tested_at\na@b.dk,functional,x,y,z,\n", "organisation.mailbox-register",
      true
    ),
  ]

  @Test(arguments: documents.indices)
  func tellsDocumentsByTheirContent(_ index: Int) throws {
    let row = Self.documents[index]
    // The name says something else, and says it wrongly.
    let loaded = try LoadingFolder.load(["permissions.xml": row.text])
    let report = loaded.file("permissions.xml")
    #expect(report.kind == row.kind)
    #expect(loaded.isComplete)
    if row.isUsed {
      #expect(report.used == 1)
    } else {
      #expect(report.used == 0)
      #expect(report.outOfScope > 0)
      #expect(report.records == report.outOfScope)
      #expect(report.notes.contains { $0.contains("not used in this version") })
    }
    #expect(!"\(report)".contains("eyJ"))
  }

  /// A file that no importer takes, and words of the reason.
  static let unknown: [(bytes: [UInt8], reason: String)] = [
    ([], "empty"), (Array("  \n \r\n".utf8), "empty"), (Array("[]".utf8), "says nothing of its kind"),
    (Array("{}".utf8), "say nothing of their kind"), (Array("[1,2]".utf8), "says nothing of its kind"),
    (Array(#"{"colour":"red","size":3}"#.utf8), "`colour`, `size`"), (Array("a;b;c\n1;2;3\n".utf8), "`a`, `b`, `c`"),
    (Array("<!DOCTYPE html><html>".utf8), "web page"), (Array("<?xml version=\"1.0\"?><a/>".utf8), "XML"),
    ([0x50, 0x4B, 3, 4, 0, 0], "damaged or cut off"), (Array("%PDF-1.7".utf8), "PDF"), ([0x1F, 0x8B, 8, 0], "gzip"),
    (Array("plain words without any form".utf8), "neither JSON nor a table"),
    (Array("{\"a\":1}\n{\"a\":2}\n".utf8), "JSON lines"),
  ]

  @Test(arguments: unknown.indices)
  func saysWhyItDoesNotRecogniseAFile(_ index: Int) throws {
    let folder = try LoadingFolder(["employees.csv": "id,email\n1,a@b.dk\n"])
    try folder.write("x", Self.unknown[index].bytes)
    let loaded = try folder.load()
    let report = loaded.file("x")
    #expect(report.kind == nil)
    #expect(report.problems.contains { $0.message.contains(Self.unknown[index].reason) })
    #expect(!loaded.isComplete)
    #expect(loaded.incompleteReasons.count == 1)
    // Everything else in the folder is still read.
    #expect(loaded.facts("employees.person") == ["1"])
  }

  @Test func doesNotPrintTheDataOfATableWithoutHeader() throws {
    let loaded = try LoadingFolder.load(["x.csv": "0101901234,Mette Hansen,secret1\n0202905678,Ole Olsen,secret2\n"])
    let text = "\(loaded.file("x.csv"))\(loaded.incompleteReasons)"
    for word in ["0101901234", "Mette", "secret1"] { #expect(!text.contains(word)) }
  }

  @Test(arguments: [0, 1, 2, 5, 20, 40, 90, 150])
  func theSketchSurvivesTruncation(_ length: Int) {
    let text = Array("[\(KitosDocuments.userRecord(1))]".utf8)
    let sketch = JSONSketch(text.prefix(length))
    #expect((sketch == nil) == (length == 0))
    #expect(sketch.map { $0.keys.isSubset(of: JSONSketch(text)!.keys) } ?? true)
  }
}
