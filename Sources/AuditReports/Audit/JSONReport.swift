import Audit
import PolicyEngine

/// The whole result as `tilsyn.result/1` (schemas/tilsyn.result-1.schema.json), the source of every other format.
///
/// Streamed: evidence is asked for in blocks of ``evidenceBlock`` findings, and nothing else grows with their number but
/// what ``FindingsByPerson`` keeps.
package struct JSONReport {
  /// Findings whose evidence is built at once.
  package static let evidenceBlock = 1000
  package static let schema = "tilsyn.result/1"

  let result: AuditResult
  let gate: GateDecision

  package init(_ result: AuditResult, gate: GateDecision) {
    self.result = result
    self.gate = gate
  }

  /// Writes the result. Throws the first error of the sink.
  package func render(into sink: consuming ReportSink) throws {
    let named = NamedPeople()
    let noted = result.identifiers == .full ? named.noting(result) : result
    try JSONReport(noted, gate: gate).write(named, into: sink)
  }

  private func write(_ named: NamedPeople, into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", Self.schema)
      json.key("tool")
      json.object { json in
        json.member("name", "tilsyn")
        json.member("version", result.toolVersion)
        json.member("commit", result.basis.commit)
      }
      json.member("as_of", result.asOf.description)
      json.member("language", result.language)
      json.member("complete", result.isComplete)
      json.member("incomplete", result.incompleteReasons)
      json.member("exit", Int(gate.exitCode))
      writeGate(into: &json)
      json.lineBreak()
      JSONObjects.basis(result.basis, into: &json)
      json.lineBreak()
      JSONObjects.settings(result.settings, into: &json)
      json.lineBreak()
      JSONObjects.declarations(result.declarations, into: &json)
      json.lineBreak()
      json.key("sources")
      json.array { json in
        for source in result.sources { JSONObjects.source(source, into: &json) }
      }
      json.lineBreak()
      json.key("relations")
      json.object { json in
        for relation in result.relations { JSONObjects.relation(relation, into: &json) }
      }
      json.lineBreak()
      json.key("policies")
      json.array { json in
        for policy in result.policies {
          JSONObjects.policy(
            policy, waived: result.dispositions.tally(ofPolicy: policy.id)?.waivedCount ?? 0, into: &json)
        }
      }
      json.lineBreak()
      writeScope(into: &json)
      json.lineBreak()
      JSONObjects.frameworks(result.frameworks, into: &json)
      json.lineBreak()
      JSONObjects.rights(result.rights, into: &json)
      json.lineBreak()
      JSONObjects.waivers(result.waivers, into: &json)
      json.lineBreak()
      JSONObjects.comparison(result.comparison, into: &json)
      json.member("fingerprint_key", result.keyMark)
      json.lineBreak()
      let tally = writeFindings(into: &json)
      json.lineBreak()
      json.key("parameters")
      json.object { json in
        for parameter in result.parameters {
          json.key(given: parameter.name)
          json.object { json in
            json.member("value", parameter.value)
            json.member("default", parameter.standard)
            json.member("overridden", parameter.isOverridden)
          }
        }
      }
      json.member("warnings", result.warnings)
      json.lineBreak()
      writeCounts(tally, into: &json)
      json.lineBreak()
      JSONObjects.people(named.people, of: result, into: &json)
    }
    try json.finish()
  }

  private func writeGate(into json: inout JSONWriter) {
    json.key("gate")
    json.object { json in
      json.member("fail_on", gate.options.failOn?.rawValue ?? "never")
      json.member("unverified", gate.options.isUnverifiedAllowed ? "allow" : "fail")
      json.member("allow_incomplete", gate.options.isIncompleteAllowed)
      json.member("new_only", gate.options.isNewOnly)
      json.member("reasons", gate.reasons)
    }
  }

  private func writeScope(into json: inout JSONWriter) {
    json.key("scope")
    json.object { json in
      json.member("out_of_scope", result.scope.outOfScope)
      json.key("not_asked")
      json.array { json in
        for entry in result.scope.notAsked {
          json.object { json in
            json.member("policy", entry.policy)
            json.member("controls", entry.controls)
          }
        }
      }
      json.key("not_evaluated")
      json.array { json in
        for entry in result.scope.notEvaluated {
          json.object { json in
            json.member("policy", entry.policy)
            json.member("missing", entry.missing)
            json.member("documents", entry.documents)
            json.member("obtain", entry.obtain)
            json.member("members", entry.members)
            json.member("open_members", entry.openMembers)
          }
        }
      }
      json.key("wanted")
      json.array { json in
        for export in result.scope.wanted {
          json.object { json in
            json.member("document", export.document)
            json.member("relations", export.relations)
            json.member("obtain", export.obtain)
            json.member("policies", export.policies)
            json.member("alone", export.alone)
            json.member("members", export.members)
          }
        }
      }
      json.key("by_declaration")
      json.array { json in
        for entry in result.scope.declared {
          json.object { json in
            json.member("policy", entry.policy)
            json.member("without", entry.without)
            json.member("members", entry.members)
          }
        }
      }
    }
  }

  /// Writes the findings and counts them on the way.
  private func writeFindings(into json: inout JSONWriter) -> FindingTally {
    var tally = FindingTally()
    var people = FindingsByPerson()
    let findings = result.findings
    let blocks = FindingList.blocks(of: findings.count)
    json.key("findings")
    json.array { json in
      let parts = json.parts(blocks.count) { number, json in
        let block = findings.together(blocks[number])
        var part = (tally: FindingTally(), people: FindingsByPerson())
        for number in block.findings.indices {
          part.tally.add(block.findings[number])
          part.people.add(block.findings[number])
        }
        var writer = FindingWriter(result)
        writer.write(block, first: blocks[number].lowerBound, into: &json)
        return part
      }
      for part in parts {
        tally.add(part.tally)
        people.add(part.people)
      }
      json.lineBreak()
    }
    json.lineBreak()
    people.write(findings, into: &json)
    return tally
  }

  private func writeCounts(_ tally: FindingTally, into json: inout JSONWriter) {
    let totals = Totals(result.policies)
    json.key("counts")
    json.object { json in
      json.member("fail", totals.failed)
      json.member("unverified", totals.unverified)
      json.member("pass", totals.passed)
      json.member("exempt", totals.exempt)
      json.member("waived", result.dispositions.total.waivedCount)
      json.member("population", totals.members)
      json.member("population_holes", totals.populationHoles)
      json.key("findings")
      json.object { json in
        for verdict in Finding.Verdict.allCases {
          json.key(given: verdict.rawValue)
          json.value(tally.total(verdict))
        }
      }
      JSONObjects.changes(result, into: &json)
    }
  }
}

extension ReportFormat {
  /// For programs and the archive: the source of every other format.
  static let json = ReportFormat(
    "json", fileName: "result.json", extent: .all, isHandedOn: false, listsRights: true, effort: 3
  ) {
    result, view, sink in
    try JSONReport(result, gate: view.gate).render(into: sink)
  }
}
