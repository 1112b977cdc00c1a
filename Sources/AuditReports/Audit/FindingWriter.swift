import Audit

/// Writes findings as JSON, one after another. What they have in common with the one before is written as it was.
struct FindingWriter {
  private var form: FindingForm?
  private var path = RepeatedText()

  /// Findings with their evidence, each in a line of its own.
  mutating func write(_ block: ExplainedFindings, into json: inout JSONWriter) {
    let items = json.written(block.items.count) { evidence(block.items[$0], into: &$1) }
    // Safe: read within the call. A finding that is taken out of the array becomes another owner of all its texts.
    block.findings.withUnsafeBufferPointer { findings in
      for number in findings.indices {
        json.lineBreak()
        json.object { json in
          identity(findings[number], into: &json)
          // Without a baseline every finding is new, and nobody knows since when it exists.
          json.members(written: #""first_seen":null,"baseline":"new","waiver":null"#)
          json.key("evidence")
          json.array { json in
            block.forEachPlace(ofFinding: number) { json.value($0, of: items) }
          }
        }
      }
    }
  }

  /// The members of a finding but its evidence and history.
  mutating func identity(_ finding: Finding, into json: inout JSONWriter) {
    if form?.fits(finding) != true { form = FindingForm(of: finding, for: json) }
    form?.write(finding, into: &json)
  }

  private mutating func evidence(_ item: Evidence, into json: inout JSONWriter) {
    json.object { json in
      json.member("fact", item.fact)
      json.member("hole", item.isHole)
      guard !item.path.isEmpty else { return JSONObjects.place(path: "", line: 0, pointer: "", into: &json) }
      json.key("path")
      path.write(item.path, into: &json)
      json.member("line", item.line)
      json.member("pointer", item.pointer)
    }
  }
}
