/// Breaks a text into lines of a terminal, between words.
package enum LineWrap {
  /// The text in lines of at most `width` cells, those after the first indented by `hang`. Where it takes more than `limit`
  /// lines, the last one ends in `…`. Spaces at the end of a line are left out; a word that is longer than a line is broken,
  /// since it cannot stand anywhere. Linear in what is shown, not in the text.
  /// - Parameter text: inert already.
  package static func lines(_ text: String, width: Int, hang: Int = 0, limit: Int = .max) -> [String] {
    let width = max(2, width)
    let indent = String(repeating: " ", count: min(hang, width - 2))
    var lines: [String] = []
    var line = ""
    var used = 0
    var gap = 0
    var rest = text[...]
    while !rest.isEmpty {
      if rest.first == " " {
        let spaces = rest.prefix { $0 == " " }.count
        rest = rest.dropFirst(spaces)
        // At the beginning of a line that goes on they are where it was broken.
        if used > 0 || lines.isEmpty { gap = spaces }
        continue
      }
      let room = width - (lines.isEmpty ? 0 : indent.count)
      let (word, cells) = word(rest, upTo: room)
      if used + gap + cells <= room {
        line += String(repeating: " ", count: gap) + word
        used += gap + cells
        rest = rest.dropFirst(word.count)
        gap = 0
      } else if used == 0, gap > 0 {
        gap = 0
      } else {
        lines.append(line)
        (line, used, gap) = (indent, 0, 0)
        if lines.count == limit { return Array(lines.dropLast()) + [ended(lines[limit - 1], width)] }
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The first word; of one that takes more than a line as much as fits. At least one sign, however narrow the line is.
  private static func word(_ rest: Substring, upTo room: Int) -> (word: Substring, cells: Int) {
    var end = rest.startIndex
    var cells = 0
    while end < rest.endIndex, rest[end] != " " {
      let next = DisplayWidth.of(String(rest[end]))
      if cells + next > room, cells > 0 { break }
      cells += next
      end = rest.index(after: end)
    }
    return (rest[..<end], min(cells, room))
  }

  /// A line that says that something is left out: its last words give way to the sign.
  private static func ended(_ line: String, _ width: Int) -> String {
    var line = line[...]
    while DisplayWidth.of(String(line)) + 2 > width, let space = line.lastIndex(of: " "),
      line[..<space].contains(where: { $0 != " " })
    {
      line = line[..<space]
    }
    while line.last == " " { line.removeLast() }
    return DisplayWidth.of(String(line)) + 2 > width ? DisplayWidth.cut(line + "…", to: width) : line + " …"
  }
}
