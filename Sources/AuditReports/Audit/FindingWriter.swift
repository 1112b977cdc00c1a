import Audit

/// Writes findings as JSON, one after another. What they have in common with the one before is written as it was.
struct FindingWriter {
  private var form: FindingForm?
  private var path = RepeatedText()
  private let dispositions: Dispositions
  private let waivers: [WaiverOutcome]

  /// - Parameter result: whose findings they are, for what is known of them beside their verdicts.
  init(_ result: AuditResult? = nil) {
    dispositions = result?.dispositions ?? .none
    waivers = result?.waivers?.outcomes ?? []
  }

  /// Findings with their evidence, each in a line of its own.
  /// - Parameter first: the place of the first of them in the result.
  mutating func write(_ block: ExplainedFindings, first: Int, into json: inout JSONWriter) {
    let items = json.written(block.items.count) { evidence(block.items[$0], into: &$1) }
    // Safe: read within the call. A finding that is taken out of the array becomes another owner of all its texts.
    block.findings.withUnsafeBufferPointer { findings in
      for number in findings.indices {
        json.lineBreak()
        json.object { json in
          identity(findings[number], into: &json)
          if !findings[number].witnesses.isEmpty { json.member("witnesses", findings[number].witnesses) }
          history(of: first + number, into: &json)
          json.key("evidence")
          json.array { json in
            block.forEachPlace(ofFinding: number) { json.value($0, of: items) }
          }
        }
      }
    }
  }

  /// The members of a finding but its evidence and history.
  mutating func identity(_ finding: Finding, into json: inout JSONWriter) {
    if form?.fits(finding) != true { form = FindingForm(of: finding, for: json) }
    form?.write(finding, into: &json)
  }

  /// What is known and decided of a finding beside its verdict.
  private func history(of index: Int, into json: inout JSONWriter) {
    // Without an earlier result every finding is new, and nobody knows since when it exists.
    guard !dispositions.isEmpty else {
      return json.members(written: #""first_seen":null,"baseline":"new","waiver":null"#)
    }
    let disposition = dispositions[index]
    json.member("first_seen", disposition.firstSeen?.description)
    json.member("baseline", disposition.age.rawValue)
    if disposition.isReopened { json.member("reopened", true) }
    json.key("waiver")
    guard let outcome = disposition.waiver.map({ waivers[$0] }) else { return json.null() }
    json.object { json in
      json.member("id", outcome.waiver.id)
      json.member("state", outcome.state.rawValue)
      json.member("counts", disposition.isWaived)
      json.member("owner", outcome.waiver.owner)
      json.member("approver", outcome.waiver.approver)
      json.member("approved_on", outcome.waiver.approvedOn.description)
      json.member("expires", outcome.waiver.expires.description)
      json.member("reason", outcome.waiver.reason)
    }
  }

  private mutating func evidence(_ item: Evidence, into json: inout JSONWriter) {
    json.object { json in
      json.member("fact", item.fact)
      json.member("hole", item.isHole)
      guard !item.path.isEmpty else { return JSONObjects.place(path: "", line: 0, pointer: "", into: &json) }
      json.key("path")
      path.write(item.path, into: &json)
      json.member("line", item.line)
      json.member("pointer", item.pointer)
    }
  }
}
