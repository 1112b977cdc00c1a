import Audit
import AuditReports
import Formats
import ImportCore
import Importers

extension AuditRun {
  /// What the configuration did to the run, as far as loading tells; `nil` where none was read.
  func settings(_ loaded: LoadedSources) -> AuditSettings? {
    guard let path = configuration.path else { return nil }
    var settings = AuditSettings(
      path: NationalIdentity.masked(path), sha256: configuration.digests.first?.sha256 ?? "",
      isOfJudgedFolder: chosen.isOfJudgedFolder)
    settings.leftOut = loaded.applied.leftOut
    settings.told = loaded.applied.told
    settings.contradicted = loaded.applied.contradicted
    settings.aged = loaded.applied.aged.map(\.path)
    settings.without = configuration.absences.map(\.name)
    settings.policies = policies.ofConfiguration.map { NationalIdentity.masked($0.shown) }
    return settings
  }

  /// What an answer about the exports must say beside itself: what is missing of them, and what the judged folder's
  /// configuration did.
  func notes(_ loaded: LoadedSources) -> [String] {
    let condition = settings(loaded).flatMap { SettingsText().condition($0, isOfAnswer: true) }
    return loaded.incompleteReasons.map { "incomplete: \($0.english)" } + [condition].compactMap { $0 }
  }
}
