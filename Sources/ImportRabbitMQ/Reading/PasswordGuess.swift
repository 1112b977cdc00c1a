import Formats

/// Words that somebody would try first as the password of a user.
struct PasswordGuess {
  private let first: [(kind: String, word: String)]
  private let vhosts: [ExactText]
  /// How many different words there are.
  let count: Int
  /// Whether there are more words than are tried.
  let leavesOut: Bool

  /// A hash takes a microsecond; a broker of a thousand users is done in seconds.
  private static let most = 10_000

  /// - Parameter vhosts: names of virtual hosts, each once.
  init(user: String, vhosts: Set<ExactText>, words: [String]) {
    let first = [("guest", "guest"), ("user-name", user), ("empty", "")] + words.map { ("tried", $0) }
    let others = Set(first.map { ExactText($0.1) }).count { !vhosts.contains($0) }
    leavesOut = first.count + vhosts.count > Self.most
    if leavesOut {
      // Which are left out does not hang on the order of a set.
      self.first = Array(first.prefix(Self.most))
      self.vhosts = Array(vhosts.sorted { $0.text < $1.text }.prefix(Self.most - self.first.count))
      count = Set(self.first.map { ExactText($0.word) }).union(self.vhosts).count
    } else {
      (self.first, self.vhosts, count) = (first, Array(vhosts), others + vhosts.count)
    }
  }

  /// What the password is, if it is one of these.
  func found(on hash: PasswordHash) -> [String] {
    var found = Set(first.lazy.filter { hash.isOf($0.word) == true }.map(\.kind))
    if vhosts.contains(where: { hash.isOf($0.text) == true }) { found.insert("vhost-name") }
    return found.sorted()
  }
}
