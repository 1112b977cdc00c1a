import PolicyEngine

extension AuditRun {
  /// A question as a policy that judges whatever satisfies it, so that it is checked and evaluated like any other body.
  /// What stands in the place of a path for a question.
  static let questionPath = "<question>"
  private static let questionID = "tilsyn.question"

  /// Checks a question together with the policies; errors of the question point into it as typed.
  func check(question: String) throws -> (CheckedProgram, PolicyDeclaration) {
    let parsed = Parser.parseBody(question)
    if parsed.diagnostics.contains(where: { $0.severity == .error }) {
      throw CommandFailure.rendered(
        DiagnosticRenderer.render(
          parsed.diagnostics, sources: [parsed.source], color: talk.hasErrorColour(environment)))
    }
    // The question stands on lines of its own, so that a diagnostic shows it as it was typed.
    let text = """
      policy \(Self.questionID) {
        title "question"
        severity info
        for
      \(question)
        fail "never" if 1 = 2
      }
      """
    let checked = try check(extra: [SourceText(path: Self.questionPath, text: text)])
    guard let policy = checked.policies.first(where: { $0.id.text == Self.questionID }) else {
      throw CommandFailure.usage("the question is more than one body: `\(question)`")
    }
    return (checked, policy)
  }
}
