/// How many cells of a terminal a text takes, and how to cut it to fit.
package enum DisplayWidth {
  /// Cells of a text that is already inert: combining marks take none, East Asian wide characters and emoji two.
  package static func of(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += of(scalar) }
    return width
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  // Blocks whose characters take two cells (Unicode East Asian Width W and F, and emoji).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD,
  ]

  /// The text, or its beginning and `…` where it takes more than `width` cells.
  package static func cut(_ text: String, to width: Int) -> String {
    if text.utf8.count <= width || of(text) <= width { return text }
    var result = ""
    var used = 0
    for character in text {
      let cells = of(String(character))
      if used + cells > max(0, width - 1) { break }
      result.append(character)
      used += cells
    }
    return result + "…"
  }

  /// The text with spaces behind it, so that it takes at least `width` cells.
  package static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// The text with spaces before it, so that it takes at least `width` cells.
  package static func pad(before text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - of(text))) + text
  }

  /// The number with spaces before it.
  package static func pad(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }
}
