import Testing

@testable import ImportCore

/// Which names of keys and columns hold credentials. A name missed is a password kept; one too many is a column lost.
@Suite struct CredentialNameTests {
  static let credentials = [
    "password", "Password", "PASSWORD", "user_password", "user-password", "userPassword", "User Password",
    "db.password",
    "newPassword", "old_password", "passwords", "password2", "password_1", "issuerPassword", "issuerpassword",
    "hashedUserPassword", "hashed_user_password", "passwd", "Passwd", "rootpasswd", "pwd", "PWD", "userPwd", "db_pwd",
    "unicodePwd", "passwordHash", "password_hash", "PasswordHash", "pwdHash", "hashed-password", "encryptedPassword",
    "salt", "Salt", "passwordSalt", "password_salt", "hash_salt", "passphrase", "passcode", "apiKey", "api_key",
    "API-Key",
    "APIKey", "X-Api-Key", "apikeys", "x_api_key", "token", "Token", "tokens", "accessToken", "access_token",
    "refreshTokens", "id_token", "csrfToken", "bearer token", "sasToken", "secret", "Secret", "secrets", "clientSecret",
    "client_secret", "ClientSecrets", "webhookSecret", "webhooksecret", "secretKey", "secret-text", "privateKey",
    "private_key", "PrivateKeys", "signingKey", "encryption_key", "connectionString", "connection_string",
    "ConnectionStrings", "defaultConnectionString", "credential", "credentials", "passwordCredentials", "jwt", "ntHash",
    "adgangskode", "Adgangskode", "adgangskode_2", "kodeord", "brugerKodeord", "kode-ord",
    "passord", "Passord", "brukerpassord", "lösenord", "LÖSENORD", "losenord", "lo\u{308}senord", "användarlösenord",
    "salasana", "Salasana", "salasana_hash", "hemmelighed", "hemmelighet", "lykilorð", "loyniorð", "Passwort",
    "pinCode",
    "ｐａｓｓｗｏｒｄ", "pass\u{200B}word", "Password ", " password",
  ]

  static let others = [
    "", "name", "secretary", "Secretariat", "secretariatName", "passport", "passportNumber", "passenger", "compass",
    "saltvand", "basalt", "saltholm", "tokenType", "token_type", "tokenEndpoint", "tokenCount", "nextPageToken",
    "continuationToken", "continuation_token", "next_token", "pageToken", "skipToken", "syncToken", "keyType", "key",
    "keys",
    "publicKey", "public_key", "primaryKey", "foreign_key", "keyword", "passwordLastSet", "pwdLastSet",
    "passwordExpired",
    "passwordPolicy", "passwordRequired", "hasPassword", "has_password", "haspassword", "isSecret",
    "mustChangePassword", "number_of_active_tokens", "antall_tokens",
    "mustchangepassword", "requiresPassword", "requireToken", "changePassword", "resetPassword", "forgotPassword",
    "hasApiAccess", "security", "apiAccess", "kode", "stillingskode", "postkode", "adgang", "adgangsgruppe", "ordre",
    "nøgle", "løsning", "hemmelig", "salat", "sala", "loginName", "certificate", "hash", "rowHash", "uuid",
    "password_hint",
    "accountKey",
  ]

  @Test(arguments: credentials) func holds(_ name: String) { #expect(CredentialName.holds(name), "\(name)") }

  @Test(arguments: others) func holdsNone(_ name: String) { #expect(!CredentialName.holds(name), "\(name)") }

  /// Every way to write a name of words is the same name.
  @Test func howItIsWrittenDoesNotMatter() {
    let names: [(String, String)] = [
      ("client", "secret"), ("api", "key"), ("connection", "string"), ("private", "key"), ("password", "hash"),
    ]
    for (first, second) in names {
      let (capital, other) = (first.capitalizedFirst, second.capitalizedFirst)
      let ways: [String] = [
        "\(first)\(second)", "\(first)_\(second)", "\(first)-\(second)", "\(first).\(second)", "\(first) \(second)",
        "\(first)\(second)".uppercased(), "\(first)_\(second)".uppercased(), "\(capital)\(other)",
        "\(first)\(other)", "my\(capital)\(other)", "my_\(first)_\(second)",
      ]
      for way in ways { #expect(CredentialName.holds(way), "\(way)") }
    }
  }

  /// The first line of a table without titles is data: what looks like a name of credentials may be one of them.
  @Test(arguments: ["Secret1", "Password2026", "hemmelighed-4", "kodeord123"])
  func whatMayBeAPasswordIsNotRepeated(_ word: String) throws {
    let loaded = try LoadingFolder.load(["x.csv": "1,\(word)\n2,Other\n"])
    #expect(!"\(loaded.files)\(loaded.incompleteReasons)".contains(word))
    #expect(loaded.file("x.csv").problems.contains { $0.message.contains("column 2") })
  }

  @Test func aLongNameIsNone() { #expect(!CredentialName.holds(String(repeating: "password", count: 100_000))) }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
