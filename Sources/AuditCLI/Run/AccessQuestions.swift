import ArgumentParser
import AuditReports
import ImportCore
import Importers
import PolicyEngine

/// The questions behind `who` and `can`: one for each system that says who may do what, in the policy language.
enum AccessQuestions {
  struct Question {
    /// The exports it is asked of: the first part of its relations' names.
    var system: String
    var body: String
  }

  /// Who may do something with a resource or object.
  static func who(action: String, resource: String) -> [Question] {
    let (action, resource) = (literal(action), literal(resource))
    return [
      Question(
        system: "altinn",
        body: """
          altinn.policy_grants(policy, resource: \(resource), part: part, attribute: attribute, value: subject, \
          action: action, also: also), action in {\(action), "*"}
          """),
      Question(
        system: "kitos", body: "kitos.may_with_object(user, object: \(resource), action: \(action), via: path)"),
    ]
  }

  /// What a subject may do: a role, package, party or address.
  static func can(_ subject: String) -> [Question] {
    let exact = literal(subject)
    // A role code counts without its case; `attribute=value` names both.
    let parts = subject.split(separator: "=", maxSplits: 1).map(String.init)
    let value = literal((parts.count == 2 ? parts[1] : subject).lowercased())
    let attribute = parts.count == 2 ? ", attribute = \(literal(parts[0]))" : ""
    return [
      Question(
        system: "altinn",
        body: """
          altinn.policy_grants(policy, resource, part: part, attribute: attribute, value: subject, action: action, \
          also: also), lower(subject) = \(value)\(attribute)
          """),
      Question(
        system: "kitos",
        body: subject.contains("@")
          ? "kitos.user(user, email: \(exact)), kitos.may_with_object(user, object, action: action, via: path)"
          : "kitos.may_with_object(user: \(exact), object, action: action, via: path)"),
    ]
  }

  /// A text as the policy language writes it.
  private static func literal(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      default:
        if scalar.value < 0x20 { out += " " } else { out.unicodeScalars.append(scalar) }
      }
    }
    return out + "\""
  }
}

extension AuditRun {
  /// Asks the questions of the systems whose exports were loaded, and prints every answer with its path.
  /// - Parameter limit: how many rows of each are proved.
  func answer(
    _ questions: [AccessQuestions.Question], limit: Int, format: ListingFormat.Format, earlier: EarlierResult?,
    nothing: String
  ) throws {
    let loaded = try load()
    if let earlier { try earlier.check(loaded, self, try check()) }
    let asked = questions.filter { loaded.systemsLoaded.contains($0.system) }
    guard !asked.isEmpty else {
      throw CommandFailure.notJudged(
        "none of the exports says who may do what",
        help: "`tilsyn sources` shows what was recognised; policies of Altinn and exports of Kitos say it")
    }
    var reports: [ProvedAnswerReport] = []
    for question in asked {
      let (checked, policy) = try check(question: question.body)
      let engine = engine(checked, loaded)
      let answer = engine.answer(policy)
      let explainer = Explainer(engine)
      reports.append(
        ProvedAnswerReport(
          columns: answer.columns.map(\.name),
          rows: answer.rows.prefix(limit).map {
            .init(
              values: $0.values, isCertain: $0.isCertain, proofs: explainer.proofs(of: $0, in: policy).filter(\.isPath))
          }, rowCount: answer.rows.count, notes: []))
    }
    let notes = notes(loaded)
    reports[reports.count - 1].notes = notes
    var sink = StandardOutput.sink()
    switch format {
    case .text:
      let style = talk.style(environment)
      let found = reports.filter { $0.rowCount > 0 }
      if found.isEmpty {
        sink.write(IdentityGate.line(nothing) + "\n")
        for note in notes { sink.write("note: \(InertText.line(note))\n") }
      }
      for (number, report) in found.enumerated() {
        var report = report
        report.notes = number == found.count - 1 ? notes : []
        report.text(style: style, usesASCII: environment.usesASCII, into: &sink)
      }
      try sink.finish()
    case .json: try ProvedAnswerReport.json(reports, into: sink)
    }
    if !loaded.isComplete { throw ExitCode(2) }
  }
}

extension Proof {
  /// Whether it is a step of a path: a comparison of the question itself is none.
  fileprivate var isPath: Bool { if case .condition = step { false } else { true } }
}
