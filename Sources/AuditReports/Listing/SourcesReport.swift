import Audit
import Localization

/// What was recognised in each file, without judging anything.
package enum SourcesReport {
  package static func text(
    _ sources: [SourceSummary], _ say: Wording = Wording(.en), style: TerminalStyle, into sink: inout ReportSink
  ) {
    guard !sources.isEmpty else {
      sink.write(say("no file was found") + "\n")
      return
    }
    let words = SourceSum(say)
    for source in sources {
      sink.write(style.paint(InertText.line(source.path), .bold) + "\n")
      if let kind = source.kind, !SourceSum.isExport(source) {
        sink.write("  \(InertText.line(kind))\n")
      } else if let kind = source.kind {
        let sum = words.text(
          read: source.records, used: source.used, rejected: source.rejected, outOfScope: source.outOfScope)
        sink.write("  \(InertText.line(kind)): \(sum)\n  \(words.state(source))\n")
      } else {
        sink.write(style.paint("  " + say("not used"), .yellow) + "\n")
      }
      for detail in words.details(source) { sink.write("  \(InertText.line(detail))\n") }
    }
    let unused = sources.count { $0.kind == nil }
    let read = sources.reduce(0) { $0 + $1.records }
    let used = sources.reduce(0) { $0 + $1.used }
    let rejected = sources.reduce(0) { $0 + $1.rejected }
    let outOfScope = sources.reduce(0) { $0 + $1.outOfScope }
    sink.write("\n" + say("\(sources.count, "file", "files"), \(unused) not used") + "; ")
    sink.write(words.text(read: read, used: used, rejected: rejected, outOfScope: outOfScope) + "\n")
  }

  /// - Parameter shortfalls: what would decide more; `nil` where nothing was judged.
  package static func json(
    _ sources: [SourceSummary], shortfalls: [Shortfall]? = nil, into sink: consuming ReportSink
  ) throws {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "tilsyn.sources/1")
      json.key("sources")
      json.array { json in
        for source in sources { JSONObjects.source(source, into: &json) }
        json.lineBreak()
      }
      if let shortfalls { ShortfallReport.json(shortfalls, into: &json) }
    }
    try json.finish()
  }
}
