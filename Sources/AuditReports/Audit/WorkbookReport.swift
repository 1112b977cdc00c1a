import Audit
import Localization
import PolicyEngine

/// The result as a workbook for those who work through it: summary, findings, action plan, sources, policies, rights, and controls
/// where a framework was asked for.
///
/// Every text is a text, whatever it begins with; counts are numbers and days are days.
struct WorkbookReport {
  /// Rows of a sheet, with that of the titles.
  static let rowLimit = 1_048_576

  let result: AuditResult
  let gate: GateDecision
  let rowLimit: Int
  let say: Wording

  init(result: AuditResult, gate: GateDecision, rowLimit: Int = Self.rowLimit) {
    self.result = result
    self.gate = gate
    self.rowLimit = rowLimit
    say = result.wording
  }

  /// Writes the workbook. Linear in the findings and their evidence.
  /// - Throws: ``ReportFailure`` where there is no room for it; what the sink throws.
  func render(into sink: consuming ReportSink) throws {
    let book = try WorkbookWriter(
      title: say(WorkbookWords.title), day: result.asOf, masking: sink.mask, cutMark: say(WorkbookWords.cut))
    let survey = FindingSurvey(result.findings, minSeverity: .info, kept: 0)
    writeSummary(survey.tally, to: try book.sheet(say(WorkbookWords.Sheet.summary)))
    writeFindings(to: try book.sheet(say(WorkbookWords.Sheet.findings)))
    writeActions(survey, to: try book.sheet(say(WorkbookWords.Sheet.actions)))
    writeSources(to: try book.sheet(say(WorkbookWords.Sheet.sources)))
    writePolicies(to: try book.sheet(say(WorkbookWords.Sheet.policies)))
    writeRights(to: try book.sheet(say(WorkbookWords.Sheet.rights)))
    if result.waivers != nil { writeWaivers(to: try book.sheet(say(WorkbookWords.Sheet.waivers))) }
    if result.comparison != nil { writeChanges(to: try book.sheet(say(WorkbookWords.Sheet.changes))) }
    if !result.frameworks.isEmpty { writeControls(to: try book.sheet(say(WorkbookWords.Sheet.controls))) }
    try book.finish(into: &sink)
    try sink.finish()
  }

  // MARK: Tables

  func begin(_ sheet: WorkbookSheet, _ columns: [WorkbookWords.Column]) {
    for (index, column) in columns.enumerated() { sheet.column(index, width: column.width) }
    sheet.titles(columns.map { say($0.title) })
  }

  private func writeFindings(to sheet: WorkbookSheet) {
    begin(sheet, WorkbookWords.findings)
    let policies = Dictionary(result.policies.map { ($0.id, $0) }) { first, _ in first }
    // Where not all have room, the last row says how many have none.
    let shown = result.findings.count <= rowLimit - 1 ? result.findings.count : rowLimit - 2
    let words = DispositionWords(result)
    for block in result.findings.blocks {
      for (finding, evidence) in block.prefix(shown - (sheet.next - 1)) {
        // Of each row that was written, one finding: the title is the first row.
        let index = sheet.next - 1
        let policy = policies[finding.policy]
        sheet.row([
          .text(say(finding.severity.word), WorkbookLook(finding.severity)), .text(say(finding.verdict.word)),
          .text(finding.policy), .text(policy?.title ?? ""), .text(Self.types(finding.subject)),
          .text(Self.values(finding.subject)), .text(Self.types(finding.violating)),
          .text(Self.values(finding.violating)), .text(finding.message, .wrapped),
          .text(evidence.places.joined(separator: ", ")), .text(policy?.fix ?? ""), .text(finding.fingerprint),
          .text(words.note(of: index) ?? "", .wrapped), .day(result.dispositions[index].firstSeen),
        ])
      }
      if sheet.next > shown { break }
    }
    sheet.filter(columns: WorkbookWords.findings.count)
    if shown < result.findings.count { sheet.row([.text(say(WorkbookWords.more(result.findings.count - shown)))]) }
  }

  private static func types(_ keys: [Finding.Key]) -> String { keys.map(\.type).joined(separator: ", ") }
  private static func values(_ keys: [Finding.Key]) -> String { keys.map(\.value).joined(separator: ", ") }

