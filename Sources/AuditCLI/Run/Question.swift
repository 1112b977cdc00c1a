import FactStore
import PolicyEngine

/// A question in the policy language, as a policy that judges whatever satisfies it: it is checked and evaluated like any
/// other body, and whatever is wrong with it points into what was typed.
struct Question {
  /// What stands in the place of a path: a diagnostic points to `question:1:12`. No policy file is called so.
  static let path = Parser.questionPath

  let source: SourceText
  /// What parsing had to say.
  let diagnostics: [Diagnostic]
  let policy: PolicyDeclaration
  /// It has no variable: the answer is yes, no or possible.
  let isYesOrNo: Bool

  /// - Parameters:
  ///   - number: tells several questions of one run apart.
  ///   - file: the number of its source among those of the program.
  init(_ text: String, number: Int = 0, file: Int) {
    let parsed = Parser.parseBody(text, file: file)
    source = parsed.source
    diagnostics = parsed.diagnostics
    let whole = Span(file: file, start: 0, end: source.bytes.count)
    let end = Span(file: file, start: whole.end, end: whole.end)
    var names: [Name] = []
    var body = parsed.body
    isYesOrNo = Engine.queryNames(body).isEmpty
    if isYesOrNo {
      // A population of one member, whose name nobody can write: it exists where the answer is yes.
      let answer = Name("the answer", end)
      names = [answer]
      body.insert(.comparison(.variable(answer), .equal, .constant(Constant(.int(1), end)), end), at: 0)
    }
    func integer(_ value: Int64) -> Expression { .constant(Constant(.int(value), end)) }
    policy = PolicyDeclaration(
      id: Name("tilsyn.question.\(number)", whole),
      clauses: [
        .title(Texts([.init(language: nil, text: StringLiteral("question", whole))]), whole),
        .severity(.info, whole),
        .population(.init(names: names, body: body, span: whole)),
        .fail(
          .init(
            message: Texts([.init(language: nil, text: StringLiteral("never", end))]), per: [],
            body: [.comparison(integer(1), .equal, integer(2), end)], span: end)),
      ], doc: "", span: whole)
  }

  /// The proofs of a row of its answer: one for each literal as typed.
  func proofs(of row: QueryAnswer.Row, by explainer: Explainer) -> [Proof] {
    Array(explainer.proofs(of: row, in: policy).dropFirst(isYesOrNo ? 1 : 0))
  }

  /// Its variables, none of a question of yes or no.
  func columns(_ answer: QueryAnswer) -> [ColumnSchema] { isYesOrNo ? [] : answer.columns }

  /// The values of its variables.
  func values(_ row: QueryAnswer.Row) -> [String] { isYesOrNo ? [] : row.values }
}

extension Engine {
  /// The answer to a question, which is whole: where a limit was met the command ends.
  func answer(_ question: Question) throws -> QueryAnswer {
    let answer = answer(question.policy)
    if let limit = answer.limit {
      throw CommandFailure.notJudged(
        "the question asks for \(limit)",
        help: "ask for less at a time, or give more memory with --max-memory")
    }
    return answer
  }
}
