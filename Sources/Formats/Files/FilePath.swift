/// A path as the system has it: bytes, which need be no text.
///
/// Two paths are equal when their bytes are, never when they merely look alike: a Mac writes `å` as two code points where a
/// PC writes one, and both files may lie in one folder. The order is that of the bytes.
///
/// ``text`` carries any path through a `String` and back, ``shown`` is for people. Neither is compared.
public struct FilePath: Hashable, Sendable {
  /// As the system has them; any bytes but NUL.
  public let bytes: [UInt8]

  /// A path of these bytes.
  public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The path that ``text`` of it gave, or that a person typed.
  public init(_ text: String) {
    // Carriers begin with this byte, as few other code points do.
    guard text.utf8.contains(0xF4) else {
      bytes = Array(text.utf8)
      return
    }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = Self.byte(carriedBy: scalar) { bytes.append(byte) } else { bytes += Array(String(scalar).utf8) }
    }
    self.bytes = bytes
  }

  /// The path as text: a byte that is no part of UTF-8 becomes a code point for private use. Different paths give
  /// different texts.
  public var text: String {
    if !bytes.contains(0xF4), let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    forEachPart { part in
      switch part {
      case .scalar(let scalar) where Self.byte(carriedBy: scalar) == nil: text.unicodeScalars.append(scalar)
      case .scalar(let scalar): for byte in String(scalar).utf8 { text.unicodeScalars.append(Self.carrier(byte)) }
      case .byte(let byte): text.unicodeScalars.append(Self.carrier(byte))
      }
    }
    return text
  }

  /// The path for people: bytes that are no UTF-8, and control characters, as `\xE9`. Different paths look different, except
  /// those that are equal as Unicode: ``ShownPaths`` tells them apart.
  public var shown: String {
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != Self.backslash }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    let hasEscapeLike = zip(bytes, bytes.dropFirst()).contains {
      $0 == Self.backslash && ($1 == UInt8(ascii: "x") || $1 == UInt8(ascii: "u"))
    }
    var shown = ""
    forEachPart { part in
      switch part {
      case .scalar("\\") where hasEscapeLike: shown += Self.escaped(Self.backslash)
      case .scalar(let scalar) where scalar.value < 0x20 || scalar.value == 0x7F:
        shown += Self.escaped(UInt8(scalar.value))
      case .scalar(let scalar): shown.unicodeScalars.append(scalar)
      case .byte(let byte): shown += Self.escaped(byte)
      }
    }
    return shown
  }

  /// Calls `body` with the path as the system takes it.
  public func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
  }

  /// Whether the system can take it: it ends no path early, and is no longer than the system allows.
  public var isUsable: Bool { bytes.count < Self.lengthLimit && !bytes.contains(0) }

  /// Bytes of a path, with the zero that ends it: what Linux takes in one call.
  package static let lengthLimit = 4096

  // MARK: Parts

  /// The path of something in this folder.
  public func appending(_ name: some Collection<UInt8>) -> FilePath {
    FilePath(bytes: bytes.isEmpty || bytes.last == Self.slash ? bytes + name : bytes + [Self.slash] + name)
  }

  /// The last name of the path; the path itself where it has none.
  public var lastName: ArraySlice<UInt8> {
    bytes.split(separator: Self.slash).last ?? bytes[...]
  }

  /// The folder that it is in, as far as the path says.
  public var folder: FilePath {
    var end = bytes.count
    while end > 1, bytes[end - 1] == Self.slash { end -= 1 }
    guard let slash = bytes[..<end].lastIndex(of: Self.slash) else { return FilePath(".") }
    return slash == 0 ? FilePath("/") : FilePath(bytes: bytes[..<slash])
  }

  package var isAbsolute: Bool { bytes.first == Self.slash }

  package func hasSuffix(_ suffix: String) -> Bool { bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }

  /// Whether it is this folder, or lies in it. Compares names only: both must be free of links, `.` and `..`.
  public func isWithin(_ folder: FilePath) -> Bool {
    guard bytes.starts(with: folder.bytes) else { return false }
    return bytes.count == folder.bytes.count || folder.bytes.last == Self.slash
      || bytes[folder.bytes.count] == Self.slash
  }

  static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")

  // MARK: Bytes that are no text

  private enum Part {
    case scalar(Unicode.Scalar)
    case byte(UInt8)
  }

  private func forEachPart(_ body: (Part) -> Void) {
    var at = 0
    while at < bytes.count {
      let length = bytes[at] < 0x80 ? 1 : bytes[at] < 0xE0 ? 2 : bytes[at] < 0xF0 ? 3 : 4
      if at + length <= bytes.count, let text = String(validating: bytes[at..<(at + length)], as: UTF8.self),
        let scalar = text.unicodeScalars.first
      {
        body(.scalar(scalar))
        at += length
      } else {
        body(.byte(bytes[at]))
        at += 1
      }
    }
  }

  /// 128 code points at the end of the last plane for private use.
  private static let firstCarrier: UInt32 = 0x10FE00

  private static func carrier(_ byte: UInt8) -> Unicode.Scalar { Unicode.Scalar(firstCarrier + UInt32(byte))! }

  private static func byte(carriedBy scalar: Unicode.Scalar) -> UInt8? {
    (firstCarrier + 0x80...firstCarrier + 0xFF).contains(scalar.value) ? UInt8(scalar.value - firstCarrier) : nil
  }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "\\x0\(digits)" : "\\x\(digits)"
  }
}

extension FilePath: Comparable {
  /// Which of two comes first.
  public static func < (left: FilePath, right: FilePath) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

extension FilePath: ExpressibleByStringLiteral {
  /// As written in a program.
  public init(stringLiteral text: String) { self.init(text) }
}

/// Paths of one run as people see them.
public enum ShownPaths {
  /// The same texts, so changed that no two are equal as Unicode: of those that are, the shortest stays, and the others
  /// have their code points spelled (`a\u{30A}`). Each must be the ``FilePath/shown`` of a different path.
  public static func distinct(_ shown: [String]) -> [String] {
    var groups: [String: [Int]] = [:]
    for (index, text) in shown.enumerated() { groups[text, default: []].append(index) }
    guard groups.count < shown.count else { return shown }
    var distinct = shown
    for group in groups.values where group.count > 1 {
      let ordered = group.sorted { isBefore(shown[$0], shown[$1]) }
      for index in ordered.dropFirst() { distinct[index] = spelled(shown[index]) }
    }
    return distinct
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    let (a, b) = (left.unicodeScalars.count, right.unicodeScalars.count)
    return a == b ? left.utf8.lexicographicallyPrecedes(right.utf8) : a < b
  }

  private static func spelled(_ text: String) -> String {
    text.unicodeScalars.map {
      $0.isASCII ? String($0) : "\\u{\(String($0.value, radix: 16, uppercase: true))}"
    }.joined()
  }
}
