import FactStore

/// Whether the name of a key or column says that it holds credentials, in English or a language of the North.
enum CredentialName {
  /// Names whose last word, or last words, hold credentials whatever stands before them: `db.user_password`, `appClientSecret`.
  private static let endings: Set<String> = [
    "password", "passwd", "passwrd", "passphrase", "passcode", "pwd", "passwordhash", "passwdhash", "pwdhash",
    "hashedpassword", "encryptedpassword", "passwordsalt", "pwdsalt", "salt", "secret", "secretkey", "secrettext",
    "secretvalue", "clientsecret", "consumersecret", "sharedsecret", "apisecret", "appsecret", "apikey", "accesskey",
    "subscriptionkey", "privatekey", "signingkey", "encryptionkey", "masterkey", "token", "csrftoken", "accesstoken",
    "refreshtoken", "idtoken", "bearertoken", "authtoken", "apitoken",
    "sessiontoken", "sastoken", "securitytoken", "jwt", "credential", "connectionstring", "connstring", "connstr",
    "nthash", "lmhash", "ntpwdhistory", "lmpwdhistory", "pincode", "recoverycode", "backupcode", "keytab",
    // Danish, Norwegian, Swedish, Finnish, Icelandic, Faroese, and German for what comes from there.
    "adgangskode", "kodeord", "løsen", "pinkode", "engangskode", "hemmelighed", "hemmelighet", "passord",
    "tilgangskode", "lösenord", "losenord", "pinkod", "hemlighet", "salasana", "tunnussana", "salaisuus", "lykilorð",
    "lykilord",
    "aðgangsorð", "loyniorð", "loyniord", "passwort", "kennwort", "privatnøgle", "kodeordhash", "passordhash",
    "lösenordshash", "adgangskodehash", "salasanahash", "tilslutningsstreng", "adgangsnøgle",
    "privatnøkkel", "tilgangsnøkkel", "apinøgle", "apinøkkel", "apinyckel",
    // What clouds, brokers and browsers call theirs.
    "sharedkey", "sharedaccesskey", "sharedaccesssignature", "presharedkey", "storagekey", "authkey",
    "authenticationkey", "hmackey", "sshkey", "passkey", "erlangcookie", "sessioncookie", "authcookie", "passhash",
    "pwhash", "passwordsha", "passwordmd", "passwordbcrypt", "passworddigest",
  ]
  /// Of those, what is found at the end of a name that is written as one word. Short ones end other words (`basalt`).
  private static let unmistakable = endings.filter { $0.count >= 6 }.sorted {
    // The longest that fits is the one that is meant.
    $0.count == $1.count ? $0 < $1 : $0.count > $1.count
  }.map { (text: $0, bytes: Array($0.utf8)) }
  /// Words before a credential that say something of it instead of holding it.
  private static let statements: Set<String> = [
    "has", "is", "must", "require", "requires", "required", "force", "forced", "forgot", "change", "changed", "reset",
    "needs", "need", "should", "can", "may", "no", "show", "enable", "enabled", "allow", "allows", "har", "skal",
    "kræver", "nulstil", "skift", "use", "uses", "number", "count", "num", "antal", "antall",
  ]
  /// Words before `token` that make it a place in a list.
  private static let paging: Set<String> = [
    "next", "page", "continuation", "sync", "delta", "skip", "paging", "cursor", "resume", "link", "nextpage",
    "nextsync", "nextlink", "nextdelta",
  ]

  /// Case, signs and a plural aside.
  static func holds(_ name: String) -> Bool { ending(of: name) != nil }

  /// What stands under a name; `nil` where that is no credential.
  static func kind(of name: String) -> Secret.Kind? {
    guard let ending = ending(of: name) else { return nil }
    func names(_ words: [String]) -> Bool { words.contains { ending.contains($0) } }
    if names(["hash", "salt", "pwdhistory", "hashed", "encrypted", "passwordsha", "passwordmd", "bcrypt", "digest"]) {
      return .hash
    }
    if names(["token", "jwt", "cookie"]) { return .token }
    if names(["privatekey", "privatnøgle", "privatnøkkel", "sshkey"]) { return .privateKey }
    if names(["conn", "tilslutning", "keytab", "credential", "recovery", "backup"]) { return .other }
    if names(["nøgle", "nøkkel", "nyckel", "key", "secret", "hemmelig", "hemlig", "salaisuus", "signature"]) {
      return .key
    }
    return .password
  }

  /// Names of headers that hold credentials, and that say of anything else than a header nothing.
  static func isOfHeader(_ name: String) -> Bool {
    ["authorization", "proxy-authorization", "cookie", "set-cookie"].contains(name.lowercased())
  }

