import Audit
import AuditReports
import Foundation
import ImportCore
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
    var result = result
    // What findings rest on is searched for: once, not for each format.
    if targets.count > 1 { result.findings = result.findings.remembered() }
    let names = targets.compactMap(\.path?.shown)
    // A file is kept: no colour, nothing left out, whatever is shown meanwhile.
    let whole = view(style: TerminalStyle(isVerbose: true), minSeverity: .info, isQuiet: false, written: [])
    var files: [(file: AtomicFile, format: ReportFormat, name: String)] = []
    for target in targets {
      guard let path = target.path else { continue }
      files.append((try AtomicFile(OutputPlace(path)), target.format, path.shown))
    }
    try render(result, whole, into: files)
    try AtomicFile.commit(files.map(\.file))
    let shown = view(style: style, minSeverity: minSeverity, isQuiet: isQuiet, written: names)
    for target in targets where target.path == nil {
      try render(result, target.format, shown, into: StandardOutput.sink(), named: "standard output")
    }
  }

  /// Renders every file, as many at a time as there are processors. The first that cannot be written is told of.
  private func render(
    _ result: AuditResult, _ view: ReportView, into files: [(file: AtomicFile, format: ReportFormat, name: String)]
  ) throws {
    // Safe: each file is one worker's.
    nonisolated(unsafe) let files = files
    let failures = Workers(count: min(files.count, ProcessInfo.processInfo.activeProcessorCount)).map(files.count) {
      let (file, format, name) = files[$0]
      return Swift.Result { try render(result, format, view, into: file.sink(), named: name) }
    }
    for failure in failures { try failure.get() }
  }

  private func render(
    _ result: AuditResult, _ format: ReportFormat, _ view: ReportView, into sink: consuming ReportSink,
    named name: String
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
