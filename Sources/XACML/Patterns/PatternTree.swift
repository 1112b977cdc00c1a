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

/// Why a text is no regular expression that can be used.
struct PatternProblem: Error, Hashable, Sendable {
  var text: String
  init(_ text: String) { self.text = text }
}
