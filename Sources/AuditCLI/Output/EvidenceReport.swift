import AuditReports
import Evidence
import Localization

/// The bundles of a folder, for a person and for a program.
enum EvidenceReport {
  /// `0007  2026-12-01  exit 1  9c2b…  signed`
  static func text(_ log: EvidenceLog, _ say: Wording, into sink: inout ReportSink) {
    for entry in log.entries {
      let name = InertText.line(entry.name)
      guard let manifest = entry.manifest else {
        sink.write("\(name)  \(say("damaged"))\n")
        continue
      }
      let signed = entry.isSigned ? say("signed") : say("not signed")
      sink.write(
        "\(name)  \(manifest.asOf)  \(say("exit code \(manifest.exit)"))  \(manifest.digest.prefix(16))  \(signed)\n")
    }
    for problem in log.problems { sink.write(InertText.line(say(problem)) + "\n") }
    if log.problems.isEmpty {
      sink.write(say("\(log.entries.count, "bundle", "bundles"), each follows the one before it") + "\n")
    }
  }

  /// `tilsyn.evidence-log/1`.
  static func json(_ log: EvidenceLog, into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.evidence-log/1")
      json.key("bundles")
      json.array { json in
        for entry in log.entries {
          json.lineBreak()
          json.object { json in
            json.member("name", entry.name)
            json.member("damaged", entry.manifest == nil)
            json.member("signed", entry.isSigned)
            guard let manifest = entry.manifest else { return }
            json.member("number", manifest.number)
            json.member("as_of", manifest.asOf)
            json.member("exit", manifest.exit)
            json.key("manifest")
            json.value(digest: manifest.digest)
            json.key("previous")
            if let previous = manifest.previous { json.value(digest: previous.sha256) } else { json.null() }
          }
        }
        json.lineBreak()
      }
      json.member("problems", log.problems.map(\.english))
    }
    try json.finish()
  }
}
