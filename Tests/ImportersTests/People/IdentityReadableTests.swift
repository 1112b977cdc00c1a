import Testing

@testable import ImportCore

/// What looks a little like an identity number and is none stays readable, and looking costs no more than the text is long.
struct IdentityReadableTests {
  static let texts: [String] = [
    // Organisations, sites, units.
    "914778271", "NO914778271MVA", "914 778 271", "914.778.271", "DK29189846", "29189846",
    "5790000000000",
    "EAN 5798009811578", "GLN 5790001330552", "0123456789012",
    // Uuids and digests, bare and in addresses.
    "11111111-0000-4000-8000-000000000003", "44444444-0101-4010-8101-010101010101",
    "{44444444-0101-4010-8101-010101010101}", "/users/44444444-0101-4010-8101-010101010101/roles",
    "?id=44444444-0101-4010-8101-010101010101&x=%20", "x=31010101-0101-4010-8101-010101010101",
    "%2F44444444-0101-4010-8101-010101010101%2F", "id%3D21909000-0777-4010-8101-010101010101",
    "44444444010140108101010101010a01", "0101010101010101010101010101010101010101010101010101010101010a01",
    "sha256:0101010101010101010101010101010101010101010101010101010101010a01",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "106a051c0ba0", "e56310e", "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
    // Days and points in time.
    "2026-11-20", "20.11.2026", "20/11/2026", "20-11-26", "20261120", "2026-11-20T12:00:00Z",
    "2026-11-20T12:00:00.1234567Z",
    "2026-11-20T10:12:45+0100", "2026-11-20T101245+0100", "20261120T101245+0100", "20261120T101245.1234Z",
    "20261120T101245-0500",
    "2026-11-20 12:00:00", "2026-11-20 12:11:10.1234", "2026-11-20 12:11:10,1234", "12:11:10.1234",
    "2026-11-20 15:30:45.123456",
    "20261120153000", "20261120153000.123Z", "202611201500", "2026-11-20T15:30", "20261120-1500", "2026-11-20 1500",
    "20.11.2026 1530", "20.11.2026 15:30", "20-11-2026-1530", "20112026 1530", "20.11.26 15.30", "20.11.26 15:30:45",
    "200126 12.30", "200126 12:30", "2026-11-20, 1234 rows", "2026-11-20-12345", "2026-11-20-1530-45", "1767225600000",
    "2026-01-01/2026-12-31", "2026-11-20 - 2026-12-31", "from 01.01.2026 to 31.12.2026", "01.01.2026-31.12.2026",
    "2026-W47-5", "2026/11/10 2026/12/31", "2026-11-10/2026-12-31",
    "20260101-20261231", "010126-311226",
    // Telephones.
    "+47 10 12 61 12", "+4520126112", "10 12 61 12", "+4712126112", "+4512126112", "+46701234567", "+46 70 123 45 67",
    "tlf. +4712126112",
    "(+47) 10126112", "0047 10126112", "70 12 12 12", "12 34 56 78 90", "+45 1012 6112",
    // Accounts, amounts, measures, versions, addresses of networks.
    "1234.56.78901", "1210.56.78901", "12105678", "reg. 1210 konto 5678901", "1234 56 78901", "IBAN DK5000400440116243",
    "1 234 567,89", "1.210.567.890", "1,210,567,890", "DKK 1.210.567,89", "12 101 234,50", "3.14159", "1,000,000,000",
    "59.910112, 10.7522", "59.9101, 10.7522", "10.12.61.123", "192.168.10.12:8080", "10.112.123.12", "v1.2.3",
    "1.2.10-1234",
    "6.1.0-1234-generic",
    // Orders, cases, lines, counts.
    "SO-20261120-0001", "2026/001234", "KMD-2026-12345", "12/34567-8", "sag 2026-123456", "26/10123-4",
    "order 12345678-1234",
    "10, 12, 61, 1234", "lines 3, 10, 1234", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "page=12&size=250&x=1234567",
    "rows 10000-10999",
    "0 of 2567, 110 failed, 121 unverified", "100%", "50%20", "a_x0020_b", "R&amp;D 1234567890123", "12345678901234",
    "999999-9999",
    "9999999999", "99999999999", "329901-0101", "011301-0101", "101010101", "1234567890", "123456789012",
    "4571 7360 1234 5678",
    // With letters between, and Finnish ones with a wrong last sign.
    "010101z0101", "218190x00777", "010101 kr 0101", "010101 og 0101", "010101 cpr 0101", "010101_900A", "010101 900S",
    "010101a900",
    "010101G900R",
    "010101A90R", "991301A900R", "urn:altinn:resource:app_nvk_soknad", "",
  ]

  @Test(arguments: texts)
  func stay(_ text: String) {
    #expect(NationalIdentity.masked(text) == text)
    // Behind `%2F` a plus is behind a letter, where it may stand for a blank.
    for (before, after) in [
      ("(", ")"), ("\"", "\""), ("kl. ", " i dag"), ("navn: ", ", x"), ("/a/", "/b"),
      text.contains("+") ? ("", "") : ("%2F", "%2F"),
    ] {
      #expect(NationalIdentity.masked(before + text + after) == before + text + after)
    }
  }

  /// Of chance digits hardly any are taken for a number: so many thousandths of each way of grouping at most.
  @Test(arguments: [
    ([8, 4], 40), ([8, 5], 30), ([13], 50), ([14], 40), ([16], 50), ([18], 60), ([20], 80), ([4, 4, 4], 0),
    ([3, 3, 3, 3], 0),
    ([7, 5], 20), ([6, 6], 30), ([8, 8], 20), ([4, 6], 10), ([2, 8], 0), ([8, 2, 2], 0), ([2, 2, 2, 2, 2], 0),
    ([4, 2, 5], 10),
    ([9], 0), ([8], 0), ([7], 0), ([4, 2, 2], 0), ([2, 2, 2, 2], 0), ([3, 3, 3], 0), ([1, 3, 3, 3], 0), ([3, 7], 0),
    ([5, 7], 0),
  ])
  func randomDigitsAreHardlyEverOne(_ lengths: [Int], _ thousandths: Int) {
    var chance = Chance(seed: 7)
    var found = 0
    for _ in 0..<10_000 where NationalIdentity.mayStand(in: lengths.map { chance.digits($0) }.joined(separator: "-")) {
      found += 1
    }
    #expect(found <= thousandths * 10, "\(found)")
  }

  // MARK: Cost

  /// What costs most a byte: one row of digits, groups of every length, signs, signs that are spelt out, and all of them.
  static let patterns = [
    "7", "0101", "01", "1 ", "01 ", "01-01-90-", "010190-", "010190 1234 ", "219090 00777,", "-", " - ", "%20", "=20",
    "&#45;", "\\u{2D}",
    "%25", "&amp;", "\\\\", "0=", "0%20=20&#45;\\u002d", "010101A900", "a1", "f",
    "11111111-0000-4000-8000-000000000003 ", "ø1", "\u{200B}1",
  ]

  /// Steps a byte are the same for a text of a hundredth and of a whole megabyte.
  @Test(arguments: patterns)
  func costIsLinear(_ pattern: String) {
    func steps(_ size: Int) -> Int {
      IdentityNumbers(String(repeating: pattern, count: size / pattern.utf8.count)).steps
    }
    let (small, large) = (steps(10_000), steps(1_000_000))
    #expect(large <= 102 * small, "\(small), \(large)")
    #expect(large <= 60_000_000)
  }
}
