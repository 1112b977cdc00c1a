import Audit
import Localization

extension AuditResult {
  /// How people are named, where a reader should know it; `nil` where they are named as in the exports, and nobody said why.
  var peopleLine: Phrase? {
    switch identifiers {
    case .pseudonym: Phrase("people have pseudonyms")
    case .mask: Phrase("people are not named")
    case .full: purpose.map { Phrase("people are named for: \($0)") }
    }
  }
}
