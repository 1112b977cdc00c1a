import TestSupport
import Testing

@testable import ImportCore

/// A text that is passed over as spelling nothing out spells nothing out.
struct SpeltSignTests {
  /// What begins a sign, goes on with one, or stands beside it.
  private static let pieces = [
    "%", "=", "&", "\\", "_", "x", "X", "u", "U", "#", ";", "{", "}", "0", "2", "D", "a", "20", "C2", "A0", "nbsp", "g",
    "-", " ",
    "kitos.listed_user", "ø", "\u{200B}",
  ]

  @Test(arguments: 0..<8 as Range<UInt64>)
  func nothingIsSpeltOutWhereNothingMayBegin(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var (passedOver, spelt) = (0, 0)
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...9, using: &random)
      let text = PlainText((0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined())
      let signs = text.bytes.withUnsafeBufferPointer { bytes in
        bytes.indices.compactMap { SpeltSign(bytes, at: $0, [.percent, .program, .quoted]) }
      }
      if text.maySpellOut {
        spelt += signs.isEmpty ? 0 : 1
      } else {
        passedOver += 1
        #expect(signs.isEmpty, "\(String(decoding: text.bytes, as: UTF8.self))")
      }
    }
    #expect(passedOver > 500 && spelt > 100, "\(passedOver) texts passed over, \(spelt) with a sign")
  }
}
