/// The tree of a pattern: regular, so that what it matches can be decided.
indirect enum PatternNode: Sendable {
  case empty
  case byte(ByteSet)
  /// `^` and `\A`.
  case start
  /// `$`, `\Z` and `\z`, which differ for names with line breaks only.
  case end
  case sequence([PatternNode])
  case choice([PatternNode])
  /// So many times, or any number from `least` on. Whether it is greedy changes nothing.
  case repeated(PatternNode, least: Int, most: Int?)
}

/// Why a pattern has no tree.
enum PatternProblem: Error, Equatable {
  /// It does not compile, whatever the version of the engine.
  case wrong
  /// It has something that is not regular, or that versions of the engine read differently, or it is too large.
  case undecided
}
