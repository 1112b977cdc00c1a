/// Ports of an address: none named, one, or a range open at one end or neither.
struct PortRange: Hashable, Sendable {
  /// `""`, `80`, `80-`, `-80`, `80-90`; `nil` where the text is none of them.
  init?(_ text: Substring) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    func port(_ text: Substring) -> Int?? {
      if text.isEmpty { return .some(nil) }
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number <= 65_535 else {
        return nil
      }
      return .some(number)
    }
    guard let first = port(parts[0]) else { return nil }
    if parts.count == 1 {
      (low, high) = (first, first)
      return
    }
    guard let second = port(parts[1]), first != nil || second != nil else { return nil }
    if let first, let second, first > second { return nil }
    (low, high) = (first, second)
  }
  var low: Int?
  var high: Int?
}

/// An IP address with mask and ports, `10.0.0.1/255.255.255.0:80-90` or `[2001:db8::1]/[ffff::]:80`.
public struct NetworkAddress: Hashable, Sendable {
  /// As written.
  var text: String

  init?(_ text: String) {
    self.text = text.trimmed
    let lower = self.text.lowercased()
    var rest = lower[...]
    func take(_ isAddress: (Substring) -> Bool, bracketed: Bool) -> Bool {
      if bracketed {
        guard rest.hasPrefix("["), let end = rest.firstIndex(of: "]") else { return false }
        let inner = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        return isAddress(inner)
      }
      let end = rest.firstIndex { $0 == "/" || $0 == ":" } ?? rest.endIndex
      let inner = rest[..<end]
      rest = rest[end...]
      return isAddress(inner)
    }
    let isVersion6 = rest.hasPrefix("[")
    let isAddress = isVersion6 ? Self.isVersion6 : Self.isVersion4
    guard take(isAddress, bracketed: isVersion6) else { return nil }
    if rest.hasPrefix("/") {
      rest.removeFirst()
      guard take(isAddress, bracketed: isVersion6) else { return nil }
    }
    if rest.hasPrefix(":") {
      rest.removeFirst()
      guard !rest.isEmpty, PortRange(rest) != nil else { return nil }
      rest = ""
    }
    guard rest.isEmpty else { return nil }
  }

  private static func isVersion4(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(part)! <= 255
      }
  }

  private static func isVersion6(_ text: Substring) -> Bool {
    let halves = text.components(of: "::")
    guard halves.count <= 2 else { return false }
    var groups = 0
    for half in halves where !half.isEmpty {
      let parts = half.split(separator: ":", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index == parts.count - 1, half.endIndex == text.endIndex, isVersion4(part) {
          groups += 2
        } else {
          guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit) else { return false }
          groups += 1
        }
      }
    }
    return halves.count == 2 ? groups < 8 : groups == 8
  }
}

/// A host name with ports, `*.example.org:443`.
public struct DomainName: Hashable, Sendable {
  /// As written.
  var text: String

  init?(_ text: String) {
    self.text = text.trimmed
    let lower = self.text.lowercased()
    var host = lower[...]
    if let colon = host.firstIndex(of: ":") {
      let ports = host[host.index(after: colon)...]
      guard !ports.isEmpty, PortRange(ports) != nil else { return nil }
      host = host[..<colon]
    }
    if host.hasPrefix("*.") { host = host.dropFirst(2) }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let named = labels.last == "" && labels.count > 1 ? labels.dropLast() : labels[...]
    guard !named.isEmpty,
      named.allSatisfy({ label in
        !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
          }
      })
    else { return nil }
  }
}

extension Substring {
  /// The pieces between occurrences of a text.
  func components(of separator: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = self
    while let range = rest.firstRange(of: separator) {
      pieces.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return pieces + [rest]
  }
}
