/// A JSON text, made as it is told: members in order, strings without anything that acts on a terminal.
indirect enum JSONText {
  case string(String)
  /// A number or a truth value, as written.
  case literal(String)
  case array([JSONText])
  case object([(String, JSONText)])

  func write(into out: inout String, depth: Int = 0) {
    let indent = String(repeating: "  ", count: depth + 1)
    let close = String(repeating: "  ", count: depth)
    switch self {
    case .string(let text): out += Self.quoted(text)
    case .literal(let text): out += text
    case .array(let elements):
      guard !elements.isEmpty else {
        out += "[]"
        return
      }
      out += "[\n"
      for (index, element) in elements.enumerated() {
        out += indent
        element.write(into: &out, depth: depth + 1)
        out += index + 1 < elements.count ? ",\n" : "\n"
      }
      out += close + "]"
    case .object(let members):
      out += "{\n"
      for (index, member) in members.enumerated() {
        out += indent + Self.quoted(member.0) + ": "
        member.1.write(into: &out, depth: depth + 1)
        out += index + 1 < members.count ? ",\n" : "\n"
      }
      out += close + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for unit in text.unicodeScalars {
      switch unit {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        switch unit.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          for code in Character(unit).utf16 {
            let digits = String(code, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        default: out.unicodeScalars.append(unit)
        }
      }
    }
    return out + "\""
  }
}
