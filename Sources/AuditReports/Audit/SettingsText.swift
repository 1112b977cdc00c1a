import Audit

/// The words for what a configuration did.
package enum SettingsText {
  /// `exports/tilsyn.yaml, of the judged folder, left out 2 files and changed 1 parameter`: what the verdict itself must say;
  /// `nil` where the configuration is of who ran the audit, or did nothing that takes away from it.
  /// - Parameter isOfAnswer: whether it stands beside the answer to a question, which added policies take nothing from.
  package static func condition(_ settings: AuditSettings, isOfAnswer: Bool = false) -> String? {
    guard settings.isOfJudgedFolder else { return nil }
    let deeds = [
      settings.leftOut.isEmpty ? nil : "left out \(Plural.of(settings.leftOut.count, "file"))",
      settings.contradicted.isEmpty
        ? nil : "had \(Plural.of(settings.contradicted.count, "file")) read as what \(it(settings)) not look like",
      told(settings),
      settings.aged.isEmpty ? nil : "relied on \(Plural.of(settings.aged.count, "old file"))",
      settings.parameters.isEmpty ? nil : "changed \(Plural.of(settings.parameters.count, "parameter"))",
      settings.policies.isEmpty || isOfAnswer ? nil : "added policies",
    ].compactMap { $0 }
    guard !deeds.isEmpty else { return nil }
    return "\(settings.path), of the judged folder, \(deeds.joined(separator: ", "))"
  }

  /// What files are or speak of, where their content does not say otherwise.
  private static func told(_ settings: AuditSettings) -> String? {
    let count = Set(settings.told).subtracting(settings.contradicted).count
    return count == 0 ? nil : "said what \(Plural.of(count, "file")) \(count == 1 ? "is" : "are")"
  }

  private static func it(_ settings: AuditSettings) -> String {
    settings.contradicted.count == 1 ? "it does" : "they do"
  }

  /// One line with all of it, for under the verdict; `nil` where the configuration did nothing of the kind.
  package static func line(_ settings: AuditSettings) -> String? {
    let parts = [
      names("left out", settings.leftOut), names("read against their content:", settings.contradicted),
      names("relied on though old:", settings.aged), names("parameters", settings.parameters, shown: 4),
      names("without", settings.without, shown: 4),
      names(settings.isOfJudgedFolder ? "added policies" : "policies", settings.policies),
      settings.told.isEmpty ? nil : "says what \(Plural.of(settings.told.count, "file")) \(verb(settings.told.count))",
    ].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    let place = settings.isOfJudgedFolder ? ", of the judged folder" : ""
    return "by \(settings.path)\(place) (sha256 \(settings.sha256.prefix(12))…): \(parts.joined(separator: "; "))"
  }

  private static func verb(_ count: Int) -> String { count == 1 ? "is" : "are" }

  private static func names(_ what: String, _ names: [String], shown: Int = 2) -> String? {
    guard !names.isEmpty else { return nil }
    let more = names.count > shown ? " and \(names.count - shown) more" : ""
    return "\(what) \(names.prefix(shown).joined(separator: ", "))\(more)"
  }
}
