/// Reads what stands at a mark of a text: a secret, or not.
struct ShapeReader {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Bytes that are looked at from a mark for what belongs to it: no address, label or first part of a token is longer.
  static let reach = 4096

  func shape(at mark: Int) -> SecretShape? {
    switch bytes[mark] {
    case UInt8(ascii: "-"): pem(mark)
    case UInt8(ascii: "e"): token(mark)
    case UInt8(ascii: "b"), UInt8(ascii: "B"): header(mark)
    case UInt8(ascii: ":"): userInfo(mark)
    case UInt8(ascii: "="): assignment(mark)
    case UInt8(ascii: "\""): member(mark)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): keyHeader(mark)
    default: nil
    }
  }

  /// Whether the source of a JSON text spells a sign out here that may belong to a shape.
  func isSpeltOut(at mark: Int) -> Bool {
    switch bytes[mark] {
    case UInt8(ascii: ":"):
      // `:\/\/` of an address.
      guard byte(mark + 1) == UInt8(ascii: "\\") else { return false }
      let end = run(from: mark + 1) { $0 != UInt8(ascii: "\"") && $0 > 0x20 }
      return bytes[mark..<end].contains(UInt8(ascii: "@"))
    case UInt8(ascii: "\\"):
      if byte(mark + 1) == UInt8(ascii: "\"") {
        let end = run(from: mark + 2) { $0 == 0x20 }
        return byte(end) == UInt8(ascii: ":")
      }
      guard mark + 5 < bytes.count, byte(mark + 3) == UInt8(ascii: "0") else { return false }
      guard let code = UInt8(String(decoding: bytes[mark + 4..<mark + 6], as: UTF8.self), radix: 16) else {
        return false
      }
      // What .NET spells out in every text: `&`, `'`, `+`, `<`, `>`, and the grave accent.
      return code >= 0x20 && code < 0x7F && ![0x26, 0x27, 0x2B, 0x3C, 0x3E, 0x60].contains(code)
    default: return false
    }
  }

  // MARK: Keys, tokens and headers

  /// `-----BEGIN … PRIVATE KEY-----` and what follows up to the end. What is published, certificates and public keys, is told apart.
  private func pem(_ mark: Int) -> SecretShape? {
    let begin = mark + 5
    guard stands("-----BEGIN ", at: mark), begin < bytes.count else { return nil }
    let label = begin + 6
    let end = run(from: label, atMost: 64) { Self.isAlphanumeric($0) || $0 == 0x20 }
    guard end > label, stands("-----", at: end) else { return nil }
    let content = end + 5
    var stop = content
    var signs = 0
    while stop < bytes.count, !stands("-----", at: stop) {
      if Self.isAlphanumeric(bytes[stop]) { signs += 1 }
      stop += 1
    }
    guard signs >= 8 else { return nil }
    let name = String(decoding: bytes[label..<end], as: UTF8.self)
    let isPublished = !name.contains("PRIVATE") && (name.contains("CERTIFICATE") || name.contains("PUBLIC KEY"))
    return SecretShape(kind: isPublished ? .certificate : .privateKey, range: mark..<stop)
  }

  /// A JWT: three or five parts in the alphabet of addresses, of which the first is an object that names an algorithm.
  private func token(_ mark: Int) -> SecretShape? {
    if mark > 0, Self.isOfAddress(bytes[mark - 1]) { return nil }
    let head = run(from: mark, Self.isOfAddress)
    guard byte(head) == UInt8(ascii: ".") else { return nil }
    let body = end(from: head + 1)
    guard byte(body) == UInt8(ascii: ".") else { return nil }
    guard let object = Base64Text.decode(bytes[mark..<head]), object.first == UInt8(ascii: "{"),
      Self.holds(object, "\"alg\"")
    else { return nil }
    var stop = end(from: body + 1)
    while byte(stop) == UInt8(ascii: ".") { stop = end(from: stop + 1) }
    return SecretShape(kind: .token, range: mark..<stop)
  }

  /// The end of a part of a token, however long.
  private func end(from start: Int) -> Int {
    var end = start
    while end < bytes.count, Self.isOfAddress(bytes[end]) { end += 1 }
    return end
  }

  /// `Bearer …` and `Basic …`, where what follows is a token and no word of a sentence.
  private func header(_ mark: Int) -> SecretShape? {
    if mark > 0, Self.isAlphanumeric(bytes[mark - 1]) { return nil }
    let isBasic = stands("basic", at: mark, inAnyCase: true)
    guard isBasic || stands("bearer", at: mark, inAnyCase: true) else { return nil }
    let scheme = mark + (isBasic ? 5 : 6)
    let start = run(from: scheme) { $0 == 0x20 || $0 == 0x09 }
    guard start > scheme else { return nil }
    var end = start
    while end < bytes.count, Self.isOfToken(bytes[end]) { end += 1 }
    let isAlone = mark == 0 && end == bytes.count
    if isBasic, let decoded = Base64Text.decode(bytes[start..<end]), decoded.contains(UInt8(ascii: ":")),
      end > start + 3,
      decoded.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    {
      return SecretShape(kind: .authorizationHeader, range: mark..<end)
    }
    guard !isBasic || isAlone, looksDrawn(start..<end) else { return nil }
    return SecretShape(kind: .authorizationHeader, range: mark..<end)
  }

  /// Digits and letters, or a long row of letters of both cases: no word.
  private func looksDrawn(_ range: Range<Int>) -> Bool {
    let text = bytes[range]
    guard text.count >= 8 else { return false }
    let hasLetter = text.contains { Self.isLetter($0) }
    if hasLetter, text.contains(where: Self.isDigit) { return true }
    return text.count >= 20 && text.dropFirst().contains { $0 &- 0x41 < 26 } && text.contains { $0 &- 0x61 < 26 }
  }

  // MARK: Addresses

  /// The password before the host of an address. Whoever writes one often forgets to spell out its `/` or `@`.
  private func userInfo(_ mark: Int) -> SecretShape? {
    guard stands("://", at: mark), mark > 0, Self.isAlphanumeric(bytes[mark - 1]) else { return nil }
    let start = mark + 3
    // An address of IPv6 has colons of its own.
    if byte(start) == UInt8(ascii: "[") { return nil }
    let end = run(from: start) {
      $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
        && $0 != UInt8(ascii: "`")
    }
    guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")), at > start else { return nil }
    let head = bytes[start..<at]
    let path = head.firstIndex(where: Self.endsHost)
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")), colon < path ?? at else {
      // A token in the place of a name: `https://ghp_…@host`.
      guard path == nil, head.count >= 24, head.allSatisfy({ Self.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }),
        head.contains(where: Self.isDigit), looksDrawn(start..<at)
      else { return nil }
      return SecretShape(kind: .userInfo, range: start..<at)
    }
    // `host:8080/…@…` is a port.
    if let path, bytes[colon + 1..<path].allSatisfy(Self.isDigit) { return nil }
    guard case .secret = SecretValue.judge(bytes[colon + 1..<at]) else { return nil }
    return SecretShape(kind: .userInfo, range: start..<at)
  }

  private static func endsHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  // MARK: Bytes

  func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  func run(from start: Int, atMost most: Int = reach, _ belongs: (UInt8) -> Bool) -> Int {
    let limit = min(bytes.count, start + most)
    var end = start
    while end < limit, belongs(bytes[end]) { end += 1 }
    return end
  }

  func stands(_ text: StaticString, at place: Int, inAnyCase: Bool = false) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount {
      let byte = bytes[place + offset]
      if (inAnyCase ? byte | 0x20 : byte) != text.utf8Start[offset] { return false }
    }
    return true
  }

  private static func holds(_ bytes: [UInt8], _ text: StaticString) -> Bool {
    let sought = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return bytes.indices.contains { bytes[$0...].starts(with: sought) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { PlainText.isDigit(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { PlainText.isAlphanumeric(byte) }
  /// The alphabet of base64 in addresses.
  private static func isOfAddress(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
  /// What the value of an Authorization header may be made of.
  private static func isOfToken(_ byte: UInt8) -> Bool {
    isOfAddress(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
  }
  static func isOfName(_ byte: UInt8) -> Bool {
    isOfAddress(byte) || byte == UInt8(ascii: ".") || byte >= 0x80
  }
  /// What a value without quotes goes on with.
  static func isOfValue(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "\"")
      && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
  }
  static func isOfProgram(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "$")
  }
}
