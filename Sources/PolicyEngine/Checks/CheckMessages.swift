/// Texts for people: what stands in braces is a variable, and only texts of a finding have variables.
///
/// That a variable has a value is checked with the body that gives it one.
struct CheckMessages {
  let sink: DiagnosticSink
  let sources: [SourceText]

  func check(_ policy: PolicyDeclaration) {
    for clause in policy.clauses {
      for entry in clause.texts?.entries ?? [] { checkFixed(entry.text, of: clause.keyword) }
      for entry in clause.finding?.message.entries ?? [] { checkMessage(entry.text) }
    }
  }

  private func checkFixed(_ text: StringLiteral, of clause: String) {
    for name in Placeholders.read(text, in: sources).names {
      sink.report(
        .invalidPlaceholder, "`\(clause)` speaks of the whole policy, so `{\(name.text)}` has no value there",
        at: name.span, help: "name it in the text of `fail`, or write `{{` for a brace")
    }
  }

  private func checkMessage(_ text: StringLiteral) {
    for span in Placeholders.read(text, in: sources).broken {
      sink.report(
        .invalidPlaceholder, "there is no variable between these braces", at: span,
        help: "write `{variable}`, or `{{` for a brace; for a parameter, write `limit = pack.limit` in the body")
    }
  }
}
