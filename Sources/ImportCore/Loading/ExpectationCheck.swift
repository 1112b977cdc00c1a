import Budget
import FactStore
import Localization

/// Compares what `expect` of the configuration announces with what was read.
struct ExpectationCheck {
  var configuration: Configuration
  var asOf: CalendarDate
  var files: [ReadFile]
  var reports: [SourceReport]
  var contexts: [SourceContext]
  var survey: Survey
  var limits = RunLimits.standard

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
    var reasons: [Phrase] = []
    var announced: [(relation: String, hole: Hole)] = []
    /// Holds the holes of one organisation.
    var writer: FactWriter
  }

  /// What was counted, once for all expectations of one kind and organisation.
  private struct Counts {
    struct Group: Hashable {
      var kind: String
      var organisation: String?
    }

    var account: Account
    var known: [Group: (matching: [Int], records: Int)] = [:]
  }

  /// Steps that a record is counted for: identities are put into a set.
  private static let stepsOfRecord = 16
  /// Files that are named of one expectation.
  private static let mostNamed = 20

  func run(_ writer: FactWriter) -> Outcome {
    var outcome = Outcome(writer: writer)
    var counts = Counts(account: Account(limits))
    let byKind = Dictionary(grouping: reports.indices) { reports[$0].kind ?? "" }
    for expectation in configuration.expectations {
      let reasons: [Phrase]
      do throws(LimitReached) {
        reasons = try shortcomings(expectation, byKind[expectation.kind] ?? [], &counts)
      } catch {
        reasons = ["what `expect` announces in line \(expectation.line) was not counted: it takes \(Phrase(error))"]
      }
      for reason in reasons { announce(reason, expectation, &outcome) }
    }
    return outcome
  }

  /// What of the expectation is not met.
  private func shortcomings(
    _ expectation: Configuration.Expectation, _ candidates: [Int], _ counts: inout Counts
  ) throws(LimitReached) -> [Phrase] {
    let (matching, records) = try count(expectation, candidates, &counts)
    let name: Phrase =
      expectation.organisation.map { "`\(expectation.kind)` of organisation `\($0)`" } ?? "`\(expectation.kind)`"
    guard !matching.isEmpty else { return ["\(name) is expected (line \(expectation.line)) and was not read"] }
    var missed: [Phrase] = []
    if let least = expectation.records, records < least {
      missed.append(
        "\(name): at least \(least) records are expected (line \(expectation.line)), \(records) were read")
    }
    guard let limit = expectation.maxAgeDays else { return missed }
    try counts.account.spend(matching.count, on: .steps)
    var unnamed = 0
    for index in matching {
      guard let reason = tooOld(index, limit) else { continue }
      if missed.count < Self.mostNamed { missed.append("\(name): \(reason)") } else { unnamed += 1 }
    }
    if unnamed > 0 { missed.append("\(name): the same is true of \(unnamed) further files") }
    return missed
  }

  /// Why a file is older than it may be; `nil` where it is not.
  private func tooOld(_ index: Int, _ limit: Int) -> Phrase? {
    let path = reports[index].path
    guard let text = contexts[index].extractedAt, let day = CalendarDate(text) else {
      return "how old `\(path)` is cannot be told; give its `extracted_at` in `tilsyn.yaml`"
    }
    let age = Int(asOf.days) - Int(day.days)
    return age > limit ? "`\(path)` is \(age) days old, at most \(limit) are allowed" : nil
  }

  /// The files that the expectation is about, and how many records they have.
  private func count(
    _ expectation: Configuration.Expectation, _ candidates: [Int], _ counts: inout Counts
  ) throws(LimitReached) -> (matching: [Int], records: Int) {
    let group = Counts.Group(kind: expectation.kind, organisation: expectation.organisation)
    if let known = counts.known[group] { return known }
    var total = RecordTally()
    var matching: [Int] = []
    var counted = Set<Answer>()
    for index in candidates {
      try counts.account.spend((1 + reports[index].records) * Self.stepsOfRecord, on: .steps)
      guard let tally = tally(index, expectation) else { continue }
      matching.append(index)
      if counted.insert(Answer(sha256: reports[index].sha256, contexts[index])).inserted { total.add(tally) }
    }
    counts.known[group] = (matching, total.count)
    return (matching, total.count)
  }

  /// The records that count; `nil` when the file is of another organisation.
  private func tally(_ index: Int, _ expectation: Configuration.Expectation) -> RecordTally? {
    guard let document = files[index].document else { return RecordTally(others: reports[index].records) }
    let tally = document.tally(organisation: expectation.organisation, survey: survey)
    if expectation.organisation != nil, tally.count == 0, reports[index].records > 0 { return nil }
    return tally
  }

  private func announce(_ reason: Phrase, _ expectation: Configuration.Expectation, _ outcome: inout Outcome) {
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
    configuration.relations(ofKind: kind)
      + configuration.registry.importers.flatMap { $0.relations(aboutKind: kind) }
  }
}
