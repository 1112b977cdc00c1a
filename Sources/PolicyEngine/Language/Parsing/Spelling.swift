/// Finds the name that was probably meant.
enum Spelling {
  /// The candidate nearest to a word, if one is near enough to be a slip; the alphabetically first among equals.
  /// Linear in the candidates; each costs at most 64² steps.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, min(3, word.utf8.count / 3))
    var best: (distance: Int, name: String)?
    for name in candidates where name != word {
      guard let distance = distance(word, name, within: limit) else { continue }
      if let found = best, (found.distance, found.name) <= (distance, name) { continue }
      best = (distance, name)
    }
    return best?.name
  }

  /// Insertions, deletions, substitutions and swaps of neighbours between two words; `nil` past the limit.
  static func distance(_ left: String, _ right: String, within limit: Int) -> Int? {
    let a = Array(left.lowercased().utf8)
    let b = Array(right.lowercased().utf8)
    guard abs(a.count - b.count) <= limit, a.count <= 64, b.count <= 64 else { return nil }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      (before, previous) = (previous, row)
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }
}
