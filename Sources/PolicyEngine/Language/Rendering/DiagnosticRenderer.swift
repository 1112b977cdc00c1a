/// Diagnostics as people read them: the message, the place, the line with the part underlined, and what to do.
///
/// ```
/// error[missing-if]: this clause has no `if`
///  --> kitos.policy:12:27
///    |
/// 12 |   fail "{user} is no mailbox" hr.person(person, email)
///    |                              ^
///    = help: write `if` and a body after the message
/// ```
///
/// What comes from a file is made inert: control and direction characters are shown as `\u{1B}`.
public enum DiagnosticRenderer {
  /// Columns of source that are shown; longer lines are cut around the place.
  private static let width = 120
  /// Bytes of a line that are looked at before and behind the place: enough for a screen, however long the line is.
  private static let reach = 1024

  /// All diagnostics in the order given, with a blank line between them. Linear in the lines that are shown.
  public static func render(_ diagnostics: [Diagnostic], sources: [SourceText], color: Bool) -> String {
    diagnostics.map { render($0, sources: sources, paint: Paint(isOn: color)) }.joined(separator: "\n")
  }

  private static func render(_ diagnostic: Diagnostic, sources: [SourceText], paint: Paint) -> String {
    let severity = diagnostic.severity
    let title = paint(severity == .error ? .red : .yellow, "\(severity.rawValue)[\(diagnostic.code)]")
    var text = title + paint(.bold, ": " + VisibleText.inert(diagnostic.message)) + "\n"
    var margin = ""
    if sources.indices.contains(diagnostic.span.file) {
      let source = sources[diagnostic.span.file]
      let position = source.position(of: diagnostic.span.start)
      margin = String(repeating: " ", count: String(position.line).count)
      let place = "\(VisibleText.inert(source.path)):\(position.line):\(position.column)"
      text += paint(.blue, "\(margin)-->") + " \(place)\n"
      text += snippet(diagnostic, source, position: position, margin: margin, paint: paint)
    }
    if !diagnostic.help.isEmpty {
      let sign = margin.isEmpty ? "" : paint(.blue, "\(margin) = ")
      text += sign + paint(.cyan, "help") + ": \(VisibleText.inert(diagnostic.help))\n"
    }
    return text
  }

  private static func snippet(
    _ diagnostic: Diagnostic, _ source: SourceText, position: (line: Int, column: Int), margin: String, paint: Paint
  ) -> String {
    let excerpt = source.excerpt(of: position.line, around: diagnostic.span.start, reach: reach)
    let scalars = Array(excerpt.scalars(to: nil))
    let from = excerpt.scalars(to: diagnostic.span.start).count
    let to = max(from, excerpt.scalars(to: diagnostic.span.end).count)
    let line = VisibleText(scalars)
    var (start, stop) = (line.columns[from], line.columns[to])
    var shown = line.text
    if line.columns[scalars.count] > width {
      let window = line.window(around: from, width: width)
      shown = window.text
      start = start - window.offset
      stop = min(stop - window.offset, window.width)
    }
    let underline =
      String(repeating: " ", count: start)
      + paint(
        diagnostic.severity == .error ? .red : .yellow, String(repeating: "^", count: max(1, stop - start)))
    let bar = paint(.blue, "\(margin) |")
    let number = paint(.blue, "\(position.line) |")
    return "\(bar)\n\(number) \(shown)\n\(bar) \(underline)\n"
  }

  /// Colours of a terminal, or none.
  private struct Paint {
    enum Style: String {
      case bold = "1"
      case red = "1;31"
      case yellow = "1;33"
      case blue = "1;34"
      case cyan = "1;36"
    }
    let isOn: Bool
    func callAsFunction(_ style: Style, _ text: String) -> String {
      isOn ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
  }
}
