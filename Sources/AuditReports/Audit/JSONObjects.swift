import Audit
import Budget
import PolicyEngine

/// The objects that several JSON outputs share.
enum JSONObjects {
  static func source(_ source: SourceSummary, into json: inout JSONWriter) {
    json.lineBreak()
    json.object { json in
      json.member("path", source.path)
      json.member("kind", source.kind)
      json.member("sha256", source.sha256)
      json.member("records", source.records)
      json.member("used", source.used)
      json.member("rejected", source.rejected)
      json.member("out_of_scope", source.outOfScope)
      json.member("completeness", source.completeness.rawValue)
      json.member("grade", source.grade?.rawValue)
      json.member("extracted_at", source.extractedAt?.description)
      if let days = source.daysOld {
        json.member("days_old", days)
      } else {
        json.key("days_old")
        json.null()
      }
      json.member("is_old", source.isOld)
      json.key("problems")
      json.array { json in
        for problem in source.problems {
          json.object { json in
            json.member("line", problem.line)
            json.member("pointer", problem.pointer)
            json.member("message", problem.message)
          }
        }
      }
      json.member("notes", source.notes)
      json.member("limits", source.limits)
    }
  }

  /// A member of an object: the relation's name and what is known of it.
  static func relation(_ relation: RelationSummary, into json: inout JSONWriter) {
    json.key(given: relation.name)
    json.object { json in
      json.member("facts", relation.facts)
      json.member("holes", relation.holes)
      json.member("completeness", relation.completeness.rawValue)
      json.member("grade", relation.grade?.rawValue)
    }
  }

  static func policy(_ policy: PolicyOutcome, into json: inout JSONWriter) {
    json.lineBreak()
    json.object { json in
      json.member("id", policy.id)
      json.member("title", policy.title)
      json.member("severity", policy.severity.rawValue)
      json.member("status", policy.status.rawValue)
      json.member("passes", policy.passes)
      json.member("population", policy.population)
      json.member("passed", policy.passed)
      json.member("failed", policy.failed)
      json.member("unverified", policy.unverified)
      json.member("exempt", policy.exempt)
      json.member("waived", 0)
      json.member("population_holes", policy.populationHoles)
      json.member("passed_on_assumption", policy.passedOnAssumption)
      json.member("judged_without", policy.judgedWithout)
      json.member("waits_for", policy.waitsFor)
      json.member("why", policy.why)
      json.member("fix", policy.fix)
      json.key("basis")
      json.object { json in
        json.member("kind", policy.basisKind)
        json.member("text", policy.basis)
      }
      json.member("controls", policy.controls)
      json.key("funnels")
      json.array { json in
        for funnel in policy.funnels {
          json.object { json in
            json.member("rule", funnel.rule)
            json.key("steps")
            json.array { json in
              for step in funnel.steps {
                json.object { json in
                  json.member("literal", step.literal)
                  json.member("members", step.members)
                }
              }
            }
          }
        }
      }
    }
  }

  /// What was written for other findings.
  struct Known: Sendable {
    fileprivate let evidence = SharedCache<Evidence.Identity, [UInt8]>()
    fileprivate let subjects = SharedCache<[Finding.Key], [UInt8]>(limit: 1_000)
  }

  static func finding(_ finding: Finding, evidence: [Evidence], known: Known, into json: inout JSONWriter) {
    json.object { json in
      identityMembers(finding, known: known, into: &json)
      // Without a baseline every finding is new, and nobody knows since when it exists.
      json.key("first_seen")
      json.null()
      json.member("baseline", "new")
      json.key("waiver")
      json.null()
      json.key("evidence")
      json.array { json in
        for item in evidence {
          json.value(Evidence.Identity(item), known: known.evidence) { json in
            json.object { json in
              json.member("fact", item.fact)
              json.member("hole", item.isHole)
              place(path: item.path, line: item.line, pointer: item.pointer, into: &json)
            }
          }
        }
      }
    }
  }

  /// A finding without its evidence and history.
  static func identity(_ finding: Finding, into json: inout JSONWriter) {
    json.object { identityMembers(finding, known: nil, into: &$0) }
  }

  private static func identityMembers(_ finding: Finding, known: Known?, into json: inout JSONWriter) {
    json.member("fingerprint", finding.fingerprint)
    json.member("policy", finding.policy)
    json.member("severity", finding.severity.rawValue)
    json.member("verdict", finding.verdict.rawValue)
    json.key("subject")
    if let known {
      json.value(finding.subject, known: known.subjects) { key(finding.subject, into: &$0) }
    } else {
      key(finding.subject, into: &json)
    }
    json.key("violating")
    if finding.violating.isEmpty { json.null() } else { key(finding.violating, into: &json) }
    json.member("message", finding.message)
  }

  /// `path`, `line` and `pointer`; all `null` where nothing was read.
  static func place(path: String, line: Int, pointer: String, into json: inout JSONWriter) {
    guard !path.isEmpty else {
      for name in ["path", "line", "pointer"] as [StaticString] {
        json.key(name)
        json.null()
      }
      return
    }
    json.member("path", path)
    json.member("line", line)
    json.member("pointer", pointer)
  }

  /// `type` and `id` for a key of one name; of several, both are joined by `,` (as in rows) and `keys` has them apart.
  static func key(_ keys: [Finding.Key], into json: inout JSONWriter) {
    json.object { json in
      let single = keys.count == 1 ? keys[0] : nil
      json.member("type", single?.type ?? keys.map(\.type).joined(separator: ","))
      json.member("id", single?.value ?? RowsReport.key(keys))
      json.member("label", single?.value ?? keys.map(\.value).joined(separator: ", "))
      json.key("keys")
      json.array { json in
        for key in keys {
          json.object { json in
            json.member("name", key.name)
            json.member("type", key.type)
            json.member("value", key.value)
          }
        }
      }
    }
  }
}
