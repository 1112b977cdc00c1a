import Formats
import Testing

@testable import ImportCore

/// Which texts hold an identity number of a person, and what is left of them when it is masked. All numbers are invented.
struct IdentityNumberTests {
  private static let mask = NationalIdentity.mask

  /// Numbers with nothing around them.
  static let numbers: [String] = [
    // Norwegian: whole, D-numbers, synthetic ones, with a slip, with separators, without their zero.
    "21909000777", "61909000777", "21509000777", "21759000777", "219090 00777", "219090-00777", "219090.00777",
    "21 90 90 00777", "21.90.90.00777", "219090 007 77", "219090\u{A0}00777", "219090\u{202F}00777", "2826130779",
    "28261 30779", "2 1 9 0 9 0 0 0 7 7 7",
    // Danish: with a hyphen of any kind, with a space, with nothing, substitute numbers.
    "010101-0101", "0101010101", "010101 0101", "010101.0101", "010101/0101", "01-01-01-0101", "010101\u{2011}0101",
    "010101\u{2013}0101", "010101\u{2212}0101", "610101-0101",
    // Swedish: ten and twelve digits, coordination numbers, past a hundred.
    "19121212-1212", "191212121212", "121212-1212", "1212121212", "121212+1212", "121272-1212", "19121272-1212",
    "1912-12-12-1212", "18121212+1212", "200202022380",
    // Finnish: signs and letters of all centuries.
    "010101-900R", "010101+900R", "010101A900R", "010101B900R", "010101F900R", "010101Y900R", "010101a900r",
    "010101U9007",
    // As other scripts, widths and hands write them.
    "０１０１０１-０１０１", "٠١٠١٠١٠١٠١", "010101\u{FF0D}0101", "01\u{200B}0101\u{200D}0101", "0101\u{AD}010101", "𝟎𝟏𝟎𝟏𝟎𝟏𝟎𝟏𝟎𝟏",
  ]

  static let frames: [(before: String, after: String)] = [
    ("", ""), ("CPR ", ""), ("CPR:", "."), ("by_", "_x"), ("", ".json"), ("", "@eksempel.example"), ("nr.", ", og"),
    ("(", ")"),
    ("ø", "å"), ("id=", "&b=1"), ("\"", "\""), ("/personer/", "/navn"),
  ]

  @Test(arguments: numbers)
  func areFoundWhereverTheyStand(_ number: String) {
    for (before, after) in Self.frames {
      let text = before + number + after
      #expect(NationalIdentity.mayStand(in: text), "\(text)")
      let masked = NationalIdentity.masked(text)
      #expect(masked == before + Self.mask + after, "\(masked)")
      #expect(!NationalIdentity.mayStand(in: masked))
    }
  }

  static let others: [String] = [
    "", "471199", "914778271", "NO914778271MVA", "914 778 271", "51000001", "20001337", "2026-11-20",
    "2026-11-20T12:00:00Z",
    "2026-11-20 12:00:00", "20261120", "20261120153000", "2026-11-20T15:30", "12345678901234", "5790000000000",
    "+47 10 12 61 12",
    "+4520126112", "10 12 61 12", "1234.56.78901", "101010101", "999999-9999", "9999999999", "99999999999",
    "329901-0101",
    "011301-0101", "11111111-0000-4000-8000-000000000003", "44444444-0101-4010-8101-010101010101", "106a051c0ba0",
    "0101010101010101010101010101010101010101010101010101010101010a01", "3.14159", "1,000,000,000", "1767225600000",
    "202611201500", "20261120-1500", "2026-11-20 1500", "10.12.61.123", "v1.2.3", "urn:altinn:resource:app_nvk_soknad",
    "010101a900", "010101G900R", "010101A90R", "991301A900R", "a010101A900SB",
  ]

  @Test(arguments: others)
  func othersAreNone(_ text: String) {
    #expect(!NationalIdentity.mayStand(in: text), "\(NationalIdentity.masked(text))")
    #expect(NationalIdentity.masked(text) == text)
  }

