import FactStore
import PolicyEngine

/// Whether two people that a file names are one: by what they are called there, and by what the exports say of their
/// addresses, mailboxes and employments. A second address does not make anybody a second person.
package struct SamePerson {
  /// Words for one person, by what they stand for together.
  private var parents: [String: String] = [:]
  private var known: Set<String> = []
  /// Whether the exports say who is employed at all.
  package private(set) var knowsPeople = false

  package init() {}

  /// Reads who is who. Linear in the people and mailboxes that the policies' model knows.
  package init(_ engine: Engine) {
    func pairs(_ name: String, _ left: Int, _ right: Int, _ join: (String, String) -> Void) {
      guard let relation = engine.relation(named: name), relation.arity > max(left, right) else { return }
      func text(_ code: UInt32, _ column: Int) -> String? {
        code == ValueCode.any ? nil : engine.bareText(code, relation.columns[column].type)
      }
      for row in 0..<relation.certain.count {
        if let one = text(relation.certain[row, left], left), let other = text(relation.certain[row, right], right) {
          join(one, other)
        }
      }
      // What may be one person is not shown to be two.
      for row in 0..<relation.extras.count {
        if let one = text(relation.extras.table[row, left], left),
          let other = text(relation.extras.table[row, right], right)
        {
          join(one, other)
        }
      }
    }
    pairs("hr.person", 0, 1) { person, email in
      knowsPeople = true
      join(.person(person), .word(email))
    }
    pairs("hr.name", 0, 1) { join(.person($0), .word($1)) }
    pairs("hr.same", 0, 1) { join(.person($0), .person($1)) }
    pairs("mailbox.same_mailbox", 0, 1) { join(.word($0), .word($1)) }
  }

  private enum Node {
    /// An address or a name, as somebody wrote it.
    case word(String)
    case person(String)

    var keys: Set<String> {
      switch self {
      case .person(let id): ["person \(id)"]
      case .word(let text): SamePerson.keys(of: text)
      }
    }
  }

  /// What the spellings of a person have in common: the addresses that a text has, and the words of the name in it.
  private static func keys(of text: String) -> Set<String> {
    var keys: Set<String> = []
    var words: [Substring] = []
    for part in text.split(whereSeparator: { " \t,;<>()[]\"".contains($0) }) {
      if part.contains("@") { keys.insert(address(String(part))) } else { words.append(part) }
    }
    let name = name(words.joined(separator: " "))
    if !name.isEmpty { keys.insert("name \(name)") }
    return keys
  }

  private static func name(_ text: String) -> String {
    UnicodeText.nameWords(text).split(separator: " ").sorted().joined(separator: " ")
  }

  private static func address(_ text: String) -> String {
    let folded = UnicodeText.folded(text)
    let at = folded.lastIndex(of: "@") ?? folded.endIndex
    var local = folded[..<at]
    // `kari+waivers@` is Kari.
    if let tag = local.firstIndex(of: "+"), tag != local.startIndex { local = local[..<tag] }
    return "address \(local)\(folded[at...])"
  }

  /// Names that an address spells: `kari.nordmann@` is Kari Nordmann until somebody shows otherwise.
  private static func spelt(_ keys: Set<String>) -> Set<String> {
    Set(
      keys.compactMap { key in
        if key.hasPrefix("name ") { return String(key.dropFirst(5)) }
        guard key.hasPrefix("address "), let at = key.lastIndex(of: "@") else { return nil }
        let words = key[..<at].dropFirst(8).split { ".-_".contains($0) }
        return words.count > 1 ? name(words.joined(separator: " ")) : nil
      })
  }

  private mutating func join(_ one: Node, _ other: Node) {
    var first: String?
    for key in one.keys.union(other.keys) {
      known.insert(key)
      let root = root(key)
      if let first, first != root { parents[root] = first } else { first = root }
    }
  }

  private func root(_ key: String) -> String {
    var root = key
    while let parent = parents[root] { root = parent }
    return root
  }

  /// Whether the two are one person, or cannot be told apart.
  package func areOne(_ one: String, _ other: String) -> Bool {
    let (left, right) = (Self.keys(of: one), Self.keys(of: other))
    return !Set(left.map(root)).isDisjoint(with: right.map(root))
      || !Self.spelt(left).isDisjoint(with: Self.spelt(right))
  }

  /// Whether the exports know somebody who is called so.
  package func knows(_ text: String) -> Bool { !known.isDisjoint(with: Self.keys(of: text)) }
}
