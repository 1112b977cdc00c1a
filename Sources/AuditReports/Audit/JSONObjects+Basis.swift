import Audit

extension JSONObjects {
  /// A member `basis`: what the result rests on beside the exports.
  static func basis(_ basis: AuditBasis, into json: inout JSONWriter) {
    func files(_ files: [AuditBasis.File], _ json: inout JSONWriter) {
      json.array { json in
        for file in files {
          json.object { json in
            json.member("path", file.path)
            json.member("sha256", file.sha256)
          }
        }
      }
    }
    json.key("basis")
    json.object { json in
      json.member("arguments", basis.arguments)
      json.key("configuration")
      files(basis.configuration, &json)
      json.key("policies")
      files(basis.policies, &json)
    }
  }

  /// A member `settings`: what the configuration did; `null` where none was read.
  static func settings(_ settings: AuditSettings?, into json: inout JSONWriter) {
    json.key("settings")
    guard let settings else { return json.null() }
    json.object { json in
      json.member("path", settings.path)
      json.member("sha256", settings.sha256)
      json.member("of_judged_folder", settings.isOfJudgedFolder)
      json.member("left_out", settings.leftOut)
      json.member("told", settings.told)
      json.member("contradicted", settings.contradicted)
      json.member("aged", settings.aged)
      json.member("parameters", settings.parameters)
      json.member("without", settings.without)
      json.member("policies", settings.policies)
      json.member("added", settings.added.sorted())
    }
  }

  /// A member `people`: how people are named, and what it takes to name them otherwise.
  static func people(_ people: People, of result: AuditResult, into json: inout JSONWriter) {
    json.key("people")
    json.object { json in
      json.member("identifiers", result.identifiers.rawValue)
      json.member("purpose", result.purpose)
      json.member("names", people.names)
      json.member("functional", people.functional)
      json.member("domains", people.domains)
    }
  }

  /// A member `without`: what the organisation declares not to have.
  static func declarations(_ declarations: [AuditResult.Declaration], into json: inout JSONWriter) {
    json.key("without")
    json.array { json in
      for declaration in declarations {
        json.object { json in
          json.member(declaration.isSystem ? "system" : "kind", declaration.name)
          json.member("reason", declaration.reason)
          json.member("owner", declaration.owner)
          json.member("day", declaration.day.description)
          json.member("relations", declaration.relations)
          json.member("path", declaration.path)
          json.member("line", declaration.line)
        }
      }
    }
  }
}
