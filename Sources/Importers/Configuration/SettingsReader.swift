import Formats

/// Reads YAML by a schema and collects everything that is wrong, so that one run shows all of it.
struct SettingsReader {
  let path: String
  private(set) var problems: [ConfigurationProblem] = []

  init(path: String) { self.path = path }

  mutating func report(_ line: Int, _ message: String, help: String = "") {
    problems.append(ConfigurationProblem(path: path, line: line, message: message, help: help))
  }

  mutating func add(_ problem: ConfigurationProblem) { problems.append(problem) }

  /// The members of a map whose keys are all among `keys`.
  mutating func map(_ node: YAMLNode, _ what: String, keys: [String]) -> [String: YAMLNode] {
    guard let members = members(node, what) else { return [:] }
    var found: [String: YAMLNode] = [:]
    for (key, value) in members {
      guard keys.contains(key.name) else {
        let help =
          Suggestion.nearest(to: key.name, in: keys).map { "did you mean `\($0)`?" }
          ?? "keys of \(what) are " + keys.map { "`\($0)`" }.joined(separator: ", ")
        report(key.line, "unknown key `\(key.name)` in \(what)", help: help)
        continue
      }
      if !value.isAbsent { found[key.name] = value }
    }
    return found
  }

  /// The members of a map with keys of any name.
  mutating func members(_ node: YAMLNode, _ what: String) -> [(key: YAMLKey, value: YAMLNode)]? {
    if node.isAbsent { return [] }
    guard let members = node.members else {
      report(node.line, "\(what) must be a map of `key: value`")
      return nil
    }
    return members
  }

  mutating func list(_ node: YAMLNode?, _ what: String) -> [YAMLNode] {
    guard let node, !node.isAbsent else { return [] }
    guard let elements = node.elements else {
      report(node.line, "\(what) must be a list", help: "begin each entry with `- `")
      return []
    }
    return elements
  }

  /// A text; what is missing is reported only where `line` says which entry lacks it.
  mutating func text(_ node: YAMLNode?, _ what: String, requiredBy line: Int? = nil) -> String? {
    guard let node else {
      if let line { report(line, "\(what) is missing") }
      return nil
    }
    guard let text = node.text else {
      report(node.line, "\(what) must be a text")
      return nil
    }
    return text
  }

  mutating func texts(_ node: YAMLNode?, _ what: String) -> [String] {
    list(node, what).compactMap { text($0, "an entry of \(what)") }
  }

  mutating func integer(_ node: YAMLNode?, _ what: String, atLeast least: Int) -> Int? {
    guard let node, let text = text(node, what) else { return nil }
    guard let number = Int(text), number >= least else {
      report(node.line, "\(what) must be a whole number, at least \(least)")
      return nil
    }
    return number
  }

  mutating func flag(_ node: YAMLNode?, _ what: String) -> Bool? {
    guard let node, let text = text(node, what) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      report(node.line, "\(what) must be `true` or `false`")
      return nil
    }
  }

  /// One of the values of an enumeration, by its raw value.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode?, _ what: String, of type: Choice.Type
  ) -> Choice? {
    guard let node, let text = text(node, what) else { return nil }
    if let value = Choice(rawValue: text) { return value }
    let names = Choice.allCases.map(\.rawValue)
    let help =
      Suggestion.nearest(to: text, in: names).map { "did you mean `\($0)`?" }
      ?? "\(what) is one of " + names.map { "`\($0)`" }.joined(separator: ", ")
    report(node.line, "`\(text)` is no \(what)", help: help)
    return nil
  }
}
