import Audit
import AuditReports
import PolicyEngine

/// Writes one result in every format that was asked for. Files get their names when all are written.
struct OutputWriter {
  let result: AuditResult
  let gate: GateDecision
  let style: TerminalStyle
  let minSeverity: Severity
  let isQuiet: Bool
  /// What follows `tilsyn why FINDING` to look at the same inputs.
  let inputs: String

  func write(_ targets: [OutputTarget]) throws {
    let names = targets.compactMap(\.path?.shown)
    var files: [AtomicFile] = []
    for target in targets {
      guard let path = target.path else { continue }
      let file = try AtomicFile(OutputPlace(path))
      // A file is kept: no colour, nothing left out, whatever is shown meanwhile.
      try render(
        target.format, style: TerminalStyle(isVerbose: true), minSeverity: .info, isQuiet: false, written: [],
        into: file.sink())
      files.append(file)
    }
    try AtomicFile.commit(files)
    for target in targets where target.path == nil {
      try render(
        target.format, style: style, minSeverity: minSeverity, isQuiet: isQuiet, written: names,
        into: StandardOutput.sink())
    }
  }

  private func render(
    _ format: OutputFormat, style: TerminalStyle, minSeverity: Severity, isQuiet: Bool, written: [String],
    into sink: consuming ReportSink
  ) throws {
    switch format {
    case .json: try JSONReport(result, gate: gate).render(into: sink)
    case .rows:
      var sink = sink
      RowsReport.render(result, into: &sink)
      try sink.finish()
    case .text:
      var sink = sink
      if isQuiet {
        sink.write(InertText.line(TextReport.verdict(result, gate: gate)) + "\n")
      } else {
        TextReport(
          result, gate: gate, style: style, minSeverity: minSeverity, written: written, inputs: inputs
        ).render(into: &sink)
      }
      try sink.finish()
    }
  }
}
