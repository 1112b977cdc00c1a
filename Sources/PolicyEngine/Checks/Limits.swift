/// How large a program may be. Far above what a person writes; they keep generated or hostile texts from costing more
/// than their size.
public enum ProgramLimit {
  package static let rules = 20_000
  package static let columns = 32
  /// Of one rule, those in `not`, `or` and aggregates counted too.
  public static let literals = 256
  /// Arguments and parts of expressions of one rule, its head counted too.
  public static let values = 4096
  /// Rules that the branches of one body's `or` stand for: one `or` after another multiplies them.
  public static let alternatives = 256
  /// `not` and aggregates within each other: each has a plan for what is certain and one for what is possible, and so has each
  /// within either.
  public static let subqueries = 8
}
