import FactStore
import ImportCore

/// The archive that Altinn's access page lets an administrator download: `ORGNUMBER_YYYY-MM-DD.zip`, with a table for each type
/// that was ticked. Its name alone says whose rights they are, and of which day, in UTC.
enum OverviewArchive {
  /// What the tables are called, in both Norwegian languages and English.
  private static let tables: Set<String> = [
    "roller.csv", "roles.csv", "tilgangspakker.csv", "tilgangspakkar.csv", "access_packages.csv", "enkelttjenester.csv",
    "enkelttenester.csv", "single_rights.csv", "enkelttjenester-instans.csv", "enkelttenester-instans.csv",
    "instance_rights.csv",
  ]

  /// What the name of the archive says of one of its tables. A browser adds ` (1)` where it has saved one of that name before.
  static func context(ofArchive archive: String, entry: String) -> SourceContext? {
    let name = archive.lowercased()
    guard tables.contains(entry.lowercased()), name.hasSuffix(".zip") else { return nil }
    var stem = name.dropLast(4)
    if stem.last == ")", let open = stem.lastIndex(of: "("), stem[open...].dropFirst().dropLast().allSatisfy(\.isNumber)
    {
      stem = stem[..<open]
      while stem.last == " " { stem.removeLast() }
    }
    let parts = stem.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 9, let organisation = NormalForm.orgnr.read(String(parts[0])),
      parts[1].utf8.count == 10, CalendarDate(String(parts[1])) != nil
    else { return nil }
    return SourceContext(organisation: organisation, extractedAt: String(parts[1]))
  }
}
