import Crypto

/// A hash of a password as RabbitMQ keeps it: four bytes of salt, and the digest of the salt and the password.
struct PasswordHash: Sendable {
  let algorithm: Algorithm?
  /// The salt and the digest, where they are what the algorithm makes.
  private let bytes: [UInt8]?

  enum Algorithm: String, Sendable, CaseIterable {
    case md5, sha256 = "sha-256", sha512 = "sha-512"

    fileprivate var length: Int {
      switch self {
      case .md5: 16
      case .sha256: 32
      case .sha512: 64
      }
    }

    /// The digest of bytes.
    func digest(_ bytes: [UInt8]) -> [UInt8] {
      switch self {
      case .md5: Array(Insecure.MD5.hash(data: bytes))
      case .sha256: Array(SHA256.hash(data: bytes))
      case .sha512: Array(SHA512.hash(data: bytes))
      }
    }
  }

  /// What the export says of the algorithm.
  enum Named: Equatable, Sendable {
    case named(Algorithm)
    /// A module of one's own, or a value of another type.
    case other
    case unnamed
  }

  static let salt = 4

  /// - Parameters:
  ///   - text: as it is exported, in base64.
  ///   - version: of the server that exported it.
  init(_ text: String, _ named: Named, version: String?) {
    let decoded = Self.decode(text)
    let byLength = decoded.flatMap { bytes in Algorithm.allCases.first { $0.length + Self.salt == bytes.count } }
    switch named {
    case .other: (algorithm, bytes) = (nil, nil)
    case .named(let name):
      // A digest of another length is no digest of it; that it was meant to be MD5 is bad enough.
      algorithm = byLength == name || name == .md5 ? name : nil
      bytes = byLength == name ? decoded : nil
    case .unnamed:
      let isOld = version.flatMap(Self.isOld) ?? false
      algorithm = isOld ? .md5 : byLength
      bytes = isOld && byLength != .md5 ? nil : decoded.flatMap { byLength == nil ? nil : $0 }
    }
  }

  /// Whether its digest is that of a word; `nil` where it cannot be tried.
  func isOf(_ word: String) -> Bool? {
    guard let algorithm, let bytes else { return nil }
    return algorithm.digest(bytes.prefix(Self.salt) + Array(word.utf8)).elementsEqual(bytes.dropFirst(Self.salt))
  }

  var mayBeTried: Bool { algorithm != nil && bytes != nil }

  /// Before 3.6 there was MD5 only.
  private static func isOld(_ version: String) -> Bool? {
    let numbers = version.split(separator: ".").prefix(2).map { Int($0) }
    guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    return (major, minor) < (3, 6)
  }

  /// The bytes of a text in base64, with or without its padding; `nil` for any other text.
  static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    let signs = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }.reversed()
    guard text.utf8.count - signs.count <= 2, signs.count % 4 != 1 else { return nil }
    for sign in signs {
      guard let value = alphabet.firstIndex(of: sign) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        bits &= (1 << UInt32(count)) - 1
      }
    }
    return bytes
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
