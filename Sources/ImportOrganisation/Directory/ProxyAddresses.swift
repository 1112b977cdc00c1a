import FactStore
import ImportCore
import Localization

/// The addresses of a recipient, as a cell of `EmailAddresses` lists them.
///
/// An entry says of what kind it is (`SMTP:`, `smtp:`, `X500:`). Entries of other kinds than mail are passed over whole,
/// though they hold the characters that separate entries: `X400:C=DK;A= ;P=Example;` is one.
struct ProxyAddresses {
  private(set) var addresses: [String] = []
  /// Entries that may be addresses and cannot be read.
  private(set) var hasOther = false
  private(set) var wasCleaned = false
  /// Why more entries may exist; `nil` when the list is whole.
  private(set) var doubt: Phrase?

  init(_ cell: String) {
    let list = AddressList(addresses: cell)
    doubt = list.doubt
    var isForeign = false
    for entry in list.entries {
      let text = AddressCell.bare(UnicodeText.withoutInvisible(entry))
      switch Self.kind(of: entry) {
      case .mail: isForeign = false
      case .foreign:
        isForeign = true
        continue
      case .unknown:
        isForeign = false
        // A kind that nobody knows is no mail, unless an address stands there all the same.
        if !text.contains("@") { continue }
      case .none where isForeign:
        // A piece of the entry before it, or an address that stands alone.
        if text.contains(where: { $0 == "=" || $0 == "/" }) || NormalForm.email.read(text) == nil { continue }
        isForeign = false
      case .none: break
      }
      read(entry)
    }
  }

  private mutating func read(_ entry: String) {
    let cell = AddressCell(entry)
    wasCleaned = wasCleaned || cell.wasCleaned
    hasOther = hasOther || cell.hasOther
    for address in cell.addresses where !addresses.contains(address) { addresses.append(address) }
  }

  private enum Kind { case mail, foreign, unknown, none }

  private static func kind(of entry: String) -> Kind {
    let text = entry.drop { "'\"`([\u{2018}\u{201C}".contains($0) }
    guard let colon = text.firstIndex(of: ":") else { return .none }
    let name = text[..<colon].lowercased()
    if name == "smtp" || name == "mailto" { return .mail }
    if foreign.contains(name) { return .foreign }
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." } && !name.isEmpty ? .unknown : .none
  }

  /// Kinds of address that Exchange knows beside mail.
  private static let foreign: Set<String> = [
    "x400", "x500", "sip", "eum", "spo", "notes", "msmail", "ms", "ccmail", "gwise", "groupwise", "fax", "meum",
    "airsync", "dsync", "exum", "ex", "tel", "im", "rfax",
  ]
}
