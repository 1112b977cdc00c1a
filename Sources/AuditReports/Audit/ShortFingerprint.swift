/// The identity of a finding as people type it.
package enum ShortFingerprint {
  /// Digits that are shown; more than enough to tell the findings of one audit apart.
  package static let shownDigits = 12

  package static func of(_ fingerprint: String) -> String { String(fingerprint.prefix(shownDigits)) }
}
