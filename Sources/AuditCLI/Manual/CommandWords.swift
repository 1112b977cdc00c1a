/// The discussion of a command, taken apart for the sections of a page.
struct CommandWords {
  /// Paragraphs, each one line.
  private(set) var prose: [String] = []
  /// Command lines as they stand in help, each with what is said behind it.
  private(set) var examples: [String] = []
  /// Exit codes that the command explains itself, in its order.
  private(set) var codes: [(code: String, meaning: String)] = []

  init(_ discussion: String) {
    var paragraph: [Substring] = []
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        take(paragraph)
        paragraph = []
      } else {
        paragraph.append(line)
      }
    }
    take(paragraph)
  }

  private mutating func take(_ lines: [Substring]) {
    let indented = lines.filter { $0.hasPrefix("  ") }
    examples += indented.map { String($0.dropFirst(2)) }
    let text = lines.filter { !$0.hasPrefix("  ") }.joined(separator: " ")
    // What only leads to examples stands above none in its section.
    if text.isEmpty || !indented.isEmpty && text.hasSuffix(":") { return }
    guard let found = text.firstRange(of: "Exit codes: ") else { return prose.append(text) }
    let after = text[found.upperBound...]
    let end = after.firstRange(of: ". ")?.lowerBound ?? after.endIndex
    let rest = after[end...].drop { $0 == "." || $0 == " " }
    let others = [text[..<found.lowerBound], rest].map { $0.withoutLast { $0 == " " } }.filter { !$0.isEmpty }
    prose += others.map(String.init)
    take(codes: after[..<end].withoutLast { $0 == "." })
  }

  /// `0 answered; 2 not answered: the question is wrong; 64 usage`
  private mutating func take(codes text: Substring) {
    for part in text.split(separator: "; ") {
      let code = part.prefix { $0.isASCII && $0.isNumber }
      if code.isEmpty, let last = codes.indices.last {
        codes[last].meaning += "; \(part)"
      } else {
        codes.append((String(code), String(part.dropFirst(code.count + 1))))
      }
    }
  }
}

extension Substring {
  fileprivate func withoutLast(_ isLeft: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isLeft(last) { rest.removeLast() }
    return rest
  }
}
