import ArgumentParser
import AuditReports
import XACML

struct XACMLExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: String(
      said: "Shows which target, condition and combining step led to a decision."),
    discussion: String(
      parts: .said(
        """
        Every step that was taken stands there with its outcome and the line of the policy; a step that is not there was \
        not needed.
        """),
      .examples("tilsyn xacml explain --policy policy.xml --request request.xml")))

  @OptionGroup var input: XACMLInput
  @OptionGroup var listing: ListingFormat

  func run() throws {
    let environment = Environment()
    var tracer: Tracer?
    let response = try input.answer { limits in
      tracer = Tracer(limits: limits)
      return tracer
    }
    let steps = tracer?.steps ?? []
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      for (number, result) in response.results.enumerated() {
        var line = result.decision.extendedName
        if let failure = result.failure { line += ": \(failure.message)" }
        sink.write(InertText.line(line) + "\n")
        // A request that came to no question has no steps.
        guard number < steps.count else { continue }
        StepTree(usesASCII: environment.usesASCII).write(steps[number].steps, into: &sink)
      }
      try sink.finish()
    case .json:
      var json = JSONWriter(sink)
      json.object { json in
        json.member("schema", "tilsyn.xacml-explanation/1")
        json.key("results")
        json.array { json in
          for (number, result) in response.results.enumerated() {
            json.lineBreak()
            json.object { json in
              json.member("decision", result.decision.extendedName)
              json.member("status", result.statusCode)
              json.member("message", result.failure?.message ?? "")
              StepTree.write(number < steps.count ? steps[number].steps : [], into: &json)
            }
          }
        }
      }
      try json.finish()
    }
  }
}

/// The steps of a decision as a tree.
struct StepTree {
  let usesASCII: Bool

  func write(_ steps: [Tracer.Step], indent: String = "", into sink: inout ReportSink) {
    let (tee, corner, bar) = usesASCII ? ("|- ", "`- ", "|  ") : ("├─ ", "└─ ", "│  ")
    for (number, step) in steps.enumerated() {
      let isLast = number == steps.count - 1
      let place = step.place.map { "  \($0.file):\($0.line)" } ?? ""
      sink.write(indent + (isLast ? corner : tee) + InertText.line("\(step.title): \(step.outcome)\(place)") + "\n")
      write(step.steps, indent: indent + (isLast ? "   " : bar), into: &sink)
    }
  }

  static func write(_ steps: [Tracer.Step], into json: inout JSONWriter) {
    json.key("steps")
    json.array { json in
      for step in steps {
        json.lineBreak()
        json.object { json in
          json.member("step", step.title)
          json.member("outcome", step.outcome)
          if let place = step.place {
            json.member("path", place.file)
            json.member("line", place.line)
          }
          write(step.steps, into: &json)
        }
      }
    }
  }
}
