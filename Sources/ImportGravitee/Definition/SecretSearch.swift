import FactStore
import Formats
import ImportCore
import Localization

/// Looks for secrets in the definition of an API. Values are looked at and let go.
struct SecretSearch {
  /// Where in a definition a secret stands.
  enum Area: String { case metadata, properties, policies, resources, endpoints, services, pages }

  struct Found {
    let area: Area
    let name: String
    let place: Place
    let kind: Secret.Kind
    let count: Int
    /// Whether only Gravitee knows it for one: the search of every document does not find it by its key.
    let isOwn: Bool
  }

  private(set) var found: [Found] = []

  /// Looks at a configuration of any shape.
  mutating func look(at part: Part, in area: Area) {
    if part.isList {
      for element in part.elements { look(at: element, in: area) }
      return
    }
    guard part.isObject else { return }
    if let name = part["name", "key"]?.text, let value = part["value"], let text = value.text {
      note(text, named: name, at: value, in: area)
    }
    for (key, value) in part.members {
      if value.isObject || value.isList {
        look(at: value, in: area)
      } else if let text = value.text, SecretText.isLiteral(text) {
        if let kind = SecretText.kind(ofName: key) {
          add(area, key, value, kind, text, isOwn: ["content", "keycontent"].contains(key.lowercased()))
        } else if key == "content", part["keyResolver"] != nil || part["password"] != nil {
          add(area, key, value, .privateKey, text, isOwn: true)
        } else if SecretText.hasUserInfo(text) {
          add(area, key, value, .userInfo, text, isOwn: false)
        } else if let kind = SecretText.kind(inForm: text) {
          add(area, key, value, kind, text, isOwn: true)
        }
      }
    }
  }

  /// Looks at a value under a name of its owner's: of metadata, a property or a header.
  mutating func note(_ text: String, named name: String, at value: Part, in area: Area) {
    guard SecretText.isLiteral(text) else { return }
    let isFree = area == .metadata || area == .properties
    if let kind = SecretText.kind(ofName: name) ?? (isFree ? SecretText.kind(ofValue: text, named: name) : nil) {
      add(area, name, value, kind, text, isOwn: true)
    } else if SecretText.hasUserInfo(text) {
      add(area, name, value, .userInfo, text, isOwn: false)
    }
  }

  mutating func add(_ area: Area, _ name: String, _ value: Part, _ kind: Secret.Kind, _ text: String, isOwn: Bool) {
    found.append(
      Found(area: area, name: name, place: value.place, kind: kind, count: text.count, isOwn: isOwn))
  }
}

/// What tells a secret among the texts of a definition.
enum SecretText {
  /// Whether the text stands for itself. Expressions, references to a vault and empty texts do not.
  static func isLiteral(_ text: String) -> Bool {
    !text.isEmpty && !GraviteeText.isExpression(text) && !text.hasPrefix("secret://") && !text.hasPrefix("/vault/")
      && !["null", "change.me", "changeme", "***", "********"].contains(text.lowercased())
  }

  /// What a key or a header holds by its name; `nil` where that says nothing.
  static func kind(ofName name: String) -> Secret.Kind? {
    let plain = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    if plain == "authorization" || plain == "proxyauthorization" { return .authorizationHeader }
    return endings.first { plain.hasSuffix($0.text) }?.kind
  }

  private static let endings: [(text: String, kind: Secret.Kind)] = [
    ("password", .password), ("passwd", .password), ("passphrase", .password), ("passord", .password),
    ("clientsecret", .password), ("secret", .key), ("secretkey", .key), ("apikey", .key), ("accesskey", .key),
    ("subscriptionkey", .key), ("xgraviteeapikey", .key), ("privatekey", .privateKey), ("keycontent", .privateKey),
    ("accesstoken", .token), ("refreshtoken", .token), ("bearertoken", .token), ("privatetoken", .token),
    ("authtoken", .token), ("apitoken", .token), ("jaasconfig", .password), ("nokkel", .key), ("nøkkel", .key),
    ("token", .token), ("hemmelighet", .key),
  ]

  /// What a value is by its looks, in a place where owners keep what they like. Names of the guides for DFØ hold keys.
  static func kind(ofValue text: String, named name: String) -> Secret.Kind? {
    if text.contains("-----BEGIN") { return text.contains("PRIVATE") ? .privateKey : nil }
    let plain = name.lowercased().replacing("ø", with: "o").filter { $0.isLetter }
    if plain.hasPrefix("dfo"), ["ansatt", "stilling", "organisasjon"].contains(where: plain.contains) { return .key }
    return looksRandom(text) && !plain.hasSuffix("id") ? .key : nil
  }

  /// Whether a text is one word of letters and digits as generators make them.
  private static func looksRandom(_ text: String) -> Bool {
    guard (16...4096).contains(text.utf8.count) else { return false }
    var digits = 0
    var letters = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letters += 1
      default: if !"+/=_-.~".utf8.contains(byte) { return false }
      }
    }
    // A path, a host or a version has dots and slashes where a key has none.
    let isPath = text.hasPrefix("/") || text.contains("//")
    return digits >= 3 && letters >= 3 && !isPath && Set(text.utf8).count >= 8
  }

  /// Whether an address has a name and a password in front of its host.
  static func hasUserInfo(_ text: String) -> Bool {
    guard let range = text.firstRange(of: "://") else { return false }
    let authority = text[range.upperBound...].prefix { !"/?# ".contains($0) }
    guard let at = authority.lastIndex(of: "@") else { return false }
    return authority[..<at].contains(":")
  }

  /// What a form in a text gives: `client_secret=…`.
  static func kind(inForm text: String) -> Secret.Kind? {
    for (name, kind) in [("client_secret=", Secret.Kind.password), ("password=", .password), ("api_key=", .key)] {
      guard let range = text.firstRange(of: name) else { continue }
      let value = text[range.upperBound...].prefix { $0 != "&" && $0 != " " }
      if isLiteral(String(value)) { return kind }
    }
    return nil
  }
}
