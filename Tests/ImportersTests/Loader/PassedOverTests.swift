import FactStore
import Formats
import Testing

@testable import Importers

/// Files that are no exports: litter, own reports, errors that were saved, configurations that do not count.
@Suite struct PassedOverTests {
  private func load(_ files: [String: String]) throws -> LoadedSources {
    try LoadingFolder(files.merging(["hr.csv": "id,email\n1,a@b.dk\n"]) { $1 }).load()
  }

  private static let fingerprint = String(repeating: "0a", count: 32)

  static let ignored: [(name: String, content: String)] = [
    ("Thumbs.db", "\u{D0}\u{1}\u{2}"), ("THUMBS.DB", "x"), ("ehthumbs.db", "x"),
    ("desktop.ini", "[.ShellClassInfo]\r\nx=1\r\n"),
    ("~$ansatte.xlsx", "Lone            "), ("~$brugere.xlsx", ""), ("~WRL0001.tmp", "abc"),
    (".~lock.a.ods#", ",lone,pc,"),
    (".DS_Store", "x"), ("._users.json", "x"),
    ("findings.tsv", "a.b\tfail\tu1\t\t\(fingerprint)\n"),
    ("gamle-fund.txt.bak", "a.b\tunverified\tu1\tp\t\(fingerprint)\n"),
    ("findings.tsv", ""), ("rapport.out", "FAILED: 17 checked, 0 failed\n"), ("r", "REPORTED: 1 checked, 1 failed\n"),
    ("r", "PASSED (unverified allowed): 1 checked, 0 failed\n"), ("x", "NOT JUDGED: 0 checked, \n"),
  ]

  @Test(arguments: ignored.indices)
  func isListedAndNotUsed(_ index: Int) throws {
    let row = Self.ignored[index]
    let loaded = try load([row.name: row.content])
    #expect(loaded.file(row.name).kind == SourceReport.ignoredKind, "\(row.name)")
    #expect(loaded.isComplete, "\(loaded.incompleteReasons)")
  }

  @Test func anOwnResultIsKnown() throws {
    let loaded = try load(["result.json": #"{"schema":"tilsyn.result/1","findings":[]}"#])
    #expect(loaded.isComplete && loaded.file("result.json").kind == "tilsyn.result")
  }

  /// A name excludes nothing, and half a likeness is none.
  static let used: [(name: String, content: String, kind: String?)] = [
    ("~$users.json", KitosDocuments.users(1..<3), "kitos.api-v2.users"),
    ("desktop.ini", "PrimarySmtpAddress\na@b.dk\n", "exchange.mailboxes"),
    ("list.tsv", "a.b\tfail\tu1\t\tnot-a-fingerprint\n", nil),
    ("list.out", "FAILED: many checked\n", nil), ("other.tsv", "", nil),
  ]

  @Test(arguments: used.indices)
  func isNotPassedOver(_ index: Int) throws {
    let row = Self.used[index]
    let loaded = try load([row.name: row.content])
    #expect(loaded.file(row.name).kind == row.kind)
    #expect(loaded.isComplete == (row.kind != nil))
  }

  static let errors = [
    #"{"type":"about:blank","title":"Forbidden","status":403,"detail":"no access"}"#,
    #"{"title":"Not Found","status":404,"traceId":"00-1"}"#,
    #"{"timestamp":"2026-11-20T10:00:00","status":500,"error":"Internal Server Error","path":"/roller"}"#,
    #"{"statusCode":401,"message":"Access denied due to missing subscription key."}"#,
    #"{"error":{"code":"Unauthorized","message":"token expired"}}"#,
    #"{"error":"invalid_token","error_description":"x"}"#,
    #"{"Message":"Authorization has been denied for this request."}"#,
  ]

  @Test(arguments: errors)
  func anErrorIsNamed(_ content: String) throws {
    let loaded = try load(["answer.json": content])
    let report = loaded.file("answer.json")
    #expect(!loaded.isComplete && report.kind == nil)
    #expect(report.problems[0].message.contains("an error answer"), "\(report.problems)")
    // Told to be an export, it is one of which nothing can be used.
    let folder = try LoadingFolder(["answer.json": content])
    let told = try folder.load(as: ["answer.json=organisation.approvals"])
    #expect(!told.isComplete && told.store["register.approval"]!.completeness == .partial)
  }

  static let noErrors = [
    #"{"identifier":"x","title":"Skjema","status":"Completed"}"#, #"{"title":"a","status":3}"#,
    #"{"message":"hello","users":[]}"#, #"{"error":null,"value":1}"#, #"[{"title":"a","status":404}]"#,
  ]

  @Test(arguments: noErrors)
  func anUnknownDocumentStaysUnknown(_ content: String) throws {
    let loaded = try load(["answer.json": content])
    #expect(loaded.file("answer.json").kind == nil && !loaded.isComplete)
    #expect(!loaded.file("answer.json").problems[0].message.contains("an error answer"))
  }

  static let answers: [(content: String, warns: Bool)] = [
    (#"{"msg":"","response":{"businessTypes":[]}}"#, false), (#"{"msg":"","response":{"Token":"eyJ"}}"#, true),
    (#"{"msg":"","response":{"access_token":"eyJ"}}"#, true), (#"{"msg":"","response":"eyJhbGciOi"}"#, true),
  ]

  @Test(arguments: answers.indices)
  func onlyATokenIsWarnedOf(_ index: Int) throws {
    let row = Self.answers[index]
    let notes = try load(["a.json": row.content]).file("a.json").notes.joined()
    #expect(notes.contains("access token") == row.warns, "\(notes)")
  }

  @Test func anotherConfigurationIsSaidNotToCount() throws {
    let folder = try LoadingFolder([
      "a/tilsyn.yaml": "ignore: []\n", "b/tilsyn.yaml": "ignore: []\n", "b/deep/tilsyn.yaml": "x: [",
      "a/hr.csv": "id,email\n1,a@b.dk\n",
    ])
    let configuration = try Configuration.load(FilePath(folder.path + "/a/tilsyn.yaml"))
    let loaded = try Loader(configuration: configuration, asOf: CalendarDate("2026-11-20")!).load([
      folder.path + "/a", folder.path + "/b",
    ])
    #expect(loaded.isComplete, "\(loaded.incompleteReasons)")
    #expect(loaded.warnings.count == 2)
    #expect(loaded.files.count { $0.kind == SourceReport.configurationKind } == 1)
    #expect(loaded.files.count { $0.kind == SourceReport.ignoredKind } == 2)
  }
}
