import Audit

extension SARIFReport {
  /// What the baseline says of a result, and who accepts it. Where waivers were read, a result without one says so: the standard
  /// lets nobody guess.
  func writeDisposition(of index: Int, into json: inout JSONWriter) {
    let disposition = result.dispositions[index]
    if result.comparison != nil { json.member("baselineState", disposition.age.rawValue) }
    guard result.waivers != nil else { return }
    json.key("suppressions")
    json.array { json in
      guard disposition.isWaived, let outcome = DispositionWords(result).waiver(of: index) else { return }
      let waiver = outcome.waiver
      json.object { json in
        json.member("kind", "external")
        json.member("status", "accepted")
        json.member("justification", waiver.reason)
        json.key("properties")
        json.object { json in
          json.member("waiver", waiver.id)
          json.member("owner", waiver.owner)
          json.member("approver", waiver.approver)
          json.member("expires", waiver.expires.description)
        }
      }
    }
  }

  /// A result of the baseline that is gone. What nobody has shown to be mended is no absent one: whoever reads it as such would
  /// close it.
  func write(_ gone: GoneFinding, rule: Int?, into json: inout JSONWriter) {
    let finding = gone.finding
    let isOpen = gone.reason.isUnjudged
    json.object { json in
      json.member("ruleId", finding.policy)
      if let rule { json.member("ruleIndex", rule) }
      json.member("kind", isOpen ? "open" : "fail")
      json.member("level", isOpen ? "none" : Self.level(finding.severity))
      json.key("message")
      json.object { $0.member("text", "\(result.wording(gone.reason.word)): \(finding.message)") }
      json.key("partialFingerprints")
      json.object { $0.member("tilsynFinding/v1", finding.fingerprint) }
      json.member("baselineState", isOpen ? "updated" : "absent")
      if result.waivers != nil {
        json.key("suppressions")
        json.array { _ in }
      }
      json.key("properties")
      json.object { json in
        json.member("verdict", finding.verdict.rawValue)
        json.member("severity", finding.severity.rawValue)
        json.member("gone", gone.reason.rawValue)
      }
    }
  }
}
