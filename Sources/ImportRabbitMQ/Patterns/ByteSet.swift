/// A set of bytes.
struct ByteSet: Hashable, Sendable {
  private var words = SIMD4<UInt64>(repeating: 0)

  static let all = ByteSet().inverted

  init() {}

  init(_ bytes: some Sequence<UInt8>) { for byte in bytes { insert(byte) } }

  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  mutating func formUnion(_ other: ByteSet) { words |= other.words }

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  var inverted: ByteSet {
    var set = ByteSet()
    set.words = ~words
    return set
  }
}

/// What `\d`, `\w` and `\s` mean. Bytes beyond ASCII are letters or not by the tables that the engine was built with.
enum ByteTable: CaseIterable, Sendable {
  /// No byte beyond ASCII is anything; a vertical tab is space.
  case ascii
  /// Letters, digits and spaces of ISO 8859-1, as wide as a table can have them; a vertical tab is no space, as in old engines.
  case latin

  /// The class of an escape; `nil` for a letter that names none.
  func set(ofEscape letter: UInt8) -> ByteSet? {
    switch letter {
    case UInt8(ascii: "d"): digits
    case UInt8(ascii: "D"): digits.inverted
    case UInt8(ascii: "w"): word
    case UInt8(ascii: "W"): word.inverted
    case UInt8(ascii: "s"): space
    case UInt8(ascii: "S"): space.inverted
    default: nil
    }
  }

  private var digits: ByteSet { ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9")) }

  private var word: ByteSet {
    var set = digits
    set.formUnion(ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z")))
    set.formUnion(ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z")))
    set.insert(UInt8(ascii: "_"))
    if self == .latin {
      for byte in UInt8(0xC0)...0xFF where byte != 0xD7 && byte != 0xF7 { set.insert(byte) }
      for byte: UInt8 in [0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA] { set.insert(byte) }
    }
    return set
  }

  private var space: ByteSet {
    switch self {
    case .ascii: ByteSet([9, 10, 11, 12, 13, 32])
    case .latin: ByteSet([9, 10, 12, 13, 32, 0x85, 0xA0])
    }
  }
}
