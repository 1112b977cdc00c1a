import Budget
import Testing

@testable import Formats

/// Addresses of answers, and what of them may be shown.
@Suite struct RecordingTests {
  private static let id = "00000000-0000-4000-8000-00000000000a"

  static let addresses: [(url: String, shown: String)] = [
    (
      "https://kitos.example/api/v2/it-systems?page=0&pageSize=250",
      "https://kitos.example/api/v2/it-systems?page=0&pageSize=250"
    ),
    (
      "https://Kitos.Example:8443/odata/Organizations(1)/Users?%24top=100&$skip=0",
      "https://kitos.example:8443/odata/Organizations(1)/Users?$top=100&$skip=0"
    ),
    ("https://user:s3cret@kitos.example/api/users#token=s3cret", "https://kitos.example/api/users"),
    ("https://a.example/x/eyJhbGciOi1/users", "https://a.example/x/…/users"),
    ("https://a.example/users/01010112345", "https://a.example/users/…"),
    ("https://a.example/users?token=s3cret&$filter=s3cret", "https://a.example/users?token=…&$filter=…"),
    ("https://a.example/users?s3cret", "https://a.example/users?…="),
    ("https://a.example/users?page=s3cret", "https://a.example/users?page=…"),
    ("https://a.example/users;jsessionid=s3cret?page=1", "https://a.example/…?page=1"),
    ("https://a.example/s3cret.json", "https://a.example/…"),
    ("https://s3cret@@/../x", "https:///…/x"),
    ("https://a.example/organizations/\(id)/users", "https://a.example/organizations/\(id)/users"),
    (
      "https://a.example/connections?party=\(id)&from=310000000",
      "https://a.example/connections?party=\(id)&from=310000000"
    ),
    ("not a url", "/…"),
  ]

  @Test(arguments: addresses.indices) func anAddressIsShownWithoutSecrets(_ index: Int) {
    let row = Self.addresses[index]
    #expect(RecordedAddress(row.url).text == row.shown)
  }

  @Test func anAddressSaysWhose() {
    #expect(RecordedAddress("https://a.example/organizations/\(Self.id)/users").organisation == Self.id)
    #expect(RecordedAddress("https://a.example/usages?organizationUuid=\(Self.id)").organisation == Self.id)
    #expect(RecordedAddress("https://a.example/users/\(Self.id)").organisation == nil)
    #expect(RecordedAddress("https://a.example/organizations/\(Self.id)/users?page=2").name == "users")
    #expect(RecordedAddress("https://a.example/odata/Organizations(1)").name == "Organizations")
    #expect(RecordedAddress("https://a.example/app/main.js").isOfPage)
  }

  static let heads: [(text: String, isRecording: Bool)] = [
    (#"{"log":{"version":"1.2""#, true), ("\u{FEFF} {\n \"log\" : {\n \"creator\": {}", true),
    (#"{"log":{"entries":[]"#, true), (#"{"log":{"a":1}}"#, false), (#"{"log":[]}"#, false), ("[]", false), ("", false),
  ]

  @Test(arguments: heads.indices) func aRecordingIsToldByItsBeginning(_ index: Int) {
    #expect(Recording.sniff(Array(Self.heads[index].text.utf8)) == Self.heads[index].isRecording, "\(index)")
  }

  static let base64: [(text: String, bytes: String?)] = [
    ("YQ==", "a"), ("YWI=", "ab"), ("YWJj", "abc"), ("YWI", "ab"), ("", ""), ("Y", nil), ("Y!==", nil), ("YR==", nil),
    ("YQ==YQ==", nil), ("Pz8_", "???"), ("Pz8/", "???"), ("YW\nJj", "abc"),
  ]

  @Test(arguments: base64.indices) func base64IsDecoded(_ index: Int) {
    let row = Self.base64[index]
    #expect(Base64.decode(Array(row.text.utf8)).map { String(decoding: $0, as: UTF8.self) } == row.bytes, "\(row.text)")
  }
}
