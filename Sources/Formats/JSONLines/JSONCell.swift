internal import CSimdjson

/// One field of one JSON line. Its bytes are good only within the call that it was handed out in.
public struct JSONCell {
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

  private let cell: sj_cell

  init(_ cell: sj_cell) { self.cell = cell }

  public var kind: Kind { Kind(rawValue: cell.kind) ?? .missing }

  /// The UTF-8 of a string, unescaped; of any other value, the text as written. Empty when missing.
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: cell.text, count: Int(cell.length)) }

  /// The value of an `int`; of a `bool`, 1 or 0.
  public var integer: Int64 { cell.integer }
}
