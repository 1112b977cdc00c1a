/// Writes a regular expression for RE2, which matches in linear time: classes as ranges of code points, so that nothing of
/// RE2's own dialect is used, and long repetitions as several that RE2 takes.
struct PatternWriter {
  /// RE2 takes no more repetitions, one within the other counted together.
  static let repetitionLimit = 1_000
  /// Of what is written.
  static let sizeLimit = 4 << 20

  static func write(_ tree: PatternTree) throws(PatternProblem) -> String { try PatternWriter().written(tree).text }

  private struct Written {
    var text: String
    /// The product of repetitions within each other.
    var repetitions = 1
  }

  private func written(_ tree: PatternTree) throws(PatternProblem) -> Written {
    switch tree {
    case .start: return Written(text: #"\A"#)
    case .end: return Written(text: #"\z"#)
    case .characters(let set): return Written(text: Self.text(of: set))
    case .sequence(let parts): return try joined(parts, by: "")
    case .alternatives(let branches): return try joined(branches, by: "|")
    case .repetition(let inner, let least, let most): return try repeated(try written(inner), least, most)
    }
  }

  private func joined(_ parts: [PatternTree], by separator: String) throws(PatternProblem) -> Written {
    var texts: [String] = []
    var repetitions = 1
    var size = 0
    for part in parts {
      let written = try written(part)
      texts.append(written.text)
      repetitions = max(repetitions, written.repetitions)
      size += written.text.utf8.count
      try Self.check(size)
    }
    return Written(text: "(?:" + texts.joined(separator: separator) + ")", repetitions: repetitions)
  }

  private func repeated(_ inner: Written, _ least: Int, _ most: Int?) throws(PatternProblem) -> Written {
    var out = Written(text: "", repetitions: inner.repetitions)
    func add(_ count: Int, _ quantity: (Int) -> String) throws(PatternProblem) {
      let chunk = max(1, Self.repetitionLimit / inner.repetitions)
      let copies = (count + chunk - 1) / chunk
      try Self.check(out.text.utf8.count + copies * (inner.text.utf8.count + 16))
      var left = count
      while left > 0 {
        let now = min(left, chunk)
        out.text += "(?:\(inner.text))" + quantity(now)
        out.repetitions = max(out.repetitions, inner.repetitions * now)
        left -= now
      }
    }
    try add(least) { "{\($0)}" }
    if let most {
      try add(most - least) { "{0,\($0)}" }
    } else {
      out.text += "(?:\(inner.text))*"
    }
    out.text = "(?:\(out.text))"
    try Self.check(out.text.utf8.count)
    return out
  }

  private static func check(_ size: Int) throws(PatternProblem) {
    guard size <= sizeLimit else { throw PatternProblem("its repetitions come to more than can be tried") }
  }

  private static func text(of set: CodePointSet) -> String {
    guard !set.ranges.isEmpty else { return #"[^\x{0}-\x{10FFFF}]"# }
    func code(_ value: UInt32) -> String { #"\x{"# + String(value, radix: 16) + "}" }
    return "["
      + set.ranges.map { $0.count == 1 ? code($0.lowerBound) : "\(code($0.lowerBound))-\(code($0.upperBound))" }
      .joined()
      + "]"
  }
}
