/// A message with its `{name}`s found; `{{` and `}}` stand for braces. Read once, filled for each finding.
struct MessageTemplate {
  private enum Part {
    case text(String)
    case name(String)
  }

  private var parts: [Part] = []

  init(_ text: String) {
    var plain = ""
    var rest = text.utf8[...]
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    while let brace = rest.firstIndex(where: { $0 == open || $0 == close }) {
      plain += String(Substring(rest[..<brace]))
      let after = rest.index(after: brace)
      if after < rest.endIndex, rest[after] == rest[brace] {
        plain.unicodeScalars.append(Unicode.Scalar(rest[brace]))
        rest = rest[rest.index(after: after)...]
      } else if rest[brace] == open, let end = rest[after...].firstIndex(of: close) {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.name(String(Substring(rest[after..<end]))))
        rest = rest[rest.index(after: end)...]
      } else {
        plain.unicodeScalars.append(Unicode.Scalar(rest[brace]))
        rest = rest[after...]
      }
    }
    plain += String(Substring(rest))
    if !plain.isEmpty { parts.append(.text(plain)) }
  }

  /// The message, with what each name stands for.
  func filled(_ value: (String) -> String) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let plain): text += plain
      case .name(let name): text += value(name)
      }
    }
    return text
  }
}
