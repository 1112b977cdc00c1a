/// The address of an answer, with nothing of it that may be secret: a name or value that is not known to be harmless reads `…`.
public struct RecordedAddress: Sendable, Hashable {
  /// `https://kitos.example/api/v2/organizations/UUID/users?page=0`
  public private(set) var text = ""
  /// The same without what is asked.
  public private(set) var path = ""
  /// The last word of the path, for a name: `users`.
  public private(set) var name = "answer"
  /// The organisation that the address asks for: `/organizations/UUID`, `organizationUuid=UUID`.
  public private(set) var organisation: String?
  /// It is that of a picture, a script or another part of a page.
  private(set) var isOfPage = false

  init(_ url: String) {
    let whole = url.prefix { $0 != "#" }
    let sides = whole.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    readPath(sides.first ?? "")
    text = path
    guard sides.count == 2 else { return }
    let pairs = sides[1].split(separator: "&").map { pair -> String in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        PercentEncoding.decoded($0)
      }
      let name = Self.isName(parts[0]) ? parts[0] : "…"
      let value = parts.count == 2 ? parts[1] : ""
      let isKept = value.isEmpty || Self.valued.contains(name.lowercased()) && Self.isHarmless(value)
      if ["organizationuuid", "organisationuuid"].contains(name.lowercased()), Self.isUUID(value) {
        organisation = organisation ?? value.lowercased()
      }
      return "\(name)=\(isKept ? value : "…")"
    }
    text += "?" + pairs.joined(separator: "&")
  }

  private mutating func readPath(_ text: Substring) {
    var rest = text
    var start = ""
    if let mark = text.firstRange(of: "://") {
      let end = text[mark.upperBound...].firstIndex(of: "/") ?? text.endIndex
      // What stands before `@` is a user with a password.
      let host = text[mark.upperBound..<end].split(separator: "@", omittingEmptySubsequences: false).last ?? ""
      let isHost =
        host.utf8.count <= 120 && host.unicodeScalars.allSatisfy { $0.isASCII && (Self.isWordPart($0) || $0 == ":") }
      start = "https://" + (isHost ? host.lowercased() : "…")
      rest = text[end...]
    }
    let segments = rest.split(separator: "/").map { PercentEncoding.decoded($0) }
    let ending = segments.last?.split(separator: ".").last.map { $0.lowercased() } ?? ""
    isOfPage = Self.endings.contains(ending) && segments.last?.contains(".") == true
    let shown = segments.map { Self.isHarmless($0) ? $0 : "…" }
    path = start + shown.map { "/" + $0 }.joined()
    let words = shown.filter { word in word.unicodeScalars.contains { $0.properties.isAlphabetic } && !Self.isUUID(word)
    }
    if let last = words.last { name = String(last.prefix { $0.isLetter || $0 == "-" || $0 == "_" }) }
    if name.isEmpty { name = "answer" }
    for (word, next) in zip(segments, segments.dropFirst())
    where ["organizations", "organization"].contains(word.lowercased()) && Self.isUUID(next) {
      organisation = next.lowercased()
    }
  }

  /// Parameters whose values tell whom or which page was asked for.
  private static let valued: Set<String> = [
    "page", "pagenumber", "pageindex", "pagesize", "top", "$top", "size", "limit", "per_page", "perpage", "maxpagesize",
    "skip", "$skip", "offset", "organizationuuid", "organisationuuid", "from", "to", "party", "consumerorg",
    "supplierorg", "role", "variant", "$count", "includeroles", "includeaccesspackages", "includeresources",
    "includeinstances", "includealtinn2",
  ]
  private static let endings: Set<String> = [
    "js", "mjs", "css", "map", "png", "svg", "ico", "gif", "jpg", "jpeg", "webp", "woff", "woff2", "ttf", "html",
  ]

  private static func isName(_ text: String) -> Bool {
    let rest = text.hasPrefix("$") ? text.dropFirst() : text[...]
    return !rest.isEmpty && rest.utf8.count <= 40
      && rest.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "_-.".unicodeScalars.contains($0))
      }
  }

  /// A uuid, a number too short for that of a person, a version, or words without digits, also with a number behind them in
  /// parentheses: `Organizations(1)`. Tokens have digits among their letters.
  private static func isHarmless(_ text: String) -> Bool {
    if isUUID(text) { return true }
    guard !text.isEmpty, text.utf8.count <= 40, text != "..", text != "." else { return false }
    if isNumber(text) { return true }
    if text.first?.lowercased() == "v", isNumber(String(text.dropFirst())), text.utf8.count <= 3 { return true }
    var word = text[...]
    if text.last == ")", let open = text.firstIndex(of: "(") {
      let inside = text[text.index(after: open)...].dropLast()
      let number = inside.split(separator: "=").last.map(String.init) ?? ""
      guard inside.isEmpty || isNumber(number) || isUUID(number) else { return false }
      word = text[..<open]
    }
    return !word.isEmpty
      && word.unicodeScalars.allSatisfy { isWordPart($0) && !("0"..."9").contains($0) }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.".unicodeScalars.contains(scalar))
  }

  private static func isNumber(_ text: String) -> Bool {
    (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.utf8.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }
}
