/// One field of one JSON line. Its bytes are good only within the call that it was handed out in.
///
/// The members stand as those of the parser's own cell, so that a batch is handed out as it is.
@frozen public struct JSONCell {
  /// What a field is.
  public enum Kind: UInt32, Sendable, Hashable {
    /// The line has no such key.
    case missing = 0
    case null = 1
    case bool = 2
    /// A number written as an integer that fits 64 bits with sign.
    case int = 3
    /// Any other number; `bytes` has it as written.
    case double = 4
    case string = 5
    case array = 6
    case object = 7
  }

  @usableFromInline let text: UnsafePointer<UInt8>?
  /// The value of an `int`; of a `bool`, 1 or 0; else 0.
  public let integer: Int64
  @usableFromInline let length: UInt32
  @usableFromInline let rawKind: UInt32

  /// What the cell holds.
  @inlinable public var kind: Kind { Kind(rawValue: rawKind) ?? .missing }

  /// The UTF-8 of a string, unescaped; of any other value, the text as written. Empty when missing.
  @inlinable public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: text, count: Int(length)) }
}
