import ArgumentParser
import AuditReports
import PolicyEngine

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: String(said: "Answers a question in the policy language."),
    discussion: String(
      parts: .said(
        """
        A question is a body as in a rule; the answer has a column for each of its variables. A row that cannot be ruled \
        out, but is not certain, says `possible`. The answer to a question without a variable is yes, no or possible.
        """),
      .examples(
        "tilsyn query 'kitos.api_user(user, email)' exports/",
        HelpExample(
          "tilsyn query 'kitos.api_user(email: \"skygge@kommune.example\")' exports/", does: "yes, no or possible"),
        "tilsyn query 'kitos.may_write(user, via: \"LocalAdmin\"), not kitos.api_user(user)' exports/ --format json"),
      .said(
        """
        An id is followed by the name that some export gives it. Exit codes: 0 answered, whatever the answer; 2 answered \
        from exports that could not all be read, or not answered: the question or a policy is wrong, or asks for too much; \
        3 not the same exports as --result; 64 usage.
        """)))

  @Argument(help: ArgumentHelp(said: "The question: atoms, comparisons and the rest of a body, joined by `,`."))
  var question: String
  @Argument(help: ArgumentHelp(said: "Files and folders with exports.", valueName: "path"), completion: .file())
  var paths: [String]
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var earlier: ResultOption
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    var context = context
    let earlier = try earlier.read(&context)
    let run = try AuditRun(
      paths: paths, context: context, policies: policies, talk: talk, environment: environment)
    let (checked, asked) = try run.check(question: question)
    let loaded = try run.load()
    try earlier?.check(loaded, run, checked)
    let engine = run.engine(checked, loaded)
    let answer = try engine.answer(asked)
    let columns = asked.columns(answer)
    let names = engine.names(of: columns)
    let report = QueryReport(
      columns: columns.map(\.name),
      rows: answer.rows.map { row in
        let values = asked.values(row)
        return .init(values: values, names: names.names(values, columns), isCertain: row.isCertain)
      },
      notes: run.notes(loaded))
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      report.text(style: talk.style(environment), say: run.say, into: &sink)
      try sink.finish()
    case .json: try report.json(into: sink)
    }
    if !loaded.isComplete { throw ExitCode(2) }
  }
}
