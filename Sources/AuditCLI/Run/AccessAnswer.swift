import ArgumentParser
import AuditReports
import ImportCore
import Importers
import PolicyEngine

extension AccessOptions {
  /// Asks the questions of the exports and prints the answers; `nothing` where there is none.
  func answer(_ asked: AccessQuestions, nothing: String) throws {
    var context = context
    let earlier = try earlier.read(&context)
    let run = try AuditRun(
      paths: paths, context: context, policies: policies, talk: talk, environment: Environment())
    try run.answer(asked, limit: limit, format: listing.format, earlier: earlier, nothing: nothing)
  }
}

extension AuditRun {
  /// Asks the questions of the exports that were loaded, and prints every answer with its path.
  /// - Parameter limit: how many rows of each are proved.
  func answer(
    _ all: AccessQuestions, limit: Int, format: ListingFormat.Format, earlier: EarlierResult?, nothing: String
  ) throws {
    let loaded = try load()
    if let earlier { try earlier.check(loaded, self, try check()) }
    let holders = try parties(of: all.address, loaded)
    let questions = all.questions(parties: holders?.certain ?? [])
    let ofSystems = questions.filter { loaded.systemsLoaded.contains($0.system) }
    let absent = loaded.store.absent
    let asked = ofSystems.filter { $0.canBeAsked(without: absent) }
    guard !asked.isEmpty else {
      throw CommandFailure.notJudged(
        "none of the exports says who may do what",
        help: "`tilsyn sources` shows what was recognised; exports of Altinn, Enhetsregisteret and Kitos say it")
    }
    let (checked, checkedQuestions, refused) = try check(questions: asked.map(\.body))
    guard !checkedQuestions.isEmpty else {
      throw CommandFailure.notJudged(
        "this cannot be asked of the exports", details: refused.map { "\($0)" },
        help: "`tilsyn relations` shows what can, and `tilsyn query` asks it")
    }
    let engine = engine(checked, loaded)
    let explainer = Explainer(engine)
    var reports: [ProvedAnswerReport] = []
    var leftOut: [String] = []
    for (index, question) in asked.enumerated() {
      guard let parsed = checkedQuestions[index] else { continue }
      var count = 0
      reports.append(
        try ProvedAnswerReport(question, parsed, by: engine, limit: limit, explainer: explainer, leftOut: &count))
      if count > 0 { leftOut.append("\(question.about) (\(count))") }
    }
    let unasked = ofSystems.filter { !$0.canBeAsked(without: absent) }.map(\.about)
    var notes = refused.map { "not asked: \($0)" }
    if !unasked.isEmpty {
      notes.append("not asked, since no export that says it was loaded: \(unasked.joined(separator: "; "))")
    }
    if !leftOut.isEmpty {
      notes.append(
        "answers that are possible only, since exports may leave them out, are not listed: "
          + leftOut.joined(separator: "; ") + "; `tilsyn query` lists them")
    }
    if let holders, let address = all.address {
      if holders.certain.isEmpty {
        notes.append("not asked of parties: no export that was loaded says which party has `\(address)`")
      }
      if holders.possible > 0 {
        notes.append(
          "\(holders.possible) further \(holders.possible == 1 ? "party" : "parties") may have `\(address)`, and were not "
            + "asked about: what the exports say of them cannot be read, or is not there")
      }
    }
    notes += self.notes(loaded)
    try show(reports, notes, format: format, nothing: nothing)
    if !loaded.isComplete { throw ExitCode(2) }
  }

  /// The parties that personnel data have for an address, for certain, and how many more may have it: they are not guessed at.
  /// `nil` where nobody asks of them.
  private func parties(
    of address: String?, _ loaded: LoadedSources
  ) throws -> (certain: [String], possible: Int)? {
    guard let address, AccessQuestions.systemsOfParties.contains(where: loaded.systemsLoaded.contains) else {
      return nil
    }
    let body =
      "employees.email(person, email: \(AccessQuestion.literal(address))), employees.party(person, party: holder)"
    let (checked, questions, _) = try check(questions: [body])
    guard let question = questions[0] else { return ([], 0) }
    let answer = try engine(checked, loaded).answer(question)
    guard let holder = answer.columns.firstIndex(where: { $0.name == "holder" }) else { return ([], 0) }
    let certain = answer.rows.filter(\.isCertain).map { $0.values[holder] }
    return (certain, answer.rows.count - certain.count)
  }

  private func show(
    _ reports: [ProvedAnswerReport], _ notes: [String], format: ListingFormat.Format, nothing: String
  ) throws {
    var reports = reports
    var sink = StandardOutput.sink()
    switch format {
    case .text:
      let found = reports.filter { $0.rowCount > 0 }
      if found.isEmpty { sink.write(IdentityGate.line(nothing) + "\n") }
      for (number, report) in found.enumerated() {
        if number > 0 { sink.write("\n") }
        report.text(style: talk.style(environment), usesASCII: environment.usesASCII, say: say, into: &sink)
      }
      for note in notes { sink.write(say("note: \(InertText.line(note))") + "\n") }
      try sink.finish()
    case .json:
      reports[reports.count - 1].notes = notes
      try ProvedAnswerReport.json(reports, into: sink)
    }
  }
}
