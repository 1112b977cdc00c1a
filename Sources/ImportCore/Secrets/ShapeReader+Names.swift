/// Names and values within a text.
extension ShapeReader {
  /// `Password=…` of a connection, `?access_token=…` of an address, `secret="…"` of a file of settings.
  func assignment(_ mark: Int) -> SecretShape? {
    var end = mark
    while end > 0, bytes[end - 1] == 0x20, mark - end < 2 { end -= 1 }
    let isSpaced = end < mark
    if end > 0, bytes[end - 1] == UInt8(ascii: "\"") || bytes[end - 1] == UInt8(ascii: "'") { end -= 1 }
    guard let name = name(before: end) else { return nil }
    var start = run(from: mark + 1) { $0 == 0x20 }
    guard start < bytes.count, start == mark + 1 || isSpaced else { return nil }
    let first = bytes[start]
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    if isQuoted { start += 1 }
    let stop = isQuoted ? run(from: start) { $0 != first } : run(from: start, Self.isOfValue)
    // `token = request.headers[…]` is a program, and `token = :token` asks for what is bound to it.
    if !isQuoted, isSpaced, bytes[start..<stop].contains(where: Self.isOfProgram) { return nil }
    if first == UInt8(ascii: "=") || first == UInt8(ascii: ":") || first == UInt8(ascii: "?") { return nil }
    guard var shape = named(name, start..<stop) else { return nil }
    // A password in the query of an address is one of the address.
    if shape.kind == .password, isInQuery(name: end - name.utf8.count) { shape.kind = .userInfo }
    return shape
  }

  /// Whether a name begins a part of the query of an address.
  private func isInQuery(name start: Int) -> Bool {
    guard start > 0, bytes[start - 1] == UInt8(ascii: "?") || bytes[start - 1] == UInt8(ascii: "&") else {
      return false
    }
    var at = start - 1
    while at > 0, start - at < Self.reach, bytes[at] > 0x20, bytes[at] != UInt8(ascii: "\"") {
      if stands("://", at: at) { return true }
      at -= 1
    }
    return false
  }

  /// `"password":"…"` within a text: a document within a document.
  func member(_ mark: Int) -> SecretShape? {
    // In a cell of a table quotes stand twice.
    let quotes = mark > 0 && bytes[mark - 1] == UInt8(ascii: "\"") ? 2 : 1
    guard let name = name(before: mark + 1 - quotes) else { return nil }
    var start = run(from: mark + 2) { $0 == 0x20 }
    for _ in 0..<quotes {
      guard byte(start) == UInt8(ascii: "\"") else { return nil }
      start += 1
    }
    let stop = run(from: start) { $0 != UInt8(ascii: "\"") }
    return named(name, start..<stop)
  }

  /// `X-Gravitee-Api-Key: …`
  func keyHeader(_ mark: Int) -> SecretShape? {
    if mark > 0, Self.isAlphanumeric(bytes[mark - 1]) { return nil }
    let end = run(from: mark, atMost: 64) { Self.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    guard byte(end) == UInt8(ascii: ":"), let name = name(before: end) else { return nil }
    let start = run(from: end + 1) { $0 == 0x20 }
    return named(name, start..<run(from: start, Self.isOfValue))
  }

  private func named(_ name: String, _ range: Range<Int>) -> SecretShape? {
    guard case .secret = SecretValue.judge(bytes[range]), !Self.isWord(bytes[range]) else { return nil }
    return SecretShape(kind: CredentialName.kind(of: name) ?? .key, range: range, name: name)
  }

  /// The name of credentials that ends at a place; `nil` for any other.
  private func name(before end: Int) -> String? {
    var start = end
    while start > 0, end - start < 64, Self.isOfName(bytes[start - 1]) { start -= 1 }
    guard start < end else { return nil }
    let name = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard CredentialName.mayHold(name) else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    return CredentialName.holds(text) || text.lowercased() == Self.ofConnection ? text : nil
  }

  /// A key where an address of storage is written with it; elsewhere the number of an account.
  private static let ofConnection = "accountkey"

  private static let words: Set<String> = [
    "true", "false", "null", "none", "nil", "yes", "no", "ja", "nej", "nei", "required", "optional", "undefined",
  ]

  /// A word that says something of the secret instead of being it.
  private static func isWord(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    value.count <= 9 && words.contains(String(decoding: value, as: UTF8.self).lowercased())
  }
}
