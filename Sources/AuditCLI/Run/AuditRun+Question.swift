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
    // A question without a variable is answered by whether it holds: a population of one member.
    let head = Engine.queryNames(parsed.body).isEmpty ? "for tilsyn_answer in tilsyn_answer = 1," : "for"
    // The question stands on lines of its own, so that a diagnostic shows it as it was typed.
    let text = """
      policy \(Self.questionID) {
        title "question"
        severity info
        \(head)
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

extension PolicyDeclaration {
  /// Whether this stands for a question without a variable: its one member exists when the answer is yes.
  var isQuestionOfOneAnswer: Bool {
    clauses.contains { clause in
      guard case .population(let population) = clause, population.names.map(\.text) == ["tilsyn_answer"],
        case .comparison(.variable(let name), .equal, .constant(let constant), _)? = population.body.first
      else { return false }
      return name.text == "tilsyn_answer" && constant.value == .int(1)
    }
  }
}
