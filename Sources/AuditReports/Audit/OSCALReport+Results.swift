import Audit
import PolicyEngine

/// Observations, risks and determinations.
extension OSCALReport {
  // MARK: Observations

  /// Each finding of the audit.
  func writeObservations(into json: inout JSONWriter) {
    guard result.findings.count > 0 else { return }
    let titles = Dictionary(result.policies.map { ($0.id, $0.title) }) { first, _ in first }
    json.lineBreak()
    json.key("observations")
    json.array { json in
      var index = 0
      for block in result.findings.blocks {
        if json.hasFailed { return }
        for (finding, evidence) in block {
          json.lineBreak()
          json.object { json in
            write(index, finding, evidence, title: titles[finding.policy] ?? "", into: &json)
          }
          index += 1
        }
      }
    }
  }

  private func write(
    _ index: Int, _ finding: Finding, _ evidence: [Evidence], title: String, into json: inout JSONWriter
  ) {
    json.member("uuid", uuid(of: finding))
    Self.text("title", title.isEmpty ? finding.policy : title, into: &json)
    Self.text("description", finding.message, into: &json)
    json.key("props")
    json.array { json in
      Self.property("verdict", finding.verdict.rawValue, into: &json)
      Self.property("severity", finding.severity.rawValue, into: &json)
      Self.property("policy", finding.policy, into: &json)
      Self.property("fingerprint", finding.fingerprint, into: &json)
      let word = DispositionWords(result).word(of: index)
      if !word.isEmpty { Self.property("disposition", word, into: &json) }
      if let day = result.dispositions[index].firstSeen { Self.property("first-seen", day.description, into: &json) }
    }
    json.member("methods", ["TEST"])
    json.member("types", ["finding"])
    writeOrigins("origins", into: &json)
    json.key("subjects")
    json.array { json in
      for key in finding.subject + finding.violating {
        json.object { json in
          json.member("subject-uuid", uuid("subject/\(key.type)", key.value))
          json.member("type", OSCALText.token(key.type))
          Self.text("title", key.value, into: &json)
        }
      }
    }
    if !evidence.isEmpty {
      json.key("relevant-evidence")
      json.array { json in
        for item in evidence { write(item, into: &json) }
      }
    }
    json.member("collected", moment)
  }

  /// A line is a fragment as RFC 5147 has it, which counts the places between lines.
  private func write(_ evidence: Evidence, into json: inout JSONWriter) {
    json.object { json in
      if !evidence.path.isEmpty {
        let line = evidence.line > 0 ? "#line=\(evidence.line - 1),\(evidence.line)" : ""
        json.member("href", FileReference.uri(evidence.path) + line)
      }
      Self.text("description", evidence.fact, into: &json)
    }
  }

  private func writeOrigins(_ name: StaticString, into json: inout JSONWriter) {
    json.key(name)
    json.array { writeOrigin(into: &$0) }
  }

  private func writeOrigin(into json: inout JSONWriter) {
    json.object { json in
      json.key("actors")
      json.array { json in
        json.object { json in
          json.member("type", "tool")
          json.member("actor-uuid", toolUUID)
        }
      }
    }
  }

  // MARK: Risks

  private var risky: [PolicyOutcome] { result.policies.filter { $0.failed > 0 } }

  /// Each policy with a failed member: why it matters, and what to do.
  func writeRisks(_ related: [String: Related], into json: inout JSONWriter) {
    guard !risky.isEmpty else { return }
    json.lineBreak()
    json.key("risks")
    json.array { json in
      for policy in risky {
        json.lineBreak()
        json.object { json in
          json.member("uuid", uuid("risk", policy.id))
          Self.text("title", policy.title.isEmpty ? policy.id : policy.title, into: &json)
          Self.text("description", policy.why, into: &json)
          Self.text("statement", "\(policy.failed) of \(policy.population) failed", into: &json)
          json.member("status", isAccepted(policy) ? "deviation-approved" : "open")
          writeSeverity(policy, into: &json)
          if !policy.fix.isEmpty { writeRemedy(policy, into: &json) }
          relate(related[policy.id]?.failed ?? [], into: &json)
        }
      }
    }
  }

