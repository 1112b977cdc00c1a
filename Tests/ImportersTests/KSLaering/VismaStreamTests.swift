import FactStore
import Importers
import TestSupport
import Testing

@testable import ImportCore
@testable import ImportKSLaering

/// Documents of Visma come in blocks, packed or not and in several encodings, and say the same however they come.
@Suite struct VismaStreamTests {
  static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <personsXML><!-- <person personIdHRM="9"/> -->
    <person personIdHRM="1" note="a > b"
      validFromDate="2020-01-01"><employments><employment><employeeId> 1<!-- 2 -->1<name>5</name>7 </employeeId>
    <positions><position isPrimaryPosition="true"><chart id="101"><unit id="10&#x30;1"/></chart>
    <positionStartDate>2024-01-01</positionStartDate></position></positions></employment></employments>
    <familyName>Kj&#xE6;r &amp; <![CDATA[<Søn>]]></familyName><givenName>\u{A0}Åse\u{A0}</givenName><ssn>15818410074</ssn></person>
    <person personIdHRM="2"><familyName>Øst</familyName><person><ssn>5</ssn></person></person>
    </personsXML>
    """

  /// What the persons of a document come to, and what ended it, where it comes in blocks of these sizes, the last for all that is left.
  static func read(_ bytes: [UInt8], by sizes: [Int]) -> (people: [String], cut: Damage?) {
    var people: [String] = []
    var sizes = sizes[...]
    var at = 0
    let cut = VismaXMLReader.forEach(
      .person,
      in: { buffer in
        let size = sizes.count > 1 ? sizes.removeFirst() : sizes.first!
        let count = min(size, buffer.count, bytes.count - at)
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[at..<at + count])) }
        at += count
        return count
      }
    ) { element, isRoot in
      let record = VismaPersonReader.read(element, path: "v")
      let rows = record.rows.map { row in
        "\(row.relation):\(row.line) \(row.cells.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })"
      }
      people.append("\(isRoot) \(record.line) \(rows) \(record.gaps.map(\.missing)) \(record.problems.map(\.message))")
    }
    return (people, cut)
  }

  @Test func theBlocksMakeNoDifference() {
    let bytes = Array(Self.text.utf8)
    let whole = Self.read(bytes, by: [.max])
    #expect(whole.people.count == 2 && whole.cut == nil)
    for text in ["Åse Kjær & <Søn>", "117", "101-1001"] { #expect(whole.people[0].contains(text)) }
    for split in 1..<bytes.count {
      let read = Self.read(bytes, by: [split, .max])
      #expect(read.people == whole.people && read.cut == nil, "split at \(split)")
    }
    #expect(Self.read(bytes, by: [1]).people == whole.people)
  }

  @Test func aCutAtEveryByteIsTold() {
    let bytes = Array(Self.text.utf8)
    let whole = Self.read(bytes, by: [.max])
    for count in bytes.indices {
      let read = Self.read(Array(bytes[..<count]), by: [100])
      #expect(read.cut != nil && whole.people.starts(with: read.people), "cut at \(count)")
    }
  }

  // MARK: Limits

  /// What the parser must never be given, found by looking at every byte.
  private static func longTag(_ bytes: [UInt8]) -> Int? {
    var (start, line) = (Int?.none, 1)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<") { start = index }
      if byte == UInt8(ascii: ">") { start = nil }
      if byte == UInt8(ascii: "\n") { line += 1 }
      if let start, index - start > VismaTree.tagLimit { return line }
    }
    return nil
  }

  @Test(arguments: [1_000, 8_192, 8_193, 65_536, 1 << 20])
  func aTagThatIsTooLongIsToldWhereverBlocksEnd(_ size: Int) {
    let first = #"<personsXML><person personIdHRM="1"/>"# + "\n"
    for length in VismaTree.tagLimit - 24...VismaTree.tagLimit + 2 {
      for filling in ["x", ">", "\n"] {
        let middle = String(repeating: "x", count: length / 2) + filling
        let value = middle + String(repeating: "y", count: length - length / 2 - 1)
        let text = first + #"<person id=""# + value + #""/>"# + String(repeating: " ", count: 20_000) + "</personsXML>"
        let expected = Self.longTag(Array(text.utf8))
        let read = Self.read(Array(text.utf8), by: [size])
        #expect(read.cut?.place.line == expected, "\(length) by \(size)")
        #expect(read.people.count == (expected == nil ? 2 : 1))
        #expect(read.cut.map { "\($0.text)" } == expected.map { _ in "a tag is longer than 8192 bytes" })
      }
    }
  }

  @Test func whatIsNoDocumentOfVismaIsRefused() {
    let deep = String(repeating: "<a>", count: 65)
    let documents = [
      "<!DOCTYPE personsXML [<!ENTITY a 'b'>]><personsXML>&a;</personsXML>", "<personsXML>\(deep)",
      "<?xml version='1.0' encoding='EBCDIC-CP-DK'?><personsXML/>", "<personsXML/><personsXML/>", "", "personer",
    ]
    for text in documents {
      let read = Self.read(Array(text.utf8), by: [7])
      #expect(read.cut != nil && read.people.isEmpty, "\(text)")
    }
  }

  @Test func linesPast65535AreRight() {
    let text = "<personsXML>" + String(repeating: "\n", count: 70_000) + "<person/>\n\n"
    let read = Self.read(Array(text.utf8), by: [4_096])
    #expect(read.people.count == 1 && read.people[0].hasPrefix("false 70001 "))
    #expect(read.cut?.place.line == 70_003)
  }

  // MARK: Files

  private static func load(_ bytes: [UInt8], as kinds: [String] = []) throws -> LoadedSources {
    let folder = try LoadingFolder()
    try folder.write("v", bytes)
    return try folder.load(as: kinds)
  }

  private static func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittleEndian ? bytes : bytes.reversed()
    }
  }

  @Test func everyEncodingSaysTheSame() throws {
    func document(_ encoding: String) -> String {
      """
      <?xml version="1.0" encoding="\(encoding)"?>
      <personsXML><person personIdHRM="1"><familyName>Østgård</familyName><givenName>Åse</givenName></person></personsXML>
      """
    }
    let latin = document("ISO-8859-1").unicodeScalars.map { UInt8($0.value) }
    for bytes in [
      Array(document("UTF-8").utf8), [0xEF, 0xBB, 0xBF] + Array(document("UTF-8").utf8), latin,
      Self.utf16(document("UTF-16"), isLittleEndian: true), Self.utf16(document("UTF-16"), isLittleEndian: false),
    ] {
      let loaded = try Self.load(bytes)
      #expect(loaded.facts("visma.person?name") == ["Visma 1 | Åse Østgård"])
      #expect(loaded.files[0].sha256 == Digest.of(bytes))
    }
  }

  @Test func aPackedFileSaysTheSame() throws {
    let bytes = Array(Self.text.utf8)
    let packed = PackedFile.gzip(bytes)
    let loaded = try Self.load(packed)
    #expect(loaded.facts("visma.person") == ["Visma 1", "Visma 2"] && loaded.files[0].sha256 == Digest.of(packed))
    for count in [packed.count - 8, packed.count - 40, packed.count / 2] {
      let cut = try Self.load(Array(packed[..<count]))
      #expect(!cut.isComplete && cut.holes("visma.person").contains("* (truncated)"))
    }
  }

  @Test func aLargeFileSaysTheSame() throws {
    let person = Self.text.split(separator: "\n")[2...6].joined(separator: "\n")
    let people = (0..<2_500).map { person.replacing(#"personIdHRM="1""#, with: #"personIdHRM="\#($0)""#) }
    let bytes = Array("<personsXML>\(people.joined(separator: "\n"))</personsXML>".utf8)
    #expect(bytes.count > 1 << 20)
    let loaded = try Self.load(bytes)
    #expect(loaded.files[0].used == 2_500 && loaded.files[0].sha256 == Digest.of(bytes))
    #expect(loaded.facts("visma.person").count == 2_500)
    let cut = try Self.load(Array(bytes.dropLast(30)))
    #expect(!cut.isComplete && cut.facts("visma.person").count == 2_499)
  }

  @Test func whatItIsToldToBeCounts() throws {
    let told = try Self.load(Array("<personsXML/>".utf8), as: ["v=visma.charts"])
    #expect(told.files[0].kind == "visma.charts" && told.files[0].isContradicted)
    #expect(told.holes("visma.unit").contains("* (page)"))
    let list = try Self.load(Array("[]".utf8), as: ["v=visma.persons"])
    #expect(list.holes("visma.person") == ["* (truncated)"])
  }
}
