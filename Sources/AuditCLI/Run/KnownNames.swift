import ArgumentParser
import PolicyEngine

/// Names that a shell completes: those of the shipped policies, or of TILSYN_POLICIES. None where these cannot be read.
enum KnownNames {
  static func policies() -> [String] { (checked()?.policies ?? []).map(\.id.text) }

  static func relations() -> [String] { (checked()?.relations.values.map(\.schema.name) ?? []).sorted() }

  /// Without a word: what is typed is not finished.
  private static func checked() -> CheckedProgram? {
    guard var talk = try? TalkOptions.parse([]) else { return nil }
    talk.quiet = true
    return try? AuditRun(
      paths: [], context: ContextOptions.parse([]), policies: PolicyOptions.parse([]), talk: talk,
      environment: Environment()
    ).check()
  }
}