  /// A row for each policy that something is to be done about: what, for how many, and room for who and until when.
  private func writeActions(_ survey: FindingSurvey, to sheet: WorkbookSheet) {
    begin(sheet, WorkbookWords.actions)
    sheet.fitToPage()
    let deadline = WorkbookWords.actions.count - 2
    sheet.column(deadline, width: WorkbookWords.actions[deadline].width, look: .day)
    let counts = Dictionary(survey.groups.map { ($0.policy, $0.failedCount + $0.unverifiedCount) }) { $0 + $1 }
    let missing = Dictionary(result.scope.notEvaluated.map { ($0.policy, $0) }) { first, _ in first }
    for policy in openPolicies {
      let wanted = missing[policy.id]
      let isOwnFault = policy.failed > 0 || policy.waitsFor.isEmpty && wanted == nil
      sheet.row([
        .text(say(policy.severity.word), WorkbookLook(policy.severity)), .text(policy.id, .wrapped),
        .text(policy.title, .wrapped),
        .number(policy.failed), .number(policy.unverified), .number(policy.populationHoles),
        .number(counts[policy.id] ?? 0), .text(isOwnFault ? policy.fix : "", .wrapped),
        .text(exports(policy, wanted), .wrapped),
      ])
    }
    sheet.filter(columns: WorkbookWords.actions.count)
  }

  /// Policies with a failed or unverified member, or of which nobody knows whether they have members: the gravest first.
  private var openPolicies: [PolicyOutcome] {
    result.policies.filter { policy in
      switch policy.status {
      case .evaluated: policy.failed + policy.unverified + policy.populationHoles > 0
      case .notEvaluated: true
      case .empty, .outOfScope: false
      }
    }.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.failed != right.failed { return left.failed > right.failed }
      if left.unverified != right.unverified { return left.unverified > right.unverified }
      return left.id < right.id
    }
  }

  /// `exchange.mailboxes: who can make it, and how`
  private func exports(_ policy: PolicyOutcome, _ missing: AuditResult.NotEvaluated?) -> String {
    if let missing {
      let what = missing.documents.isEmpty ? missing.missing : missing.documents.joined(separator: ", ")
      return missing.obtain.isEmpty ? what : "\(what): \(missing.obtain)"
    }
    let ways = Dictionary(result.scope.wanted.map { ($0.document, $0.obtain) }) { first, _ in first }
    return policy.waitsFor.map { kind in ways[kind].map { "\(kind): \($0)" } ?? kind }.joined(separator: "; ")
  }

  private func writeSources(to sheet: WorkbookSheet) {
    begin(sheet, WorkbookWords.sources)
    for source in result.sources {
      sheet.row([
        .text(source.path), .text(source.kind ?? ""), .number(source.records), .number(source.used),
        .number(source.rejected), .number(source.outOfScope), .text(say(source.completeness.word)),
        .text(source.grade.map { say($0.word) } ?? ""), .day(source.extractedAt),
        source.daysOld.map { .number($0) } ?? .none,
        .text(source.isOld ? say(WorkbookWords.yes) : ""), .number(source.problems.count),
        .text(source.problems.first.map { "\($0.line): \($0.message)" } ?? ""),
        .text(source.notes.joined(separator: "; ")), .text(source.limits.joined(separator: "; ")), .text(source.sha256),
      ])
    }
    sheet.filter(columns: WorkbookWords.sources.count)
  }

  private func writePolicies(to sheet: WorkbookSheet) {
    begin(sheet, WorkbookWords.policies)
    for policy in result.policies {
      sheet.row([
        .text(policy.id), .text(policy.title), .text(say(policy.severity.word), WorkbookLook(policy.severity)),
        .text(say(policy.state)), .number(policy.population), .number(policy.passed), .number(policy.failed),
        .number(policy.unverified), .number(policy.exempt), .number(policy.populationHoles),
        .number(policy.passedOnAssumption), .text(policy.waitsFor.joined(separator: ", ")),
        .text(policy.judgedWithout.joined(separator: ", ")), .text(policy.why), .text(policy.fix), .text(policy.basis),
        .text(policy.controls.joined(separator: ", ")),
      ])
    }
    sheet.filter(columns: WorkbookWords.policies.count)
  }
}

extension ReportFormat {
  /// For whoever works through the findings in a spreadsheet, and shares out what is to be done.
  static let xlsx = ReportFormat(
    "xlsx", fileName: "report.xlsx", extent: .part, isBinary: true, listsRights: true, effort: 3
  ) { result, view, sink in
    try WorkbookReport(result: result, gate: view.gate).render(into: sink)
  }
}
