import FactStore

/// What is not known of a relation, for one row that is possible and not certain. What it leaves open of a verdict is a
/// *doubt* (``DoubtCost``).
enum NotKnown {
  /// Of a source: its exports may leave out rows of this shape.
  case hole(Hole, of: SourceRelation)
  /// Of what rules derive, or an example gives: the row may hold.
  case extra
}

extension EvaluatedRelation {
  /// What an extra stands for.
  func notKnown(_ extra: Int) -> NotKnown { source.map { .hole(holes[extra], of: $0) } ?? .extra }
}
