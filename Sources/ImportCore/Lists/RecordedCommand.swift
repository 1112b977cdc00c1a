import Localization

/// A command of PowerShell that made an export, taken apart as far as it tells what was left out.
struct RecordedCommand: Hashable, Sendable {
  private var stages: [Stage] = []

  private struct Stage: Hashable {
    var name: String
    /// Names of parameters in lower case, each with its value; a value without a name has an empty one.
    var arguments: [(name: String, value: String)]

    static func == (left: Self, right: Self) -> Bool { left.name == right.name && left.text == right.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
    private var text: String { name + arguments.map { " -\($0.name) \($0.value)" }.joined() }
  }

  /// `nil` where the text names no command that gets something.
  init?(_ text: String) {
    guard let start = Self.start(of: text) else { return nil }
    stages = Self.split(text[start...]).map(Self.stage).filter { !$0.name.isEmpty }
    guard !stages.isEmpty else { return nil }
  }

  /// Where `Get-…` begins: behind an assignment or a parenthesis, or at once.
  private static func start(of text: String) -> String.Index? {
    let lowered = text.lowercased()
    guard lowered.count == text.count, let range = lowered.firstRange(of: "get-") else { return nil }
    if range.lowerBound > lowered.startIndex {
      let before = lowered[lowered.index(before: range.lowerBound)]
      guard before.isWhitespace || "(=;{\"'".contains(before) else { return nil }
    }
    return text.index(text.startIndex, offsetBy: lowered.distance(from: lowered.startIndex, to: range.lowerBound))
  }

  // MARK: What it leaves out

  /// The most records that the command gives; `nil` where it says nothing.
  var size: Int? {
    stages.flatMap(\.arguments).filter { Self.isShort($0.name, of: "resultsize") || Self.isShort($0.name, of: "first") }
      .compactMap { Int($0.value) }.min()
  }

  var isUnlimited: Bool {
    stages[0].arguments.contains { Self.isShort($0.name, of: "resultsize") && $0.value.lowercased() == "unlimited" }
  }

  func restrictions(_ traits: ListTraits?) -> [Phrase] {
    var found: [Phrase] = []
    if let whole = traits?.wholeCommands, !whole.names.contains(stages[0].name) {
      found.append(whole.otherwise)
    }
    for (index, stage) in stages.enumerated() {
      if index > 0, !Self.passing.contains(stage.name) {
        found.append("the recorded command keeps some of the records only")
        continue
      }
      for argument in stage.arguments where Self.restricts(argument, isFirst: index == 0) {
        found.append(
          argument.name.isEmpty
            ? "the recorded command names what to list" : "the recorded command asks with `-\(argument.name)`")
      }
    }
    return found
  }

  private static func restricts(_ argument: (name: String, value: String), isFirst: Bool) -> Bool {
    if isFirst {
      if argument.name.isEmpty { return !argument.value.isEmpty && argument.value != "*" }
      if isShort(argument.name, of: "resultsize") { return false }
      if isShort(argument.name, of: "filter") { return argument.value != "*" }
      return !harmless.contains(argument.name)
    }
    // `-First` is a size.
    return ["last", "skip", "skiplast", "unique", "index", "top", "bottom"].contains {
      isShort(argument.name, of: $0)
    }
  }

  /// Stages that pass on every record.
  private static let passing: Set<String> = [
    "select-object", "select", "sort-object", "sort", "export-csv", "epcsv", "convertto-csv", "convertto-json",
    "out-file", "set-content", "tee-object", "format-table", "format-list", "ft", "fl",
  ]
  private static let harmless: Set<String> = [
    "properties", "propertysets", "sortby", "erroraction", "ea", "warningaction", "verbose", "domaincontroller",
    "readfromdomaincontroller", "ignoredefaultscope", "credential", "server", "userpsconnectionpool",
  ]

  /// PowerShell takes the beginning of a parameter's name for the name.
  private static func isShort(_ name: String, of whole: String) -> Bool { name.count >= 3 && whole.hasPrefix(name) }

  // MARK: Taking apart

  /// What quotes and braces are open, one character behind the other.
  private struct Nesting {
    private var quote: Character?
    private var depth = 0

    /// Takes the next character; whether it stands outside of all of them, and neither opens nor closes one.
    mutating func isOutside(_ character: Character) -> Bool {
      if let open = quote {
        if character == open { quote = nil }
        return false
      }
      switch character {
      case "\"", "'": quote = character
      case "{", "(", "[": depth += 1
      case "}", ")", "]": depth = max(0, depth - 1)
      default: return depth == 0
      }
      return false
    }
  }

  /// The parts between `|`, as far as they stand neither in quotes nor in braces; the first command only.
  private static func split(_ text: Substring) -> [String] {
    var parts = [""]
    var nesting = Nesting()
    for character in text {
      switch (nesting.isOutside(character), character) {
      case (true, "|"): parts.append("")
      case (true, ";"): return parts
      default: parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static func stage(_ text: String) -> Stage {
    var words = words(text)[...]
    let name = words.popFirst()?.trimmingPrefix { "({".contains($0) }.lowercased() ?? ""
    var arguments: [(name: String, value: String)] = []
    while let word = words.popFirst() {
      guard word.hasPrefix("-"), let letter = word.dropFirst().first, letter.isLetter else {
        arguments.append(("", word == ")" ? "" : word))
        continue
      }
      let sides = word.dropFirst().split(separator: ":", maxSplits: 1)
      var value = sides.count == 2 ? String(sides[1]) : ""
      if sides.count == 1, let next = words.first, !(next.hasPrefix("-") && next.dropFirst().first?.isLetter == true) {
        value = next
        words.removeFirst()
      }
      arguments.append((sides[0].lowercased(), value.trimmingCharacters("'\"(){}")))
    }
    return Stage(name: String(name), arguments: arguments)
  }

  /// Words, each with what stands in its quotes and braces.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var nesting = Nesting()
    for character in text {
      let isOutside = nesting.isOutside(character)
      if isOutside, character.isWhitespace {
        if !word.isEmpty, !word.hasSuffix(",") { words.append(word); word = "" }
        continue
      }
      if isOutside, character == ",", word.isEmpty, let last = words.popLast() { word = last }
      word.append(character)
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}

extension String {
  fileprivate func trimmingCharacters(_ outer: String) -> String {
    var text = self[...]
    while let first = text.first, outer.contains(first) { text.removeFirst() }
    while let last = text.last, outer.contains(last) { text.removeLast() }
    return String(text)
  }
}
