/// A glob over paths with `/`: `*` and `?` stay within a name, `**` crosses folders, `[abc]` is a set.
///
/// Characters are compared as Unicode compares them: a pattern that was typed on a PC fits the file of a Mac.
public struct PathPattern: Hashable, Sendable {
  package let text: String
  /// Its parts between `/`.
  package let segments: [Segment]
  /// Whether the pattern names a folder level; one that does not fits a name at any depth where that is asked for.
  let isAnchored: Bool

  package enum Segment: Hashable, Sendable {
    /// `**`
    case folders
    case name([Element])
  }

  package enum Element: Hashable, Sendable {
    case literal(Character)
    /// `?`
    case one
    /// `*`
    case many
    case set(Set<Character>)
  }

  package init(_ text: String) {
    self.text = text
    var trimmed = Substring(text)
    while trimmed.hasPrefix("./") { trimmed = trimmed.dropFirst(2) }
    isAnchored = trimmed.contains("/")
    segments = trimmed.split(separator: "/").map { $0 == "**" ? .folders : .name(Self.elements(Array($0))) }
  }

  private static func elements(_ name: [Character]) -> [Element] {
    var elements: [Element] = []
    // Looked for once: a name of nothing but `[` must not be searched to its end for each.
    let lastClose = name.lastIndex(of: "]") ?? 0
    var at = 0
    while at < name.count {
      switch name[at] {
      case "*":
        if elements.last != .many { elements.append(.many) }
      case "?": elements.append(.one)
      case "[" where at < lastClose:
        let close = name[(at + 1)...].firstIndex(of: "]")!
        if close > at + 1 {
          elements.append(.set(Set(name[(at + 1)..<close])))
          at = close
        } else {
          elements.append(.literal("["))
        }
      default: elements.append(.literal(name[at]))
      }
      at += 1
    }
    return elements
  }

  /// The pattern without wildcards as a path; `nil` where it has some.
  package var literal: String? {
    var names: [String] = []
    for segment in segments {
      guard case .name(let elements) = segment else { return nil }
      var name = ""
      for element in elements {
        guard case .literal(let character) = element else { return nil }
        name.append(character)
      }
      names.append(name)
    }
    return names.joined(separator: "/")
  }

  /// Whether the pattern fits the whole path.
  public func matches(_ path: String) -> Bool { fits(path, atAnyDepth: false) }

  /// Whether the pattern fits the whole path, or, when it has no `/`, its last name: how `ignore` lists are read.
  public func matchesAnyDepth(_ path: String) -> Bool { fits(path, atAnyDepth: true) }

  private func fits(_ path: String, atAnyDepth: Bool) -> Bool {
    var table = PatternTable([self], atAnyDepth: atAnyDepth)
    return (try? table.matches([path]))?.isEmpty == false
  }
}
