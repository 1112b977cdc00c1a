import PolicyEngine

extension AuditRun {
  /// Checks a question together with the policies. What is wrong with either ends the command.
  func check(question text: String) throws -> (CheckedProgram, Question) {
    var (program, found) = Parser.parse(try policies.read())
    let question = Question(text, file: program.sources.count)
    add(question, to: &program, &found)
    return (try checked(program, found), question)
  }

  /// Checks questions that the program asks for somebody. Those that the values given do not fit are left out: nobody can
  /// be what no relation can hold.
  /// - Returns: the questions that can be asked, by their place, and why the others cannot, one line each.
  func check(questions texts: [String]) throws -> (CheckedProgram, [Int: Question], refused: [String]) {
    let (rules, found) = Parser.parse(try policies.read())
    var left = Array(texts.indices)
    var refused: [String] = []
    while true {
      var (program, diagnostics) = (rules, found)
      var questions: [Int: Question] = [:]
      var places: [Int: Int] = [:]
      for index in left {
        let file = program.sources.count
        let question = Question(texts[index], number: index, file: file)
        add(question, to: &program, &diagnostics)
        questions[index] = question
        places[file] = index
      }
      let wrong = examine(program, diagnostics).diagnostics.filter { $0.severity == .error }
      let unfit = Dictionary(grouping: wrong) { places[$0.span.file] }
      // What is wrong with the policies is said without the questions.
      if unfit[nil] != nil { _ = try checked(rules, found) }
      guard !wrong.isEmpty else { return (try checked(program, diagnostics), questions, refused) }
      left.removeAll { unfit[$0] != nil }
      for message in unfit.values.compactMap(\.first?.message).sorted() where !refused.contains(message) {
        refused.append(message)
      }
    }
  }

  private func add(_ question: Question, to program: inout Program, _ found: inout [Diagnostic]) {
    program.sources.append(question.source)
    program.items.append(.policy(question.policy))
    found += question.diagnostics
  }
}
