/// Where a report's bytes go: collected in a buffer, handed on in blocks, so that no report is ever held whole.
///
/// A renderer writes without asking whether the writing works. The first error is kept, nothing is handed on after it,
/// and ``finish()`` throws it, so a report that could not be written whole is never taken for one that was.
package struct ReportSink: ~Copyable {
  /// How many bytes are collected before they are handed on.
  package static let blockSize = 1 << 16

  private var buffer: [UInt8] = []
  /// How many bytes are held before they are handed on.
  private let limit: Int
  /// `nil` where the bytes stay here until they are taken.
  private let drain: (([UInt8]) throws -> Void)?
  /// What no report may show, replaced in every text that is written; bytes and numbers go through as they are.
  let mask: (@Sendable (String) -> String)?
  private var failure: (any Error)?

  /// `drain` gets every block in order; its error ends the writing.
  package init(
    masking mask: (@Sendable (String) -> String)? = nil, _ drain: @escaping ([UInt8]) throws -> Void
  ) {
    self.drain = drain
    self.mask = mask
    limit = Self.blockSize
    buffer.reserveCapacity(Self.blockSize + 4096)
  }

  /// A sink that keeps what is written; ``taken()`` gives it.
  /// - Parameter room: bytes that there is room for at first.
  init(keepingMasking mask: (@Sendable (String) -> String)? = nil, room: Int = 0) {
    drain = nil
    limit = .max
    self.mask = mask
    if room > 0 { buffer.reserveCapacity(room) }
  }

  /// How many bytes were written and not handed on.
  var heldCount: Int { buffer.count }

  /// The bytes that were written and not handed on.
  consuming func taken() -> [UInt8] { buffer }

  /// Whether writing failed, so that a long report can stop early.
  package var hasFailed: Bool { failure != nil }

  package mutating func write(_ text: String) {
    let text = mask?(text) ?? text
    buffer.append(contentsOf: text.utf8)
    drainIfFull()
  }

  /// - Parameter isMasked: `false` for what this program wrote alone, in which nothing of an export can stand.
  mutating func write(_ text: String, isMasked: Bool) {
    if isMasked { return write(text) }
    buffer.append(contentsOf: text.utf8)
    drainIfFull()
  }

  /// A text of this program's own, in which nothing of an export can stand.
  mutating func write(constant text: StaticString) {
    text.withUTF8Buffer { buffer.append(contentsOf: $0) }
    drainIfFull()
  }

  /// `"name":`, of a name of this program's own.
  mutating func write(key name: StaticString) {
    buffer.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { buffer.append(contentsOf: $0) }
    buffer.append(UInt8(ascii: "\""))
    buffer.append(UInt8(ascii: ":"))
    drainIfFull()
  }

  package mutating func write(_ text: Substring) { write(String(text)) }

  package mutating func write(byte: UInt8) {
    buffer.append(byte)
    drainIfFull()
  }

  package mutating func write(_ bytes: ArraySlice<UInt8>) {
    buffer.append(contentsOf: bytes)
    drainIfFull()
  }

  /// Bytes of an array, as they are: sooner than a slice, which counts as another owner of them.
  mutating func write(_ bytes: borrowing [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { buffer.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    drainIfFull()
  }

  /// Hands on many bytes as they are, behind what was written before.
  mutating func write(block: [UInt8]) {
    if block.count < limit { return write(block[...]) }
    drainAll()
    handOn(block)
  }

  /// Writes a text; each scalar that acts on its surroundings, and each ASCII character that `special` names, goes through
  /// `escape` instead. Linear in the bytes; stretches that need no escape are copied whole.
  @inline(__always)
  mutating func write(
    _ text: String, special: (UInt8) -> Bool, escape: (Unicode.Scalar, inout ReportSink) -> Void
  ) {
    var text = mask?(text) ?? text
    text.withUTF8 { bytes in
      var copied = 0
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        var scalar = Unicode.Scalar(byte)
        var length = 1
        if byte < 0x80 {
          if byte >= 0x20, byte != 0x7F, !special(byte) {
            at += 1
            continue
          }
        } else {
          (scalar, length) = Self.scalar(bytes, at)
          if !InertText.isHazard(scalar) {
            at += length
            continue
          }
        }
        buffer.append(contentsOf: bytes[copied..<at])
        escape(scalar, &self)
        at += length
        copied = at
      }
      buffer.append(contentsOf: bytes[copied...])
    }
    drainIfFull()
  }

  /// The scalar of two to four bytes at a place. A string's bytes are always whole, valid sequences.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
    let lead = UInt32(bytes[at])
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = lead & (0x7F >> UInt32(length))
    for next in 1..<length { value = value << 6 | UInt32(bytes[at + next] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// A decimal number, without a string in between.
  package mutating func write(number: Int) {
    var magnitude = number.magnitude
    if number < 0 { buffer.append(UInt8(ascii: "-")) }
    let start = buffer.count
    repeat {
      buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
      magnitude /= 10
    } while magnitude > 0
    buffer[start...].reverse()
    drainIfFull()
  }

  /// Hands on what is left. Throws the first error met.
  package mutating func finish() throws {
    drainAll()
    if let failure { throw failure }
  }

  @inline(__always)
  private mutating func drainIfFull() {
    if buffer.count >= limit { drainAll() }
  }

  private mutating func drainAll() {
    if drain == nil { return }
    if !buffer.isEmpty { handOn(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func handOn(_ bytes: [UInt8]) {
    guard failure == nil, let drain else { return }
    do { try drain(bytes) } catch { failure = error }
  }
}

extension ReportSink {
  /// The bytes that a renderer writes, as one text: for short reports and for tests.
  package static func text(_ render: (inout ReportSink) throws -> Void) rethrows -> String {
    String(decoding: try bytes(render), as: UTF8.self)
  }

  /// The bytes that a renderer writes.
  static func bytes(_ render: (inout ReportSink) throws -> Void) rethrows -> [UInt8] {
    var sink = ReportSink(keepingMasking: nil)
    try render(&sink)
    return sink.taken()
  }
}
