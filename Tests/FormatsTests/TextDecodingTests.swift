import Formats
import Testing

/// From bytes to UTF-8, for every encoding.
@Suite struct TextDecodingTests {
  static let sample = "navn;enhed\r\nSøren Ærø;Å-værket €“x”\r\n😀;ﬁ\r\n"

  private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { littleEndian ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  @Test(arguments: [
    (Array(sample.utf8), TextEncoding.utf8), (Array("\u{FEFF}\(sample)".utf8), .utf8WithMark),
    (utf16("\u{FEFF}" + sample, littleEndian: true), .utf16LittleEndian),
    (utf16("\u{FEFF}" + sample, littleEndian: false), .utf16BigEndian),
    (utf16(sample, littleEndian: true), .utf16LittleEndian), (utf16(sample, littleEndian: false), .utf16BigEndian),
  ])
  func unicode(bytes: [UInt8], encoding: TextEncoding) {
    for allowed in [true, false] {
      let decoded = TextDecoding.decode(bytes, allowWindows1252: allowed)
      #expect(String(decoding: decoded.text, as: UTF8.self) == Self.sample)
      #expect(decoded.encoding == encoding)
      #expect(decoded.problems.isEmpty)
      let table = CSVTable.read(decoded.text)
      #expect(table.rows.map(\.cells) == [["Søren Ærø", "Å-værket €“x”"], ["😀", "ﬁ"]])
    }
  }

  @Test func windows1252() {
    let bytes = Array("navn;by\nS".utf8) + [0xF8] + Array("ren;".utf8) + [0xC5, 0x20, 0x80, 0x93, 0x9F, 0xFF, 0x0A]
    let decoded = TextDecoding.decode(bytes, allowWindows1252: true)
    #expect(decoded.encoding == .windows1252)
    #expect(CSVTable.read(decoded.text).rows.map(\.cells) == [["Søren", "Å €“Ÿÿ"]])
    let refused = TextDecoding.decode(bytes, allowWindows1252: false)
    #expect(refused.encoding == .utf8)
    #expect(CSVTable.read(refused.text).problems.map(\.code) == ["invalid-encoding"])
  }

  @Test func undefinedCharactersCostTheirRow() {
    let bytes = Array("a;b\n1;".utf8) + [0x81, 0x0A] + Array("2;".utf8) + [0xE6, 0x0A]
    let decoded = TextDecoding.decode(bytes, allowWindows1252: true)
    let table = CSVTable.read(decoded.text)
    #expect(table.rows.map(\.cells) == [["2", "æ"]])
    #expect(table.problems.map { "\($0.code)@\($0.line)" } == ["invalid-encoding@2"])
  }

  /// A UTF-8 file with one damaged byte is not Windows-1252, or every `ø` in it would be garbled.
  @Test func damagedUTF8StaysUTF8() {
    let bytes = Array("navn;by\nSøren;x\n".utf8) + [0xE6, 0x3B, 0x79, 0x0A] + Array("Bo;ø\n".utf8)
    let decoded = TextDecoding.decode(bytes, allowWindows1252: true)
    #expect(decoded.encoding == .utf8)
    let table = CSVTable.read(decoded.text)
    #expect(table.rows.map(\.cells) == [["Søren", "x"], ["Bo", "ø"]])
    #expect(table.problems.map(\.line) == [3])
  }

  @Test func halfCharacters() {
    let odd = TextDecoding.decode([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x62], allowWindows1252: false)
    #expect(odd.text == Array("a\n".utf8))
    #expect(odd.problems.map { "\($0.code)@\($0.line)" } == ["truncated@2"])
    let lone = TextDecoding.decode(
      [0xFF, 0xFE] + Self.utf16("a;b\n1;", littleEndian: true) + [0x00, 0xD8]
        + Self.utf16("\n2;3\n", littleEndian: true),
      allowWindows1252: false)
    let table = CSVTable.read(lone.text)
    #expect(table.rows.map(\.cells) == [["2", "3"]])
    #expect(table.problems.map(\.code) == ["invalid-encoding"])
  }

  @Test(arguments: [[0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61]] as [[UInt8]])
  func utf32IsRefused(bytes: [UInt8]) {
    #expect(TextDecoding.decode(bytes, allowWindows1252: true).problems.map(\.code) == ["unsupported-encoding"])
  }

  @Test func smallInputs() {
    for bytes: [UInt8] in [[], [0x61], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB], [0xEF, 0xBB, 0xBF], [0], [0, 0]] {
      for allowed in [true, false] {
        let decoded = TextDecoding.decode(bytes, allowWindows1252: allowed)
        _ = CSVTable.read(decoded.text)
        _ = JSONRecords.read(bytes)
        _ = YAMLReader.read(bytes)
      }
    }
  }

  @Test func lineIndex() {
    let index = LineIndex(Array("a\nb\r\n\rcd\n".utf8))
    #expect(index.lineCount == 5)
    #expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(index.line(at:)) == [1, 1, 2, 2, 2, 3, 4, 4, 4, 5])
    #expect(LineIndex([]).line(at: 0) == 1)
  }
}

/// Four bytes a character: named, and never taken for an empty file.
@Suite struct WideTextTests {
  private func utf32(_ text: String, isLittle: Bool, hasMark: Bool) -> [UInt8] {
    ((hasMark ? "\u{FEFF}" : "") + text).unicodeScalars.flatMap { scalar -> [UInt8] in
      let bytes = stride(from: 0, to: 32, by: 8).map { UInt8(scalar.value >> UInt32($0) & 0xFF) }
      return isLittle ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [true, false], [true, false])
  func utf32IsNamed(isLittle: Bool, hasMark: Bool) {
    for text in ["id,navn\n1,Ø\n", "[{\"a\":1}]", "<a/>", "\u{1F600} a b"] {
      let (read, _, problems) = TextDecoding.decode(
        utf32(text, isLittle: isLittle, hasMark: hasMark), allowWindows1252: true)
      #expect(read.isEmpty && problems.map(\.code) == ["unsupported-encoding"], "\(text)")
      #expect(problems[0].message.english.contains("UTF-32") && problems[0].help.english.contains("UTF-8"))
    }
  }

  @Test func otherTextsAreNot() {
    for text in ["", "a", "abcd", "id,navn\n1,Ø\n"] {
      #expect(TextDecoding.utf32(Array(text.utf8)) == nil)
      #expect(TextDecoding.utf32(Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == nil)
    }
  }
}
