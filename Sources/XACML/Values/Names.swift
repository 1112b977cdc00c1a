import Formats

/// A distinguished name of RFC 4514, most specific part first: `cn=Kari,o=Test,c=NO`.
public struct DistinguishedName: Hashable, Sendable {
  /// As written.
  var text: String
  /// Each relative name as a sorted list of `type=value`, types and values in lower case, inner spaces collapsed.
  private var parts: [[String]]

  /// Whether both are equal, as their type compares.
  public static func == (left: Self, right: Self) -> Bool { left.parts == right.parts }
  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) { hasher.combine(parts) }

  init?(_ text: String) {
    self.text = text.trimmed
    parts = []
    guard !self.text.isEmpty else { return }
    for piece in Self.split(self.text, at: [",", ";"]) {
      var pairs: [String] = []
      for pair in Self.split(piece, at: ["+"]) {
        guard let sign = pair.firstIndex(of: "=") else { return nil }
        var type = pair[..<sign].trimmed.lowercased()
        if type.hasPrefix("oid.") { type.removeFirst(4) }
        guard !type.isEmpty,
          type.utf8.allSatisfy({ byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || (0x30...0x39).contains(byte)
              || (0x61...0x7A).contains(byte)
          }), let value = Self.unescaped(pair[pair.index(after: sign)...])
        else { return nil }
        pairs.append((Self.shortTypes[type] ?? type) + "=" + Self.folded(value))
      }
      parts.append(pairs.sorted())
    }
  }

  /// Whether this name is the end of the other: the other lies below it.
  func isSuffix(of other: DistinguishedName) -> Bool {
    parts.count <= other.parts.count && Array(other.parts.suffix(parts.count)) == parts
  }

  private static let shortTypes = [
    "2.5.4.3": "cn", "2.5.4.7": "l", "2.5.4.8": "st", "2.5.4.10": "o", "2.5.4.11": "ou", "2.5.4.6": "c",
    "2.5.4.9": "street", "0.9.2342.19200300.100.1.25": "dc", "0.9.2342.19200300.100.1.1": "uid",
    "1.2.840.113549.1.9.1": "emailaddress", "e": "emailaddress", "s": "st", "2.5.4.5": "serialnumber",
  ]

  /// The pieces between separators that are neither escaped nor quoted.
  private static func split(_ text: String, at separators: Set<Character>) -> [String] {
    var pieces: [String] = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, separators.contains(character) {
        pieces.append("")
        continue
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  /// A value without quotes and escapes; `nil` where an escape is unfinished.
  private static func unescaped(_ text: Substring) -> String? {
    var bytes = Array(text.trimmed.utf8)
    if bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") {
      bytes = Array(bytes.dropFirst().dropLast())
    }
    var out: [UInt8] = []
    var at = 0
    func hex(_ byte: UInt8) -> UInt8? { Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) } }
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "\\") {
        out.append(bytes[at])
        at += 1
      } else if at + 2 < bytes.count, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2]) {
        out.append(high * 16 + low)
        at += 3
      } else if at + 1 < bytes.count {
        out.append(bytes[at + 1])
        at += 2
      } else {
        return nil
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func folded(_ value: String) -> String {
    value.lowercased().split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}

/// A mail address: the local part counts letter by letter, the domain without case.
public struct MailName: Hashable, Sendable {
  var local: String
  /// As written.
  var domain: String

  init?(_ text: String) {
    let text = text.trimmed
    guard let at = text.lastIndex(of: "@"), at != text.startIndex, text.index(after: at) != text.endIndex,
      !text[..<at].contains("@")
    else { return nil }
    local = String(text[..<at])
    domain = String(text[text.index(after: at)...])
  }

  /// Whether both are equal, as their type compares.
  public static func == (left: MailName, right: MailName) -> Bool {
    left.local.isExactly(right.local) && left.domain.lowercased() == right.domain.lowercased()
  }
  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytesOf: local)
    hasher.combine(domain.lowercased())
  }

  var text: String { local + "@" + domain }

  /// Whether a pattern names it: a whole address, a domain, or `.domain` for everything below a domain.
  func matches(_ pattern: String) -> Bool {
    if pattern.contains("@") { return MailName(pattern) == self }
    let (pattern, domain) = (pattern.lowercased(), domain.lowercased())
    return pattern.hasPrefix(".") ? domain.hasSuffix(pattern) : domain == pattern
  }
}
