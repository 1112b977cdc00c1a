import Audit
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

  static func policy(_ policy: PolicyOutcome, waived: Int, into json: inout JSONWriter) {
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
      json.member("waived", waived)
      json.member("population_holes", policy.populationHoles)
      json.member("passed_on_assumption", policy.passedOnAssumption)
      json.member("judged_without", policy.judgedWithout)
      json.member("waits_for", policy.waitsFor)
      json.member("definition", policy.definition)
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

  /// A finding without its evidence and history.
  static func identity(_ finding: Finding, into json: inout JSONWriter) {
    var writer = FindingWriter()
    json.object { writer.identity(finding, into: &$0) }
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
}