  /// A name as it may be shown: one with digits may be the credential itself, which stands where a name is expected.
  static func shown(_ name: String) -> String? {
    let stem = name.reversed().drop { $0.isNumber || $0 == "_" || $0 == "-" }
    let isOfWords = stem.allSatisfy { !$0.isNumber } || stem.count <= 24 && name.lowercased().contains("oauth2")
    return isOfWords && !SecretShape.mayStand(in: name) ? name : nil
  }

  /// Whether a name may be one of credentials, by its last two letters alone: most names are not, and are not looked at more.
  static func mayHold(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count >= 3, name.count <= 1024 else { return false }
    var end = name.count
    // Numbers and signs at the end are no part of it, and what does not show may be none.
    while end > 0, !PlainText.isLetter(name[end - 1]) { end -= 1 }
    guard end >= 2 else { return false }
    let (first, last) = (name[end - 2], name[end - 1])
    if first >= 0x80 || last >= 0x80 { return true }
    return lastLetters[Int(first & 31) << 5 | Int(last & 31)]
  }

  /// The last two letters of each ending, and of its plural, by their places in the alphabet.
  private static let lastLetters: [Bool] = {
    var letters = [Bool](repeating: false, count: 1024)
    for ending in endings {
      for text in [ending, ending + "s"] {
        let pair = Array(text.utf8.suffix(2))
        letters[Int(pair[0] & 31) << 5 | Int(pair[1] & 31)] = true
      }
    }
    return letters
  }()

  /// The word, or words, at the end of a name that say that it holds credentials.
  private static func ending(of name: String) -> String? {
    // What is longer is no name; it would only be costly.
    guard name.utf8.count <= 1024 else { return nil }
    // Letters of full width, and what does not show, are no other name.
    let words = words(of: UnicodeText.compatible(UnicodeText.withoutInvisible(name)) ?? name)
    guard let last = words.last else { return nil }
    for count in 1...min(3, words.count) {
      let ending = words.suffix(count).joined()
      guard isEnding(ending) else { continue }
      return isStatement(words.dropLast(count), before: ending) ? nil : ending
    }
    let bytes = Array(last.utf8)
    guard let (ending, plural) = unmistakableEnding(of: bytes) else { return nil }
    let rest = String(last.dropLast(ending.count + plural))
    return isStatement(words.dropLast() + split(rest), before: ending) ? nil : ending
  }

  /// The longest unmistakable word at the end, and how many letters of a plural stand behind it.
  ///
  /// By bytes, since names are composed by now: every title and key of every file is asked.
  private static func unmistakableEnding(of bytes: [UInt8]) -> (ending: String, plural: Int)? {
    let isPlural = bytes.last == UInt8(ascii: "s")
    for (ending, word) in unmistakable {
      if ends(bytes[...], with: word) { return (ending, 0) }
      if isPlural, ends(bytes.dropLast(), with: word) { return (ending, 1) }
    }
    return nil
  }

  private static func ends(_ bytes: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
    guard bytes.count >= word.count, bytes.last == word.last else { return false }
    return bytes.suffix(word.count).elementsEqual(word)
  }

  private static func isEnding(_ text: String) -> Bool {
    endings.contains(text) || text.hasSuffix("s") && endings.contains(String(text.dropLast()))
  }

  private static func isStatement(_ words: [String], before ending: String) -> Bool {
    guard let first = words.first else { return false }
    if ending.hasPrefix("token"), let last = words.last, paging.contains(last) { return true }
    return statements.contains(first)
  }

  private static func isStatement(_ words: ArraySlice<String>, before ending: String) -> Bool {
    isStatement(Array(words), before: ending)
  }

  /// `mustchange` as `must` and `change`, where it is made of such words and of nothing else.
  private static func split(_ text: String) -> [String] {
    var words: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      guard let word = statements.union(paging).filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count }) else {
        return [text]
      }
      words.append(word)
      rest = rest.dropFirst(word.count)
    }
    return words
  }

  /// The words of a name in small letters: `apiKey`, `API-Key` and `x_api key` all end in `api` and `key`.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var previous: Character?
    let characters = Array(name)
    for (at, character) in characters.enumerated() {
      guard character.isLetter || character.isNumber else {
        if !word.isEmpty { words.append(word) }
        word = ""
        previous = nil
        continue
      }
      // `apiKey`, and the last capital of `APIKey`, begin a word.
      let startsWord =
        character.isUppercase
        && (previous?.isLowercase == true
          || previous?.isUppercase == true && at + 1 < characters.count && characters[at + 1].isLowercase)
      if startsWord, !word.isEmpty {
        words.append(word)
        word = ""
      }
      word += character.lowercased()
      previous = character
    }
    if !word.isEmpty { words.append(word) }
    // Numbers at the end count fields of one name: `password2`.
    while let last = words.last, last.allSatisfy(\.isNumber) { words.removeLast() }
    while words.last?.last?.isNumber == true { words[words.count - 1].removeLast() }
    return words
  }
}
