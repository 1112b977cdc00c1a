import Audit
import Crypto
import Foundation
import Localization
import Mustache
import PolicyEngine

/// The report to hand on: one file that needs nothing else, works offline and without scripts, and prints.
///
/// First what a head of administration asks for: the verdict in a sentence, what was judged without, what matters most, whom it
/// concerns and what to do. Then every finding with what it rests on, by policy and by whom it concerns, the plan of action,
/// policies, sources and digests.
///
/// Findings are written out with their proof up to ``written``, those of each policy that come first; the rest are data that a
/// script turns into elements a page at a time. Linear in the findings; evidence is asked for only where it is shown.
struct HTMLReport {
  /// Findings that are written out with their proof, and those of one policy.
  static let written = 2000
  static let writtenOfPolicy = 400

  let result: AuditResult
  let gate: GateDecision
  let inputs: String
  let say: Wording
  let survey: FindingSurvey
  let policies: [String: PolicyOutcome]

  init(_ result: AuditResult, gate: GateDecision, inputs: String) {
    self.result = result
    self.gate = gate
    self.inputs = inputs
    say = Wording(result.wording.language, isGrouping: true)
    survey = FindingSurvey(result.findings, minSeverity: .info, kept: Self.writtenOfPolicy)
    policies = Dictionary(result.policies.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Writes the page.
  func render(into sink: inout ReportSink) {
    let labels = HTMLLabels.all(say, day: day)
    // The style and the script are ours, and their digests must not be taken for numbers of people.
    sink.write(
      part(
        "head",
        [
          "t": labels, "language": result.wording.language.rawValue, "version": result.toolVersion, "verdict": headline,
          "day": day, "styleHash": Self.hash(HTMLStyle.css), "scriptHash": Self.hash(HTMLScript.code),
          "style": HTMLStyle.css,
        ]), isMasked: false)
    sink.write(part("summary", summary(labels)))
    sink.write(part("conditions", completeness(labels)))
    if result.waivers != nil || result.comparison != nil { sink.write(part("dispositions", dispositions(labels))) }
    let rest = writeFindings(labels, into: &sink)
    if !result.frameworks.isEmpty { sink.write(part("frameworks", frameworks(labels))) }
    if hasRights { sink.write(part("rights", rights(labels))) }
    sink.write(part("tables", tables(labels)))
    writeRest(rest, into: &sink)
    sink.write(
      part(
        "foot", ["version": result.toolVersion, "commit": result.basis.commit, "script": HTMLScript.code]),
      isMasked: false)
  }

  func part(_ name: String, _ values: [String: Any]) -> String {
    HTMLTemplates.library.render(values, withTemplate: name) ?? ""
  }

  /// What a policy of content security names an element by.
  private static func hash(_ text: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }

  var day: String {
    let (year, month, day) = result.asOf.components
    return say.day(year: year, month: month, day: day)
  }

  /// Whether anything is to be said of privileged rights.
  var hasRights: Bool { !result.rights.rights.isEmpty || !result.rights.open.isEmpty }

  func title(_ policy: String) -> String { policies[policy].map { $0.title.isEmpty ? policy : $0.title } ?? policy }

  // MARK: Findings

  /// Writes the findings policy by policy, and gives back those that were not written out, each with the number of its policy.
  private func writeFindings(_ labels: [String: String], into sink: inout ReportSink) -> [Int: Int] {
    guard !survey.groups.isEmpty else { return [:] }
    sink.write(
      part(
        "filters",
        [
          "t": labels, "intro": findingsIntro,
          "severities": Severity.allCases.reversed().map { ["value": $0.rawValue, "label": say($0.word)] },
          "policies": survey.groups.enumerated().map { ["number": String($0), "title": title($1.policy)] },
        ]))
    var (left, numbers) = (Self.written, [String: Int]())
    for (number, group) in survey.groups.enumerated() {
      numbers[group.policy] = number
      sink.write(part("group", head(of: group, number, labels)))
      let shown = Array((group.failed + group.unverified).prefix(left))
      left -= shown.count
      for run in shown.runs {
        for (index, (finding, evidence)) in zip(run, result.findings[run]) {
          sink.write(part("finding", self.finding(index, finding, evidence, labels)))
        }
      }
      let more = group.failedCount + group.unverifiedCount - shown.count
      var end: [String: Any] = [:]
      if more > 0 { end["more"] = say("… and \(more) more, in findings.csv and with scripts on this page") }
      sink.write(part("groupEnd", end))
    }
    return rest(numbers)
  }

  /// The findings that were not written out: those past the first of each policy.
  private func rest(_ numbers: [String: Int]) -> [Int: Int] {
    var (left, written) = (Self.written, Set<Int>())
    for group in survey.groups {
      let shown = (group.failed + group.unverified).prefix(left)
      left -= shown.count
      written.formUnion(shown)
    }
    guard written.count < result.findings.count else { return [:] }
    var rest: [Int: Int] = [:]
    for index in 0..<result.findings.count where !written.contains(index) {
      rest[index] = numbers[result.findings.keyed(index).policy]
    }
    return rest
  }

  /// `[policy, 0 or 1, fingerprint, message]` of each, as data that nothing runs.
  private func writeRest(_ rest: [Int: Int], into sink: inout ReportSink) {
    guard !rest.isEmpty else { return }
    sink.write("<script type=\"application/json\" id=\"rest\">[")
    var isFirst = true
    let left = rest.keys.sorted().runs.lazy.flatMap { run in zip(run, result.findings[run]) }
    for (index, (finding, _)) in left {
      guard let number = rest[index], !sink.hasFailed else { break }
      sink.write(isFirst ? "\n[" : ",\n[")
      isFirst = false
      sink.write(number: number)
      sink.write(finding.verdict == .fail ? ",0,\"" : ",1,\"")
      sink.write(ShortFingerprint.of(finding.fingerprint))
      sink.write("\",\"")
      sink.write(finding.message, special: Self.isSpecialInData) { scalar, sink in
        // What acts on its surroundings is shown as everywhere; what means something here is written by its number.
        if InertText.isHazard(scalar) {
          sink.write(InertText.line(String(scalar)).replacing("\\", with: "\\\\"))
        } else {
          sink.write("\\u00\(String(scalar.value, radix: 16))")
        }
      }
      sink.write("\"]")
    }
    sink.write("]</script>\n")
  }

  /// Whether a byte means something in a text of JSON, or in the page around it.
  private static func isSpecialInData(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte != UInt8(ascii: "'") && InertHTML.isSpecial(byte)
  }
}

extension ReportFormat {
  /// For people who are handed the report.
  static let html = ReportFormat("html", fileName: "report.html", extent: .allInFiles, listsRights: true, effort: 3) {
    result, view, sink in
    var sink = sink
    HTMLReport(result, gate: view.gate, inputs: view.inputs).render(into: &sink)
    try sink.finish()
  }
}
