/// An address on the internet as it may be kept: without who logs in, and without what stands behind the path, where keys stand.
struct EndpointAddress: Equatable, Sendable {
  /// Scheme, host and path, as they are written.
  let kept: String
  /// Whether something was left out.
  let isCut: Bool

  /// - Parameter text: an address, or a text that may have some in it, of which the user names and passwords alone are left out.
  init(_ text: String, isWhole: Bool) {
    var kept = ""
    var rest = text[...]
    var isCut = false
    // An address without a scheme begins with its host, too.
    if isWhole, text.firstRange(of: "://") == nil { Self.takeAuthority(&rest, into: &kept, &isCut) }
    while let scheme = rest.firstRange(of: "://") {
      kept += rest[..<scheme.upperBound]
      rest = rest[scheme.upperBound...]
      Self.takeAuthority(&rest, into: &kept, &isCut)
    }
    kept += rest
    if isWhole, let end = kept.firstIndex(where: { $0 == "?" || $0 == "#" }) {
      kept = String(kept[..<end])
      isCut = true
    }
    (self.kept, self.isCut) = (kept, isCut)
  }

  /// The host of an address, or of the only one in a text, in lower case and without its port.
  enum Host: Equatable {
    case host(String)
    /// There is no address.
    case none
    /// There is something in its place that is no name of a host, or there is more beside it.
    case unknown
  }

  /// - Parameter isWhole: whether the text is an address, which may lack its scheme.
  static func host(of text: String, isWhole: Bool) -> Host {
    let parts = text.split(separator: "://", omittingEmptySubsequences: false)
    if parts.count > 2 { return .unknown }
    if parts.count == 1, !isWhole || text.isEmpty { return .none }
    // Words beside an address may take it back.
    if text.contains(where: \.isWhitespace) { return .unknown }
    let authority = parts.last!.prefix { !"/\\?#".contains($0) }
    var name = authority.lowercased()
    if let colon = name.lastIndex(of: ":"), name[colon...].dropFirst().allSatisfy(\.isNumber) {
      name = String(name[..<colon])
    }
    if name.hasSuffix(".") { name.removeLast() }
    let isName = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
    return isName && name.contains(".") && !name.contains("..") ? .host(name) : .unknown
  }

  /// Takes the host, and leaves out what stands before its last `@`.
  private static func takeAuthority(_ rest: inout Substring, into kept: inout String, _ isCut: inout Bool) {
    let end = rest.firstIndex { "/\\?# \t\r\n".contains($0) } ?? rest.endIndex
    let authority = rest[..<end]
    if let at = authority.lastIndex(of: "@") {
      kept += authority[authority.index(after: at)...]
      isCut = true
    } else {
      kept += authority
    }
    rest = rest[end...]
  }
}
