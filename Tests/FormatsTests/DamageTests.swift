import Budget
import Foundation
import TestSupport
import Testing

@testable import Formats

/// Every reader, and what it makes of a document that was cut off or changed: the same records, or a problem that says so.
@Suite struct DamageTests {
  /// What a reader made of bytes.
  struct Outcome: Equatable {
    var records: [String]
    var hasProblem: Bool
  }

  struct Reader: Sendable {
    var name: String
    var whole: [UInt8]
    /// From which length on a part looks like the format at all.
    var start = 1
    /// Whether a part always shows that it is one. A list of lines that ends with a line does not.
    var showsCut = true
    /// Records that a line cut in two may be beside those of the whole.
    var added = 0
    var read: @Sendable ([UInt8]) throws -> Outcome
  }

  static let readers: [Reader] = [
    Reader(name: "a JSON list", whole: Array(#"[{"a":1,"b":[true,"x"]},{"a":2},[],"ø"]"#.utf8), read: json),
    Reader(name: "a JSON object", whole: Array(#"{"a":[{"b":"x"},null],"c":{"d":-1.5e3}}"#.utf8), read: json),
    Reader(
      name: "JSON lines", whole: Array("{\"a\":1}\n{\"a\":\"ø\"}\n{\"b\":[]}\n".utf8), showsCut: false, read: json),
    Reader(name: "a table", whole: Array("a,b\n1,\"x\"\"y\"\n2,ø\n3,\n".utf8), showsCut: false, read: csv),
    Reader(name: "a workbook", whole: workbookBytes, read: workbook),
    Reader(name: "a page in HTML", whole: Array(html.utf8), start: 16, read: page),
    Reader(
      name: "a page in Markdown", whole: Array("# a\n\n- **b:** c\n\n|d|\n|-|\n|ø|\n".utf8), showsCut: false,
      added: 1, read: page),
    Reader(name: "YAML", whole: Array("a:\n  - {b: c}\n  - \"ø\"\n".utf8), showsCut: false, read: yaml),
  ]

  static let html = """
    <!DOCTYPE html><html><head><style>b > i {}</style></head><body><h1>a</h1><ul><li><strong>b:</strong> c</li></ul>
    <table><tr><th>d<td title='x'>e</table><!-- f --></body></html>
    """

  static let workbookBytes = WorkbookMaker([
    ("a", WorkbookMaker.rows([["Navn", "Email"], ["Mette", "m@b.example"]])), ("b", WorkbookMaker.rows([["x"]])),
  ]).bytes

  static let json: @Sendable ([UInt8]) -> Outcome = { bytes in
    let read = JSONRecords.read(bytes)
    var problem = !read.problems.isEmpty
    let records = read.records.compactMap { record -> String? in
      guard case .success(let node) = record.node else {
        problem = true
        return nil
      }
      return describe(node)
    }
    return Outcome(records: records, hasProblem: problem)
  }

  private static func describe(_ node: JSONNode) -> String {
    switch node.kind {
    case .object: "{" + node.members.map { $0.key + ":" + describe($0.value) }.joined(separator: ",") + "}"
    case .array: "[" + node.elements.map(describe).joined(separator: ",") + "]"
    case .bool: "\(node.bool!)"
    case .null: "null"
    default: "\(node.kind) " + (node.string ?? node.numberText ?? "")
    }
  }

  static let csv: @Sendable ([UInt8]) -> Outcome = { bytes in
    let table = CSVTable.read(bytes)
    return Outcome(
      records: [table.header.joined(separator: "|")] + table.rows.map { $0.cells.joined(separator: "|") },
      hasProblem: !table.problems.isEmpty || table.endsWithoutLineEnd)
  }

  static let workbook: @Sendable ([UInt8]) -> Outcome = { bytes in
    guard case .success(let book) = Workbook.read(bytes) else { return Outcome(records: [], hasProblem: true) }
    return Outcome(records: book.sheets.flatMap { $0.rows.map { "\($0.number) \($0.cells)" } }, hasProblem: false)
  }

  static let page: @Sendable ([UInt8]) -> Outcome = { bytes in
    guard let blocks = try? Page.read(bytes) else { return Outcome(records: [], hasProblem: true) }
    return Outcome(records: blocks.map { "\($0.content)" }, hasProblem: false)
  }

  static let yaml: @Sendable ([UInt8]) -> Outcome = { bytes in
    guard case .success(let node) = YAMLReader.read(bytes) else { return Outcome(records: [], hasProblem: true) }
    return Outcome(records: ["\(node)"], hasProblem: false)
  }

  @Test(arguments: readers.indices)
  func theWholeHasNoProblem(_ index: Int) throws {
    let reader = Self.readers[index]
    let outcome = try reader.read(reader.whole)
    #expect(!outcome.hasProblem && !outcome.records.isEmpty, "\(reader.name)")
  }

  @Test(arguments: readers.indices)
  func everyPartIsTheWholeOrAProblem(_ index: Int) throws {
    let reader = Self.readers[index]
    let whole = try reader.read(reader.whole)
    for length in reader.start..<reader.whole.count {
      let part = try reader.read(Array(reader.whole[..<length]))
      if part.hasProblem { continue }
      let most = whole.records.count + reader.added
      let fits = reader.showsCut ? part.records == whole.records : part.records.count <= most
      #expect(fits, "\(reader.name): \(length) of \(reader.whole.count) bytes")
    }
  }

  /// No text has these bytes.
  @Test(arguments: readers.indices, [0x00, 0xFF] as [UInt8])
  func everyDamagedByteIsNoticed(_ index: Int, _ byte: UInt8) throws {
    let reader = Self.readers[index]
    let whole = try reader.read(reader.whole)
    for place in reader.whole.indices where reader.whole[place] != byte {
      var damaged = reader.whole
      damaged[place] = byte
      let outcome = try reader.read(damaged)
      // A first byte in the place of another makes another format of it, which nothing is recognised in.
      if outcome.hasProblem || place == 0 { continue }
      #expect(outcome.records == whole.records, "\(reader.name): byte \(place)")
    }
  }

  /// Packed files have a checksum: every changed bit is noticed, or changes nothing.
  @Test func packedFilesAreWholeOrRefused() throws {
    let text = Array("[{\"a\":1},{\"a\":2}]\n".utf8)
    let packed = PackedFile.gzip(text)
    func read(_ bytes: [UInt8]) throws -> [UInt8]? {
      let path = FileManager.default.temporaryDirectory.appending(path: "packed-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: path) }
      try Data(bytes).write(to: URL(filePath: path))
      return try? ByteStream.whole(FilePath(path))
    }
    #expect(try read(packed) == text)
    #expect(try read(packed + packed) == text + text)
    for length in 4..<packed.count { #expect(try read(Array(packed[..<length])) == nil, "\(length) bytes") }
    for place in 3..<packed.count {
      for bit in 0..<8 {
        var damaged = packed
        damaged[place] ^= 1 << UInt8(bit)
        let outcome = try read(damaged)
        #expect(outcome == nil || outcome == text, "byte \(place), bit \(bit)")
      }
    }
    #expect(try read(packed + [1, 2, 3]) == nil)
  }
}
