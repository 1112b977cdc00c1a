/// How large a program may be. Far above what a person writes; they keep generated or hostile texts from costing more
/// than their size.
public enum ProgramLimit {
  public static let rules = 20_000
  public static let columns = 32
  /// Of one rule, those in `not`, `or` and aggregates counted too.
  public static let literals = 256
}
