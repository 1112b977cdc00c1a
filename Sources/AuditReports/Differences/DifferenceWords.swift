import Audit
import Localization

extension RightChange.Kind {
  var word: Phrase {
    switch self {
    case .gained: Phrase("gained")
    case .gainedIndirectly: Phrase("gained indirectly")
    case .certainNow: Phrase("certain now")
    case .lost: Phrase("lost")
    case .lostIndirectly: Phrase("lost indirectly")
    case .uncertainNow: Phrase("not certain any longer")
    }
  }
}

extension FindingChange.Kind {
  var word: Phrase {
    switch self {
    case .new: Phrase("new")
    case .failsNow: Phrase("fails now")
    case .unverifiedNow: Phrase("cannot be shown any longer")
    case .fixed: Phrase("fixed")
    case .unjudged: Phrase("not judged any longer")
    }
  }
}

extension DocumentChange.Kind {
  var word: Phrase {
    switch self {
    case .appeared: Phrase("is new")
    case .disappeared: Phrase("is gone")
    case .changed: Phrase("changed")
    case .moved: Phrase("moved")
    }
  }
}

extension PolicyChange.Kind {
  var word: Phrase {
    switch self {
    case .appeared: Phrase("is new")
    case .disappeared: Phrase("is gone")
    case .changed: Phrase("its rules or parameters are others")
    case .judged: Phrase("is judged now, and was not")
    case .notJudged: Phrase("is not judged any longer")
    }
  }
}
