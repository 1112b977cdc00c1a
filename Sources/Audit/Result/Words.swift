import FactStore
import Localization
import PolicyEngine

extension AuditResult {
  /// Says phrases in the language of the run; a result of a language that is not known is said in English.
  package var wording: Wording { Wording(named: language) }
}

extension Severity {
  /// The word for it. Programs read the raw value.
  package var word: Phrase {
    switch self {
    case .critical: Phrase("critical")
    case .high: Phrase("high")
    case .medium: Phrase("medium")
    case .low: Phrase("low")
    case .info: Phrase("info")
    }
  }
}

extension Finding.Verdict {
  /// The word for it. Programs read the raw value.
  package var word: Phrase {
    switch self {
    case .fail: Phrase("fail")
    case .unverified: Phrase("unverified")
    }
  }
}

extension PolicyOutcome {
  /// What came out of it, in a word or two.
  package var state: Phrase {
    switch status {
    case .evaluated: passes ? Phrase("passed") : failed > 0 ? Phrase("failed") : Phrase("unverified")
    case .empty: Phrase("empty")
    case .notEvaluated: Phrase("not evaluated")
    case .outOfScope: Phrase("out of scope by declaration")
    }
  }
}

extension Completeness {
  /// The word for it. Programs read the raw value.
  package var word: Phrase {
    switch self {
    case .complete: Phrase("complete")
    case .partial: Phrase("partial")
    case .absent: Phrase("absent")
    }
  }
}

extension CompletenessGrade {
  /// The word for it. Programs read the raw value.
  package var word: Phrase {
    switch self {
    case .assumed: Phrase("assumed")
    case .closed: Phrase("closed")
    case .counted: Phrase("counted")
    }
  }
}
