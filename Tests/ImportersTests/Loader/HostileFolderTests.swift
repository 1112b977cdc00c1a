import FactStore
import Formats
import FoundationEssentials
import Importers
import Testing

@testable import ImportCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Folders as strangers make them: names that are no text or look alike, links, depth, and what is no file.
@Suite struct HostileFolderTests {
  private static let table = "id,name,email,unit,start,end\n1,Aa,aa@kommune.example,U,2020-01-01,\n"

  private func create(_ folder: LoadingFolder, _ name: [UInt8], _ text: String = table) throws {
    let path = FilePath(folder.path).appending(name)
    let descriptor = path.withCString { creat($0, 0o644) }
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    try #require(bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count)
  }

  private func link(_ folder: LoadingFolder, _ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: target)
  }

  private func walk(_ folder: LoadingFolder, ignore: [PathPattern] = []) throws -> [FoundFile] {
    try FileWalker.walk([FilePath(folder.path)], configurationFolder: nil, ignore: ignore, steering: [])
  }

  // MARK: Names

  /// Pairs of names that are two files, however alike a `String` takes them for.
  static let pairs: [(first: [UInt8], second: [UInt8])] = [
    (Array("\u{E5}.csv".utf8), Array("a\u{30A}.csv".utf8)), (Array("\u{212B}.csv".utf8), Array("\u{C5}.csv".utf8)),
    ([0xE9] + Array(".csv".utf8), Array("\u{FFFD}.csv".utf8)),
    ([0xE9] + Array(".csv".utf8), [0xEA] + Array(".csv".utf8)),
    (Array("a.csv".utf8), Array("A.csv".utf8)), (Array("a.csv".utf8), Array("a.csv ".utf8)),
    (Array("a\n.csv".utf8), Array("a\\n.csv".utf8)), ([0xE9] + Array(".csv".utf8), Array("\\xE9.csv".utf8)),
    (Array("a\u{30A}.csv".utf8), Array("a\\u{30A}.csv".utf8)),
  ]

  @Test(arguments: pairs.indices) func twoNamesAreTwoFiles(_ index: Int) throws {
    let row = Self.pairs[index]
    let folder = try LoadingFolder()
    try create(folder, row.first)
    try create(folder, row.second, Self.table + "2,Bb,bb@kommune.example,U,2020-01-01,\n")
    let loaded = try folder.load()
    #expect(loaded.files.count == 2 && Set(loaded.files.map(\.path)).count == 2)
    #expect(loaded.isComplete && loaded.digests.count == 2 && Set(loaded.digests.map(\.sha256)).count == 2)
    #expect(loaded.facts("employees.person").count == 2)
  }

  @Test func foldersWithNamesThatLookAlikeAreTwo() throws {
    let folder = try LoadingFolder()
    for (number, name) in ["\u{E5}", "a\u{30A}"].enumerated() {
      try folder.write("\(name)/e.csv", Array((Self.table + "x\(number),B,,U,,\n").utf8))
    }
    #expect(try folder.load().files.map { Array($0.path.utf8) }.count == 2)
  }

  /// A pattern that was typed on a PC fits the file of a Mac, and the one of the PC.
  @Test func patternsFitNamesThatAreEqualAsUnicode() throws {
    let folder = try LoadingFolder()
    for name in ["\u{E5}.csv", "a\u{30A}.csv", "b.csv"] { try create(folder, Array(name.utf8)) }
    for pattern in ["\u{E5}.csv", "a\u{30A}.csv", "\u{E5}*", "?.csv", "[\u{E5}b].csv"] {
      let left = try walk(folder, ignore: [PathPattern(pattern)]).filter { $0.role == .source }
      #expect(left.count == (pattern.contains("b") || pattern == "?.csv" ? 0 : 1), "\(pattern)")
    }
  }

  @Test func aNameThatIsNoTextCanBeNamed() throws {
    let folder = try LoadingFolder()
    let name = Array("brugere p".utf8) + [0xE5] + Array(".csv".utf8)
    try create(folder, name)
    let path = FilePath(folder.path).appending(name)
    let loaded = try Loader(configuration: Configuration(.all), asOf: CalendarDate("2026-11-20")!).load([path.text])
    #expect(loaded.isComplete && loaded.files[0].path.hasSuffix("brugere p\\xE5.csv"))
  }

  // MARK: Depth and number

  /// Two thousand levels are read; no more than two folders are open at once.
  @Test func aDeepFolderIsReadToItsEnd() throws {
    let folder = try LoadingFolder()
    var path = FilePath(folder.path)
    while path.bytes.count + 10 < FilePath.lengthLimit {
      path = path.appending("d".utf8)
      try #require(path.withCString { mkdir($0, 0o755) } == 0)
    }
    let file = path.appending("e.csv".utf8)
    let descriptor = file.withCString { creat($0, 0o644) }
    try #require(descriptor >= 0)
    close(descriptor)
    let found = try walk(folder)
    #expect(found.map(\.role) == [.source] && found[0].path == file)
  }

  @Test func aPathThatIsTooLongIsNamed() throws {
    let folder = try LoadingFolder()
    let name = String(repeating: "d", count: 250)
    var here = try OpenFolder(FilePath(folder.path))
    var folders = [here]
    for _ in 0..<20 {
      try #require(mkdirat(here.descriptor, name, 0o755) == 0)
      here = try here.folder(name.utf8)
      folders.append(here)
    }
    // By its path nothing could be removed.
    defer { for folder in folders.dropLast().reversed() { unlinkat(folder.descriptor, name, AT_REMOVEDIR) } }
    let found = try walk(folder)
    guard case .unreadable(let reason)? = found.first?.role, found.count == 1 else { throw Unexpected() }
    #expect(reason.contains("longer than the 4095 bytes"))
  }

  @Test func manyFilesAreFoundOnce() throws {
    let folder = try LoadingFolder()
    for number in 0..<10_000 { try create(folder, Array("f\(number)".utf8), "") }
    try link(folder, "again", to: ".")
    let found = try walk(folder)
    #expect(found.count == 10_001 && found.count { $0.role == .source } == 10_000)
    #expect(Set(found.map(\.shown)).count == found.count)
  }

  // MARK: Links and what is no file

  /// A link, where it leads, and what becomes of it; `file` is a file of the folder, and `../out` one beside it.
  static let links: [(name: String, target: String, says: String?)] = [
    ("l.csv", "file", "under its own name"), ("l.csv", ".store/e.csv", nil), ("l", "sub", "under its own name"),
    ("l", ".", "under its own name"), ("l", "l", "leads to itself"), ("l", "nowhere", "leads nowhere"),
    ("l", "../OUT/e.csv", "leaves the folder given"), ("l", "../OUT", "leaves the folder given"),
    ("l", "/etc", "leaves the folder given"), ("l", "/dev/null", "leaves the folder given"),
    ("l", "..", "leaves the folder given"),
    ("l", "/proc/self/environ", "leaves the folder given"),
  ]

  @Test(arguments: links.indices) func followsLinksThatStayWithin(_ index: Int) throws {
    let row = Self.links[index]
    let folder = try LoadingFolder([
      "file": Self.table, "sub/f.csv": Self.table + "x,y,,,,\n", ".store/e.csv": Self.table + "3,C,c@k.example,U,,\n",
    ])
    let outside = try LoadingFolder(["e.csv": Self.table])
    let name = String(outside.path.split(separator: "/").last!)
    try link(folder, row.name, to: row.target.replacing("OUT", with: name))
    let found = try walk(folder).first { $0.shown == row.name }
    switch found?.role {
    case .source: #expect(row.says == nil)
    case .ignored(let reason), .unreadable(let reason):
      #expect(row.says.map { reason.contains($0) } == true, "\(reason)")
    default: throw Unexpected()
    }
    let staysWithin = row.says == nil || row.says == "under its own name"
    #expect(try folder.load().incompleteReasons.contains { $0.contains("`\(row.name)`") } == !staysWithin)
  }

  /// Who links to the exports and names the link follows it.
  @Test func aLinkThatIsNamedIsFollowed() throws {
    let exports = try LoadingFolder(["e.csv": Self.table])
    let folder = try LoadingFolder()
    try link(folder, "to-folder", to: exports.path)
    try link(folder, "to-file.csv", to: exports.path + "/e.csv")
    for name in ["to-folder", "to-file.csv"] {
      let loaded = try Loader(configuration: Configuration(.all), asOf: CalendarDate("2026-11-20")!).load([
        "\(folder.path)/\(name)"
      ])
      #expect(loaded.isComplete && loaded.facts("employees.person").count == 1, "\(name)")
    }
  }

  @Test func whatIsNoFileIsNamedAndNeverWaitedFor() throws {
    let folder = try LoadingFolder(["e.csv": Self.table])
    try #require(mkfifo("\(folder.path)/pipe", 0o644) == 0)
    let loaded = try folder.load()
    #expect(loaded.file("pipe").problems[0].message.contains("pipe, socket or device"))
    #expect(!loaded.isComplete && loaded.facts("employees.person").count == 1)
  }

  /// Nothing but policies is passed over in a folder of policies, whoever says that it is one.
  @Test func exportsInAFolderOfPoliciesAreRead() throws {
    let folder = try LoadingFolder(["kitos/e.csv": Self.table, "kitos/a.policy": ""])
    let found = try FileWalker.walk(
      [FilePath(folder.path)], configurationFolder: nil, ignore: [], steering: [FilePath("\(folder.path)/kitos")])
    #expect(found.map(\.shown) == ["kitos", "kitos/e.csv"])
    #expect(found.last?.role == .source)
  }

  private struct Unexpected: Error {}
}
