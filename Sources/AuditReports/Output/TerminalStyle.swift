/// How a report for people looks: width, colour and length. Colour never carries meaning that the words do not.
package struct TerminalStyle: Sendable {
  /// The least width that the tables fit in.
  package static let leastWidth = 58
  /// Columns of the terminal; longer lines are cut, except in places that a person copies.
  package var width: Int
  package var hasColour: Bool
  /// Everything instead of the first screen.
  package var isVerbose: Bool

  package init(width: Int = 100, hasColour: Bool = false, isVerbose: Bool = false) {
    self.width = max(Self.leastWidth, width)
    self.hasColour = hasColour
    self.isVerbose = isVerbose
  }

  enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
  }

  /// The text in a colour, where colours are wanted. The text must be inert already.
  func paint(_ text: String, _ paint: Paint) -> String {
    hasColour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// An inert text cut to what is left of the line after `indent` columns, between words; within one that is a path or a
  /// command and would take much of the line along.
  func fit(_ text: String, after indent: Int = 0) -> String {
    let inert = InertText.line(text)
    if isVerbose { return inert }
    let line = LineWrap.lines(inert, width: width - indent, limit: 1)[0]
    let isWaste = line.last == "…" && width - indent - DisplayWidth.of(line) >= Self.longWord
    return isWaste ? DisplayWidth.cut(inert, to: width - indent) : line
  }

  /// Columns that a word which does not fit may leave empty.
  private static let longWord = 16

  /// The lines of an inert text, the first after `indent` columns and the others after two more; at most `limit` of them.
  func wrap(_ text: String, after indent: Int, limit: Int) -> [String] {
    let inert = InertText.line(text)
    let margin = String(repeating: " ", count: indent)
    if isVerbose { return [margin + inert] }
    return LineWrap.lines(inert, width: width - indent, hang: 2, limit: limit).map { margin + $0 }
  }
}
