import AuditReports
import Testing

struct ShortFingerprintTests {
  @Test(arguments: [
    ("819e30d0491f0000", "819e30d0491f"), ("2509463284fb61ba", "2509463"), ("ab2509463284fb61", "ab2509463"),
    ("abcde12345678901", "abcde1234567"), ("0000000000000000", "0000000"), ("1234567a12345678", "1234567a1234"),
  ]) func noDecimalDigitsThatReadAsANumber(_ fingerprint: String, _ short: String) {
    #expect(ShortFingerprint.of(fingerprint) == short)
  }
}
