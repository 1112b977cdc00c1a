import FactStore
import Formats
import Importers
import Testing

@testable import ImportCore

/// Files that are no exports: litter, own reports, errors that were saved, configurations that do not count.
@Suite struct PassedOverTests {
  private func load(_ files: [String: String]) throws -> LoadedSources {
    try LoadingFolder(files.merging(["hr.csv": "id,email\n1,a@b.dk\n"]) { $1 }).load()
  }

  private static let fingerprint = String(repeating: "0a", count: 32)

  private static let headline = "FAILED: 17 checked, 1 failed, 0 unverified, 0 passed; 3 policies; as of 2026-11-20\n"

  private static func report(inside: String = "") -> String {
    headline
      + "\nwhy the gate failed (fails on high and above):\n  a.b: 1 failed\n\n\(inside)sources: 1 file, 1 read = 1 used + 0 rejected + 0 out of scope\n  hr.csv  1 record; "
      + "1 used\n\nnext: tilsyn why 0a0a0a0a0a0a exports\n"
  }

  /// The table of findings, with a quote and a separator within a cell.
  private static func table(_ separator: String, verdict: String = "fail", isOld: Bool = false) -> String {
    let titles = isOld ? OwnOutput.titlesOfOldTable : OwnOutput.titlesOfTable
    let cells =
      ["high", verdict, "a.b", "t", "say \"\"no\"\", or \(separator)", "u1", "", "a.json:1", "", fingerprint]
      + (isOld ? [] : ["new", "2026-11-20", ""])
    return [titles, cells].map { $0.map { "\"\($0)\"" }.joined(separator: separator) + "\r\n" }.joined()
  }

  /// The page of a report, as far as it is known by.
  private static let page = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="generator" content="tilsyn 1.2.3">
    </head>
    <table><caption>Sources</caption></table>
    <script>1</script>
    </body>
    </html>

