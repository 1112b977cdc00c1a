/// What the key of a JSON object, or the title of a column, says of the value that stands under it.
struct SecretKey {
  enum Role {
    case plain
    /// It holds credentials.
    case credentials(Secret.Kind)
    /// The key is a secret itself.
    case secret(Secret.Kind)
    /// It says what the value beside it is called: `{"key": "dfo-client-secret", "value": …}`.
    case name
    case value
    /// Whether the value beside it is ciphertext.
    case cipher
    /// It makes the object a JWK, whose private members are `d` and its like.
    case keyType
    /// `Authorization`, which holds credentials where it is a header.
    case header
  }

  let role: Role

  init(_ key: String) {
    switch key.lowercased() {
    case "name", "key", "header", "headername", "header_name", "property", "propertyname", "param", "variable":
      role = .name
    case "value", "headervalue", "header_value", "val", "defaultvalue": role = .value
    case "encrypted": role = .cipher
    case "kty": role = .keyType
    case let name where CredentialName.isOfHeader(name): role = .header
    default:
      if let kind = CredentialName.kind(of: key) {
        role = .credentials(kind)
      } else if key.utf8.count >= 12, let shape = Self.shape(of: key) {
        role = .secret(shape.kind)
      } else {
        role = .plain
      }
    }
  }

  /// The members of a JWK that only its owner may know.
  static let privateMembers: Set<String> = ["d", "p", "q", "dp", "dq", "qi", "k", "oth"]

  private static func shape(of key: String) -> SecretShape? {
    var key = key
    return key.withUTF8 { SecretShape.first(in: $0, from: 0) }
  }
}
