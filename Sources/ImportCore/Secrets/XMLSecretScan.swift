import Formats

/// Tells of some whole tags and texts of an XML document whether they may hold secrets, without taking them apart.
///
/// Cost: one look at each byte, and one at each name of an element that was not met before.
struct XMLSecretScan {
  /// Whether names are of credentials.
  private var names: [UInt64: Bool] = [:]
  /// Names that are kept.
  private static let mostNames = 4096

  /// Never no where they do, but for what is filled in later.
  mutating func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    SecretShape.mayStand(in: bytes) || holdsName(bytes) || Self.spellsOut(bytes)
  }

  /// An element of credentials, or an attribute that may give a name its value. Names of attributes are shapes: `password="…"`.
  private mutating func holdsName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for at in bytes.indices {
      switch bytes[at] {
      case UInt8(ascii: "<"):
        var end = at + 1
        var hash: UInt64 = 14_695_981_039_346_656_037
        while end < bytes.count, Self.isOfName(bytes[end]) {
          hash = (hash ^ UInt64(bytes[end])) &* 1_099_511_628_211
          end += 1
        }
        if isOfCredentials(UnsafeBufferPointer(rebasing: bytes[at + 1..<end]), hash) { return true }
      case UInt8(ascii: "="):
        if Self.isValue(bytes, before: at), Self.namesValue(bytes, around: at) { return true }
      default: break
      }
    }
    return false
  }

  private mutating func isOfCredentials(_ name: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Bool {
    guard CredentialName.mayHold(name) else { return false }
    if let known = names[hash] { return known }
    let answer = CredentialName.holds(String(decoding: name, as: UTF8.self))
    if names.count < Self.mostNames { names[hash] = answer }
    return answer
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte > 0x2F && byte != UInt8(ascii: ">") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// `value=`, `Value =`, `headerValue=`
  private static func isValue(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    var end = end
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end >= 3, bytes[end - 1] | 0x20 == UInt8(ascii: "e") || bytes[end - 1] | 0x20 == UInt8(ascii: "l") else {
      return false
    }
    let tail = bytes[max(0, end - 5)..<end].map { $0 | 0x20 }
    return tail.elementsEqual("value".utf8) || tail.suffix(3).elementsEqual("val".utf8)
  }

  /// Whether the tag around a place has another attribute, which may say that its value is one of credentials.
  private static func namesValue(_ bytes: UnsafeBufferPointer<UInt8>, around at: Int) -> Bool {
    guard let start = bytes[..<at].lastIndex(of: UInt8(ascii: "<")) else { return true }
    let end = XMLTag.end(in: bytes, from: start) ?? bytes.count
    let tag = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard tag.count(where: { $0 == UInt8(ascii: "=") }) > 1 else { return false }
    return XMLTag(tag).attributes.contains { attribute in
      guard case .name = SecretKey(attribute.name).role else { return false }
      var value = attribute.value
      return value.withUTF8 { CredentialName.mayHold($0) }
    }
  }

  /// Signs that are written as references: `&#45;`, `&quot;`.
  private static func spellsOut(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while let sign = bytes[at...].firstIndex(of: UInt8(ascii: "&")) {
      let next = sign + 1 < bytes.count ? bytes[sign + 1] : 0
      if next == UInt8(ascii: "#") || next == UInt8(ascii: "q") { return true }
      if next == UInt8(ascii: "a"), sign + 2 < bytes.count, bytes[sign + 2] == UInt8(ascii: "p") { return true }
      at = sign + 1
    }
    return false
  }
}
