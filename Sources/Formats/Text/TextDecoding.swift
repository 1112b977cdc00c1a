internal import CSimdjson

/// From the bytes of a file to UTF-8.
public enum TextDecoding {
  /// A byte that occurs in no valid UTF-8. It stands for what could not be decoded, so that the reader of the format
  /// refuses the record that holds it, and only that one.
  static let undecodable: UInt8 = 0xFF

  /// Decodes UTF-8 with or without a byte-order mark, UTF-16 with one or with the NUL bytes that give it away, and
  /// otherwise Windows-1252 where the caller allows it.
  ///
  /// Windows-1252 is taken only for a text that holds no multi-byte character of UTF-8 at all: a UTF-8 file with one
  /// damaged byte is still UTF-8, and reading it otherwise would garble every `æ`, `ø` and `å` in it in silence.
  /// Damaged bytes are left in place for the reader of the format, which refuses the record that holds them. Linear.
  public static func decode(
    _ bytes: [UInt8], allowWindows1252: Bool
  ) -> (text: [UInt8], encoding: TextEncoding, problems: [FormatProblem]) {
    if let problem = utf32(bytes) { return ([], .utf8, [problem]) }
    let wide = bytes.withUnsafeBufferPointer { wideEncoding(of: $0) }
    if let wide {
      let (text, problems) = decodeUTF16(bytes, isLittleEndian: wide == .utf16LittleEndian)
      return (text, wide, problems)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes.dropFirst(3)), .utf8WithMark, []) }
    if allowWindows1252, isWindows1252(bytes) { return (decodeWindows1252(bytes), .windows1252, []) }
    return (bytes, .utf8, [])
  }

  /// What is said of a text of four bytes a character, by its byte-order mark or by the three NUL bytes of most of them.
  public static func utf32(_ bytes: [UInt8]) -> FormatProblem? {
    let sample = min(bytes.count & ~3, 512)
    var little = 0
    var big = 0
    for at in stride(from: 0, to: sample, by: 4) {
      // No character is past U+10FFFF: the high byte is NUL in all, and the next is below 0x11.
      if bytes[at + 3] == 0, bytes[at + 2] <= 0x10, bytes[at] != 0 || bytes[at + 1] != 0 { little += 1 }
      if bytes[at] == 0, bytes[at + 1] <= 0x10, bytes[at + 2] != 0 || bytes[at + 3] != 0 { big += 1 }
    }
    let isMarked = bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF])
    guard isMarked || sample >= 8 && max(little, big) * 4 == sample else { return nil }
    return FormatProblem(
      code: "unsupported-encoding", message: "the file is UTF-32, which is not read",
      help: "save it as UTF-8, in an editor by “save as” or with `iconv -f UTF-32 -t UTF-8`",
      isFatal: true)
  }

  /// UTF-16 by its byte-order mark, or by NUL in every other byte of a text that starts with ASCII.
  static func wideEncoding(of bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return .utf16LittleEndian }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return .utf16BigEndian }
    let sample = min(bytes.count & ~1, 512)
    var evenNULs = 0
    var oddNULs = 0
    for at in stride(from: 0, to: sample, by: 2) {
      if bytes[at] == 0 { evenNULs += 1 }
      if bytes[at + 1] == 0 { oddNULs += 1 }
    }
    // Mostly Latin text: at least three quarters of one half are NUL, and hardly any of the other.
    let half = sample / 2
    if oddNULs * 4 >= half * 3, evenNULs * 8 <= half { return .utf16LittleEndian }
    if evenNULs * 4 >= half * 3, oddNULs * 8 <= half { return .utf16BigEndian }
    return nil
  }

  static func byteOrderMarkLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// True if the bytes are well-formed UTF-8.
  static func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    firstInvalid(in: bytes) == bytes.count
  }

  /// The offset of the first byte that is not well-formed UTF-8, or the length.
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    sj_first_invalid_utf8(bytes.baseAddress, bytes.count)
  }

  // MARK: - UTF-16

  private static func decodeUTF16(_ bytes: [UInt8], isLittleEndian: Bool) -> ([UInt8], [FormatProblem]) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + 16)
    func unit(_ at: Int) -> UInt32 {
      isLittleEndian
        ? UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 : UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1])
    }
    let end = bytes.count & ~1
    var at = unit(0) == 0xFEFF ? 2 : 0
    while at < end {
      var point = unit(at)
      at += 2
      if point >= 0xD800, point <= 0xDFFF {
        guard point < 0xDC00, at < end, unit(at) >= 0xDC00, unit(at) <= 0xDFFF else {
          text.append(undecodable)
          continue
        }
        point = 0x10000 + (point - 0xD800) << 10 + (unit(at) - 0xDC00)
        at += 2
      }
      append(point, to: &text)
    }
    guard end < bytes.count else { return (text, []) }
    let line = LineIndex.count(text)
    let problem = FormatProblem(
      code: "truncated", message: "the file ends in the middle of a UTF-16 character", line: line,
      help: "the file was cut off; export it again", isFatal: true)
    return (text, [problem])
  }

  private static func append(_ point: UInt32, to text: inout [UInt8]) {
    if point < 0x80 {
      text.append(UInt8(point))
    } else if point < 0x800 {
      text.append(UInt8(0xC0 | point >> 6))
      text.append(UInt8(0x80 | point & 0x3F))
    } else if point < 0x10000 {
      text.append(UInt8(0xE0 | point >> 12))
      text.append(UInt8(0x80 | point >> 6 & 0x3F))
      text.append(UInt8(0x80 | point & 0x3F))
    } else {
      text.append(UInt8(0xF0 | point >> 18))
      text.append(UInt8(0x80 | point >> 12 & 0x3F))
      text.append(UInt8(0x80 | point >> 6 & 0x3F))
      text.append(UInt8(0x80 | point & 0x3F))
    }
  }

  // MARK: - Windows-1252

  /// True for a text that is not UTF-8 and holds none of its multi-byte characters.
  private static func isWindows1252(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      var at = 0
      var isDamaged = false
      while at < buffer.count {
        let next = at + sj_first_invalid_utf8(base + at, buffer.count - at)
        if buffer[at..<next].contains(where: { $0 >= 0x80 }) { return false }
        guard next < buffer.count else { break }
        isDamaged = true
        at = next + 1
      }
      return isDamaged
    }
  }

  private static func decodeWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0..<0x80: text.append(byte)
      case 0x80..<0xA0:
        let point = windows1252[Int(byte) - 0x80]
        if point == 0 { text.append(undecodable) } else { append(point, to: &text) }
      default: append(UInt32(byte), to: &text)
      }
    }
    return text
  }

  /// 0x80 to 0x9F; 0 where Windows-1252 defines nothing. The rest is as in Latin-1.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}
