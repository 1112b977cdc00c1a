import FactStore
import Formats
import Importers
import TestSupport
import Testing

@testable import ImportCore

/// Recordings of a browser: each answer in JSON is a document, and nothing else of them is kept.
@Suite struct RecordingLoadingTests {
  private static let id = "00000000-0000-4000-8000-00000000000a"
  private static let path = "https://kitos.example/api/v2/organizations/\(id)/organization-units"
  private static let canary = "kanariefugl-4711"
  private static let jwt = "eyJhbGciOiJub25lIn0"

  private static func units(_ name: String = "A", _ last: String = "1") -> String {
    #"[{"uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa\#(last)", "name": "\#(name)", "parentOrganizationUnit": null}]"#
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }

  /// One request with its answer.
  struct Entry {
    var url = path
    var method = "GET"
    var status = 200
    var type = "application/json; charset=utf-8"
    var text: String? = units()
    var size: Int?
    var encoding: String?
    var headers = ""
    var day = "2026-11-19T10:00:00.000Z"

    var json: String {
      let size = size ?? text?.utf8.count ?? 100
      let text = text.map { ", \"text\": \(quoted($0))" } ?? ""
      let encoding = encoding.map { ", \"encoding\": \"\($0)\"" } ?? ""
      return """
        {"startedDateTime": "\(day)", "time": 1, "request": {"method": "\(method)", "url": \(quoted(url)), "headers":
        [\(headers)], "cookies": [{"name": "s", "value": "\(canary)"}], "queryString": [], "postData": {"text": "\(canary)"}},
        "response": {"status": \(status), "headers": [{"name": "set-cookie", "value": "\(canary)"}], "cookies": [],
        "content": {"size": \(size), "mimeType": "\(type)"\(text)\(encoding)}}, "cache": {}, "timings": {},
        "_comment": "\(canary)"}
        """
    }
  }

  private static func har(_ entries: [Entry]) -> String {
    """
    {"log": {"version": "1.2", "creator": {"name": "\(canary)"}, "pages": [{"title": "\(canary)"}], "entries": [
    \(entries.map(\.json).joined(separator: ",\n"))]}}
    """
  }

  private func load(_ entries: [Entry], _ others: [String: String] = [:]) throws -> LoadedSources {
    let loaded = try LoadingFolder(others.merging(["x.har": Self.har(entries)]) { $1 }).load()
    // Whatever was said of the files, nothing of a session was.
    #expect(!"\(loaded.files) \(loaded.incompleteReasons) \(loaded.warnings)".contains(Self.canary))
    return loaded
  }

  @Test func anAnswerIsADocument() throws {
    let loaded = try load([
      Entry(url: "https://kitos.example/", type: "text/html", text: "<html>"), Entry(),
      Entry(url: "https://kitos.example/login", method: "POST"),
      Entry(url: "https://kitos.example/app.js", status: 404, type: "text/javascript", text: ""),
    ])
    #expect(loaded.isComplete, "\(loaded.incompleteReasons)")
    #expect(loaded.files.map(\.path) == ["x.har", "x.har/2-organization-units.json"])
    let file = loaded.file("x.har/2-organization-units.json")
    #expect(file.kind == "kitos.api-v2.units" && file.extractedAt == CalendarDate("2026-11-19"))
    #expect(file.sha256 == Digest.of(Array(Self.units().utf8)))
    #expect(file.notes.contains { $0.contains("exported with `GET \(Self.path)`") })
    #expect(loaded.file("x.har").kind == SourceReport.archiveKind && !loaded.file("x.har").sha256.isEmpty)
    #expect(loaded.file("x.har").notes.contains { $0.contains("3 other requests") })
  }

  /// The address says the page, the filter and whose it is, as `query` and `organisation` of `tilsyn.yaml` do.
  @Test func anAddressIsTheQuery() throws {
    func holes(_ url: String) throws -> [String] {
      let loaded = try load([Entry(url: url)])
      let folder = try LoadingFolder(["u.json": Self.units()])
      let told = try folder.load(
        configuration: Configuration.read(
          Array(
            """
            sources:
              - path: u.json
                organisation: \(Self.id)
                extracted_at: 2026-11-19
                query: "GET \(url)"
            """.utf8), path: "tilsyn.yaml", .all))
      #expect(loaded.holes("kitos.unit") == told.holes("kitos.unit"), "\(url)")
      #expect(loaded.facts("kitos.unit") == told.facts("kitos.unit"), "\(url)")
      return loaded.holes("kitos.unit")
    }
    #expect(try holes(Self.path).isEmpty)
    #expect(try !holes(Self.path + "?page=1&pageSize=250").isEmpty)
    #expect(try !holes(Self.path + "?nameContent=abc").isEmpty)
    #expect(try !holes(Self.path + "?page=0&pageSize=1").isEmpty)
  }

