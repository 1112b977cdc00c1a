import Audit
import AuditReports
import Budget
import Foundation
import ImportCore
import PolicyEngine

/// Writes one result in every format that was asked for. Files get their names when all are written.
///
/// People are named as is asked for, or as each format does by itself: in full in what stays with whoever has the exports,
/// with pseudonyms in what is handed on.
struct OutputWriter {
  let result: AuditResult
  let gate: GateDecision
  let style: TerminalStyle
  let minSeverity: Severity
  let grouping: FindingGrouping
  let isQuiet: Bool
  /// What follows `tilsyn why FINDING` to look at the same inputs.
  let inputs: String
  /// How people are named everywhere; `nil` where each format decides.
  var identifiers: Identifiers?
  /// The key of pseudonyms, where one is needed.
  var key: PseudonymKey?

  /// - Parameter keyFile: what gets its name with the files, where a key was drawn for their folder.
  func write(_ targets: [OutputTarget], keyFile: AtomicFile?) throws {
    let results = Results(self, targets)
    let names = targets.compactMap(\.path?.shown)
    // A file is kept: no colour, nothing left out, whatever is shown meanwhile.
    let whole = view(style: TerminalStyle(isVerbose: true), minSeverity: .info, isQuiet: false, written: [])
    var files: [(file: AtomicFile, format: ReportFormat, name: String)] = []
    for target in targets {
      guard let path = target.path else { continue }
      let file = try AtomicFile(OutputPlace(path), isPrivate: namesPeople(in: target.format))
      files.append((file, target.format, path.shown))
    }
    try render(results, whole, into: files)
    try AtomicFile.commit([keyFile].compactMap { $0 } + files.map(\.file))
    let shown = view(style: style, minSeverity: minSeverity, isQuiet: isQuiet, written: names)
    for target in targets where target.path == nil {
      try render(results[target.format], target.format, shown, into: StandardOutput.sink(), named: "standard output")
    }
  }

  /// Renders every file, as many at a time as there are processors. The first that cannot be written is told of.
  private func render(
    _ results: Results, _ view: ReportView, into files: [(file: AtomicFile, format: ReportFormat, name: String)]
  ) throws {
    // Safe: each file is one worker's.
    nonisolated(unsafe) let files = files
    // What takes long is begun first, so that no worker is left with it alone at the end.
    let order = files.indices.sorted { (-files[$0].format.effort, $0) < (-files[$1].format.effort, $1) }
    let failures = Workers(count: min(files.count, ProcessInfo.processInfo.activeProcessorCount)).map(files.count) {
      let (file, format, name) = files[order[$0]]
      return Swift.Result { try render(results[format], format, view, into: file.sink(), named: name) }
    }
    for (_, failure) in zip(order, failures).sorted(by: { $0.0 < $1.0 }) { try failure.get() }
  }

  private func render(
    _ result: AuditResult, _ format: ReportFormat, _ view: ReportView, into sink: consuming ReportSink,
    named name: String
  ) throws {
    var view = view
    // Paths that were typed may name people, too.
    if result.identifiers != .full {
      view.inputs = result.basis.arguments.map(ShellWords.quoted).joined(separator: " ")
    }
    do {
      try format.render(result, view: view, into: sink)
    } catch let failure as ReportFailure {
      throw CommandFailure.notJudged("cannot write `\(name)`: \(failure.reason)", help: "\(failure.help)")
    }
  }

  // MARK: People

  /// How a format names people. What has lost their names cannot get them back.
  func identifiers(of format: ReportFormat) -> Identifiers {
    if result.identifiers != .full { return result.identifiers }
    return identifiers ?? (format.isHandedOn ? .pseudonym : .full)
  }

  /// Whether a format names people in full.
  func namesPeople(in format: ReportFormat) -> Bool { identifiers(of: format) == .full }

  /// The result as formats name people in it. What findings rest on is searched for: once, not for each format.
  private struct Results {
    private let writer: OutputWriter
    private var results: [Identifiers: AuditResult] = [:]

    init(_ writer: OutputWriter, _ targets: [OutputTarget]) {
      self.writer = writer
      let wanted = targets.map { writer.identifiers(of: $0.format) }
      var full = writer.result
      var kept: [FindingList] = []
      if targets.count > 1 {
        full.findings = full.findings.remembered()
        kept.append(full.findings)
      }
      for identifiers in Set(wanted) {
        var result = full
        if full.identifiers == .full {
          switch identifiers {
          case .full: break
          case .pseudonym: result = full.withPseudonyms(writer.key ?? PseudonymKey(Array(PseudonymKey.draw().utf8))!)
          case .mask: result = full.masked()
          }
        }
        if identifiers != .full, wanted.count(where: { $0 == identifiers }) > 1 {
          result.findings = result.findings.remembered()
          kept.append(result.findings)
        }
        results[identifiers] = result
      }
      // What is asked for under pseudonyms is asked for in full.
      for list in kept.reversed() { Self.workOut(list) }
    }

    /// Works out all findings that are kept, before formats are written that ask for them in one order, and would wait for each
    /// other.
    private static func workOut(_ list: FindingList) {
      let size = JSONReport.evidenceBlock
      _ = Workers(count: ProcessInfo.processInfo.activeProcessorCount).map((list.count + size - 1) / size) {
        _ = list[$0 * size..<min(($0 + 1) * size, list.count)]
      }
    }

    subscript(format: ReportFormat) -> AuditResult { results[writer.identifiers(of: format)] ?? writer.result }
  }

  private func view(style: TerminalStyle, minSeverity: Severity, isQuiet: Bool, written: [String]) -> ReportView {
    ReportView(
      gate: gate, style: style, minSeverity: minSeverity, by: grouping, isQuiet: isQuiet, written: written,
      inputs: inputs)
  }
}
