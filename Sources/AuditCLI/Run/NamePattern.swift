import PolicyEngine

/// Which relations or policies a word names: one, all of a system or pack, or those that fit a pattern.
struct NamePattern {
  let word: String

  init(_ word: String) { self.word = word }

  func fits(_ name: String) -> Bool {
    if name == word || name.hasPrefix(word + ".") { return true }
    var name = name
    return word.contains("*") && name.withUTF8 { Glob(word).matches($0) }
  }
}
