import FactStore

/// Compares what `expect` of the configuration announces with what was read.
struct ExpectationCheck {
  var configuration: Configuration
  var asOf: CalendarDate
  var files: [ReadFile]
  var reports: [SourceReport]
  var contexts: [SourceContext]
  var survey: Survey

  /// What a file says. A copy of a file adds nothing; but an answer that names neither who asked nor what it is about may
  /// be the same for many, and only the configuration tells them apart.
  private struct Answer: Hashable {
    var sha256: String
    var asked: [String?]

    init(sha256: String, _ context: SourceContext) {
      self.sha256 = sha256
      asked = [context.user, context.object, context.user == nil ? nil : context.organisation]
    }
  }

  struct Outcome {
    var reasons: [String] = []
    var announced: [(relation: String, hole: Hole)] = []
    /// Holds the holes of one organisation.
    var writer: FactWriter
  }

  func run(_ writer: FactWriter) -> Outcome {
    var outcome = Outcome(writer: writer)
    let byKind = Dictionary(grouping: reports.indices) { reports[$0].kind ?? "" }
    for expectation in configuration.expectations {
      for reason in shortcomings(expectation, byKind[expectation.kind] ?? []) {
        announce(reason, expectation, &outcome)
      }
    }
    return outcome
  }

  /// What of the expectation is not met.
  private func shortcomings(_ expectation: Configuration.Expectation, _ candidates: [Int]) -> [String] {
    var total = RecordTally()
    var matching: [Int] = []
    var counted = Set<Answer>()
    for index in candidates {
      let report = reports[index]
      guard let tally = tally(index, expectation) else { continue }
      matching.append(index)
      if counted.insert(Answer(sha256: report.sha256, contexts[index])).inserted { total.add(tally) }
    }
    var name = "`\(expectation.kind)`"
    if let organisation = expectation.organisation { name += " of organisation `\(organisation)`" }
    guard !matching.isEmpty else { return ["\(name) is expected (line \(expectation.line)) and was not read"] }
    var missed: [String] = []
    if let least = expectation.records, total.count < least {
      missed.append(
        "\(name): at least \(least) records are expected (line \(expectation.line)), \(total.count) were read")
    }
    if let limit = expectation.maxAgeDays {
      for index in matching {
        guard let text = contexts[index].extractedAt, let day = CalendarDate(text) else {
          missed.append(
            "\(name): how old `\(reports[index].path)` is cannot be told; give its `extracted_at` in `tilsyn.yaml`")
          continue
        }
        let age = Int(asOf.days) - Int(day.days)
        if age > limit {
          missed.append("\(name): `\(reports[index].path)` is \(age) days old, at most \(limit) are allowed")
        }
      }
    }
    return missed
  }

  /// The records that count; `nil` when the file is of another organisation.
  private func tally(_ index: Int, _ expectation: Configuration.Expectation) -> RecordTally? {
    guard let document = files[index].document else { return RecordTally(others: reports[index].records) }
    let tally = document.tally(organisation: expectation.organisation, survey: survey)
    if expectation.organisation != nil, tally.count == 0, reports[index].records > 0 { return nil }
    return tally
  }

  private func announce(_ reason: String, _ expectation: Configuration.Expectation, _ outcome: inout Outcome) {
    outcome.reasons.append(reason)
    for relation in relations(expectation.kind) {
      guard let organisation = expectation.organisation,
        let schema = outcome.writer.schemas[relation],
        schema.columns.contains(where: { $0.name == "organisation" && !$0.isOptional })
      else {
        outcome.announced.append((relation, Hole(row: [], reason: .expected, text: reason)))
        continue
      }
      outcome.writer.addHole(
        relation, ["organisation": .text(organisation)], reason: .expected, text: reason)
    }
  }

  private func relations(_ kind: String) -> [String] {
    // A document that did not come may hold anything, a password too.
    configuration.relations(ofKind: kind) + (kind.hasPrefix("kitos.") ? ["kitos.document"] : [])
  }
}
