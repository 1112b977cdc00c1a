import Audit
import FactStore
import PolicyEngine

/// The result as assessment results of OSCAL 1.2.1 (NIST), as programs for governance and compliance read them.
///
/// What OSCAL calls a finding is a determination about an objective: here one for each policy. Each finding of the audit is an
/// observation, and each policy with a failed member is a risk with its remedy. The same finding has the same UUID in every audit.
struct OSCALReport {
  static let version = "1.2.1"
  static let namespace = "urn:tilsyn:oscal:1"

  let result: AuditResult
  let gate: GateDecision
  /// Replaces in each text what no report may show; names are replaced before a UUID is made of them.
  let mask: ((String) -> String)?

  /// Writes the document. Linear in the findings and their evidence.
  func render(into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.key("assessment-results")
      json.object { json in
        json.member("uuid", uuid("document", identity))
        writeMetadata(into: &json)
        json.lineBreak()
        json.key("import-ap")
        json.object { $0.member("href", "#\(planUUID)") }
        writeObjectives(into: &json)
        json.lineBreak()
        json.key("results")
        json.array { json in
          json.object { writeResult(into: &$0) }
        }
        json.lineBreak()
        writeResources(into: &json)
      }
    }
    try json.finish()
  }

  // MARK: Identity

  /// The day, as a moment: an audit is of a day.
  var moment: String { "\(result.asOf)T00:00:00Z" }

  func uuid(_ kind: String, _ name: String) -> String { NameUUID.of("\(kind)/\(mask?(name) ?? name)") }

  /// A fingerprint is a digest: there is nothing to replace in it.
  func uuid(of finding: Finding) -> String { NameUUID.of("finding/\(finding.fingerprint)") }

  var toolUUID: String { uuid("tool", result.toolVersion) }
  private var planUUID: String { uuid("plan", identity) }

  /// What two results have in common only where they rest on the same: day, arguments, and all that was read.
  private var identity: String {
    ([result.toolVersion, "\(result.asOf)", "\(gate.exitCode)"] + result.basis.arguments
      + result.basis.policies.map(\.sha256) + result.basis.configuration.map(\.sha256) + result.sources.map(\.sha256))
      .joined(separator: "\n")
  }

  static func property(_ name: String, _ value: String, into json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("ns", namespace)
      json.member("value", OSCALText.string(value))
    }
  }

  static func text(_ name: StaticString, _ text: String, into json: inout JSONWriter) {
    json.member(name, OSCALText.markup(text))
  }

  // MARK: Frame

  private func writeMetadata(into json: inout JSONWriter) {
    json.key("metadata")
    json.object { json in
      json.member("title", "Audit of access rights")
      json.member("last-modified", moment)
      json.member("version", "\(result.asOf)")
      json.member("oscal-version", Self.version)
      json.key("props")
      json.array { json in
        Self.property("tool-version", "tilsyn \(result.toolVersion)", into: &json)
        Self.property("commit", result.basis.commit, into: &json)
      }
    }
  }

  /// The objectives that determinations name: of each policy that names a control its title, under the first of them.
  private func writeObjectives(into json: inout JSONWriter) {
    let policies = result.policies.filter { !$0.controls.isEmpty }
    guard !policies.isEmpty else { return }
    json.lineBreak()
    json.key("local-definitions")
    json.object { json in
      json.key("objectives-and-methods")
      json.array { json in
        for policy in policies {
          json.lineBreak()
          json.object { json in
            json.member("control-id", OSCALText.token(policy.controls[0]))
            json.key("parts")
            json.array { json in
              json.object { json in
                json.member("id", OSCALText.token(policy.id))
                json.member("name", "assessment-objective")
                Self.text("prose", policy.title.isEmpty ? policy.id : policy.title, into: &json)
              }
            }
          }
        }
      }
    }
  }

  private func writeResult(into json: inout JSONWriter) {
    json.member("uuid", uuid("result", identity))
    json.member("title", "Access rights as of \(result.asOf)")
    Self.text("description", TextReport.verdict(result, gate: gate), into: &json)
    json.member("start", moment)
    json.member("end", moment)
    json.key("props")
    json.array { json in
      Self.property("exit-code", "\(gate.exitCode)", into: &json)
      Self.property("complete", "\(result.isComplete)", into: &json)
      for declaration in result.declarations { Self.property("judged-without", declaration.name, into: &json) }
    }
    writeAssets(into: &json)
    json.lineBreak()
    writeControls(into: &json)
    writeObservations(into: &json)
    let related = related()
    writeRisks(related, into: &json)
    writeDeterminations(related, into: &json)
    let remarks = result.incompleteReasons + result.warnings
    if !remarks.isEmpty {
      json.lineBreak()
      json.member("remarks", remarks.map { "- " + OSCALText.markup($0) }.joined(separator: "\n"))
    }
  }

  private func writeAssets(into json: inout JSONWriter) {
    json.key("local-definitions")
    json.object { json in
      json.key("assessment-assets")
      json.object { json in
        json.key("components")
        json.array { json in
          json.object { json in
            json.member("uuid", toolUUID)
            json.member("type", "software")
            json.member("title", "tilsyn")
            json.member("description", "judges exports of access rights by policies")
            json.key("status")
            json.object { $0.member("state", "operational") }
          }
        }
        json.key("assessment-platforms")
        json.array { json in
          json.object { json in
            json.member("uuid", uuid("platform", result.toolVersion))
            json.key("uses-components")
            json.array { json in
              json.object { $0.member("component-uuid", toolUUID) }
            }
          }
        }
      }
    }
  }

  /// The controls of the policies that were judged. Policies that name none are controls of the organisation's own.
  private func writeControls(into json: inout JSONWriter) {
    var seen: Set<String> = []
    let judged = result.policies.filter { $0.status == .evaluated }
    var tokens = judged.flatMap(\.controls).map(OSCALText.token).filter { seen.insert($0).inserted }.sorted()
    if tokens.isEmpty { tokens = judged.map { OSCALText.token($0.id) } }
    json.key("reviewed-controls")
    json.object { json in
      json.key("control-selections")
      json.array { json in
        json.object { json in
          json.key("include-controls")
          json.array { json in
            for token in tokens.isEmpty ? ["none"] : tokens {
              json.object { $0.member("control-id", token) }
            }
          }
        }
      }
    }
  }

  // MARK: Resources

  /// The plan, that is the policies with their digests, and the sources with theirs.
  private func writeResources(into json: inout JSONWriter) {
    json.key("back-matter")
    json.object { json in
      json.key("resources")
      json.array { json in
        json.object { json in
          json.member("uuid", planUUID)
          json.member("title", "The policies that were judged, and the configuration")
          writeLinks(
            (result.basis.policies + result.basis.configuration).map { ($0.path, $0.sha256) }, into: &json)
        }
        for source in result.sources where !source.sha256.isEmpty {
          json.lineBreak()
          json.object { json in
            json.member("uuid", uuid("source", "\(source.path)\n\(source.sha256)"))
            Self.text("title", source.path, into: &json)
            writeLinks([(source.path, source.sha256)], into: &json)
          }
        }
      }
    }
  }

  private func writeLinks(_ files: [(path: String, sha256: String)], into json: inout JSONWriter) {
    guard !files.isEmpty else { return }
    json.key("rlinks")
    json.array { json in
      for file in files {
        json.object { json in
          json.member("href", FileReference.uri(file.path))
          json.key("hashes")
          json.array { json in
            json.object { json in
              json.member("algorithm", "SHA-256")
              json.member("value", file.sha256)
            }
          }
        }
      }
    }
  }
}

extension ReportFormat {
  /// For programs for governance and compliance.
  static let oscal = ReportFormat(
    "oscal", fileName: "assessment-results.json", extent: .part, isInFolder: false, effort: 4
  ) {
    result, view, sink in
    try OSCALReport(result: result, gate: view.gate, mask: sink.mask).render(into: sink)
  }
}
