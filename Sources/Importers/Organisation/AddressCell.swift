import FactStore

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
  /// Whether characters that show nothing were left out.
  private(set) var wasCleaned = false

  /// The one address; `nil` where there is none, or more than one.
  var only: String? { addresses.count == 1 && !hasOther ? addresses[0] : nil }
  var isEmpty: Bool { addresses.isEmpty && !hasOther }

  init(_ cell: String) {
    if let address = NormalForm.email.read(cell) {
      addresses = [address]
      return
    }
    let text = TableInput.trim(UnicodeText.withoutInvisible(cell))
    wasCleaned = UnicodeText.hasInvisible(TableInput.trim(cell))
    let parts = text.split(whereSeparator: { $0 == ";" || $0 == "," || $0.isNewline })
    // A display name may hold the comma of `Hansen, Mette`.
    let isNamed = text.contains("<")
    for part in parts {
      let part = TableInput.trim(String(part))
      if part.isEmpty || (isNamed && !part.contains("@") && !part.contains("<")) { continue }
      read(part)
    }
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
      if name.contains("@"), NormalForm.email.read(Self.bare(name)) != address { hasOther = true }
      return add(address)
    }
    let words = bare.split(whereSeparator: \.isWhitespace).filter { $0.contains("@") }
    let isList = words.count > 1 || bare.contains(where: \.isWhitespace)
    guard isList, !words.isEmpty else {
      hasOther = true
      return
    }
    for word in words {
      if let address = NormalForm.email.read(Self.bare(String(word))) { add(address) } else { hasOther = true }
    }
  }

  private mutating func add(_ address: String) { if !addresses.contains(address) { addresses.append(address) } }

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
