import Audit
import PolicyEngine

/// The findings as a log of SARIF 2.1.0, as code scanning in GitHub and others read it.
///
/// A policy is a rule. A fail is a result of kind `fail`; what could not be verified is of kind `open`, which the standard has for
/// what too little is known of. The first place of the proof is the location, all others are related ones.
struct SARIFReport {
  static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  let result: AuditResult
  let gate: GateDecision

  /// Writes the log. Linear in the findings and their evidence.
  func render(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("$schema", Self.schema)
      json.member("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          writeTool(into: &json)
          writeInvocation(into: &json)
          json.member("columnKind", "unicodeCodePoints")
          json.key("results")
          json.array { json in writeResults(into: &json) }
        }
      }
    }
    try json.finish()
  }

  // MARK: Rules

  private func writeTool(into json: inout JSONWriter) {
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { json in
        json.member("name", "tilsyn")
        json.member("version", result.toolVersion)
        json.key("rules")
        json.array { json in
          for policy in result.policies {
            json.lineBreak()
            writeRule(policy, into: &json)
          }
          json.lineBreak()
        }
      }
    }
  }

  private func writeRule(_ policy: PolicyOutcome, into json: inout JSONWriter) {
    json.object { json in
      json.member("id", policy.id)
      Self.text("shortDescription", policy.title.isEmpty ? policy.id : policy.title, into: &json)
      if !policy.why.isEmpty { Self.text("fullDescription", policy.why, into: &json) }
      let help = [policy.why, policy.fix, policy.basis].filter { !$0.isEmpty }.joined(separator: "\n\n")
      if !help.isEmpty { Self.text("help", help, into: &json) }
      json.key("defaultConfiguration")
      json.object { $0.member("level", Self.level(policy.severity)) }
      json.key("properties")
      json.object { json in
        json.member("security-severity", Self.score(policy.severity))
        json.member("tags", ["security"] + policy.controls)
        json.member("status", policy.status.rawValue)
      }
    }
  }

  /// What tells reviewers how grave a rule is: SARIF has three levels only.
  static func level(_ severity: Severity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low, .info: "note"
    }
  }

  /// On the scale of CVSS, in the middle of the band that code scanning in GitHub calls by the same word.
  static func score(_ severity: Severity) -> String {
    switch severity {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "2.0"
    case .info: "0.0"
    }
  }

  // MARK: Run

  private func writeInvocation(into json: inout JSONWriter) {
    json.lineBreak()
    json.key("invocations")
    json.array { json in
      json.object { json in
        json.member("executionSuccessful", gate.outcome != .notJudged)
        json.member("exitCode", Int(gate.exitCode))
        json.member("exitCodeDescription", TextReport.verdict(result, gate: gate))
        json.key("toolExecutionNotifications")
        json.array { json in
          for reason in result.incompleteReasons { Self.notification(reason, "error", into: &json) }
          for warning in result.warnings { Self.notification(warning, "warning", into: &json) }
        }
      }
    }
    json.lineBreak()
  }

  private static func notification(_ message: String, _ level: String, into json: inout JSONWriter) {
    json.object { json in
      json.member("level", level)
      text("message", message, into: &json)
    }
  }

  // MARK: Results

  private func writeResults(into json: inout JSONWriter) {
    let places = Dictionary(result.policies.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var index = 0
    for block in result.findings.blocks {
      if json.hasFailed { return }
      for (finding, evidence) in block {
        json.lineBreak()
        write(index, finding, evidence, rule: places[finding.policy], into: &json)
        index += 1
      }
    }
    for gone in result.comparison?.gone ?? [] {
      if json.hasFailed { return }
      json.lineBreak()
      write(gone, rule: places[gone.finding.policy], into: &json)
    }
    json.lineBreak()
  }

  private func write(
    _ index: Int, _ finding: Finding, _ evidence: [Evidence], rule: Int?, into json: inout JSONWriter
  ) {
    let located = evidence.filter { !$0.path.isEmpty }
    json.object { json in
      json.member("ruleId", finding.policy)
      if let rule { json.member("ruleIndex", rule) }
      json.member("kind", finding.verdict == .fail ? "fail" : "open")
      json.member("level", finding.verdict == .fail ? Self.level(finding.severity) : "none")
      Self.text("message", finding.message, into: &json)
      json.key("locations")
      json.array { json in
        if let first = located.first { location(first, finding, id: nil, into: &json) }
      }
      if located.count > 1 {
        json.key("relatedLocations")
        json.array { json in
          for (at, evidence) in located.dropFirst().enumerated() { location(evidence, nil, id: at + 1, into: &json) }
        }
      }
      json.key("partialFingerprints")
      json.object { $0.member("tilsynFinding/v1", finding.fingerprint) }
      writeDisposition(of: index, into: &json)
      json.key("properties")
      json.object { json in
        json.member("verdict", finding.verdict.rawValue)
        json.member("severity", finding.severity.rawValue)
      }
    }
  }

  private func location(_ evidence: Evidence, _ finding: Finding?, id: Int?, into json: inout JSONWriter) {
    json.object { json in
      if let id { json.member("id", id) }
      json.key("physicalLocation")
      json.object { json in
        json.key("artifactLocation")
        json.object { $0.member("uri", FileReference.uri(evidence.path)) }
        // A place in the file as a whole has no line.
        if evidence.line > 0 {
          json.key("region")
          json.object { $0.member("startLine", evidence.line) }
        }
      }
      if let finding {
        json.key("logicalLocations")
        json.array { json in
          // The schema has none twice; keys may be alike, as of a member of which nothing is known.
          for (index, key) in finding.subject.enumerated()
          where !finding.subject[..<index].contains(where: { $0.value == key.value && $0.type == key.type }) {
            json.object { json in
              json.member("name", key.value)
              json.member("kind", key.type)
            }
          }
        }
      }
      Self.text("message", evidence.fact, into: &json)
    }
  }

  /// A message as SARIF has it. Without arguments, braces stand for themselves; an empty one is none.
  private static func text(_ name: StaticString, _ text: String, into json: inout JSONWriter) {
    json.key(name)
    json.object { $0.member("text", text.isEmpty ? "-" : text) }
  }
}

extension ReportFormat {
  /// For code scanning.
  static let sarif = ReportFormat("sarif", fileName: "result.sarif", extent: .part, isInFolder: false, effort: 2) {
    result, view, sink in
    try SARIFReport(result: result, gate: view.gate).render(into: sink)
  }
}
