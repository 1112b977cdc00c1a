import FactStore
import Testing

@testable import ImportAltinn
@testable import ImportCore
@testable import ImportEnhetsregisteret

/// Codes, days and forms as documents write them.
struct AltinnCodeTests {
  @Test(
    arguments: [
      ("urn:altinn:accesspackage:Skatt-Naering", "skatt-naering"), ("URN:ALTINN:ACCESSPACKAGE:toll", "toll"),
      ("skatt-naering", "skatt-naering"), ("urn:altinn:accesspackage:", nil), ("urn:altinn:rolecode:dagl", nil),
      ("hoved\u{200B}administrator", nil), ("to ord", nil),
    ] as [(String, String?)])
  func packages(_ text: String, _ code: String?) { #expect(AltinnCode.package(text) == code) }

  @Test(
    arguments: [
      ("DAGL", "dagl"), ("urn:altinn:external-role:ccr:Daglig-Leder", "daglig-leder"), ("FFØR", "ffør"),
      ("urn:altinn:rolecode:UTINN", "utinn"), ("urn:annet:dagl", nil),
    ] as [(String, String?)])
  func roles(_ text: String, _ code: String?) { #expect(AltinnCode.role(text) == code) }

  @Test(arguments: [
    ("2026-11-20", "2028-11-20"), ("2026-02-28", "2028-02-29"), ("2024-02-28", "2026-02-28"),
    ("2024-02-29", "2026-02-28"),
    ("2023-12-31", "2025-12-31"),
  ])
  func twoYearsAreYears(_ day: String, _ last: String) {
    #expect(RecordedDay.lastWithinTwoYears(of: CalendarDate(day)!) == CalendarDate(last)!)
  }

  @Test(arguments: ["0001-01-01", "0001-01-01T00:00:00Z", "1900-01-01", "i går"])
  func whatIsNoDay(_ text: String) { #expect(RecordedDay.read(text) == nil) }

  /// Names of roles in three languages, lists of them, and what is none.
  @Test(arguments: [
    ("Partner with Full Liability", ["DTSO"]), ("Dagleg leiar", ["DAGL"]), ("DAGL og LEDE", ["DAGL", "LEDE"]),
    ("Managing Shipowner and Estate Administrator", ["BEST", "BOBE"]),
    ("Forretningsfører for Borettslag og Eierseksjonssameie", ["FFØR"]),
  ])
  func namesOfRoles(_ text: String, _ codes: [String]) {
    #expect(RegisterRoleNames.parts(text).compactMap { RegisterRoleNames.role(TableInput.trim($0))?.code } == codes)
  }

  /// A role of Enhetsregisteret has a code there. Null says that there is none; a record that says nothing does not.
  @Test(
    arguments: [
      (#""urn":"urn:altinn:external-role:ccr:revisor""#, ["r | * | * (column-absent)"]),
      (#""urn":"urn:altinn:external-role:ccr:revisor","legacyRoleCode":null"#, []),
      (#""urn":"urn:altinn:external-role:ccr:revisor","legacyurn ":"urn:altinn:rolecode:revi""#, []),
      (#""urn":"urn:altinn:role:revisor""#, []), (#""urn":"urn:altinn:rolecode:revi""#, []),
    ] as [(String, [String])])
  func aRoleThatDoesNotSayItsCodeMayHaveAny(_ members: String, _ holes: [String]) throws {
    let text = #"[{"code":"r","name":"r","isKeyRole":false,\#(members)}]"#
    let loaded = try LoadingFolder.load(["a.json": text], as: ["a.json=altinn.roles"])
    #expect(loaded.holes("altinn.role_code") == holes)
    #expect(loaded.facts("altinn.role").count == 1)
  }
}
