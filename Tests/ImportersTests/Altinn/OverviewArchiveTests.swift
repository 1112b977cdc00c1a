import FactStore
import Importers
import TestSupport
import Testing

@testable import ImportAltinn
@testable import ImportCore

/// The archive of all rights that Altinn's access page lets an administrator download.
@Suite struct OverviewArchiveTests {
  private static let roles = """
    \u{FEFF}Organisasjonsnummer;Organisasjonsnavn;Rollenavn;Mottakernavn;Fødselsdato/Organisasjonsnummer;Mottakertype;Rollekode\r
    310000000;Fjord;Daglig leder;Ola Nordmann;03.03.1962;Person;dagl\r

    """
  private static let packages = """
    \u{FEFF}Organization number;Organization name;Access package name;Recipient name;Birth date/Organization number;\
    Recipient type;Access package code\r\n
    """

  private func load(_ name: String, _ files: [String: String], _ others: [String: String] = [:]) throws -> LoadedSources
  {
    let folder = try LoadingFolder(others)
    let files = files.sorted { $0.key < $1.key }.map { (name: $0.key, content: Array($0.value.utf8)) }
    try folder.write(name, WorkbookMaker(files: files).bytes)
    return try folder.load()
  }

  /// Names of archives and entries, with the organisation and day that they say.
  static let names: [(archive: String, entry: String, said: String?)] = [
    ("310000000_2026-11-19.zip", "roller.csv", "310000000 2026-11-19"),
    ("310000000_2026-11-19 (1).zip", "tilgangspakkar.csv", "310000000 2026-11-19"),
    ("310000000_2026-11-19(12).ZIP", "Instance_Rights.csv", "310000000 2026-11-19"),
    ("310000000_2026-11-19.zip", "andre.csv", nil), ("310000000_2026-11-19.zip", "x/roller.csv", nil),
    ("31000000_2026-11-19.zip", "roller.csv", nil), ("310000000_2026-11-31.zip", "roller.csv", nil),
    ("310000000_2026-11-19_x.zip", "roller.csv", nil), ("310000000-2026-11-19.zip", "roller.csv", nil),
    ("kopi 310000000_2026-11-19.zip", "roller.csv", nil), ("310000000_2026-11-19", "roller.csv", nil),
    ("310000000_19.11.2026.zip", "roller.csv", nil),
  ]

  @Test(arguments: names.indices) func aNameSaysWhoseAndWhen(_ index: Int) {
    let row = Self.names[index]
    let context = OverviewArchive.context(ofArchive: row.archive, entry: row.entry)
    #expect(context.map { "\($0.organisation ?? "") \($0.extractedAt ?? "")" } == row.said, "\(row.archive)")
  }

  @Test func theDayIsThatOfTheArchive() throws {
    let loaded = try load("310000000_2026-11-19.zip", ["roller.csv": Self.roles])
    let file = loaded.file("310000000_2026-11-19.zip/roller.csv")
    #expect(file.kind == "altinn.role-overview" && file.extractedAt == CalendarDate("2026-11-19"))
    #expect(loaded.isComplete && loaded.facts("altinn.authorised_role").count == 1, "\(loaded.incompleteReasons)")
  }

  /// Of a later day than the one judged nothing is used; of an archive by another name no day is taken.
  @Test func aLaterDayIsRefused() throws {
    #expect(try !load("310000000_2026-11-21.zip", ["roller.csv": Self.roles]).isComplete)
    let loaded = try load("altinn.zip", ["roller.csv": Self.roles])
    #expect(loaded.isComplete && loaded.file("altinn.zip/roller.csv").extractedAt == nil)
  }

  /// A type that was not ticked has no file, and is not exported; a table of titles is an answer of none.
  @Test func aTypeWithoutAFileIsAbsent() throws {
    let loaded = try load("310000000_2026-11-19.zip", ["roller.csv": Self.roles, "access_packages.csv": Self.packages])
    #expect(loaded.file("310000000_2026-11-19.zip/access_packages.csv").kind == "altinn.package-overview")
    #expect(loaded.store["altinn.authorised_package"]!.grade != nil)
    #expect(loaded.holes("altinn.authorised_package").isEmpty)
    #expect(loaded.store["altinn.authorised_resource"]!.grade == nil)
  }

  /// Sub-units of which no row is may have been left out; one with a row was not.
  @Test func aSubUnitWithoutARowIsAHole() throws {
    let units = """
      [{"organisasjonsnummer": "310000051", "organisasjonsform": {"kode": "BEDR"}, "overordnetEnhet": "310000000"},
       {"organisasjonsnummer": "310000086", "organisasjonsform": {"kode": "BEDR"}, "overordnetEnhet": "310000000"},
       {"organisasjonsnummer": "310000132", "organisasjonsform": {"kode": "BEDR"}, "overordnetEnhet": "310000167"}]
      """
    let rows = Self.roles + "310000086;Fjord Nord;Daglig leder;Kari Nordmann;04.04.1970;Person;dagl\r\n"
    let loaded = try load(
      "310000000_2026-11-19.zip", ["roller.csv": rows, "access_packages.csv": Self.packages], ["units.json": units])
    #expect(loaded.holes("altinn.authorised_role") == ["* | 310000051 | * (context)"])
    #expect(
      loaded.holes("altinn.authorised_package") == ["* | 310000051 | * (context)", "* | 310000086 | * (context)"])
  }
}
