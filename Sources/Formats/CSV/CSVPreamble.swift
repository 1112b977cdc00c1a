/// The lines that some programs write before the header: `#TYPE …` (PowerShell) and `sep=;` (Excel).
struct CSVPreamble {
  /// Where the table starts, and on which line.
  private(set) var end = 0
  private(set) var line = 1
  /// The delimiter that a `sep=` line names.
  private(set) var delimiter: UInt8?

  init(_ text: UnsafeBufferPointer<UInt8>) {
    while end < text.count {
      var stop = end
      while stop < text.count, text[stop] != UInt8(ascii: "\n"), text[stop] != UInt8(ascii: "\r") { stop += 1 }
      let content = text[end..<stop]
      if content.starts(with: "#TYPE ".utf8) || content.starts(with: "\"#TYPE ".utf8) {
        // Skipped.
      } else if content.count == 5, content.starts(with: "sep=".utf8), let named = content.last {
        delimiter = named
      } else {
        return
      }
      if stop < text.count { line += 1 }
      let isPair = stop + 1 < text.count && text[stop] == UInt8(ascii: "\r") && text[stop + 1] == UInt8(ascii: "\n")
      end = min(stop + (isPair ? 2 : 1), text.count)
    }
  }
}
