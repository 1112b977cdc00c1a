/// The host of an address, and where it is.
enum LinkHost {
  /// The name in small letters, without port; empty for none, `nil` for what is no host.
  static func read(_ text: Substring) -> String? {
    var name = text
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]"), isPort(text[text.index(after: end)...]) else { return nil }
      name = text[text.index(after: text.startIndex)..<end]
      guard name.contains(":"), name.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return nil }
      return name.lowercased()
    }
    if let colon = text.firstIndex(of: ":") {
      name = text[..<colon]
      guard !name.isEmpty, isPort(text[colon...]) else { return nil }
    }
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }) else { return nil }
    let host = name.lowercased()
    return host.hasSuffix(".") ? String(host.dropLast()) : host
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || text.first == ":" && text.count <= 6 && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// `local`, `private` or `elsewhere`: a name without a dot, or of a private network, is found by those in it only.
  static func place(_ host: String) -> String {
    if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return "local" }
    if host.contains(":") {
      return ["fc", "fd", "fe8", "fe9", "fea", "feb"].contains(where: host.hasPrefix) ? "private" : "elsewhere"
    }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    if numbers.count == 4, let first = numbers[0], let second = numbers[1], numbers.allSatisfy({ $0 != nil }) {
      switch (first, second) {
      case (127, _): return "local"
      case (10, _), (192, 168), (169, 254), (172, 16...31), (100, 64...127): return "private"
      default: return "elsewhere"
      }
    }
    let isPlain = !host.contains(".") && host.contains { $0.isLetter }
    return isPlain || privateEndings.contains(where: host.hasSuffix) ? "private" : "elsewhere"
  }

  private static let privateEndings = [".local", ".internal", ".intranet", ".lan", ".home.arpa", ".svc", ".corp"]
}
