/// Collects what the checks find, in any order, and hands it out by place without repetitions.
///
/// A class, so that every check of one run writes to the same place; used by one thread.
final class DiagnosticSink {
  private var found: Set<Diagnostic> = []

  func report(_ code: DiagnosticCode, _ message: String, at span: Span, help: String) {
    found.insert(
      Diagnostic(code: code.rawValue, severity: code.severity, message: message, span: span, help: help))
  }

  var hasErrors: Bool { found.contains { $0.severity == .error } }

  /// By file, place and code. A name that does not exist is reported where it is first used only: the other places
  /// are the same mistake.
  var sorted: [Diagnostic] {
    let ordered = found.sorted {
      ($0.span.file, $0.span.start, $0.span.end, $0.code, $0.message)
        < ($1.span.file, $1.span.start, $1.span.end, $1.code, $1.message)
    }
    let once: Set<String> = Set(
      [DiagnosticCode.unknownRelation, .unknownType, .unknownFunction, .unknownParameter].map(\.rawValue))
    var said: Set<String> = []
    return ordered.filter { !once.contains($0.code) || said.insert($0.code + $0.message).inserted }
  }
}
