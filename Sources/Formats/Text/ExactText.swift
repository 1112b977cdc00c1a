#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text as the bytes that it is made of: for keys, names and identifiers that come from files.
///
/// Swift's `String` is equal to another where Unicode calls them canonically equivalent, so that a letter with its accent is the
/// same in one code point and in two. Systems compare identifiers byte by byte: who holds the one has no right of the other. As a
/// key of a dictionary or a set, a `String` makes two of them one.
public struct ExactText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// As written.
  public let text: String

  package init(_ text: String) { self.text = text }
  /// As written in a program.
  public init(stringLiteral text: String) { self.text = text }

  /// Whether both are equal, as their type compares.
  public static func == (left: ExactText, right: ExactText) -> Bool { left.text.isExactly(right.text) }

  /// Linear in the bytes; nothing is normalised.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytesOf: text) }
}

extension ExactText: Comparable {
  /// By bytes, which is the order of code points; the same in every run and for every pair of texts.
  public static func < (left: ExactText, right: ExactText) -> Bool {
    left.text.compareBytes(to: right.text) < 0
  }
}

extension String {
  /// Whether two texts have the same bytes, and not only the same look. Linear.
  public func isExactly(_ other: String) -> Bool { utf8.count == other.utf8.count && compareBytes(to: other) == 0 }

  /// Below zero where the bytes of this text come first, zero where both have the same. Linear in the shorter one.
  fileprivate func compareBytes(to other: String) -> Int {
    // Byte by byte through the views takes ten times as long.
    let order = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { others in
        let common = min(own.count, others.count)
        let order = common == 0 ? 0 : Int(memcmp(own.baseAddress!, others.baseAddress!, common))
        return order == 0 ? own.count - others.count : order
      }
    }
    if case .some(.some(let order)) = order { return order }
    return utf8.elementsEqual(other.utf8) ? 0 : utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
  }
}

extension String? {
  /// The same of texts that may be absent.
  public func isExactly(_ other: String?) -> Bool {
    switch (self, other) {
    case (let one?, let two?): one.isExactly(two)
    case (nil, nil): true
    default: false
    }
  }
}

extension Hasher {
  /// As ``ExactText`` is compared: texts that only a normal form has in common must not meet in one place of a set.
  public mutating func combine(bytesOf text: String) {
    var text = text
    text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
    // No text has this byte: two in a row are told apart from two that are cut elsewhere.
    combine(0xFF as UInt8)
  }
}
