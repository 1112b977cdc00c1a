import Audit
import Localization

/// What every report says beside the controls of a framework.
enum FrameworkWords {
  /// What a verdict on a control means, and what it does not.
  static let meaning: Phrase =
    "Judged is what the policies see of a control: one that is passed has no violation in what was read, and may ask for more."
}

extension ControlVerdict {
  /// The word for it. Programs read the raw value.
  var word: Phrase {
    switch self {
    case .fail: Phrase("fail")
    case .unverified: Phrase("unverified")
    case .notJudged: Phrase("not judged")
    case .uncovered: Phrase("without a policy")
    case .empty: Phrase("empty")
    case .passedInPart: Phrase("passed in part")
    case .passed: Phrase("passed")
    }
  }
}
