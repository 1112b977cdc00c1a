import Localization

/// A key or list that a mapping names and no record of a file has.
struct AbsentField: Hashable, Sendable {
  /// Where the mapping has the facts that it is for.
  let line: Int
  /// As the mapping writes it.
  let name: String
  /// The list that gives the facts, rather than a key of each.
  let isList: Bool
  /// The key that was probably meant, as it is shown; `nil` where none is near.
  let nearest: String?

  /// What to say of the records of a mapping with so many files.
  func text(files: Int = 1) -> Phrase {
    let what: Phrase =
      switch (isList, files > 1) {
      case (true, false): Phrase("no record has a list at `\(name)`")
      case (true, true): Phrase("no record of any of its \(files) files has a list at `\(name)`")
      case (false, false): Phrase("no record has the key `\(name)`")
      case (false, true): Phrase("no record of any of its \(files) files has the key `\(name)`")
      }
    return nearest.map { "\(what); did you mean `\($0)`?" } ?? what
  }

  static func == (left: Self, right: Self) -> Bool { (left.line, left.name) == (right.line, right.name) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(name)
  }
}
