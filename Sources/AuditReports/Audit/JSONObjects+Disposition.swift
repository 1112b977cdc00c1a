import Audit

extension JSONObjects {
  /// A member `waivers`: the file and what became of each entry; `null` where none was read.
  static func waivers(_ report: WaiverReport?, into json: inout JSONWriter) {
    json.key("waivers")
    guard let report else { return json.null() }
    json.object { json in
      json.member("path", report.file.path)
      json.member("sha256", report.file.sha256)
      json.member("of_judged_folder", report.isOfJudgedFolder)
      json.member("ignored", report.isIgnored)
      json.key("entries")
      json.array { json in
        for outcome in report.outcomes {
          json.lineBreak()
          json.object { waiver(outcome, into: &$0) }
        }
      }
    }
  }

  /// The members of a waiver, with what became of it.
  static func waiver(_ outcome: WaiverOutcome, into json: inout JSONWriter) {
    let waiver = outcome.waiver
    json.member("id", waiver.id)
    json.member("policy", waiver.policy)
    match(waiver, into: &json)
    json.member("state", outcome.state.rawValue)
    json.member("findings", outcome.findings)
    json.member("remark", outcome.remark)
    terms(waiver, into: &json)
    json.member("line", waiver.line)
  }

  /// What a waiver is for.
  static func match(_ waiver: Waiver, into json: inout JSONWriter) {
    json.key("match")
    json.object { json in
      switch waiver.match {
      case .fingerprint(let digits, let witnesses):
        json.key("fingerprint")
        json.value(digest: digits)
        json.member("witnesses", witnesses)
      case .keys(let subject, let object, let verdict, let witnesses):
        json.member("subject", subject)
        json.member("object", object)
        json.member("verdict", verdict.rawValue)
        json.member("witnesses", witnesses)
      }
    }
  }

  /// Who accepts it, why and how long.
  static func terms(_ waiver: Waiver, into json: inout JSONWriter) {
    json.member("reason", waiver.reason)
    json.member("owner", waiver.owner)
    json.member("approver", waiver.approver)
    json.member("approved_on", waiver.approvedOn.description)
    json.member("expires", waiver.expires.description)
  }

  /// A member `baseline`: what an earlier result had that this one lacks; `null` where none was named.
  static func comparison(_ comparison: BaselineReport?, into json: inout JSONWriter) {
    json.key("baseline")
    guard let comparison else { return json.null() }
    json.object { json in
      json.member("path", comparison.file.path)
      json.member("sha256", comparison.file.sha256)
      json.member("as_of", comparison.asOf.description)
      json.member("version", comparison.toolVersion)
      json.member("remarks", comparison.remarks)
      json.key("lost")
      json.array { json in
        for policy in comparison.lost {
          json.object { json in
            json.member("policy", policy.policy)
            json.member("severity", policy.severity)
            json.member("members", policy.members)
            json.member("reason", policy.reason.rawValue)
          }
        }
      }
      json.member("lost_exports", comparison.lostExports)
      json.member("still_open", comparison.stillOpen.sorted())
      json.key("gone")
      json.array { json in
        for gone in comparison.gone {
          json.lineBreak()
          json.object { json in
            json.member("reason", gone.reason.rawValue)
            json.member("first_seen", gone.firstSeen?.description)
            json.key("finding")
            identity(gone.finding, into: &json)
          }
        }
      }
    }
  }

  /// A member `changes` of the counts: findings by what an earlier result says; `null` where none was named.
  static func changes(_ result: AuditResult, into json: inout JSONWriter) {
    json.key("changes")
    guard let comparison = result.comparison else { return json.null() }
    let total = result.dispositions.total
    json.object { json in
      for age in Disposition.Age.allCases {
        json.key(given: age.rawValue)
        json.value(total.ages[age, default: 0])
      }
      json.member("reopened", total.reopened)
      for reason in GoneFinding.Reason.allCases {
        json.key(given: reason.rawValue)
        json.value(comparison.count(reason))
      }
    }
  }
}
