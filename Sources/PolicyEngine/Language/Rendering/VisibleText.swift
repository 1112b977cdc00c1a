/// A line of source as a terminal shows it, with the column of each scalar.
struct VisibleText {
  /// Tabs expanded, invisible characters escaped.
  let text: String
  /// The column, from 0, at which each scalar starts; the last entry is the width of the line.
  let columns: [Int]
  private let pieces: [String]

  private static let tab = 4

  init(_ scalars: [Unicode.Scalar]) {
    var columns = [0]
    var pieces: [String] = []
    var column = 0
    for scalar in scalars {
      let piece: String
      if scalar == "\t" {
        piece = String(repeating: " ", count: Self.tab - column % Self.tab)
        column += piece.count
      } else if Lexer.isHidden(scalar.value) {
        piece = Self.escape(scalar)
        column += piece.count
      } else {
        piece = String(Character(scalar))
        column += Self.width(scalar)
      }
      pieces.append(piece)
      columns.append(column)
    }
    self.columns = columns
    self.pieces = pieces
    text = pieces.joined()
  }

  /// A part of the line no wider than `width` that shows the scalar at an index, with `…` where it is cut.
  func window(around index: Int, width: Int) -> (text: String, offset: Int, width: Int) {
    let wanted = max(0, columns[index] - width / 3)
    let first = columns.firstIndex { $0 >= wanted } ?? 0
    var last = first
    while last < pieces.count, columns[last + 1] - columns[first] <= width - 2 { last += 1 }
    let head = first > 0 ? "…" : ""
    let tail = last < pieces.count ? "…" : ""
    let offset = columns[first] - head.count
    return (head + pieces[first..<last].joined() + tail, offset, columns[last] - offset)
  }

  /// A text of which nothing can act on a terminal.
  static func inert(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { Lexer.isHidden($0.value) }) else { return text }
    return text.unicodeScalars.map { Lexer.isHidden($0.value) ? escape($0) : String(Character($0)) }.joined()
  }

  static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  /// Columns that a terminal gives a scalar: 0, 1 or 2 (Unicode, annex 11, in its main blocks).
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: 0
      default: 1
      }
    }
  }
}
