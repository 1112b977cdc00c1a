import Audit
import Localization

/// The words for what a configuration did.
package struct SettingsText {
  private let say: Wording

  package init(_ say: Wording = Wording(.en)) { self.say = say }

  /// `exports/tilsyn.yaml, of the judged folder, left out 2 files, changed 1 parameter`: what the verdict itself must say;
  /// `nil` where the configuration is of who ran the audit, or did nothing that takes away from it.
  /// - Parameter isOfAnswer: whether it stands beside the answer to a question, which added policies take nothing from.
  package func condition(_ settings: AuditSettings, isOfAnswer: Bool = false) -> String? {
    guard settings.isOfJudgedFolder else { return nil }
    // What files are or speak of, where their content does not say otherwise.
    let told = Set(settings.told).subtracting(settings.contradicted).count
    let deeds: [(count: Int, deed: Phrase)] = [
      (settings.leftOut.count, "left out \(settings.leftOut.count, "file", "files")"),
      (
        settings.contradicted.count,
        "had \(settings.contradicted.count, "file read as what it does", "files read as what they do") not look like"
      ),
      (told, "said what \(told, "file is", "files are")"),
      (settings.aged.count, "relied on \(settings.aged.count, "old file", "old files")"),
      (settings.parameters.count, "changed \(settings.parameters.count, "parameter", "parameters")"),
      (isOfAnswer ? 0 : settings.policies.count, "added policies"),
    ]
    let done = deeds.filter { $0.count > 0 }.map { say($0.deed) }
    return done.isEmpty ? nil : say("\(settings.path), of the judged folder, \(done.joined(separator: ", "))")
  }

  /// One line with all of it, for under the verdict; `nil` where the configuration did nothing of the kind.
  package func line(_ settings: AuditSettings) -> String? {
    let told = settings.told.count
    let policies = names(settings.policies)
    let parts: [(names: [String], part: Phrase)] = [
      (settings.leftOut, "left out \(names(settings.leftOut))"),
      (settings.contradicted, "read against their content: \(names(settings.contradicted))"),
      (settings.aged, "relied on though old: \(names(settings.aged))"),
      (settings.parameters, "parameters \(names(settings.parameters, shown: 4))"),
      (settings.without, "without \(names(settings.without, shown: 4))"),
      (settings.policies, settings.isOfJudgedFolder ? "added policies \(policies)" : "policies \(policies)"),
      (settings.told, "says what \(told, "file is", "files are")"),
    ]
    let said = parts.filter { !$0.names.isEmpty }.map { say($0.part) }
    guard !said.isEmpty else { return nil }
    let place =
      settings.isOfJudgedFolder ? say("by \(settings.path), of the judged folder") : say("by \(settings.path)")
    return "\(place) (sha256 \(ShortFingerprint.of(settings.sha256))…): \(said.joined(separator: "; "))"
  }

  private func names(_ names: [String], shown: Int = 2) -> String {
    names.prefix(shown).joined(separator: ", ")
      + (names.count > shown ? " " + say("and \(names.count - shown) more") : "")
  }
}
