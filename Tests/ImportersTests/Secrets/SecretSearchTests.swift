import FactStore
import Formats
import Testing

@testable import ImportCore

/// Where the secrets of a document stand, and that nothing of them is kept.
@Suite struct SecretSearchTests {
  private static let canary = "kanariefugl-4711"

  private static func search(_ text: String) -> SecretSearch {
    var search = SecretSearch()
    search.look(at: JSONRecords.read(Array(text.utf8)))
    return search
  }

  private static func found(_ search: SecretSearch) -> [String] {
    search.secrets.map { "\($0.place.line)\($0.place.pointer) \($0.name) \($0.kind.rawValue)" }
  }

  static let documents: [(String, [String])] = [
    (#"{"a": {"Password": "C"}}"#, ["1/a/Password Password password"]),
    (#"{"a": [1, {"client_secret": "C"}]}"#, ["1/a/1/client_secret client_secret key"]),
    (#"{"password_hash": "C", "hashing_algorithm": "x"}"#, ["1/password_hash password_hash hash"]),
    (#"{"password": "", "token": null, "secret": "***", "apiKey": "{#x}"}"#, []),
    (#"{"properties": [{"key": "dfo-client-secret", "value": "C"}]}"#, ["1/properties/0/value dfo-client-secret key"]),
    (#"{"properties": [{"key": "dfo-client-secret", "value": "C", "encrypted": true}]}"#, []),
    (#"{"headers": [{"name": "X-Gravitee-Api-Key", "value": "C"}]}"#, ["1/headers/0/value X-Gravitee-Api-Key key"]),
    (
      #"{"headers": [{"name": "Authorization", "value": "C"}]}"#,
      ["1/headers/0/value Authorization authorization-header"]
    ),
    (#"{"headers": {"Authorization": "C"}}"#, ["1/headers/Authorization Authorization authorization-header"]),
    (#"{"authorization": "C"}"#, []),
    (#"{"keys": [{"kty": "RSA", "n": "x", "d": "C"}]}"#, ["1/keys/0/d d private-key"]),
    (#"{"keys": [{"kty": "oct", "k": "C"}]}"#, ["1/keys/0/k k key"]),
    (#"{"keys": [{"kty": "RSA", "n": "x", "e": "AQAB"}]}"#, []),
    (#"{"tokens": ["C", "C"]}"#, ["1/tokens/0 tokens token", "1/tokens/1 tokens token"]),
    (
      #"{"tokens": {"kanariefugl4711": {"value": "C"}}}"#, ["1/tokens/* tokens token", "1/tokens/*/value tokens token"]
    ),
    (#"{"jwt": {"signature": "RSA_RS256", "resolver": "GIVEN_KEY"}}"#, []),
    (#"{"credentials": {"value": ["C"]}}"#, ["1/credentials/value/0 credentials other"]),
    (#"{"uri": ["amqp://u:C@a.example", "amqp://b.example"]}"#, ["1/uri/0 uri user-info"]),
    (#"{"note": "use Password=C; here"}"#, ["1/note note password"]),
    (#"{"secret4711": "C"}"#, ["1/secret4711 secret4711 key"]),
    (#"{"a4711 password": "C"}"#, ["1/* * password"]),
    ("{\"amqp://u:\(canary)@a.example\": 1}", ["1/* * user-info"]),
  ]

  @Test(arguments: documents.indices) func places(_ index: Int) {
    let (text, expected) = Self.documents[index]
    let search = Self.search(
      text.replacing("\"C\"", with: "\"\(Self.canary)\"").replacing(":C@", with: ":\(Self.canary)@")
        .replacing("=C;", with: "=\(Self.canary);"))
    #expect(Self.found(search) == expected, "\(text)")
    #expect(!"\(search.secrets)".contains(Self.canary))
  }

  @Test func aPlaceholderIsToldApart() {
    let search = Self.search(#"{"users": [{"password": "${RABBIT_PASSWORD}"}]}"#)
    #expect(search.secrets.isEmpty)
    #expect(search.placeholders.map(\.place.pointer) == ["/users/0/password"])
  }

  @Test func whatIsTooMuchIsSaid() {
    let records = (0..<1500).map { #"{"password": "k\#($0)"}"# }
    let search = Self.search("[" + records.joined(separator: ",") + "]")
    #expect(search.secrets.count == SecretSearch.mostPlaces && search.hasMore)
  }

  @Test func aRecordThatCannotBeReadIsSaid() { #expect(Self.search(#"[{"a": 1}, {"a": tru}]"#).isPart) }

  @Test func tables() {
    var table = TableInput(
      header: ["Navn", "Password", "Note"],
      rows: [
        .init(line: 2, cells: ["x", Self.canary, ""]), .init(line: 3, cells: ["y", "", "Bearer \(Self.canary)"]),
      ])
    var search = SecretSearch()
    search.look(at: table, hasTitles: true)
    #expect(Self.found(search) == ["2Password Password password", "3Note Note authorization-header"])
    // The first line of a table without titles is data.
    table.header = ["Anna1", "Secret1", "amqp://u:\(Self.canary)@a.example"]
    search = SecretSearch()
    search.look(at: table, hasTitles: false)
    #expect(search.secrets.allSatisfy { $0.name.hasPrefix("column ") && $0.place.pointer.isEmpty })
    #expect(search.secrets.count == 3)
    #expect(!"\(search.secrets)".contains(Self.canary))
  }

  @Test func pairsOfATable() {
    let table = TableInput(header: ["key", "value"], rows: [.init(line: 2, cells: ["api-key", Self.canary])])
    var search = SecretSearch()
    search.look(at: table, hasTitles: true, mayHoldShapes: false)
    #expect(Self.found(search) == ["2value api-key key"])
  }

  @Test func markup() {
    let text = """
      <a xmlns:x="y"><x:password>\(Self.canary)</x:password>
      <b clientSecret='\(Self.canary)' c="Bearer \(Self.canary)"/>
      <property name="password" value="\(Self.canary)"/>
      <!-- amqp://u:\(Self.canary)@a.example --><c>x &amp; y</c></a>
      """
    for size in [1, 7, 10_000] {
      var search = XMLSecretSearch()
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { search.look(at: $0) }
      }
      let found = search.finish()
      #expect(
        Self.found(found) == [
          "1password password password", "2clientSecret clientSecret key", "2c c authorization-header",
          "3value value password", "4  user-info",
        ])
      #expect(!"\(found.secrets)".contains(Self.canary))
    }
  }

  @Test func textsOfElements() {
    let canary = Self.canary
    let table: [(text: String, found: [String])] = [
      ("<a><password><!-- soon -->\(canary)</password></a>", ["1password password password"]),
      ("<a><password><![CDATA[\(canary)]]></password></a>", ["1password password password"]),
      ("<a><db.password>\(canary)</db.password></a>", ["1db.password db.password password"]),
      ("<a><password/>\n<b>\(canary)</b></a>", []),
      ("<a>\n<note>Bearer \(canary)</note></a>", ["2note note authorization-header"]),
      ("<a><b name='password'/><c value='\(canary)'/></a>", []),
      ("<a><b value='\(canary)' name='db.password'/></a>", ["1value value password"]),
      ("<a><b name='password' note='a > b' value='\(canary)'/></a>", ["1value value password"]),
      ("<a><b value='\(canary)' note=\"it's > 1\" name='password'/></a>", ["1value value password"]),
      ("<a><b value = '\(canary)' key = 'api-key'/></a>", ["1value value key"]),
      ("<a><b value='\(canary)' name='first'/><password>\(canary)</password></a>", ["1password password password"]),
    ]
    for (text, found) in table {
      #expect(Self.found(XMLSecretSearch.look(at: Array(text.utf8))) == found, "\(text)")
    }
  }

  /// Wherever what is looked at together ends.
  @Test func textsOfElementsInLongDocuments() {
    let secret = "<password><!-- soon --><![CDATA[\(Self.canary)]]></password><note>Bearer \(Self.canary)</note>"
    let filler = String(repeating: "<b>x</b>", count: 8180)
    for padding in 0..<secret.utf8.count {
      let text = "<a>\(filler)\(String(repeating: " ", count: padding))\(secret)\(filler)</a>"
      var search = XMLSecretSearch()
      // As a reader gives them: pieces of four kibibytes.
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: 4096) {
        bytes[start..<min(bytes.count, start + 4096)].withUnsafeBytes { search.look(at: $0) }
      }
      let found = Self.found(search.finish())
      #expect(found == ["1password password password", "1note note authorization-header"], "\(padding)")
    }
  }

  @Test func textsOfSettings() {
    let text = """
      # settings
      name: x
      password: \(Self.canary)
        - client_secret: "\(Self.canary)"
      api_key = "\(Self.canary)"
      password: must be changed every year
      \(SecretShapeTests.pem)
      """
    var search = SecretSearch()
    search.look(atText: Array(text.utf8))
    #expect(
      search.secrets.map { "\($0.place.line) \($0.kind.rawValue)" } == [
        "3 password", "4 key", "5 key", "7 private-key",
      ])
  }
}
