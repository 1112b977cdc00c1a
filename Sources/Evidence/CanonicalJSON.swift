/// JSON in one way only: the canonical form of RFC 8785, whose bytes can be digested and signed.
///
/// Members stand in the order of their names' UTF-16 code units, nothing stands between tokens, and a text is escaped in one
/// way. Numbers are whole and below 2^53, which every reader of JSON agrees on; there are no others here.
package indirect enum CanonicalJSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case text(String)
  case list([CanonicalJSON])
  case object([String: CanonicalJSON])

  /// The bytes, UTF-8.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    write(into: &out)
    return out
  }

  private func write(into out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let flag): out += (flag ? "true" : "false").utf8
    case .int(let number):
      precondition(abs(number) < 1 << 53, "not every reader has such a number")
      out += String(number).utf8
    case .text(let text): Self.write(text, into: &out)
    case .list(let elements):
      out.append(UInt8(ascii: "["))
      for (at, element) in elements.enumerated() {
        if at > 0 { out.append(UInt8(ascii: ",")) }
        element.write(into: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      let names = members.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
      for (at, name) in names.enumerated() {
        if at > 0 { out.append(UInt8(ascii: ",")) }
        Self.write(name, into: &out)
        out.append(UInt8(ascii: ":"))
        members[name]!.write(into: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out += "\\\"".utf8
      case UInt8(ascii: "\\"): out += "\\\\".utf8
      case 0x08: out += "\\b".utf8
      case 0x09: out += "\\t".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0C: out += "\\f".utf8
      case 0x0D: out += "\\r".utf8
      case 0..<0x20: out += ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  // MARK: Reading

  package subscript(_ name: String) -> CanonicalJSON? {
    if case .object(let members) = self { return members[name] }
    return nil
  }

  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var int: Int? { if case .int(let number) = self { number } else { nil } }
  package var elements: [CanonicalJSON]? { if case .list(let elements) = self { elements } else { nil } }
}
