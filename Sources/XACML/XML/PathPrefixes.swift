/// The prefixes that the names of an XPath expression have. Texts in quotes have none, and `axis::` is no prefix.
struct PathPrefixes {
  private(set) var names: [String] = []

  init(_ path: String) {
    let characters = Array(path)
    var quote: Character?
    var word = ""
    for (place, character) in characters.enumerated() {
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "\"", "'":
        quote = character
        word = ""
      case ":":
        let isAxis =
          place + 1 < characters.count && characters[place + 1] == ":" || place > 0 && characters[place - 1] == ":"
        if !isAxis, !word.isEmpty { names.append(word) }
        word = ""
      case let part where part.isLetter || part.isNumber || "_-.".contains(part): word.append(part)
      default: word = ""
      }
    }
  }
}