    """

  static let ignored: [(name: String, content: String)] = [
    ("Thumbs.db", "\u{D0}\u{1}\u{2}"), ("THUMBS.DB", "x"), ("ehthumbs.db", "x"),
    ("desktop.ini", "[.ShellClassInfo]\r\nx=1\r\n"),
    ("~$ansatte.xlsx", "Lone            "), ("~$brugere.xlsx", ""), ("~WRL0001.tmp", "abc"),
    (".~lock.a.ods#", ",lone,pc,"),
    (".DS_Store", "x"), ("._users.json", "x"),
    ("findings.tsv", "a.b\tfail\tu1\t\t\(fingerprint)\n"),
    ("gamle-fund.txt.bak", "a.b\tunverified\tu1\tp\t\(fingerprint)\na.c-d\tfail\tu,v\t\t\(fingerprint)\n"),
    ("findings.csv", table(",")), ("old.csv", table(",", isOld: true)), ("fund.csv", "\u{FEFF}" + table(";")),
    ("tom.csv", table(",").split(separator: "\n", omittingEmptySubsequences: false)[0] + "\n"),
    ("findings.tsv", ""), ("rapport.out", headline),
    ("r", "REPORTED: 1 checked, 1 failed, 0 unverified, 0 passed; as of 2026-11-20\n"),
    ("r", "PASSED (unverified allowed): 1 checked, 0 failed, 0 unverified, 0 passed; as of 2026-11-20\n"),
    ("x", "NOT JUDGED: 0 checked, 0 failed, 0 unverified, 0 passed; 0 policies; as of 2026-11-20\n"),
    ("rapport", report()),
    (
      "what to get",
      report(inside: "warnings:\n     `x.csv` with the columns `id,name,email,unit,start,end`, one row each\n\n")
    ),
  ]

  @Test(arguments: ignored.indices)
  func isListedAndNotUsed(_ index: Int) throws {
    let row = Self.ignored[index]
    let loaded = try load([row.name: row.content])
    #expect(loaded.file(row.name).kind == SourceReport.ignoredKind, "\(row.name)")
    #expect(loaded.isComplete, "\(loaded.incompleteReasons)")
  }

  @Test func anOwnResultIsKnown() throws {
    let loaded = try load(["result.json": #"{"schema":"tilsyn.result/1","findings":[]}"# + "\n"])
    #expect(loaded.isComplete && loaded.file("result.json").kind == "tilsyn.result")
  }

  /// A name excludes nothing, and half a likeness is none.
  static let used: [(name: String, content: String, kind: String?)] = [
    ("~$users.json", KitosDocuments.users(1..<3), "kitos.api-v2.users"),
    ("desktop.ini", "PrimarySmtpAddress\na@b.dk\n", "exchange.mailboxes"),
    ("list.tsv", "a.b\tfail\tu1\t\tnot-a-fingerprint\n", nil),
    ("list.csv", table(",", verdict: "maybe"), nil), ("list.csv", table(",") + "id,email\r\n", nil),
    ("list.csv", String(table(",").dropLast(9)), nil),
    ("list.out", "FAILED: many checked\n", nil), ("other.tsv", "", nil),
    ("list.tsv", "a.b\tfail\tu1\t\t\(fingerprint)", nil), ("list.out", "FAILED: 17 checked, 1 failed\n", nil),
  ]

  /// An export in the clothes of an output: nobody hides one so.
  static let dressed: [String] = {
    let row = "a.b\tfail\tu1\t\t\(fingerprint)\n"
    let people = "id;name;email;unit\n1;a;a@b.dk;x\n"
    let users = KitosDocuments.users(1..<3)
    let open = #"{"schema":"tilsyn.result/1","tool":{"name":"tilsyn"}"#
    return [
      row + people, people.replacing("\n", with: "\t\t\t\n") + row, row + row.replacing("\t\(fingerprint)", with: ""),
      row + "\n" + row, row.replacing("fail", with: "passed"), row.replacing("0a", with: "0A"),
      row.replacing("a.b", with: "id;email"), "\u{FEFF}" + row + people, row + "id\temail\tc\td\te\n",
      headline + people, headline + "\n" + people + "\nnext: tilsyn why 0a x\n", report(inside: people),
      report(inside: users + "\n"), report() + people, report() + "\n" + users,
      report(inside: "<users><user/></users>\n"),
      report(inside: "  " + people),
      open + #","value":\#(users)}"# + "\n", open + #","findings":\#(users)}"# + "\n",
      open + #","sources":\#(users)}"# + "\n",
      open + "}\n" + users, open + "}" + users, open + #","findings":[]"#, open + #","exit":1,"exit":2}"# + "\n",
      #"{"value":\#(users),"schema":"tilsyn.result/1"}"# + "\n",
      #"{"schema":"tilsyn.people/1","value":\#(users)}"# + "\n",
      #"{"schema":"tilsyn.query/1","columns":["id"],"rows":\#(users)}"# + "\n",
      #"[{"schema":"tilsyn.result/1"},\#(users)]"# + "\n",
    ]
  }()

  @Test(arguments: used.indices)
  func isNotPassedOver(_ index: Int) throws {
    let row = Self.used[index]
    let loaded = try load([row.name: row.content])
    #expect(loaded.file(row.name).kind == row.kind)
    #expect(loaded.isComplete == (row.kind != nil))
  }

  @Test(arguments: dressed.indices)
  func noExportHides(_ index: Int) throws {
    let loaded = try load(["dressed": Self.dressed[index]])
    let file = loaded.file("dressed")
    #expect(
      file.kind != SourceReport.ignoredKind && file.kind != SourceReport.resultKind,
      "\(Self.dressed[index].prefix(400))")
    #expect(file.kind != nil || !loaded.isComplete)
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
    let configuration = try Configuration.load(FilePath(folder.path + "/a/tilsyn.yaml"), .all)
    let loaded = try Loader(configuration: configuration, asOf: CalendarDate("2026-11-20")!).load([
      folder.path + "/a", folder.path + "/b",
    ])
    #expect(loaded.isComplete, "\(loaded.incompleteReasons)")
    #expect(loaded.warnings.count == 2)
    #expect(loaded.files.count { $0.kind == SourceReport.configurationKind } == 1)
    #expect(loaded.files.count { $0.kind == SourceReport.ignoredKind } == 2)
  }
}
