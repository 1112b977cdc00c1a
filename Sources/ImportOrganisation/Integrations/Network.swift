/// An entry of a list of addresses that may connect: an address, a prefix of IPv4 or IPv6, or a name.
struct Network: Equatable, Sendable {
  static let reaches = ["one", "many", "all", "name"]

  /// How much it lets in: one of ``reaches``.
  let reach: String
  /// Of IPv4: the first and the last address as numbers.
  let range: ClosedRange<Int64>?

  /// What a text says; a text that is no address is a name, since a host may stand for any address.
  init(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let name = (reach: "name", range: nil as ClosedRange<Int64>?)
    guard let base = parts.first, parts.count <= 2 else {
      (reach, range) = name
      return
    }
    if let address = Self.address(base) {
      // `0.0.0.0` alone is no host: to some programs it is all of them.
      guard let length = Self.length(parts, most: 32), address > 0 || length < 32 else {
        (reach, range) = name
        return
      }
      let size = Int64(1) << Int64(32 - length)
      let first = address / size * size
      (reach, range) = (length == 32 ? "one" : length == 0 ? "all" : "many", first...(first + size - 1))
      return
    }
    guard Self.isIPv6(base), let length = Self.length(parts, most: 128), base != "::" || length < 128 else {
      (reach, range) = name
      return
    }
    (reach, range) = (length == 128 ? "one" : length == 0 ? "all" : "many", nil)
  }

  private static func length(_ parts: [Substring], most: Int) -> Int? {
    guard parts.count == 2 else { return most }
    guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(parts[1]).flatMap { $0 <= most ? $0 : nil }
  }

  /// Four numbers; one with a zero in front is none, since some programs read it as octal.
  private static func address(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: Int64 = 0
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
        part.utf8.count == 1 || part.utf8.first != 48, let number = Int64(part), number <= 255
      else { return nil }
      address = address << 8 | number
    }
    return address
  }

  /// Whether it has the form of an address of IPv6: what it reaches is told by its length alone.
  private static func isIPv6(_ text: Substring) -> Bool {
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (3...9).contains(groups.count) else { return false }
    let hexadecimal = groups.allSatisfy { group in
      group.utf8.count <= 4
        && group.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) || (65...70).contains($0) }
    }
    let isShort = text.contains("::")
    return hexadecimal && (isShort ? groups.count <= 9 : groups.count == 8 && groups.allSatisfy { !$0.isEmpty })
  }
}
