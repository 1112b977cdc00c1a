/// A glob over paths with `/`: `*` and `?` stay within a name, `**` crosses folders, `[abc]` is a set.
public struct PathPattern: Hashable, Sendable {
  public let text: String
  private let segments: [[Character]]
  /// Whether the pattern names a folder level; one that does not fits a name at any depth where that is asked for.
  private let isAnchored: Bool

  public init(_ text: String) {
    self.text = text
    var trimmed = Substring(text)
    while trimmed.hasPrefix("./") { trimmed = trimmed.dropFirst(2) }
    isAnchored = trimmed.contains("/")
    segments = trimmed.split(separator: "/").map(Array.init)
  }

  /// Whether the pattern fits the whole path.
  public func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(Array.init)
    return Self.match(segments[...], names[...])
  }

  /// Whether the pattern fits the whole path, or, when it has no `/`, its last name: how `ignore` lists are read.
  public func matchesAnyDepth(_ path: String) -> Bool {
    if matches(path) { return true }
    guard !isAnchored, let name = path.split(separator: "/").last else { return false }
    return matches(String(name))
  }

  private static func match(_ pattern: ArraySlice<[Character]>, _ names: ArraySlice<[Character]>) -> Bool {
    guard let first = pattern.first else { return names.isEmpty }
    if first == ["*", "*"] {
      return match(pattern.dropFirst(), names) || (!names.isEmpty && match(pattern, names.dropFirst()))
    }
    guard let name = names.first, matchName(first, name) else { return false }
    return match(pattern.dropFirst(), names.dropFirst())
  }

  /// Linear but for the last `*`: on a mismatch only the latest star takes one character more.
  private static func matchName(_ pattern: [Character], _ name: [Character]) -> Bool {
    var p = 0
    var n = 0
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p + 1, n)
        p += 1
      } else if p < pattern.count, let length = matchOne(pattern, at: p, name[n]) {
        p += length
        n += 1
      } else if let back = star {
        p = back.pattern
        n = back.name + 1
        star = (back.pattern, n)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }

  /// The length of the pattern's element at `at` when it fits the character.
  private static func matchOne(_ pattern: [Character], at: Int, _ character: Character) -> Int? {
    if pattern[at] == "?" { return 1 }
    if pattern[at] == "[", let close = pattern[(at + 1)...].firstIndex(of: "]"), close > at + 1 {
      return pattern[(at + 1)..<close].contains(character) ? close - at + 1 : nil
    }
    return pattern[at] == character ? 1 : nil
  }
}
