import FactStore
import Localization

/// Which texts of a document are no facts and no part of what people read, whoever read them and whichever field they stand in.
package enum Withholding {
  /// What is shown in the place of a secret.
  private static let mask = "(secret)"

  /// Why a text may not be kept; `nil` where it may.
  package static func reason(_ text: String) -> Withheld? {
    var text = text
    return text.withUTF8 { bytes in
      if NationalIdentity.mayStand(in: bytes) { return .identityNumber }
      return SecretShape.mayStand(in: bytes) ? .secret : nil
    }
  }

  /// A text without identity numbers; one that holds a secret is replaced as a whole, since nobody knows where it ends.
  package static func masked(_ text: String) -> String {
    SecretShape.mayStand(in: text) ? mask : NationalIdentity.masked(text)
  }
}
