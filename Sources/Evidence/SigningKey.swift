import Crypto
import FactStore
import FoundationEssentials

/// A key of Ed25519 as OpenSSL writes it: PEM around PKCS #8 (private) or SubjectPublicKeyInfo (public).
///
/// A line `Expires: 2027-01-31` before the PEM says the last day on which the key is used.
package struct PublicKey: Sendable {
  let key: Curve25519.Signing.PublicKey
  package let expires: CalendarDate?

  /// What RFC 8410 puts before the 32 bytes of a public key.
  private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

  init(key: Curve25519.Signing.PublicKey, expires: CalendarDate?) {
    self.key = key
    self.expires = expires
  }

  /// `nil` where it is no such key.
  package init?(_ pem: [UInt8]) {
    guard let der = PEM.content(pem, "PUBLIC KEY"), der.starts(with: Self.prefix), der.count == Self.prefix.count + 32,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: der.dropFirst(Self.prefix.count))
    else { return nil }
    self.key = key
    expires = PEM.expiry(pem)
  }

  private var der: [UInt8] { Self.prefix + Array(key.rawRepresentation) }

  /// What envelopes name it by: the SHA-256 of its DER.
  package var id: String { Manifest.File.digest(der) }

  /// The key as a file.
  package var pem: [UInt8] {
    let head = expires.map { "Expires: \($0)\n" } ?? ""
    return Array(
      "\(head)-----BEGIN PUBLIC KEY-----\n\(Data(der).base64EncodedString())\n-----END PUBLIC KEY-----\n".utf8)
  }

  func isValid(_ signature: [UInt8], for bytes: [UInt8]) -> Bool { key.isValidSignature(signature, for: bytes) }
}

/// The private half.
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  package let expires: CalendarDate?
  private static let prefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]

  /// `nil` where it is no such key.
  package init?(_ pem: [UInt8]) {
    guard let der = PEM.content(pem, "PRIVATE KEY"), der.starts(with: Self.prefix), der.count == Self.prefix.count + 32,
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: der.dropFirst(Self.prefix.count))
    else { return nil }
    self.key = key
    expires = PEM.expiry(pem)
  }

  package var publicKey: PublicKey { PublicKey(key: key.publicKey, expires: expires) }

  func signature(for bytes: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: bytes)) }
}

private enum PEM {
  /// The bytes between the lines that name what they are.
  static func content(_ pem: [UInt8], _ what: String) -> [UInt8]? {
    let text = String(decoding: pem, as: UTF8.self)
    guard let start = text.firstRange(of: "-----BEGIN \(what)-----"),
      let end = text.firstRange(of: "-----END \(what)-----"),
      start.upperBound <= end.lowerBound
    else { return nil }
    let body = text[start.upperBound..<end.lowerBound].filter { !$0.isWhitespace }
    return Data(base64Encoded: String(body)).map(Array.init)
  }

  static func expiry(_ pem: [UInt8]) -> CalendarDate? {
    for line in String(decoding: pem, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.hasPrefix("-----BEGIN") { return nil }
      guard line.lowercased().hasPrefix("expires:") else { continue }
      return CalendarDate(String(line.dropFirst(8).drop { $0 == " " }))
    }
    return nil
  }
}
