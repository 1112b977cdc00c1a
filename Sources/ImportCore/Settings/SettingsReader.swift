import Formats

/// Reads YAML by a schema and collects everything that is wrong, so that one run shows all of it.
package struct SettingsReader {
  let path: String
  package private(set) var problems: [ConfigurationProblem] = []

  package init(path: String) { self.path = path }

  /// Problems that are listed one by one; a file with more of them is another file.
  static let problemLimit = 100
  /// Entries of a list or map. A municipality's configuration has a few dozen.
  package static let entryLimit = 10_000
  /// Entries of what costs more than a look: mappings, their relations and files, expectations.
  package static let smallLimit = 1000

  /// Whether nothing more is read, since too much is wrong.
  var isFull: Bool { problems.count > Self.problemLimit }

  package mutating func report(_ line: Int, _ message: String, help: String = "") {
    if problems.count < Self.problemLimit {
      problems.append(ConfigurationProblem(path: path, line: line, message: message, help: help))
    } else if problems.count == Self.problemLimit {
      problems.append(ConfigurationProblem(path: path, line: line, message: "what else is wrong is not listed"))
    }
  }

  /// Whether so many entries are too many; reports it.
  private mutating func refuses(_ count: Int, _ line: Int, _ what: String, limit: Int) -> Bool {
    guard count > limit else { return false }
    report(line, "\(what) has \(count) entries, more than \(limit)", help: "is it the file that you mean?")
    return true
  }

  /// The members of a map whose keys are all among `keys`.
  package mutating func map(_ node: YAMLNode, _ what: String, keys: [String]) -> [String: YAMLNode] {
    guard let members = members(node, what) else { return [:] }
    var found: [String: YAMLNode] = [:]
    for (key, value) in members {
      guard keys.contains(key.name) else {
        if let near = Suggestion.nearest(to: key.name, in: keys) {
          report(key.line, "unknown key `\(key.name)` in \(what)", help: "did you mean `\(near)`?")
        } else {
          // Nothing like a key of ours: it may be a line of another file, which is nobody's business.
          let names = keys.map { "`\($0)`" }.joined(separator: ", ")
          report(key.line, "unknown key in \(what)", help: "keys of \(what) are \(names)")
        }
        continue
      }
      if !value.isAbsent { found[key.name] = value }
    }
    return found
  }

  /// Whether every key of the map is one of `keys`, or a slip of one.
  package func isKnown(_ node: YAMLNode, keys: [String]) -> Bool {
    // A map of so many keys was refused for that.
    (node.members ?? []).prefix(Self.entryLimit).allSatisfy {
      keys.contains($0.key.name) || Suggestion.nearest(to: $0.key.name, in: keys) != nil
    }
  }

  /// The members of a map with keys of any name.
  package mutating func members(
    _ node: YAMLNode, _ what: String, limit: Int = entryLimit
  ) -> [(key: YAMLKey, value: YAMLNode)]? {
    if node.isAbsent || isFull { return [] }
    guard let members = node.members else {
      report(node.line, "\(what) must be a map of `key: value`")
      return nil
    }
    return refuses(members.count, node.line, what, limit: limit) ? [] : members
  }

  package mutating func list(_ node: YAMLNode?, _ what: String, limit: Int = entryLimit) -> [YAMLNode] {
    guard let node, !node.isAbsent, !isFull else { return [] }
    guard let elements = node.elements else {
      report(node.line, "\(what) must be a list", help: "begin each entry with `- `")
      return []
    }
    return refuses(elements.count, node.line, what, limit: limit) ? [] : elements
  }

  /// A text; what is missing is reported only where `line` says which entry lacks it.
  package mutating func text(_ node: YAMLNode?, _ what: String, requiredBy line: Int? = nil) -> String? {
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

  package mutating func texts(_ node: YAMLNode?, _ what: String, limit: Int = entryLimit) -> [String] {
    list(node, what, limit: limit).compactMap { text($0, "an entry of \(what)") }
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
