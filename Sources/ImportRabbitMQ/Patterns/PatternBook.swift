import Formats

/// The patterns of one document, each decided once. Documents repeat a few; one with many that are hard has an end as well.
struct PatternBook {
  private var known: [ExactText: NamePattern] = [:]
  /// Work that may still be done; a pattern that comes later is undecided.
  private var effort = 50_000_000

  mutating func pattern(_ text: String) -> NamePattern {
    if let known = known[ExactText(text)] { return known }
    let pattern = NamePattern(text, effort: &effort)
    known[ExactText(text)] = pattern
    return pattern
  }
}
