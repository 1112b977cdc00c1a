import Testing

@testable import ImportCore

/// Which texts hold a secret by their shape. One missed may become a fact; one too many makes a value unknown and a false alarm.
@Suite struct SecretShapeTests {
  /// `{"alg":"RS256"}`
  static let jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJrYW5hcmllIn0.a2FuYXJpZWZ1Z2w"
  static let pem = "-----BEGIN PRIVATE KEY-----\nMIIkanariefugl4711\n-----END PRIVATE KEY-----"

  static let secrets: [(String, Secret.Kind)] = [
    (jwt, .token), ("see \(jwt), please", .token), ("eyJhbGciOiJub25lIn0.eyJhIjoxfQ.", .token),
    (pem, .privateKey), ("key: -----BEGIN RSA PRIVATE KEY-----\\nMIIkanarie\\n-----END", .privateKey),
    ("-----BEGIN CERTIFICATE-----\nMIIkanariefugl\n-----END CERTIFICATE-----", .certificate),
    ("-----BEGIN PUBLIC KEY-----\nMIIkanariefugl\n-----END PUBLIC KEY-----", .certificate),
    ("Bearer kanariefugl-4711", .authorizationHeader), ("bearer 3f25e1b2c4d5", .authorizationHeader),
    ("Basic a2FuYXJpZTpmdWds", .authorizationHeader), ("Authorization: Basic a2FuYXJpZTpmdWds", .authorizationHeader),
    ("amqps://bruker:kanariefugl@mq.example/v", .userInfo), ("amqp://a.example,amqp://u:p4711@b.example", .userInfo),
    ("https://ola@a.example:kanarie@b.example/x", .userInfo), ("amqp://u:kanarie/fugl@b.example", .userInfo),
    ("amqps://mq.example/v?cacertfile=x&password=kanarie", .userInfo),
    ("Server=db;User Id=sa;Password=kanarie;", .password), ("pwd = 'kanarie fugl'", .password),
    ("https://a.example/x?access_token=kanariefugl", .token), ("AccountName=x;AccountKey=a2FuYXJpZQ==;", .key),
    (#"{"user":"x","password":"kanarie"}"#, .password), (#"""{""client_secret"": ""kanarie""}"""#, .key),
    ("X-Gravitee-Api-Key: kanarie-4711", .key), ("kodeord=kanarie", .password),
  ]

  static let others = [
    "", "a", "name@kommune.example", "https://a.example:8443/path@x", "https://a.example/a:b@c", "mailto:a@b.example",
    "SMTP:a@b.example", "https://ola@a.example/", "amqp://u@mq.example", "amqp://u:@mq.example",
    "amqps://u:${PASSWORD}@mq.example", "amqps://u:***@mq.example", "https://[::1]:80/x@y", "sip:a:b@c.example",
    "Bearer {#dictionaries['x']}", "Bearer ${TOKEN}", "Bearer token", "bearer authentication", "Basic authentication",
    "Basic course 2024", "basis", "eyJhbGciOiJSUzI1NiJ9", "eyJub3QiOiJhIn0.eyJhIjoxfQ.x", "-----BEGIN PRIVATE KEY-----",
    "-----", "--- a ---", "password=", "password=${PASSWORD}", "password={#x}", "password=***", "password=true",
    "password = request.headers['x']", "where token = :token", "token == value", "x=1&y=2", "page=2",
    "nextPageToken=abc",
    "must change password: yes", "X-Request-Id: 4711", "x-ray", "urn:altinn:resource:x", "a=b", "id=4711",
    "hasPassword=1", "secret://vault/x", "api_key=secret://vault/x",
  ]

  @Test(arguments: secrets.indices) func finds(_ index: Int) {
    var (text, kind) = Self.secrets[index]
    let found = text.withUTF8 { SecretShape.all(in: $0) }
    #expect(found.contains { $0.kind == kind }, "\(text): \(found.map(\.kind))")
    // Wherever it stands in a longer text.
    for before in ["", "x ", String(repeating: "æ", count: 31) + "\n"] {
      #expect(SecretShape.mayStand(in: before + text), "\(before)\(text)")
    }
  }

  @Test(arguments: others) func findsNone(_ text: String) { #expect(!SecretShape.mayStand(in: text), "\(text)") }

  /// What is passed over before a document is parsed must not hold one, however its signs are spelt out.
  @Test(arguments: secrets.indices) func sourceIsNotPassedOver(_ index: Int) {
    let text = Self.secrets[index].0
    let plain = text.map { character in
      switch character {
      case "\"": "\\\""
      case "\n": "\\n"
      case "\\": "\\\\"
      default: String(character)
      }
    }.joined()
    let slashes = plain.replacing("/", with: "\\/")
    let spelt = text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    for source in [plain, slashes, spelt] {
      let bytes = Array(#"{"note": "\#(source)"}"#.utf8)
      var scan = SecretScan()
      let mayHold = scan.mayHold(bytes)
      #expect(mayHold, "\(source)")
    }
  }

  @Test(arguments: [
    #"{"password": "x"}"#, #"{"a": {"Client-Secret" : 1}}"#, #"{"name": "X-Api-Key", "value": "x"}"#,
    #"{"key":"dfo-client-secret","value":"x"}"#, #"{"kty":"RSA","d":"x"}"#, #"{"pass\u0077ord": "x"}"#,
    #"{"name":"Authorization","value":"x"}"#,
  ])
  func sourceOfNamesIsNotPassedOver(_ source: String) {
    var scan = SecretScan()
    let mayHold = scan.mayHold(Array(source.utf8))
    #expect(mayHold)
  }

  @Test(arguments: [
    ("kanarie", "secret"), ("", "none"), ("  ", "none"), ("{#x}", "none"), ("${X}", "placeholder"),
    ("{{x}}", "placeholder"),
    ("secret://x", "none"), ("*****", "none"), ("•••", "none"), ("…", "none"), ("Bearer ${X}", "placeholder"),
    ("<password>", "none"), ("****x", "secret"), ("0", "secret"), ("æøå", "secret"),
  ])
  func values(_ text: String, _ what: String) { #expect("\(SecretValue.judge(Array(text.utf8)))" == what) }
}
