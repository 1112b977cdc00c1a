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
