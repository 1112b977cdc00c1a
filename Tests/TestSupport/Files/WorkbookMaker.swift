/// Makes workbooks, good and hostile ones: an archive of stored parts, written byte by byte.
package struct WorkbookMaker: Sendable {
  package struct Part: Sendable {
    package var name: String
    package var content: [UInt8]
    /// What the directory says that the part unpacks to, where that is a lie.
    package var claimedSize: UInt32?
    package var flags: UInt16 = 0
    package var attributes: UInt32 = 0
    package var breaksChecksum = false

    package init(name: String, content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  package var parts: [Part]

  static let types = """
    <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="xml" ContentType="application/xml"/></Types>
    """
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let root = """
    <Relationships><Relationship Id="r1" Type="\(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>
    """

  /// A workbook of sheets, each the XML of its rows.
  package init(
    _ sheets: [(name: String, rows: String)], strings: [String] = [], styles: String = "", properties: String = "",
    state: String = ""
  ) {
    let list = sheets.enumerated().map { #"<sheet name="\#($1.name)" sheetId="\#($0 + 1)" \#(state) r:id="s\#($0)"/>"# }
    let links = sheets.indices.map {
      #"<Relationship Id="s\#($0)" Type="\#(Self.relations)/worksheet" Target="worksheets/sheet\#($0).xml"/>"#
    }
    parts = [
      Part(name: "[Content_Types].xml", content: Array(Self.types.utf8)),
      Part(name: "_rels/.rels", content: Array(Self.root.utf8)),
      Part(
        name: "xl/workbook.xml",
        content: Array(
          "<workbook xmlns:r=\"\(Self.relations)\">\(properties)<sheets>\(list.joined())</sheets></workbook>".utf8)),
      Part(
        name: "xl/_rels/workbook.xml.rels",
        content: Array(
          ("<Relationships>\(links.joined())"
            + #"<Relationship Id="t" Type="\#(Self.relations)/sharedStrings" Target="sharedStrings.xml"/>"#
            + #"<Relationship Id="y" Type="\#(Self.relations)/styles" Target="/xl/styles.xml"/></Relationships>"#).utf8)
      ),
      Part(
        name: "xl/sharedStrings.xml",
        content: Array("<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>".utf8)),
      Part(name: "xl/styles.xml", content: Array("<styleSheet>\(styles)</styleSheet>".utf8)),
    ]
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        Part(
          name: "xl/worksheets/sheet\(index).xml",
          content: Array("<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>".utf8)))
    }
  }

  /// An archive of these files, which is no workbook.
  package init(files: [(name: String, content: [UInt8])]) {
    parts = files.map { Part(name: $0.name, content: $0.content) }
  }

  /// A sheet of texts, as inline strings.
  package static func rows(_ table: [[String]]) -> String {
    table.enumerated().map { number, cells in
      "<row r=\"\(number + 1)\">"
        + cells.map { "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\($0)</t></is></c>" }.joined() + "</row>"
    }.joined()
  }

  package var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = UInt32(archive.count)
      let name = Array(part.name.utf8)
      let common = header(part, name)
      archive += [0x50, 0x4B, 3, 4]
      archive += common
      archive += name
      archive += part.content
      directory += [0x50, 0x4B, 1, 2]
      directory += two(0x0314)
      directory += common
      directory += [UInt8](repeating: 0, count: 6)
      directory += four(part.attributes)
      directory += four(offset)
      directory += name
    }
    let start = UInt32(archive.count)
    let size = UInt32(directory.count)
    archive += directory
    archive += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    archive += two(UInt16(parts.count))
    archive += two(UInt16(parts.count))
    archive += four(size)
    archive += four(start)
    archive += two(0)
    return archive
  }

  /// What the entry and the directory say alike.
  private func header(_ part: Part, _ name: [UInt8]) -> [UInt8] {
    let size = UInt32(part.content.count)
    var bytes = two(20)
    bytes += two(part.flags)
    bytes += [0, 0, 0, 0]
    bytes += two(0x5A21)
    bytes += four(part.breaksChecksum ? 17 : Self.checksum(part.content))
    bytes += four(size)
    bytes += four(part.claimedSize ?? size)
    bytes += two(UInt16(name.count))
    bytes += two(0)
    return bytes
  }

  private func two(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
  private func four(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
