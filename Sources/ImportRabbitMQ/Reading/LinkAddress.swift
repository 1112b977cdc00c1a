import Formats
import ImportCore

/// An address that a shovel or a federation connects to, without what is secret in it.
struct LinkAddress: Equatable, Sendable {
  var isEncrypted = false
  /// `nil` for a connection within the broker, to which no permission applies.
  var host: String?
  /// `nil` where it names none.
  var vhost: String?
  /// Whether the certificate of the other side is checked; `nil` where it says nothing of it, or two things.
  var isChecked: Bool?

  /// What is secret in an address, whether it could be read or not.
  struct Secrets: Equatable, Sendable {
    /// Characters of the password in front of the host, and of the password of a key.
    var userInfo: Int?
    var parameter: Int?
    /// One of them is a placeholder.
    var isOpen = false
  }

  /// The secrets of an address, and the address; `nil` where it is none, or a placeholder.
  static func read(_ text: String) -> (address: LinkAddress?, secrets: Secrets) {
    var secrets = Secrets()
    guard let sign = text.range(of: "://") else {
      secrets.isOpen = true
      return (nil, secrets)
    }
    let rest = text[sign.upperBound...]
    // Passwords that nobody escaped hold signs of addresses: whatever stands before the last `@` may be one.
    let at = rest.lastIndex(of: "@")
    if let at { readUserInfo(rest[..<at], &secrets) }
    let place = at.map { rest[rest.index(after: $0)...] } ?? rest
    let question = place.firstIndex(of: "?")
    let parameters = question.map { Self.parameters(in: place[place.index(after: $0)...]) } ?? []
    for (_, value) in parameters.filter({ $0.name.lowercased() == "password" }) where !value.isEmpty {
      if Record.isPlaceholder(value) { secrets.isOpen = true } else { secrets.parameter = value.count }
    }
    let isSplit = at.map { rest[..<$0].contains { "/?#".contains($0) } } ?? false
    let scheme = text[..<sign.lowerBound].lowercased()
    guard !isSplit, scheme == "amqp" || scheme == "amqps",
      var address = location(question.map { place[..<$0] } ?? place, isEncrypted: scheme == "amqps")
    else {
      secrets.isOpen = secrets.isOpen || secrets.userInfo == nil && secrets.parameter == nil
      return (nil, secrets)
    }
    let verify = Set(parameters.filter { $0.name == "verify" }.map(\.value))
    if verify.count == 1 {
      address.isChecked = verify == ["verify_peer"] ? true : verify == ["verify_none"] ? false : nil
    }
    return (address, secrets)
  }

  private static func readUserInfo(_ text: Substring, _ secrets: inout Secrets) {
    guard let colon = text.firstIndex(of: ":") else { return }
    let password = text[text.index(after: colon)...]
    if password.isEmpty { return }
    if Record.isPlaceholder(String(password)) { secrets.isOpen = true } else { secrets.userInfo = password.count }
  }

  private static func parameters(in text: Substring) -> [(name: String, value: String)] {
    text.prefix { $0 != "#" }.split(separator: "&").map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { PercentEncoding.decoded($0) }
      return (sides[0], sides.count == 2 ? sides[1] : "")
    }
  }

  /// `HOST:PORT/VHOST`.
  private static func location(_ text: Substring, isEncrypted: Bool) -> LinkAddress? {
    guard !Record.isPlaceholder(String(text)), !text.contains("#") else { return nil }
    var address = LinkAddress(isEncrypted: isEncrypted)
    var host = text
    if let slash = text.firstIndex(of: "/") {
      host = text[..<slash]
      let path = text[text.index(after: slash)...]
      // A slash in the name of a virtual host is written as `%2F`.
      guard !path.contains("/") else { return nil }
      address.vhost = PercentEncoding.decoded(path)
    }
    guard let name = LinkHost.read(host) else { return nil }
    if name.isEmpty, isEncrypted { return nil }
    address.host = name.isEmpty ? nil : name
    return address
  }
}
