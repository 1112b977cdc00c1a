import Audit

extension JSONObjects {
  /// A member `frameworks`: what the policies say of the controls of each.
  static func frameworks(_ frameworks: [FrameworkOutcome], into json: inout JSONWriter) {
    json.key("frameworks")
    json.array { json in
      for framework in frameworks {
        json.lineBreak()
        json.object { json in
          json.member("id", framework.id)
          json.member("title", framework.title)
          json.member("publisher", framework.publisher)
          json.member("edition", framework.edition)
          json.member("source", framework.source)
          json.member("path", framework.file.path)
          json.member("sha256", framework.file.sha256)
          json.key("controls")
          json.array { json in
            for control in framework.controls {
              json.lineBreak()
              write(control, into: &json)
            }
          }
        }
      }
    }
  }

  private static func write(_ control: FrameworkOutcome.Control, into json: inout JSONWriter) {
    json.object { json in
      json.member("id", control.id)
      json.member("title", control.title)
      json.member("verdict", control.verdict.rawValue)
      json.member("severity", control.severity?.rawValue)
      json.member("failed", control.failed)
      json.member("unverified", control.unverified)
      json.member("passed", control.passed)
      json.key("policies")
      json.array { json in
        for share in control.policies {
          json.object { json in
            json.member("id", share.policy)
            json.member("verdict", share.verdict.rawValue)
          }
        }
      }
    }
  }
}