  /// Nine digits, and ten that no check digit confirms, are a number only where ids of people stand.
  @Test(arguments: [
    ("101010101", true), ("2 1212 1212", true), ("212121212", true), ("121212121", false), ("2826130779", true),
    ("2826130770", true), ("471199", false), ("914778271", false), ("999999999", false), ("E2", false), ("", false),
  ])
  func idsOfPeople(_ text: String, _ isNumber: Bool) {
    #expect(NationalIdentity.mayBeID(ofPerson: text) == isNumber)
  }

  /// One number is one token however it is written, and no two are.
  @Test func tokens() throws {
    let same = ["02826130779", "2826130779", "028261 30779", "28261 30779", "０２８２６１-３０７７９"]
    #expect(Set(same.map { NationalIdentity.token($0) }).count == 1)
    #expect(Set(same.map { NationalIdentity.token(inColumn: $0) }) == [NationalIdentity.token("02826130779")])
    let danish = ["010101-0101", "0101010101", "101010101", "010101 0101"]
    #expect(Set(danish.map { NationalIdentity.token(inColumn: $0) }).count == 1)
    #expect(NationalIdentity.token(inColumn: "010101-0102") != NationalIdentity.token(inColumn: "010101-0101"))
    #expect(NationalIdentity.token(inColumn: "010101A900R") == NationalIdentity.token(inColumn: "010101a900r"))
    #expect(NationalIdentity.token(inColumn: " - ") == nil)
    let token = try #require(NationalIdentity.token("21909000777"))
    #expect(!token.contains("21909") && NationalIdentity.token("313000009") == nil)
  }

  /// Any text with a number in it anywhere, however it is cut, has it no more when it is masked, and keeps the rest.
  @Test func maskedTextsKeepTheRest() {
    var state: UInt64 = 42
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let words = ["", " ", "a", "ø", "-", "x1", ", ", "_", "\u{200B}", "é", "\n", "[", "😀", ":"]
    for _ in 0..<5_000 {
      let (left, right) = (words[below(words.count)], words[below(words.count)])
      let number = Self.numbers[below(Self.numbers.count)]
      let text = left + "ord" + " " + number + "; " + right
      let masked = NationalIdentity.masked(text)
      #expect(masked == left + "ord \(Self.mask); " + right, "\(text)")
    }
  }

  @Test(arguments: [
    ("CPR", true), ("cpr-nr.", true), ("CPR nummer", true), ("Fødselsnummer", true), ("FODSELSNUMMER", true),
    ("national_id", true),
    ("nationalId", true), ("Personnummer", true), ("hetu", true), ("Henkilötunnus", true), ("SSN", true), ("fnr", true),
    ("cprno", true), ("id", false), ("name", false), ("unit", false), ("cpranything", false), ("persona", false),
    ("organisationsnummer", false), ("employeeNumber", false),
  ])
  func columns(_ title: String, _ holds: Bool) { #expect(IdentityColumns.holds(title) == holds) }

  @Test(arguments: [
    ("password", true), ("Password", true), ("passwordHash", true), ("password_hash", true), ("user-password", true),
    ("Salt", true), ("apiKey", true), ("api_key", true), ("X-Api-Key", true), ("token", true), ("accessTokens", true),
    ("clientSecret", true), ("secrets", true), ("connectionString", true), ("defaultConnectionString", true),
    ("private_key", true), ("adgangskode", true), ("hasPassword", false), ("mustChangePassword", false),
    ("passwordLastSet", false), ("tokenEndpoint", false), ("secretary", false), ("saltvand", false), ("keyType", false),
    ("name", false), ("hasApiAccess", false), ("security", false),
  ])
  func credentials(_ name: String, _ areNamed: Bool) { #expect(CredentialName.holds(name) == areNamed) }

  /// Two files stay two, and a person's files one person's.
  @Test func paths() {
    let names = ["01010101-0102.json", "a_010101-0101.json", "b/08826134977.csv", "c/010101 0101/x.csv", "d.csv"]
    let files = FileWalker.withoutNumbers(
      names.map { FoundFile(path: FilePath($0), shown: $0, candidates: [$0], role: .source) })
    #expect(
      files.map(\.shown) == [
        "01010101-0102.json", "a_(identity number 1).json", "b/(identity number 2).csv", "c/(identity number 1)/x.csv",
        "d.csv",
      ])
    #expect(files.map(\.path.text) == names)
  }
}
