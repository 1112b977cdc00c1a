import AuditReports
import PolicyEngine

extension ProvedAnswerReport {
  /// Answers a question and proves the first rows.
  init(_ question: Question, by engine: Engine, limit: Int, explainer: Explainer, notes: [String]) throws {
    self.init(
      question, answer: try engine.answer(question), about: nil, by: engine, limit: limit, explainer: explainer,
      notes: notes, including: { _ in true })
  }

  /// Answers a question that the program asks for somebody, and shows the steps of each path.
  /// - Parameter leftOut: counts the rows that are possible only, of a question of what exports say: they are not listed.
  init(
    _ asked: AccessQuestion, _ question: Question, by engine: Engine, limit: Int, explainer: Explainer,
    leftOut: inout Int
  ) throws {
    var answer = try engine.answer(question)
    if asked.isOfExports {
      let all = answer.rows.count
      answer.rows.removeAll { !$0.isCertain }
      leftOut += all - answer.rows.count
    }
    self.init(
      question, answer: answer, about: asked.about, by: engine, limit: limit, explainer: explainer, notes: [],
      including: \.isPath)
  }

  /// - Parameter includes: which proofs are shown of a row.
  private init(
    _ question: Question, answer: QueryAnswer, about: String?, by engine: Engine, limit: Int, explainer: Explainer,
    notes: [String], including includes: (Proof) -> Bool
  ) {
    let columns = question.columns(answer)
    let names = engine.names(of: columns)
    self.init(
      about: about, columns: columns.map(\.name),
      rows: answer.rows.prefix(limit).map { row in
        let values = question.values(row)
        return .init(
          values: values, names: names.names(values, columns), isCertain: row.isCertain,
          proofs: question.proofs(of: row, by: explainer).filter(includes))
      }, rowCount: answer.rows.count, notes: notes)
  }
}

extension Proof {
  /// Whether it is a step of a path: a comparison of the question itself is none.
  fileprivate var isPath: Bool { if case .condition = step { false } else { true } }
}
