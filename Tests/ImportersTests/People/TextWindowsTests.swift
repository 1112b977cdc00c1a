import TestSupport
import Testing

@testable import ImportCore

/// A long text is looked through in parts, and it must not show where they meet.
struct TextWindowsTests {
  /// Texts with numbers, texts that hold none, and words, one behind the other; of several kibibytes.
  private static func text(seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    let words = ["og", "Testesen;", "\n", "på ", " – ", "%20", "&nbsp;", "a", "\t", "ø", "𝟎", "{\"id\":", "x=3D", "."]
    var text = ""
    while text.utf8.count < 40 << 10 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        let (before, after) = IdentityNumberTests.frames.randomElement(using: &random)!
        text += before + IdentityNumberTests.numbers.randomElement(using: &random)! + after
      case 1: text += IdentityNumberTests.others.randomElement(using: &random)!
      default: text += words.randomElement(using: &random)!
      }
      if Int.random(in: 0..<3, using: &random) == 0 { text += " " }
    }
    return text
  }

  @Test(arguments: 0..<40) func partsSayWhatTheWholeSays(_ seed: Int) {
    var text = Self.text(seed: UInt64(seed))
    text.withUTF8 { bytes in
      let whole = NationalIdentity.masked(TextWindows(bytes: bytes, length: bytes.count, context: 0)) { _ in "#" }
      let parts = NationalIdentity.masked(TextWindows(bytes: bytes, length: 3 << 10, context: 1 << 9)) { _ in "#" }
      #expect(String(decoding: parts, as: UTF8.self) == String(decoding: whole, as: UTF8.self))
      #expect(whole.count < bytes.count)
    }
  }

  /// One number in a long text that has no other, at every place beside where two parts meet.
  @Test(arguments: [0, 1, 9, 10, 11, 12, 300, 511, 512, 513, 1023, 1024, 1025, 2047, 3071, 3072, 3073, 9000])
  func noNumberIsLostWherePartsMeet(_ place: Int) {
    for number in IdentityNumberTests.numbers {
      var text = String(repeating: "ord ", count: place / 4) + String(repeating: "o", count: place % 4) + " " + number
      text += " " + String(repeating: "ord ", count: 2000)
      text.withUTF8 { bytes in
        let windows = TextWindows(bytes: bytes, length: 3 << 10, context: 1 << 9)
        #expect(windows.contains { NationalIdentity.mayStand(in: $0) }, "\(number)")
        let masked = String(decoding: NationalIdentity.masked(windows) { _ in "#" }, as: UTF8.self)
        #expect(!masked.contains(number) && masked.contains(" # "), "\(number)")
      }
    }
  }

  /// Numbers without end, and digits without end: what is kept of a part is small, whatever the text is.
  @Test(arguments: ["018170-1234 ", "0181701234", "1", "018170-1234", "%30"])
  func aLongTextIsReadInParts(_ unit: String) {
    var text = String(repeating: unit, count: (1 << 20) / unit.utf8.count)
    var longest = 0
    var settled = 0
    text.withUTF8 { bytes in
      TextWindows(bytes: bytes).forEach { part in
        longest = max(longest, part.count)
        return []
      } _: { _, range in
        #expect(range.lowerBound == settled)
        settled = range.upperBound
      }
      #expect(settled == bytes.count)
    }
    #expect(longest <= TextWindows.length)
    #expect(!NationalIdentity.mayStand(in: NationalIdentity.masked(text)))
  }
}
