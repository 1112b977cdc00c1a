/// What a policy of a shipped pack has beyond what the language asks of every policy.
struct LintShipped {
  static let languages = ["en", "da", "nb"]

  let sink: DiagnosticSink

  func check(_ policy: PolicyDeclaration) {
    for clause in policy.clauses {
      if let texts = clause.texts, !isCitation(clause) { check(texts, of: clause.keyword, at: clause.span) }
      if let message = clause.finding?.message {
        check(message, of: clause.keyword, at: message.entries.first?.text.span ?? clause.span)
      }
    }
    let kinds = Set(policy.clauses.map(\.keyword))
    for keyword in ["why", "fix"] where !kinds.contains(keyword) {
      sink.report(
        .missingTranslation, "the shipped policy `\(policy.id.text)` has no `\(keyword)`", at: policy.id.span,
        help: "write `\(keyword) en \"…\" da \"…\" nb \"…\"`")
    }
    if !kinds.contains("basis") {
      sink.report(
        .missingBasis, "the shipped policy `\(policy.id.text)` does not say what it rests on", at: policy.id.span,
        help: "write `basis stated \"document, section, date\"`, `basis recommended \"…\"` or `basis ours en \"…\" …`")
    }
    checkExamples(policy)
  }

  /// Whether a clause is a basis that names a document and says nothing about it.
  private func isCitation(_ clause: PolicyDeclaration.Clause) -> Bool {
    guard case .basis(let basis, _) = clause, basis.kind != .ours else { return false }
    return basis.texts.entries.allSatisfy { $0.language == nil }
  }

  private func check(_ texts: Texts, of keyword: String, at span: Span) {
    let given = Set(texts.entries.compactMap(\.language))
    let missing = Self.languages.filter { !given.contains($0) }
    guard !missing.isEmpty else { return }
    sink.report(
      .missingTranslation, "`\(keyword)` has no text in \(quoted(missing))", at: span,
      help: "add \(quoted(missing.map { "\($0) \"…\"" }))")
  }

  private func checkExamples(_ policy: PolicyDeclaration) {
    var expected: Set<PolicyDeclaration.Expectation.Verdict> = []
    for case .example(let example) in policy.clauses { expected.formUnion(example.expectations.map(\.verdict)) }
    // A policy that never fails may have nothing but open questions.
    let mayFail = policy.clauses.contains { $0.keyword == "fail" }
    let wanted: [PolicyDeclaration.Expectation.Verdict] = mayFail ? [.fail, .pass, .unverified] : [.unverified]
    let missing = wanted.filter { !expected.contains($0) }.map(\.rawValue)
    guard !missing.isEmpty else { return }
    sink.report(
      .missingExample, "no example of `\(policy.id.text)` expects \(quoted(missing, joinedBy: "or"))",
      at: policy.id.span, help: "add an example that ends in \(quoted(missing.map { "expect \($0) …" }))")
  }
}
