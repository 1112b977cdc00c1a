import Budget
import TestSupport
import Testing

@testable import Formats

/// Archives, good and hostile ones.
@Suite struct ArchiveTests {
  typealias Change = @Sendable (inout WorkbookMaker) -> Void

  private static func made(_ change: Change) -> [UInt8] {
    var maker = WorkbookMaker(files: [("a.json", Array("[1]".utf8)), ("folder/b.csv", Array("id\n2\n".utf8))])
    change(&maker)
    return maker.bytes
  }

  private static func named(_ name: String) -> Change { { $0.parts[0].name = name } }

  private static func problem(_ bytes: [UInt8]) -> String? {
    do throws(FormatProblem) {
      _ = try Archive(bytes)
      return nil
    } catch {
      return error.code
    }
  }

  /// Archives that are refused as a whole, with the code of the reason.
  static let refused: [(code: String, change: Change)] = [
    ("zip-path", named("../a.json")), ("zip-path", named("x/../../a.json")), ("zip-path", named("..")),
    ("zip-path", named("/a.json")), ("zip-path", named("C:a.json")), ("zip-path", named("c:/a.json")),
    ("zip-path", named("x\\a.json")), ("zip-path", named("..\\a.json")), ("zip-path", named("")),
    ("zip-path", named("a\u{0}.json")), ("zip-path", named("a\n.json")), ("zip-path", named("a\u{7F}.json")),
    ("zip-path", named("x//a.json")), ("zip-path", named("./a.json")), ("zip-path", named("x/./a.json")),
    ("zip-path", named(String(repeating: "x", count: 5000))),
    ("zip-duplicate", named("folder/b.csv")), ("zip-duplicate", named("FOLDER/B.csv")),
    ("zip-duplicate", named("folder")), ("zip-duplicate", named("Folder")),
    (
      "zip-duplicate",
      {
        $0.parts[0].name = "\u{E5}.csv"
        $0.parts[1].name = "a\u{30A}.csv"
      }
    ),
    ("zip-link", { $0.parts[1].attributes = 0o120777 << 16 }), ("zip-encrypted", { $0.parts[1].flags = 1 }),
    ("zip-empty", { $0.parts = [] }),
    ("zip-empty", { $0.parts = [.init(name: "folder/", content: [])] }),
    ("zip-damaged", { $0.parts[0] = .init(name: "folder/", content: [1]) }),
    (
      "zip-too-many",
      { maker in
        maker.parts = (0...FormatLimits.archiveEntries).map { .init(name: "\($0)", content: []) }
      }
    ),
    ("zip-too-large", { $0.parts[0].claimedSize = 1 << 30 + 1 }),
    ("zip-bomb", { $0.parts[0].claimedSize = 2 << 20 }),
  ]

  @Test(arguments: refused.indices) func isRefused(_ index: Int) {
    let row = Self.refused[index]
    #expect(Self.problem(Self.made(row.change)) == row.code, "\(index)")
  }

  @Test func filesAreReadByTheirNames() throws {
    let archive = try Archive(Self.made { $0.parts.append(.init(name: "folder/", content: [])) })
    #expect(archive.entries.map { String(decoding: $0.name, as: UTF8.self) } == ["a.json", "folder/b.csv"])
    #expect(!archive.isDocument)
    var seen: [UInt8] = []
    var account = Account(.standard)
    let second = try ByteStream.whole(ByteSource.entry(archive, 1), account: &account) { seen += Array($0) }
    #expect(second == Array("id\n2\n".utf8) && seen == second)
    #expect(try ByteStream.start(of: ByteSource.entry(archive, 0), count: 2) == Array("[1".utf8))
    #expect(try ByteStream.opening(of: ByteSource.entry(archive, 0), limit: 100).isWhole)
    #expect(try !ByteStream.opening(of: ByteSource.entry(archive, 0), limit: 2).isWhole)
  }

  /// No beginning of an archive is one, nor is one with something behind it.
  @Test func aPartOfAnArchiveIsNone() {
    let whole = Self.made { _ in }
    #expect(Self.problem(whole) == nil)
    for count in 0..<whole.count { #expect(Self.problem(Array(whole[..<count])) != nil, "\(count)") }
    #expect(Self.problem(whole + [0]) != nil)
    #expect(Self.problem([0] + whole) != nil)
  }

  /// Whatever byte is another, the archive is refused, or an entry, or what is read is what was packed.
  @Test func aChangedByteChangesNoContent() throws {
    let whole = Self.made { _ in }
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0x11
      guard let archive = try? Archive(bytes) else { continue }
      for (index, entry) in archive.entries.enumerated() {
        guard let read = try? ByteStream.whole(ByteSource.entry(archive, index)) else { continue }
        #expect(read == Array("[1]".utf8) || read == Array("id\n2\n".utf8), "\(place) \(entry.name)")
      }
    }
  }

  /// What was unpacked before the damage is handed out, and then the damage.
  @Test func aBrokenChecksumIsMet() throws {
    let archive = try Archive(Self.made { $0.parts[0].breaksChecksum = true })
    let stream = try ByteStream(ByteSource.entry(archive, 0))
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = buffer.withUnsafeMutableBytes { stream.read(into: $0) }
    #expect(count == 3 && stream.failure?.code == "zip-damaged")
    #expect(throws: FormatProblem.self) { try ByteStream.whole(ByteSource.entry(archive, 0)) }
    #expect(try ByteStream.whole(ByteSource.entry(archive, 1)).count == 5)
  }

  @Test func aWorkbookIsADocument() throws {
    let bytes = WorkbookMaker([("A", WorkbookMaker.rows([["id"]]))]).bytes
    #expect(Archive.sniff(bytes) && Archive.beginsAsDocument(bytes))
    var maker = WorkbookMaker([("A", WorkbookMaker.rows([["id"]]))])
    maker.parts.swapAt(0, 5)
    #expect(try !Archive.beginsAsDocument(maker.bytes) && Archive(maker.bytes).isDocument)
  }
}
