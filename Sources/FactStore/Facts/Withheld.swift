import Localization

/// Why a text of a document is no fact, whichever field it stands in.
package enum Withheld: Hashable, Sendable {
  case identityNumber, secret

  /// For people, in the place of the value.
  package var text: Phrase {
    switch self {
    case .identityNumber: Phrase("the text may hold an identity number, and is not kept")
    case .secret: Phrase("the text holds a secret, and is not kept")
    }
  }
}
