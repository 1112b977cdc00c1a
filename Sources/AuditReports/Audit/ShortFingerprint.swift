/// The identity of a finding as people type it.
public enum ShortFingerprint {
  /// Digits that are shown; more than enough to tell the findings of one audit apart.
  public static let shownDigits = 12

  public static func of(_ fingerprint: String) -> String { String(fingerprint.prefix(shownDigits)) }
}
