import FactStore

/// A person as public registers show one: by name and date of birth, without a number. Two people may share both, so that
/// what rests on it is assumed.
///
/// Neither is kept. The digest is the same in every run, so that findings keep their fingerprints; it hides names and dates
/// from readers of a report, not from somebody who has the public register.
package enum AssumedPerson {
  private static let key = SipHash(low: 0x7469_6c73_796e_2e31, high: 0x7065_7273_6f6e_2e31)

  /// Collects the words of a name in any order and the date of birth.
  package struct Digest {
    private var sum: UInt64 = 0
    package private(set) var words = 0

    package init() {}

    /// Adds the words of a name; whatever is neither a letter nor a digit parts words. Letters count as capitals and in
    /// their compatible, composed form, and what nobody sees does not count.
    package mutating func add(name: UnsafeBufferPointer<UInt8>) {
      guard !AssumedPerson.isPlain(name) else { return add(composed: name) }
      var words = UnicodeText.words(String(decoding: name, as: UTF8.self)).joined(separator: " ")
      words.withUTF8 { add(composed: $0) }
    }

    private mutating func add(composed name: UnsafeBufferPointer<UInt8>) {
      var start = 0
      for at in 0...name.count {
        let isEnd = at == name.count || AssumedPerson.parts(name[at])
        guard isEnd else { continue }
        if at > start { add(word: UnsafeBufferPointer(rebasing: name[start..<at])) }
        start = at + 1
      }
    }

    private mutating func add(word: UnsafeBufferPointer<UInt8>) {
      words += 1
      // Sums do not depend on the order: registers write family names first or last.
      sum &+= withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { capital in
        var afterLead = false
        for (at, byte) in word.enumerated() {
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"): capital[at] = byte - 32
          // é, ø, å and the other small letters of Latin-1.
          case 0xA0...0xBE where afterLead && byte != 0xB7: capital[at] = byte - 32
          default: capital[at] = byte
          }
          afterLead = byte == 0xC3
        }
        return key.digest(UnsafeBufferPointer(rebasing: capital[..<word.count]))
      }
    }

    /// The digest as an identity: `person` and sixteen hexadecimal digits. `nil` without a name or a date.
    package func finish(birth: UnsafeBufferPointer<UInt8>) -> Identity? {
      guard words > 0, birth.count == 10 else { return nil }
      return Identity(raw: sum ^ key.digest(birth))
    }
  }

  /// The digest of a name and a date.
  package struct Identity: Hashable, Sendable {
    package var raw: UInt64

    package static let length = 23

    /// Writes `person 0123456789abcdef`.
    package func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
      let digits: StaticString = "0123456789abcdef"
      for (at, byte) in "person ".utf8.enumerated() { buffer[at] = byte }
      for place in 0..<16 {
        buffer[7 + place] = digits.utf8Start[Int(raw >> UInt64(60 - 4 * place) & 15)]
      }
    }

    package var text: String {
      String(unsafeUninitializedCapacity: Self.length) {
        write(to: $0)
        return Self.length
      }
    }
  }

  /// The identity of somebody, from texts.
  package static func identity(name: String, birth: String) -> Identity? {
    var digest = Digest()
    var name = name
    var birth = birth
    name.withUTF8 { digest.add(name: $0) }
    return birth.withUTF8 { digest.finish(birth: UnsafeBufferPointer(rebasing: $0.prefix(10))) }
  }

  /// Signs of ASCII. All others are gone by then.
  private static func parts(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(byte &- UInt8(ascii: "0") < 10) && !((byte | 0x20) &- UInt8(ascii: "a") < 26)
  }

  /// Whether a name is of ASCII and composed letters of Latin-1 that have a capital, as nearly all are: read without folding.
  private static func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var isSecond = false
    for byte in name {
      if isSecond {
        // Not × and ÷, and not ß and ÿ, whose capitals are elsewhere.
        if byte == 0x97 || byte == 0x9F || byte == 0xB7 || byte == 0xBF { return false }
        isSecond = false
      } else if byte == 0xC3 {
        isSecond = true
      } else if byte < 0x20 || byte >= 0x7F {
        return false
      }
    }
    return true
  }
}
