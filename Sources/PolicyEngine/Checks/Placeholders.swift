/// The variables that a message names: `{user}`; `{{` stands for a brace.
struct Placeholders {
  var names: [Name] = []
  /// Braces without a variable's name between them.
  var broken: [Span] = []

  /// Reads a message. A name's place is found in the source, so that a caret can point at it; a name written with
  /// escapes is not found, and no name.
  static func read(_ text: StringLiteral, in sources: [SourceText]) -> Placeholders {
    var result = Placeholders()
    var rest = text.value[...]
    var searchFrom = text.span.start
    while let brace = rest.firstIndex(of: "{") {
      let after = rest.index(after: brace)
      if after < rest.endIndex, rest[after] == "{" {
        rest = rest[rest.index(after: after)...]
        continue
      }
      guard let end = rest[after...].firstIndex(of: "}") else {
        result.broken.append(text.span)
        break
      }
      let name = String(rest[after..<end])
      let span = place(of: "{\(name)}", in: text.span, from: &searchFrom, sources)
      if isName(name), let span {
        result.names.append(Name(name, span))
      } else {
        result.broken.append(span ?? text.span)
      }
      rest = rest[rest.index(after: end)...]
    }
    return result
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
    return text.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
  }

  private static func place(
    of placeholder: String, in span: Span, from start: inout Int, _ sources: [SourceText]
  ) -> Span? {
    guard sources.indices.contains(span.file) else { return nil }
    let bytes = sources[span.file].bytes
    let wanted = Array(placeholder.utf8)
    var at = start
    while at + wanted.count <= min(span.end, bytes.count) {
      if bytes[at..<at + wanted.count].elementsEqual(wanted) {
        start = at + wanted.count
        return Span(file: span.file, start: at, end: at + wanted.count)
      }
      at += 1
    }
    return nil
  }
}
