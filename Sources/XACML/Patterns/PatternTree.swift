/// A regular expression of XML Schema, with the anchors of XPath. Greed makes no difference to whether a text matches.
indirect enum PatternTree: Hashable, Sendable {
  case characters(CodePointSet)
  case start, end
  /// One after the other; nothing at all where it is empty.
  case sequence([PatternTree])
  case alternatives([PatternTree])
  /// `most` is `nil` for any number.
  case repetition(PatternTree, least: Int, most: Int?)
}

extension PatternTree {
  /// Characters, classes and anchors, each as often as repetitions come to: what a matcher has in hand at once, at most.
  var size: Int {
    func total(_ parts: [PatternTree]) -> Int { parts.reduce(1) { $0 &+ min($1.size, Int(Int32.max)) } }
    switch self {
    case .characters, .start, .end: return 1
    case .sequence(let parts), .alternatives(let parts): return total(parts)
    case .repetition(let inner, let least, let most):
      let (product, overflow) = min(inner.size, Int(Int32.max)).multipliedReportingOverflow(
        by: max(1, least, most ?? 0))
      return overflow ? Int(Int32.max) : min(product, Int(Int32.max))
    }
  }
}

/// Why a text is no regular expression that can be used.
struct PatternProblem: Error, Hashable, Sendable {
  var text: String
  init(_ text: String) { self.text = text }
}
