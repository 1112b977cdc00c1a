import ImportCore
import Localization

/// The entries of a cell that holds a list, as Exchange exports write it.
///
/// Entries are separated by `;`, `,` or white space, or stand in `{…}` as PowerShell prints a list. A list that
/// PowerShell cut off with `...`, and one that shows only the name of its type, is not whole.
struct AddressList: Hashable, Sendable {
  var entries: [String]
  /// Why more entries may exist; `nil` when the list is whole.
  var doubt: Phrase?

  /// Addresses: no entry holds white space.
  init(addresses cell: String) {
    self.init(cell) { $0 == ";" || $0 == "," || $0.isWhitespace }
  }

  /// Names of senders, which may hold spaces and, as distinguished names, commas.
  init(names cell: String) {
    let isBraced = TableInput.trim(cell).hasPrefix("{")
    self.init(cell) { $0 == ";" || $0.isNewline || (isBraced && $0 == ",") }
  }

  private init(_ cell: String, isSeparator: (Character) -> Bool) {
    var text = Substring(TableInput.trim(cell))
    if Self.typeNames.contains(where: { text.hasPrefix($0) }) {
      entries = []
      doubt = Phrase("the cell holds the name of a type instead of its list; join the list by `;` in the export")
      return
    }
    if text.hasPrefix("{") {
      text.removeFirst()
      if text.hasSuffix("}") {
        text.removeLast()
      } else {
        doubt = Phrase("the list does not end; join the list by `;` in the export")
      }
    }
    guard !text.isEmpty else {
      entries = []
      return
    }
    var parts = text.split(whereSeparator: isSeparator).map { TableInput.trim(String($0)) }
    // `…` and `...` stand where PowerShell left entries out, alone or behind an entry that it may have cut.
    let isCut: (String) -> Bool = { $0.hasSuffix("...") || $0.hasSuffix("\u{2026}") }
    if parts.contains(where: isCut) {
      doubt = Phrase("PowerShell left out entries (`...`); set `$FormatEnumerationLimit = -1`, or join the list by `;`")
      parts.removeAll(where: isCut)
    }
    entries = parts.filter { !$0.isEmpty }
  }

  private static let typeNames = ["System.", "Microsoft.Exchange.", "Deserialized."]
}
