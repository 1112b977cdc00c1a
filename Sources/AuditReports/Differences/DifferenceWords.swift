import Audit
import Localization

extension RightChange.Kind {
  var word: Phrase {
    switch self {
    case .gained: "gained"
    case .gainedIndirectly: "gained indirectly"
    case .certainNow: "certain now"
    case .lost: "lost"
    case .lostIndirectly: "lost indirectly"
    case .uncertainNow: "not certain any longer"
    }
  }
}

extension FindingChange.Kind {
  var word: Phrase {
    switch self {
    case .new: "new"
    case .failsNow: "fails now"
    case .unverifiedNow: "cannot be shown any longer"
    case .fixed: "fixed"
    case .unjudged: "not judged any longer"
    }
  }
}

extension DocumentChange.Kind {
  var word: Phrase {
    switch self {
    case .appeared: "is new"
    case .disappeared: "is gone"
    case .changed: "changed"
    case .moved: "moved"
    }
  }
}

extension PolicyChange.Kind {
  var word: Phrase {
    switch self {
    case .appeared: "is new"
    case .disappeared: "is gone"
    case .changed: "its rules or parameters are others"
    case .judged: "is judged now, and was not"
    case .notJudged: "is not judged any longer"
    }
  }
}
