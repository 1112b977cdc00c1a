import Budget
import Foundation

/// Writes JSON into a sink as it is told, with keys in the order given: the same calls give the same bytes.
///
/// Strings are escaped so that they are inert wherever the file is looked at: controls, bidirectional marks and other
/// scalars that act on their surroundings are written as `\u` and four digits, which every parser reads back as what they were.
package struct JSONWriter: ~Copyable {
  private var sink: ReportSink
  /// One entry per open object or array: whether it has a member already.
  private var hasMember: [Bool] = []
  private var isAfterKey = false

  /// Takes the sink over; ``finish()`` gives what is left in it on.
  package init(_ sink: consuming ReportSink) { self.sink = sink }

  /// Whether writing failed, so that a long report can stop early.
  package var hasFailed: Bool { sink.hasFailed }

  package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
    try nest("{", "}", members)
  }

  package mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
    try nest("[", "]", elements)
  }

  /// A name that this program wrote: nothing in it can stand for itself or be somebody's.
  package mutating func key(_ name: StaticString) {
    separate()
    sink.write(byte: UInt8(ascii: "\""))
    sink.write(constant: name)
    sink.write(constant: "\":")
    isAfterKey = true
  }

  /// A name that an export or a policy has.
  package mutating func key(given name: String) {
    separate()
    quote(name)
    sink.write(byte: UInt8(ascii: ":"))
    isAfterKey = true
  }

  package mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  package mutating func value(_ number: Int) {
    separate()
    sink.write(number: number)
  }

  package mutating func value(_ flag: Bool) {
    separate()
    sink.write(flag ? "true" : "false")
  }

  package mutating func null() {
    separate()
    sink.write("null")
  }

  package mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }

  package mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  package mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  package mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  package mutating func member(_ name: StaticString, _ texts: [String]) {
    key(name)
    array { writer in
      for text in texts { writer.value(text) }
    }
  }

  /// A line break between elements, so that a large file can be read with ordinary tools. Does not change the value.
  package mutating func lineBreak() {
    isLineBreakDue = true
  }
  private var isLineBreakDue = false

  /// A value that is written often: as it was written for its key the first time, by whichever thread.
  mutating func value<Key>(
    _ key: Key, known: SharedCache<Key, [UInt8]>, _ write: (inout JSONWriter) -> Void
  ) {
    separate()
    let mask = sink.mask
    let bytes = known.value(key) { Self.bytes(masking: mask, write) }
    sink.write(bytes[...])
  }

  private static func bytes(
    masking mask: (@Sendable (String) -> String)?, _ write: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    let collected = ReportSink.Collected()
    var writer = JSONWriter(ReportSink(masking: mask, capacity: 512) { collected.bytes += $0 })
    write(&writer)
    // Nothing can fail: the bytes stay in memory.
    try? writer.sink.finish()
    return collected.bytes
  }

  /// Elements of the array that is open, in parts that several threads write: the bytes are those of one after another.
  ///
  /// A few parts are held at a time. None is begun after writing failed.
  /// - Parameter write: writes the elements of a part; called by several threads at a time.
  /// - Returns: what was given back for each part that was written, in their order.
  mutating func parts<Told: Sendable>(
    _ count: Int, _ write: @escaping @Sendable (Int, inout JSONWriter) -> Told
  ) -> [Told] {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let mask = sink.mask
    var told: [Told] = []
    while told.count < count, !hasFailed {
      let first = told.count
      let parts = Workers(count: threads).map(min(16 * threads, count - first)) { number in
        var told: Told?
        let bytes = Self.bytes(masking: mask) { writer in
          // As in an array, which is not here.
          writer.hasMember = [false]
          told = write(first + number, &writer)
        }
        return (bytes: bytes, told: told!)
      }
      for part in parts {
        if !part.bytes.isEmpty {
          separate()
          sink.write(part.bytes[...])
        }
        told.append(part.told)
      }
    }
    return told
  }

  /// Ends the text with a line break and hands on what is left. Throws the first error met while writing.
  package mutating func finish() throws {
    sink.write(byte: UInt8(ascii: "\n"))
    try sink.finish()
  }

  private mutating func nest(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    sink.write(byte: UInt8(ascii: open))
    hasMember.append(false)
    try content(&self)
    hasMember.removeLast()
    if isLineBreakDue {
      sink.write(byte: UInt8(ascii: "\n"))
      isLineBreakDue = false
    }
    sink.write(byte: UInt8(ascii: close))
  }

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if let last = hasMember.last {
      if last { sink.write(byte: UInt8(ascii: ",")) }
      hasMember[hasMember.count - 1] = true
    }
    if isLineBreakDue {
      sink.write(byte: UInt8(ascii: "\n"))
      isLineBreakDue = false
    }
  }

  private mutating func quote(_ text: String) {
    sink.write(byte: UInt8(ascii: "\""))
    sink.write(text, special: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }, escape: Self.escape)
    sink.write(byte: UInt8(ascii: "\""))
  }

  private static func escape(_ scalar: Unicode.Scalar, into sink: inout ReportSink) {
    switch scalar {
    case "\"": sink.write("\\\"")
    case "\\": sink.write("\\\\")
    case "\n": sink.write("\\n")
    case "\r": sink.write("\\r")
    case "\t": sink.write("\\t")
    default:
      for unit in String(scalar).utf16 {
        sink.write("\\u")
        for shift in [12, 8, 4, 0] { sink.write(byte: hexadecimal[Int(unit >> UInt16(shift)) & 15]) }
      }
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
