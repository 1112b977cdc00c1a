/// A key or list that a mapping names and no record of a file has.
struct AbsentField: Hashable, Sendable {
  /// Where the mapping has the facts that it is for.
  let line: Int
  /// As the mapping writes it.
  let name: String
  /// The list that gives the facts, rather than a key of each.
  let isList: Bool
  /// What to say of the key that was probably meant; empty where none is near.
  let suggestion: String

  func text(_ records: String) -> String {
    "no record\(records) has \(isList ? "a list at" : "the key") `\(name)`\(suggestion)"
  }

  var text: String { text("") }

  static func == (left: Self, right: Self) -> Bool { (left.line, left.name) == (right.line, right.name) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(name)
  }
}
