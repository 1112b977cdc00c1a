import FactStore

/// A text as words and addresses of mail, by their places. Linear.
enum WordScan {
  /// A word with a hash of it as names are compared: without case, composed, `å` as `aa`.
  struct Word {
    var range: Range<Int>
    var hash: UInt64
  }

  enum Part {
    /// Words in a row, between which nothing stands that parts a name: at most four signs that are no part of a word.
    case words([Word])
    case address(Range<Int>)
  }

  private static let longestGap = 4

  static func parts(of bytes: UnsafeBufferPointer<UInt8>) -> [Part] {
    var parts: [Part] = []
    var run: [Word] = []
    var at = 0
    func end() {
      if !run.isEmpty { parts.append(.words(run)) }
      run = []
    }
    let addresses = addresses(in: bytes)
    var next = addresses.startIndex
    while at < bytes.count {
      if next < addresses.endIndex, at >= addresses[next].lowerBound {
        end()
        parts.append(.address(addresses[next]))
        at = addresses[next].upperBound
        next += 1
        continue
      }
      let limit = next < addresses.endIndex ? addresses[next].lowerBound : bytes.count
      let start = at
      var isASCII = true
      while at < limit, case let length = lengthOfLetter(bytes, at), length > 0 {
        isASCII = isASCII && length == 1
        at += length
      }
      if at > start {
        if let last = run.last, start - last.range.upperBound > longestGap { end() }
        run.append(Word(range: start..<at, hash: hash(bytes[start..<at], isASCII)))
      } else {
        at += lengthOfScalar(bytes[at])
      }
    }
    end()
    return parts
  }

  // MARK: Addresses

  private static func addresses(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for sign in bytes.indices where bytes[sign] == UInt8(ascii: "@") {
      let floor = found.last?.upperBound ?? 0
      var start = sign
      while start > floor, isLocal(bytes[start - 1]) { start -= 1 }
      // Signs that a local part may have, and mostly are of the text around it.
      while start < sign, "'.".utf8.contains(bytes[start]) { start += 1 }
      var end = sign + 1
      while end < bytes.count, isDomain(bytes[end]) { end += 1 }
      while end > sign + 1, ".-".utf8.contains(bytes[end - 1]) { end -= 1 }
      if start < sign, end > sign + 1 { found.append(start..<end) }
    }
    return found
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte >= 0x80 || ".!#$%&'*+-_~".utf8.contains(byte)
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  // MARK: Words

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// The bytes of the letter, mark or digit at a place; 0 where there is none. What nobody sees is a part of the word.
  private static func lengthOfLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    if bytes[at] < 0x80 { return isAlphanumeric(bytes[at]) ? 1 : 0 }
    let length = min(lengthOfScalar(bytes[at]), bytes.count - at)
    guard let scalar = String(decoding: bytes[at..<at + length], as: UTF8.self).unicodeScalars.first else { return 0 }
    return UnicodeText.isWritten(scalar) || UnicodeText.isInvisible(scalar) ? length : 0
  }

  private static func lengthOfScalar(_ byte: UInt8) -> Int {
    switch byte {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xFF: 4
    default: 1
    }
  }

  private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ isASCII: Bool) -> UInt64 {
    if isASCII { return hash(bytes.lazy.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }) }
    return hash(UnicodeText.nameWords(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  /// FNV-1a, of a word that is folded already.
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