  /// What is wrong with answers: each is said, makes the run incomplete and leaves holes of the kind, where it can be told.
  static let wrong: [(said: String, hasHoles: Bool, entries: [Entry])] = [
    ("error (status 401)", false, [Entry(status: 401, text: #"{"message": "no"}"#)]),
    ("error (status 403)", false, [Entry(status: 403, type: "text/html", text: "no")]),
    ("error (status 404)", false, [Entry(status: 404, text: "{}")]),
    ("error (status 503)", true, [Entry(), Entry(url: path + "?page=1", status: 503, text: nil)]),
    ("error (status 0)", true, [Entry(), Entry(url: path + "?page=1", status: 0, type: "", text: nil)]),
    ("bytes of the answer", true, [Entry(size: 100_000)]), ("bytes of the answer", true, [Entry(size: 3)]),
    ("does not hold the answer", false, [Entry(text: nil)]), ("does not hold the answer", false, [Entry(text: "")]),
    ("does not hold the answer", false, [Entry(status: 304, text: nil)]),
    ("does not say", true, [Entry(size: -1)]), ("status 206", true, [Entry(status: 206)]),
    ("not read; save", false, [Entry(text: "???", encoding: "base64")]),
    ("not read; save", false, [Entry(encoding: "gzip")]),
    ("which differ", true, [Entry(), Entry(text: units("B", "2"))]),
    ("error (status 500)", true, [Entry(), Entry(status: 500, text: nil)]),
    ("no known kind", false, [Entry(url: "https://a.example/x", text: #"[{"what": 1}]"#)]),
    ("no answer in JSON", false, [Entry(type: "text/html", text: "<html>")]),
    ("no answer in JSON", false, []),
    (
      "more than one user", false,
      [
        Entry(headers: #"{"name": "Authorization", "value": "Bearer \#(jwt).eyJzdWIiOiJhIn0.x"}"#),
        Entry(
          url: path + "?page=1", headers: #"{"name": "authorization", "value": "Bearer \#(jwt).eyJzdWIiOiJiIn0.x"}"#),
      ]
    ),
    ("more than one user", false, [Entry(), Entry(url: "https://kitos.example/logout"), Entry(url: path + "?page=1")]),
  ]

  @Test(arguments: wrong.indices) func aWrongAnswerIsSaid(_ index: Int) throws {
    let row = Self.wrong[index]
    let loaded = try load(row.entries)
    #expect(!loaded.isComplete, "\(index)")
    let reasons = loaded.incompleteReasons.map(\.english).joined(separator: "\n")
    #expect(reasons.contains(row.said), "\(index): \(reasons)")
    let holes = loaded.holes("kitos.unit").filter { !$0.contains("(absent)") }
    #expect(holes.isEmpty != row.hasHoles, "\(index): \(holes)")
  }

  /// Answers that say no more than others do are counted, and the run is complete.
  static let good: [[Entry]] = [
    [Entry(), Entry()], [Entry(status: 401, text: "{}"), Entry()], [Entry(status: 304)], [Entry(type: "text/plain")],
    [Entry(size: units().utf8.count + 3)],
    [
      Entry(
        text:
          "W3sidXVpZCI6ICIzZmE4NWY2NC01NzE3LTQ1NjItYjNmYy0yYzk2M2Y2NmFmYTEiLCAibmFtZSI6ICJBIiwgInBhcmVudE9yZ2FuaXphdGlvblVuaXQiOiBudWxsfV0=",
        size: 95, encoding: "base64")
    ],
    [Entry(headers: #"{"name": "Authorization", "value": "Bearer \#(canary)"}"#)],
    [Entry(), Entry(url: "https://kitos.example/logout", status: 302, type: "", text: nil)],
  ]

  @Test(arguments: good.indices) func aRepeatedAnswerCountsOnce(_ index: Int) throws {
    let loaded = try load(Self.good[index])
    #expect(loaded.isComplete, "\(index): \(loaded.incompleteReasons)")
    #expect(loaded.facts("kitos.unit").count == 1, "\(index)")
  }

  @Test func aCutRecordingIsIncomplete() throws {
    let whole = Array(Self.har([Entry(), Entry(url: Self.path + "?page=1", text: Self.units("B", "2"))]).utf8)
    for count in stride(from: 20, to: whole.count, by: 97) {
      let folder = try LoadingFolder(["units.json": Self.units()])
      try folder.write("x.har", Array(whole[..<count]))
      let loaded = try folder.load()
      #expect(!loaded.isComplete, "\(count)")
      #expect(!"\(loaded.files) \(loaded.incompleteReasons)".contains(Self.canary), "\(count)")
    }
  }

  @Test func aRecordingWithinAnArchiveIsNotRead() throws {
    let folder = try LoadingFolder()
    try folder.write("x.zip", WorkbookMaker(files: [("a.har", Array(Self.har([Entry()]).utf8))]).bytes)
    let loaded = try folder.load()
    #expect(!loaded.isComplete && !"\(loaded.files) \(loaded.incompleteReasons)".contains(Self.canary))
  }
}
