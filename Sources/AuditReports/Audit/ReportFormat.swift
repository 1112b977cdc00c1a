import Audit
import PolicyEngine

/// A way to write a result. A new one is a file that renders it and says so in an extension, and its place in ``all``.
package struct ReportFormat: Sendable, Equatable {
  /// As `--format` takes it.
  package let name: String
  /// The name in an output folder.
  package let fileName: String
  let extent: Extent
  /// Whether an output folder has it without being asked.
  package let isInFolder: Bool
  /// Whether it is no text, and so nothing for a terminal.
  package let isBinary: Bool
  /// Whether it is made to be handed on, and so shows people under pseudonyms unless it is told otherwise.
  package let isHandedOn: Bool
  /// Whether it has the register of privileged rights, which is worked out for those alone.
  package let listsRights: Bool
  /// About how long it takes beside others: those that take long are begun first.
  package let effort: Int
  let write: @Sendable (AuditResult, ReportView, consuming ReportSink) throws -> Void

  /// Every format there is, in the order that help and messages name them.
  package static let all: [ReportFormat] = [
    .text, .html, .json, .rows, .csv, .csvNordic, .xlsx, .markdown, .sarif, .junit, .gitlab, .github, .oscal,
  ]

  /// Whether it says all that is known, or is made for something of it.
  enum Extent { case all, allInFiles, part }

  init(
    _ name: String, fileName: String, extent: Extent, isInFolder: Bool = true, isBinary: Bool = false,
    isHandedOn: Bool = true, listsRights: Bool = false, effort: Int = 1,
    write: @escaping @Sendable (AuditResult, ReportView, consuming ReportSink) throws -> Void
  ) {
    self.name = name
    self.fileName = fileName
    self.extent = extent
    self.isInFolder = isInFolder
    self.isBinary = isBinary
    self.isHandedOn = isHandedOn
    self.listsRights = listsRights
    self.effort = effort
    self.write = write
  }

  /// The format that is called so, in either case; `nil` for none.
  package static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name.lowercased() } }

  /// Whether it holds everything that is known, as a file or on a screen.
  package func isWhole(inFile: Bool) -> Bool { extent == .all || extent == .allInFiles && inFile }

  /// Writes a result to a sink and finishes it. Linear in the result.
  /// - Throws: what the sink throws.
  package func render(_ result: AuditResult, view: ReportView, into sink: consuming ReportSink) throws {
    try write(result, view, sink)
  }

  package static func == (left: ReportFormat, right: ReportFormat) -> Bool { left.name == right.name }
}

/// What of a result is shown, and how; formats for programs show all of it.
package struct ReportView: Sendable {
  var gate: GateDecision
  var style: TerminalStyle
  var minSeverity: Severity
  var grouping: FindingGrouping
  var isQuiet: Bool
  var written: [String]
  /// What follows `tilsyn why FINDING` to look at the same inputs.
  package var inputs: String

  /// - Parameters:
  ///   - minSeverity: the least severity of the findings that are listed.
  ///   - grouping: what findings stand together under, in the text.
  ///   - isQuiet: whether the verdict alone is shown.
  ///   - written: the files that were written beside it.
  ///   - inputs: what follows `tilsyn why FINDING` to look at the same inputs.
  package init(
    gate: GateDecision, style: TerminalStyle, minSeverity: Severity, by grouping: FindingGrouping = .policy,
    isQuiet: Bool, written: [String], inputs: String
  ) {
    self.gate = gate
    self.style = style
    self.minSeverity = minSeverity
    self.grouping = grouping
    self.isQuiet = isQuiet
    self.written = written
    self.inputs = inputs
  }
}
