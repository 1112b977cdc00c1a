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
    // A file is kept: no colour, nothing left out, whatever is shown meanwhile.
    let whole = view(style: TerminalStyle(isVerbose: true), minSeverity: .info, isQuiet: false, written: [])
    var files: [AtomicFile] = []
    for target in targets {
      guard let path = target.path else { continue }
      let file = try AtomicFile(OutputPlace(path))
      try render(target.format, whole, into: file.sink(), named: path.shown)
      files.append(file)
    }
    try AtomicFile.commit(files)
    let shown = view(style: style, minSeverity: minSeverity, isQuiet: isQuiet, written: names)
    for target in targets where target.path == nil {
      try render(target.format, shown, into: StandardOutput.sink(), named: "standard output")
    }
  }

  private func render(
    _ format: ReportFormat, _ view: ReportView, into sink: consuming ReportSink, named name: String
  ) throws {
    do {
      try format.render(result, view: view, into: sink)
    } catch let failure as ReportFailure {
      throw CommandFailure.notJudged("cannot write `\(name)`: \(failure.reason)", help: failure.help)
    }
  }

  private func view(style: TerminalStyle, minSeverity: Severity, isQuiet: Bool, written: [String]) -> ReportView {
    ReportView(
      gate: gate, style: style, minSeverity: minSeverity, isQuiet: isQuiet, written: written, inputs: inputs)
  }
}
