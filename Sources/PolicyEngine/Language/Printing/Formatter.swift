/// Writes a policy file the one way it is written.
public enum Formatter {
  /// Why a file is left as it is: it has errors.
  public struct Failure: Error, Sendable {
    package var diagnostics: [Diagnostic]
    package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  }

  /// The formatted text, comments included. Formatting it again changes nothing, and reading it gives the same tree.
  /// A file with errors is not touched: its tree does not hold all that was written.
  public static func format(_ source: SourceText) -> Result<String, Failure> {
    let parsed = Parser.parseFile(source, file: 0)
    if parsed.diagnostics.contains(where: { $0.severity == .error }) {
      return .failure(Failure(diagnostics: parsed.diagnostics))
    }
    var builder = LayoutBuilder(source, comments: parsed.comments)
    let text = builder.items(parsed.items, starts: parsed.starts).rendered(width: Printer.width)
    return .success(text.isEmpty ? "" : text + "\n")
  }
}
