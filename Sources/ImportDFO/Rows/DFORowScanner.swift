import Localization

/// Goes through rows whose fields are separated by `;`, where a backslash takes its meaning from the sign behind it.
struct DFORowScanner {
  private let text: [UInt8]
  private var at = 0
  private var line = 0

  init(_ text: [UInt8]) {
    self.text = text
    // A byte-order mark is no part of the first field.
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// Whether the last row has no line end, so that the file may have been cut off in it.
  var endsWithoutLineEnd: Bool { text.last.map { $0 != UInt8(ascii: "\n") } ?? false }

  struct Row {
    let line: Int
    let fields: Result<[String], Wrong>
  }

  struct Wrong: Error { let text: Phrase }

  /// The next row that holds something; `nil` behind the last.
  mutating func next() -> Row? {
    while at < text.count {
      line += 1
      let end = text[at...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      var bytes = text[at..<end]
      at = min(end + 1, text.count)
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      return Row(line: line, fields: Self.fields(bytes))
    }
    return nil
  }

  private static func fields(_ bytes: ArraySlice<UInt8>) -> Result<[String], Wrong> {
    guard !bytes.contains(0), !bytes.contains(UInt8(ascii: "\r")) else {
      return .failure(Wrong(text: Phrase("the row holds signs that no text has")))
    }
    guard bytes.contains(UInt8(ascii: "\\")) else {
      return .success(
        bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        })
    }
    var fields: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        fields[fields.count - 1].append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: ";") {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
      }
    }
    if isEscaped {
      return .failure(Wrong(text: Phrase("the row ends in a backslash, so that it may go on in the next")))
    }
    return .success(fields.map { String(decoding: $0, as: UTF8.self) })
  }
}
