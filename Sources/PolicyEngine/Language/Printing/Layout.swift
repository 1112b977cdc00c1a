/// Text whose line breaks are not decided yet: a group stands on one line where it fits, else all its lines break.
indirect enum Layout {
  case text(String)
  /// A space, or a line break in a broken group.
  case line
  /// Nothing, or a line break in a broken group.
  case softLine
  /// A line break, which breaks every group around it.
  case hardLine
  /// A line break with an empty line before the next text.
  case blankLine
  /// Nothing, but every group around it is broken.
  case breaks
  case nest(Int, Layout)
  case group(Layout)
  case sequence([Layout])

  static func sequence(_ parts: Layout...) -> Layout { .sequence(parts) }

  /// The parts with a comma after each but the last, and `line` between them.
  static func commaSeparated(_ parts: [Layout]) -> Layout {
    .sequence(parts.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [.text(","), .line, $0.element] })
  }

  /// Renders the layout. Linear in its size times the width.
  func rendered(width: Int) -> String {
    var output = ""
    var column = 0
    var stack: [(indent: Int, isFlat: Bool, part: Layout)] = [(0, false, self)]
    func breakLine(_ indent: Int) {
      // No white space at the end of a line.
      while output.last == " " { output.removeLast() }
      output += "\n" + String(repeating: " ", count: indent)
      column = indent
    }
    while let (indent, isFlat, part) = stack.popLast() {
      switch part {
      case .text(let text):
        output += text
        column += text.unicodeScalars.count
      case .line:
        if isFlat {
          output += " "
          column += 1
        } else {
          breakLine(indent)
        }
      case .softLine: if !isFlat { breakLine(indent) }
      case .hardLine: breakLine(indent)
      case .blankLine:
        breakLine(0)
        breakLine(indent)
      case .breaks: break
      case .nest(let more, let inner): stack.append((indent + more, isFlat, inner))
      case .group(let inner): stack.append((indent, isFlat || inner.fits(width - column), inner))
      case .sequence(let parts): for part in parts.reversed() { stack.append((indent, isFlat, part)) }
      }
    }
    return output
  }

  /// Whether the layout can stand on one line of a width. Looks no further than the width.
  private func fits(_ width: Int) -> Bool {
    var rest = width
    var stack = [self]
    while let part = stack.popLast() {
      if rest < 0 { return false }
      switch part {
      case .text(let text): rest -= text.unicodeScalars.count
      case .line: rest -= 1
      case .softLine: break
      case .hardLine, .blankLine, .breaks: return false
      case .nest(_, let inner), .group(let inner): stack.append(inner)
      case .sequence(let parts): stack += parts.reversed()
      }
    }
    return rest >= 0
  }
}
