/// Texts as OSCAL has them.
enum OSCALText {
  /// A line of Markdown (`MarkupLineDatatype`) that shows the characters of the text, whatever they mean in Markdown, and links to
  /// nothing. Never empty. Linear.
  static func markup(_ text: String) -> String {
    var text = string(text)
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + 16)
      var isBeginning = true
      // All signs are ASCII, and no byte of another character is.
      for (at, byte) in bytes.enumerated() {
        if isSign(byte) || isBeginning && isOfList(byte, after: result.last)
          || isJoint(byte, after: result.last, before: at + 1 < bytes.count ? bytes[at + 1] : nil)
        {
          result.append(backslash)
        }
        // A number, a point or a bracket begin a list.
        isBeginning = isBeginning && digits.contains(byte)
        result.append(byte)
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  private static let backslash = UInt8(ascii: "\\")
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// Signs that format, or begin a link, an element, a reference or what OSCAL fills in.
  private static func isSign(_ byte: UInt8) -> Bool { byte < 0x80 && signs[Int(byte)] }

  private static let signs: [Bool] = {
    var signs = [Bool](repeating: false, count: 0x80)
    for byte in "\\`*_~^[]{}<>&#|!@$".utf8 { signs[Int(byte)] = true }
    return signs
  }()

  private static func isOfList(_ byte: UInt8, after last: UInt8?) -> Bool {
    last == nil ? "-+=".utf8.contains(byte) : ".)".utf8.contains(byte)
  }

  /// Whether a colon or a point joins an address, of which many programs make a link: `https://`, `www.`
  private static func isJoint(_ byte: UInt8, after last: UInt8?, before next: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: ":"): next == UInt8(ascii: "/")
    case UInt8(ascii: "."): last.map { $0 | 0x20 == UInt8(ascii: "w") } ?? false
    default: false
    }
  }

  /// A text without line breaks, and without blanks around it (`StringDatatype`). Never empty.
  static func string(_ text: String) -> String {
    let inert = InertText.line(text)
    // Nearly every text begins and ends with a letter or a sign.
    if let first = inert.utf8.first, let last = inert.utf8.last, isSeen(first), isSeen(last) { return inert }
    var line = inert.unicodeScalars[...]
    while line.first?.properties.isWhitespace == true { line.removeFirst() }
    while line.last?.properties.isWhitespace == true { line.removeLast() }
    return line.isEmpty ? "-" : String(line)
  }

  private static func isSeen(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// A name without colons (`TokenDatatype`): every other sign than letters, digits, `.`, `-` and `_` becomes `-`.
  static func token(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isOfToken(scalar) ? scalar : "-") }
    if result.first.map({ !$0.properties.isAlphabetic }) ?? true { result.insert("_", at: result.startIndex) }
    return String(result)
  }

  private static func isOfToken(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || ".-_".unicodeScalars.contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }
}
