/// A simple pattern that a whole text matches or not: `*` stands for any run of characters, `?` for exactly one.
///
/// Every other character stands for itself, upper and lower case differ, and there is no escape. A character is a
/// Unicode scalar, so `?` matches one `æ`. Time is at most the length of the text times that of the pattern: a `*` is
/// never looked at again once a later one was reached.
public struct Glob: Sendable, Hashable {
  private let pattern: [UInt8]

  package init(_ pattern: String) {
    self.pattern = Array(pattern.utf8)
  }

  /// True if the whole of a UTF-8 text matches.
  public func matches(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    pattern.withUnsafeBufferPointer { Glob.matches(utf8, $0) }
  }

  private static func matches(_ text: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>) -> Bool {
    var textAt = 0
    var patternAt = 0
    // Where to go on when what follows the last `*` does not fit: the pattern after it, the text one further on.
    var resume: (pattern: Int, text: Int)?
    while true {
      if patternAt < pattern.count, pattern[patternAt] == UInt8(ascii: "*") {
        patternAt += 1
        if patternAt == pattern.count { return true }
        resume = (patternAt, textAt)
        continue
      }
      if textAt == text.count {
        if patternAt == pattern.count { return true }
        // A later start would leave even less text.
        return false
      }
      if patternAt < pattern.count {
        if pattern[patternAt] == UInt8(ascii: "?") {
          patternAt += 1
          textAt = endOfCharacter(text, textAt)
          continue
        }
        if pattern[patternAt] == text[textAt] {
          patternAt += 1
          textAt += 1
          continue
        }
      }
      guard let last = resume else { return false }
      // `*` takes one character more.
      let next = endOfCharacter(text, last.text)
      resume = (last.pattern, next)
      patternAt = last.pattern
      textAt = next
    }
  }

  /// The offset after the character that starts at `start`.
  private static func endOfCharacter(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start + 1
    while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }
}
