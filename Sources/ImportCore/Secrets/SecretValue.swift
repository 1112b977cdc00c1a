/// What stands where a secret is expected, under the name of one.
enum SecretValue {
  /// Something, and so the secret itself.
  case secret
  /// What is filled in where it is used: `${RABBIT_PASSWORD}`.
  case placeholder
  /// Nothing, what refers to a secret that is kept elsewhere, or asterisks in its place.
  case none

  /// What a text is. Looks at its ends, and at no more where those decide.
  static func judge(_ text: some BidirectionalCollection<UInt8>) -> SecretValue {
    var value = text[...]
    while let first = value.first, first <= 0x20 { value.removeFirst() }
    while let last = value.last, last <= 0x20 { value.removeLast() }
    guard let first = value.first else { return .none }
    // `Bearer ${TOKEN}`: what stands behind the scheme decides.
    for scheme in schemes where value.starts(with: scheme, by: { $0 | 0x20 == $1 | 0x20 }) {
      return judge(value.dropFirst(scheme.count))
    }
    switch first {
    case UInt8(ascii: "{") where value.last == UInt8(ascii: "}"):
      if value.dropFirst().first == UInt8(ascii: "#") { return .none }
      if value.dropFirst().first == UInt8(ascii: "{") { return .placeholder }
    case UInt8(ascii: "$") where value.last == UInt8(ascii: "}") && value.dropFirst().first == UInt8(ascii: "{"):
      return .placeholder
    case UInt8(ascii: "$") where value.last == UInt8(ascii: ")") && value.dropFirst().first == UInt8(ascii: "("):
      return .placeholder
    case UInt8(ascii: "<") where value.last == UInt8(ascii: ">"): return .none
    case UInt8(ascii: "s") where value.starts(with: reference): return .none
    default: break
    }
    return isMasked(value) ? .none : .secret
  }

  private static let reference = Array("secret://".utf8)
  private static let schemes = [Array("Bearer ".utf8), Array("Basic ".utf8)]

  /// Asterisks, bullets and dots in the place of what was there.
  private static func isMasked(_ value: some Collection<UInt8>) -> Bool {
    guard let first = value.first, first == UInt8(ascii: "*") || first == UInt8(ascii: ".") || first >= 0x80 else {
      return false
    }
    return String(decoding: value, as: UTF8.self).unicodeScalars.allSatisfy { masks.contains($0) }
  }

  private static let masks: Set<Unicode.Scalar> = ["*", ".", "•", "●", "…", "∗", "＊"]
}
