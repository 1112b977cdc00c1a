import FactStore
import ImportCore

/// A cell that should hold an address, as people and spreadsheets fill it: with a display name, the prefix of a link, quotes,
/// a spreadsheet's apostrophe, characters that nobody sees, or with several addresses.
///
/// What is unambiguous is read. Everything else is a problem that leaves a hole: never the address of somebody else, and
/// never none.
struct AddressCell: Hashable, Sendable {
  /// In normal form, without repetition.
  private(set) var addresses: [String] = []
  /// Whether something stands there that cannot be read as an address.
  private(set) var hasOther = false
  /// Whether words stand beside an address, which may be a note that takes it back.
  private(set) var hasWords = false
  /// Whether characters that show nothing were left out.
  private(set) var wasCleaned = false

  /// The one address; `nil` where there is none, or more than one.
  var only: String? { addresses.count == 1 && !hasOther && !hasWords ? addresses[0] : nil }
  var isEmpty: Bool { addresses.isEmpty && !hasOther }

  init(_ cell: String) {
    if let address = NormalForm.email.read(cell) {
      addresses = [address]
      return
    }
    let text = TableInput.trim(UnicodeText.withoutInvisible(cell))
    wasCleaned = UnicodeText.hasInvisible(TableInput.trim(cell))
    let parts = text.split(whereSeparator: { $0 == ";" || $0 == "," || $0.isNewline })
    // A display name may hold the comma of `Hansen, Mette`: the pieces before `<`.
    let isNamed = text.contains("<")
    var isWithinName = false
    for part in parts {
      let part = TableInput.trim(String(part))
      if part.isEmpty { continue }
      if isNamed, !part.contains("@"), !part.contains("<") {
        isWithinName = true
        continue
      }
      if isWithinName, !part.contains("<") { hasWords = true }
      isWithinName = false
      read(part)
    }
    if isWithinName { hasWords = true }
  }

  /// Reads what stands between two separators.
  private mutating func read(_ text: String) {
    let bare = Self.bare(text)
    if let address = NormalForm.email.read(bare) { return add(address) }
    if let open = bare.firstIndex(of: "<") {
      let inner = bare[bare.index(after: open)...]
      guard inner.last == ">", let address = NormalForm.email.read(Self.bare(String(inner.dropLast()))) else {
        hasOther = true
        return
      }
      let name = String(bare[..<open])
      if Self.takesBack(name) { hasWords = true }
      if name.contains("@"), NormalForm.email.read(Self.bare(name)) != address { hasOther = true }
      return add(address)
    }
    let words = bare.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, words.contains(where: { $0.contains("@") }) else {
      hasOther = true
      return
    }
    for word in words {
      if let address = NormalForm.email.read(Self.bare(String(word))) {
        add(address)
      } else if word.contains("@") {
        hasOther = true
      } else if word.contains(where: { $0.isLetter || $0.isNumber }) {
        hasWords = true
      }
    }
  }

  private mutating func add(_ address: String) { if !addresses.contains(address) { addresses.append(address) } }

  /// Whether what should be a display name holds a word by which people refuse, withdraw or put off.
  private static func takesBack(_ name: String) -> Bool {
    UnicodeText.folded(name).split { !$0.isLetter }.contains { word in refusals.contains { word.hasPrefix($0) } }
  }

  /// How such words begin, in Danish, Norwegian, Swedish and English.
  private static let refusals = [
    "afvis", "afslå", "avvis", "avslå", "avslag", "afslag", "avböj", "trukke", "tilbagetrukk", "tilbaketrukk", "afvent",
    "avvent", "udløb", "utløp", "reject", "denied", "refus", "withdraw", "revok", "pending", "expired", "ikke", "inte",
    "not",
  ]

  /// Without quotes and brackets around it, and without the prefix of a link or of Exchange.
  static func bare(_ text: String) -> String {
    var text = Substring(TableInput.trim(text))
    while true {
      if let first = text.first, opening.contains(first) { text.removeFirst(); continue }
      if let last = text.last, closing.contains(last) { text.removeLast(); continue }
      let trimmed = Substring(TableInput.trim(String(text)))
      if trimmed.count < text.count { text = trimmed; continue }
      guard let prefix = prefixes.first(where: { text.lowercased().hasPrefix($0) }) else { return String(text) }
      text = text.dropFirst(prefix.count)
    }
  }

  private static let opening: Set<Character> = ["'", "\"", "`", "\u{2018}", "\u{201C}", "\u{201E}", "\u{AB}", "(", "["]
  private static let closing: Set<Character> = ["'", "\"", "`", "\u{2019}", "\u{201D}", "\u{201C}", "\u{BB}", ")", "]"]
  private static let prefixes = ["smtp:", "mailto:"]
}
