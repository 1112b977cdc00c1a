import ArgumentParser
import XACML

struct XACMLEvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: String(said: "Answers a request: prints the XACML response."),
    discussion: String(
      parts: .said(
        """
        A policy or request that cannot be used is named with its line; with --on-invalid indeterminate it is answered, as \
        the specification allows. Exit codes: 0 answered, whatever the decision; 2 not answered; 64 usage.
        """),
      .examples(
        "tilsyn xacml evaluate --policy policy.xml --request request.xml",
        "tilsyn xacml evaluate --policy set.xml --reference a.xml b.xml --request request.json --format json",
        "tilsyn xacml evaluate --policy policy.xml --request request.xml --semantics altinn")))

  enum Format: String, CaseIterable, ExpressibleByArgument { case xml, json }

  @OptionGroup var input: XACMLInput
  @Option(name: .shortAndLong, help: ArgumentHelp(said: "The form of the response: xml or json."))
  var format: Format = .xml

  func run() throws {
    let response = try input.answer()
    var sink = StandardOutput.sink(isMasked: false)
    sink.write(format == .xml ? response.xml : response.json)
    try sink.finish()
  }
}