  /// Whether somebody accepts everything that failed.
  private func isAccepted(_ policy: PolicyOutcome) -> Bool {
    guard let tally = result.dispositions.tally(ofPolicy: policy.id) else { return false }
    let failed = tally.all[.fail, default: 0]
    return failed > 0 && tally.waived[.fail, default: 0] == failed
  }

  private func writeSeverity(_ policy: PolicyOutcome, into json: inout JSONWriter) {
    json.key("characterizations")
    json.array { json in
      json.object { json in
        json.key("origin")
        writeOrigin(into: &json)
        json.key("facets")
        json.array { json in
          json.object { json in
            json.member("name", "severity")
            json.member("system", Self.namespace)
            json.member("value", policy.severity.rawValue)
          }
        }
      }
    }
  }

  private func writeRemedy(_ policy: PolicyOutcome, into json: inout JSONWriter) {
    json.key("remediations")
    json.array { json in
      json.object { json in
        json.member("uuid", uuid("remedy", policy.id))
        json.member("lifecycle", "recommendation")
        json.member("title", "What to do")
        Self.text("description", policy.fix, into: &json)
      }
    }
  }

  // MARK: Determinations

  /// What is said of each policy that was judged, or that would have been.
  func writeDeterminations(_ related: [String: Related], into json: inout JSONWriter) {
    let policies = result.policies.filter { $0.status == .evaluated || $0.status == .notEvaluated }
    guard !policies.isEmpty else { return }
    json.lineBreak()
    json.key("findings")
    json.array { json in
      for policy in policies {
        json.lineBreak()
        json.object { json in
          json.member("uuid", uuid("determination", policy.id))
          Self.text("title", policy.title.isEmpty ? policy.id : policy.title, into: &json)
          Self.text("description", Self.counts(policy), into: &json)
          json.key("props")
          json.array { json in
            Self.property("policy", policy.id, into: &json)
            Self.property("severity", policy.severity.rawValue, into: &json)
            Self.property("status", policy.status.rawValue, into: &json)
            for control in policy.controls { Self.property("control", control, into: &json) }
          }
          writeTarget(policy, into: &json)
          relate((related[policy.id]?.failed ?? []) + (related[policy.id]?.open ?? []), into: &json)
          if policy.failed > 0 {
            json.key("related-risks")
            json.array { json in
              json.object { $0.member("risk-uuid", uuid("risk", policy.id)) }
            }
          }
        }
      }
    }
  }

  private static func counts(_ policy: PolicyOutcome) -> String {
    let sum =
      "\(Plural.of(policy.population, "member")): \(policy.passed) passed, \(policy.failed) failed, "
      + "\(policy.unverified) unverified, \(policy.exempt) exempt"
    return policy.populationHoles == 0 ? sum : sum + "; \(policy.populationHoles) more may exist"
  }

  private func writeTarget(_ policy: PolicyOutcome, into json: inout JSONWriter) {
    json.key("target")
    json.object { json in
      json.member("type", "objective-id")
      json.member("target-id", OSCALText.token(policy.id))
      json.key("status")
      json.object { json in
        json.member("state", policy.passes ? "satisfied" : "not-satisfied")
        json.member("reason", policy.passes ? "pass" : policy.failed > 0 ? "fail" : "other")
        if !policy.passes, policy.failed == 0 { json.member("remarks", "could not be verified") }
      }
    }
  }

  // MARK: Relations

  /// The UUIDs of the observations of a policy, in the order of the findings.
  struct Related {
    var failed: [String] = []
    var open: [String] = []
  }

  /// By policy. Linear in the findings.
  func related() -> [String: Related] {
    var found: [String: Related] = [:]
    for index in 0..<result.findings.count {
      let finding = result.findings.keyed(index)
      switch finding.verdict {
      case .fail: found[finding.policy, default: Related()].failed.append(uuid(of: finding))
      case .unverified: found[finding.policy, default: Related()].open.append(uuid(of: finding))
      }
    }
    return found
  }

  private func relate(_ observations: [String], into json: inout JSONWriter) {
    guard !observations.isEmpty else { return }
    json.key("related-observations")
    json.array { json in
      for uuid in observations {
        json.object { $0.member("observation-uuid", uuid) }
      }
    }
  }
}
