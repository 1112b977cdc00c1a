/// The lines above the titles of a table of delimited text: the name of a report, the day of its print, blank lines.
package struct CSVHeading {
  /// How many lines that hold something stand above the titles.
  package let lines: Int
  /// The line of the titles, from 1.
  package let titleLine: Int
  /// The text with nothing but the ends of those lines left of them, so that every line keeps its number.
  package let text: [UInt8]

  /// Lines that are looked at, and bytes behind each.
  private static let lineLimit = 20
  private static let sampleBytes = 64 * 1024

  /// Looks for titles in the first lines; `nil` where no line holds any, or what stands above them may be rows: a line with
  /// more than half as many filled cells as there are titles, or one that opens a quote.
  package init?(_ utf8: [UInt8], areTitles: ([String]) -> Bool) {
    var start = 0
    var held: [ArraySlice<UInt8>] = []
    for line in 1...Self.lineLimit {
      guard start < utf8.count else { return nil }
      let end = utf8[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? utf8.count
      let content = utf8[start..<end]
      if !content.allSatisfy({ $0 <= 0x20 }) {
        let table = CSVTable.read(Array(utf8[start...].prefix(Self.sampleBytes)), options: .headerOnly)
        if areTitles(table.header) {
          guard line > 1 else { return nil }
          let titles = table.header.count { !$0.isEmpty }
          guard held.allSatisfy({ Self.cells($0, table.delimiter) * 2 <= titles }) else { return nil }
          let above = utf8[..<start].filter { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
          lines = held.count
          titleLine = line
          text = above + utf8[start...]
          return
        }
        guard content.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else { return nil }
        held.append(content)
      }
      let isPair = end + 1 < utf8.count && utf8[end] == UInt8(ascii: "\r") && utf8[end + 1] == UInt8(ascii: "\n")
      start = end + (isPair ? 2 : 1)
    }
    return nil
  }

  /// How many cells of a line hold something.
  private static func cells(_ line: ArraySlice<UInt8>, _ delimiter: UInt8) -> Int {
    line.split(separator: delimiter).count { !Blank.isBlank(String(decoding: $0, as: UTF8.self)) }
  }
}
