import Localization
import PolicyEngine

/// How firmly a policy stands, in words. Programs read the raw value.
enum BasisWords {
  /// - Parameter kind: `stated`, `recommended` or `ours`, as a result has it.
  static func word(_ kind: String) -> Phrase {
    switch Basis.Kind(rawValue: kind) {
    case .stated: Phrase("stated")
    case .recommended: Phrase("recommended")
    case .ours: Phrase("ours")
    case nil: "\(kind)"
    }
  }
}
