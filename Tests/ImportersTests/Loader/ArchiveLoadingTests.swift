import FactStore
import Formats
import Importers
import TestSupport
import Testing

@testable import ImportCore

/// Archives of exports: what they hold is read as the files of a folder are.
@Suite struct ArchiveLoadingTests {
  private static let table = "id,name,email,unit,start,end\n1,Aa,aa@kommune.example,U,2020-01-01,\n"
  private static let other = "id,name,email,unit,start,end\n2,Bb,bb@kommune.example,U,2020-01-01,\n"
  private static let units = """
    [{"uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "name": "A", "parentOrganizationUnit": null}]
    """

  private static func zip(_ files: [(String, String)], _ change: (inout WorkbookMaker) -> Void = { _ in }) -> [UInt8] {
    var maker = WorkbookMaker(files: files.map { ($0.0, Array($0.1.utf8)) })
    change(&maker)
    return maker.bytes
  }

  private func folder(_ archive: [UInt8], _ others: [String: String] = [:]) throws -> LoadingFolder {
    let folder = try LoadingFolder(others)
    try folder.write("x.zip", archive)
    return folder
  }

  @Test func anEntryIsADocumentOfItsOwn() throws {
    let bytes = Self.zip([("hr/a.csv", Self.table), ("b.csv", Self.other)])
    let loaded = try folder(bytes).load()
    #expect(loaded.isComplete, "\(loaded.incompleteReasons)")
    #expect(loaded.files.map(\.path) == ["x.zip", "x.zip/b.csv", "x.zip/hr/a.csv"])
    #expect(loaded.facts("employees.person").count == 2)
    #expect(loaded.file("x.zip").kind == SourceReport.archiveKind)
    #expect(loaded.file("x.zip").sha256 == Digest.of(bytes))
    #expect(loaded.file("x.zip/hr/a.csv").sha256 == Digest.of(Array(Self.table.utf8)))
    #expect(loaded.file("x.zip/hr/a.csv").kind == "organisation.employees")
  }

  /// Litter, hidden files, configurations and policies are what they are in a folder.
  @Test func aFolderAndItsArchiveAreTreatedAlike() throws {
    let files = [
      "Thumbs.db": "\u{D0}\u{1}", "__MACOSX/._a.csv": "x", ".DS_Store": "x", ".hidden/a.csv": Self.table,
      "a.csv": Self.table,
      "tilsyn.yaml": "sources: []\n", "waivers.yaml": "x", "b/x.policy": "x", "README.md": "# Text\n", "~$a.xlsx": "",
      "unknown.bin": "abc", "unknown.json": #"[{"what": 1}]"#, "empty.csv": "",
    ]
    let unpacked = try LoadingFolder(files).load()
    let packed = try folder(Self.zip(files.sorted { $0.key < $1.key })).load()
    func told(_ loaded: LoadedSources) -> [String] {
      loaded.files.filter { $0.path != "x.zip" }.map { file in
        let path = file.path.hasPrefix("x.zip/") ? String(file.path.dropFirst(6)) : file.path
        return "\(path) \(file.kind ?? "-") \(file.records) \(file.sha256) \(file.notes.map(\.english)) "
          + "\(file.problems.map { $0.message.english })"
      }
    }
    #expect(told(packed) == told(unpacked))
    #expect(!packed.isComplete && packed.incompleteReasons.count == unpacked.incompleteReasons.count)
    #expect(packed.warnings.count == unpacked.warnings.count)
  }

  @Test func anArchiveBesideItsFilesIsACopy() throws {
    let twice = try LoadingFolder(["a.csv": Self.table, "copy/a.csv": Self.table]).load()
    let packed = try folder(Self.zip([("a.csv", Self.table)]), ["a.csv": Self.table]).load()
    #expect(packed.isComplete == twice.isComplete)
    #expect(packed.facts("employees.person") == twice.facts("employees.person"))
    #expect(packed.holes("employees.person") == twice.holes("employees.person"))
  }

