/// One fact or hole that a finding rests on. Copies share their texts: many findings rest on one fact.
package struct Evidence: Hashable, Sendable {
  private final class Texts: Sendable {
    let fact: String
    let path: String
    let line: Int
    let pointer: String
    let isHole: Bool

    init(_ fact: String, _ path: String, _ line: Int, _ pointer: String, _ isHole: Bool) {
      (self.fact, self.path, self.line, self.pointer, self.isHole) = (fact, path, line, pointer, isHole)
    }
  }

  private let texts: Texts

  package init(fact: String, path: String, line: Int, pointer: String, isHole: Bool) {
    texts = Texts(fact, path, line, pointer, isHole)
  }

  /// `kitos.listed_user(user: "…", …)`; for a hole, what is not known.
  package var fact: String { texts.fact }
  /// Empty where nothing was read: an absent export.
  package var path: String { texts.path }
  package var line: Int { texts.line }
  package var pointer: String { texts.pointer }
  package var isHole: Bool { texts.isHole }

  package static func == (left: Evidence, right: Evidence) -> Bool {
    left.texts === right.texts
      || left.line == right.line && left.isHole == right.isHole && left.path == right.path
        && left.pointer == right.pointer && left.fact == right.fact
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(fact)
  }

  /// Stands for the copies of one item, so that what was made of it is made once. Two items that say the same are two.
  package struct Identity: Hashable, Sendable {
    private let texts: Texts

    package init(_ evidence: Evidence) { texts = evidence.texts }

    package static func == (left: Identity, right: Identity) -> Bool { left.texts === right.texts }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(texts)) }
  }
}
