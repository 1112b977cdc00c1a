/// Writes JSON into a sink as it is told, with keys in the order given: the same calls give the same bytes.
///
/// Strings are escaped so that they are inert wherever the file is looked at: controls, bidirectional marks and other
/// scalars that act on their surroundings are written as `\u` and four digits, which every parser reads back as what they were.
package struct JSONWriter: ~Copyable {
  var sink: ReportSink
  /// One entry per open object or array: whether it has a member already.
  private var hasMember: [Bool] = []
  var isAfterKey = false

  /// Takes the sink over; ``finish()`` gives what is left in it on.
  package init(_ sink: consuming ReportSink) { self.sink = sink }

  /// Writes elements of an array, or members of an object, that stands elsewhere.
  init(inside sink: consuming ReportSink) {
    self.sink = sink
    hasMember = [false]
  }

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
    sink.write(key: name)
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
    sink.write(constant: flag ? "true" : "false")
  }

  package mutating func null() {
    separate()
    sink.write(constant: "null")
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

  /// A text as it is written, masked and escaped.
  func quoted(_ text: String) -> [UInt8] {
    var writer = JSONWriter(ReportSink(keepingMasking: sink.mask, room: text.utf8.count + 2))
    writer.quote(text)
    return writer.sink.taken()
  }

  /// A text that ``quoted(_:)`` gave.
  mutating func value(quoted text: [UInt8]) {
    separate()
    sink.write(text, 0..<text.count)
  }

  /// A fingerprint. What is 64 hexadecimal digits, a letter among them, is nobody's number and has nothing to escape; anything else
  /// is written as any text.
  package mutating func value(digest text: String) {
    guard Self.isDigest(text) else { return value(text) }
    separate()
    sink.write(byte: UInt8(ascii: "\""))
    sink.write(text, isMasked: false)
    sink.write(byte: UInt8(ascii: "\""))
  }

  private static func isDigest(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count == 64 else { return false }
      var (digits, letters) = (0, 0)
      // Without branches, since every finding has one.
      for byte in bytes {
        digits += byte &- UInt8(ascii: "0") < 10 ? 1 : 0
        letters += byte &- UInt8(ascii: "a") < 6 ? 1 : 0
      }
      return digits + letters == 64 && letters > 0
    }
  }

  /// Members of this program's own, as they are to stand there: `"key":null,"other":null`.
  mutating func members(written text: StaticString) {
    separate()
    sink.write(constant: text)
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

  /// Writes what stands before a value or a name.
  mutating func separate() {
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
    case "\"": sink.write(constant: "\\\"")
    case "\\": sink.write(constant: "\\\\")
    case "\n": sink.write(constant: "\\n")
    case "\r": sink.write(constant: "\\r")
    case "\t": sink.write(constant: "\\t")
    default:
      for unit in String(scalar).utf16 {
        sink.write(constant: "\\u")
        for shift in [12, 8, 4, 0] { sink.write(byte: hexadecimal[Int(unit >> UInt16(shift)) & 15]) }
      }
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