  /// What `sources`, `ignore` and `--as` name is an entry by its path.
  @Test func anEntryIsNamed() throws {
    let organisation = "00000000-0000-4000-8000-00000000000a"
    let folder = try folder(Self.zip([("a/units.json", Self.units), ("b.csv", "x")]))
    let loaded = try folder.load(
      as: ["x.zip/a/units.json=kitos.api-v2.units,organisation=\(organisation),extracted_at=2026-11-19"],
      configuration: Configuration.read(Array("ignore: [\"x.zip/b.*\"]\n".utf8), path: "tilsyn.yaml", .all))
    #expect(loaded.isComplete, "\(loaded.incompleteReasons)")
    #expect(loaded.file("x.zip/a/units.json").extractedAt == CalendarDate("2026-11-19"))
    #expect(loaded.file("x.zip/b.csv").kind == SourceReport.ignoredKind)
  }

  /// Entries that are refused by themselves: the others are read.
  static let nested: [(name: String, content: [UInt8])] = [
    ("inner.zip", zip([("a.csv", table)])), ("inner", zip([("a.csv", table)])),
    ("a.csv.gz", PackedFile.gzip(Array(table.utf8))), ("empty.zip", zip([])),
  ]

  @Test(arguments: nested.indices) func anArchiveWithinIsNotRead(_ index: Int) throws {
    let row = Self.nested[index]
    let maker = WorkbookMaker(files: [(row.name, row.content), ("b.csv", Array(Self.other.utf8))])
    let loaded = try folder(maker.bytes).load()
    #expect(!loaded.isComplete && loaded.facts("employees.person").count == 1)
    #expect(loaded.incompleteReasons[0].contains("x.zip/\(row.name)"), "\(loaded.incompleteReasons)")
    #expect(loaded.incompleteReasons[0].contains("archive within an archive"))
  }

  @Test func aWorkbookIsNoArchiveThere() throws {
    let book = WorkbookMaker([("A", WorkbookMaker.rows([["id", "name", "email", "unit", "start", "end"]]))]).bytes
    let loaded = try folder(WorkbookMaker(files: [("a.xlsx", book)]).bytes).load()
    #expect(loaded.file("x.zip/a.xlsx").kind == "organisation.employees")
  }

  /// A damaged entry leaves the holes of a document of its kind.
  @Test func aBrokenChecksumLeavesHoles() throws {
    let loaded = try folder(Self.zip([("a.csv", Self.table)]) { $0.parts[0].breaksChecksum = true }).load()
    #expect(!loaded.isComplete)
    #expect(loaded.facts("employees.person").isEmpty && !loaded.holes("employees.person").isEmpty)
  }

  /// However an archive is cut, the run is incomplete.
  @Test func aCutArchiveIsIncomplete() throws {
    let whole = Self.zip([("a.csv", Self.table), ("b.csv", Self.other)])
    for count in stride(from: 4, to: whole.count, by: 7) {
      let loaded = try folder(Array(whole[..<count]), ["c.csv": Self.table]).load()
      #expect(!loaded.isComplete, "\(count)")
    }
  }

  /// What is said of an archive that is refused, or of an entry, leaves the holes of what it was to hold.
  @Test(arguments: ["x.zip", "x.zip/a.csv.gz"]) func aRefusedArchiveLeavesTheHolesOfItsKind(_ name: String) throws {
    let whole = Self.zip([("a.csv", Self.table)])
    let packed = WorkbookMaker(files: [("a.csv.gz", PackedFile.gzip(Array(Self.table.utf8)))]).bytes
    let loaded = try folder(name == "x.zip" ? Array(whole.dropLast(9)) : packed, ["b.csv": Self.other])
      .load(as: ["\(name)=organisation.employees"])
    #expect(!loaded.isComplete && !loaded.holes("employees.person").isEmpty, "\(loaded.incompleteReasons)")
  }

  @Test func aNameWithAnIdentityNumberIsMasked() throws {
    let loaded = try folder(Self.zip([("../08826134977.csv", Self.table)])).load()
    let told =
      "\(loaded.incompleteReasons.map(\.english)) \(loaded.files.flatMap { $0.problems.map { $0.message.english } })"
    #expect(!told.contains("08826134977") && told.contains("leads out of the archive"))
  }
}
