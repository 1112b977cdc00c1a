/// Lays out trees, with the comments of their source in between.
///
/// Trees are walked in the order of their source, and each comment is placed once: at the end of the line of what it
/// follows, else on a line of its own before the next part that stands on a line.
struct LayoutBuilder {
  private let bytes: [UInt8]
  private let comments: [Comment]
  private var next = 0
  /// Without a source the documentation comes from the tree.
  let hasSource: Bool

  /// For trees alone.
  init() {
    bytes = []
    comments = []
    hasSource = false
  }

  init(_ source: SourceText, comments: [Comment]) {
    bytes = source.bytes
    self.comments = comments
    hasSource = true
  }

  /// The comments before a place, in order, that stand nowhere yet.
  mutating func takeComments(before offset: Int) -> [Comment] {
    let first = next
    while next < comments.count, comments[next].start < offset { next += 1 }
    return Array(comments[first..<next])
  }

  /// The comments before a place, each on a line of its own that is ended.
  mutating func leading(_ offset: Int) -> [Layout] {
    takeComments(before: offset).flatMap { [.text(text($0)), .hardLine] }
  }

  /// The comments before a place that closes something, each on a line of its own that is begun.
  mutating func closing(_ offset: Int) -> [Layout] {
    takeComments(before: offset).flatMap { [.hardLine, .text(text($0))] }
  }

  /// The comment on the line on which a part ends, if only a comma stands between them.
  mutating func trailing(_ end: Int) -> [Layout] {
    guard next < comments.count, comments[next].start >= end else { return [] }
    let comment = comments[next]
    for at in end..<comment.start {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ","): continue
      default: return []
      }
    }
    next += 1
    return [.text("  " + text(comment)), .breaks]
  }

  /// Parts with a comma after each but the last, and `line` between them; comments stand before and behind each.
  mutating func list<Part>(
    _ parts: [Part], start: (Part) -> Int, end: (Part) -> Int, layout: (inout LayoutBuilder, Part) -> Layout
  ) -> [Layout] {
    var list: [Layout] = []
    for (index, part) in parts.enumerated() {
      list += leading(start(part))
      list.append(layout(&self, part))
      let isLast = index == parts.count - 1
      if !isLast { list.append(.text(",")) }
      list += trailing(end(part))
      if !isLast { list.append(.line) }
    }
    return list
  }

  /// A comment as written; documentation of nothing becomes an ordinary comment, lest it document what follows.
  func text(_ comment: Comment) -> String {
    let raw = String(decoding: bytes[comment.start..<comment.end], as: UTF8.self)
    return comment.isDocumentation && !comment.isAttached ? "//" + raw.dropFirst(3) : raw
  }

  /// Whether a comment stands within a part. Logarithmic.
  func hasComment(in span: Span) -> Bool {
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].start < span.start { low = middle + 1 } else { high = middle }
    }
    return low < comments.count && comments[low].start < span.end
  }

  /// Whether an empty line stands before a place.
  func hasBlankLine(before offset: Int) -> Bool {
    var lines = 0
    var at = min(offset, bytes.count) - 1
    while at >= 0, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[at]) {
      if bytes[at] == 0x0A { lines += 1 }
      at -= 1
    }
    return lines > 1 && at >= 0
  }

  /// One part of a block in which each part stands on lines of its own.
  struct Block {
    var start: Int
    var end: Int
    /// Whether an empty line must stand between this part and its neighbours.
    var isSetApart: Bool
    var documentation = ""
  }

  /// The parts below each other, with their comments; at most one empty line is kept between two.
  ///
  /// - Parameter end: The place up to which comments belong to this block.
  mutating func block(
    _ parts: [Block], end: Int, layout: (inout LayoutBuilder, Int) -> Layout
  ) -> Layout {
    var lines: [Layout] = []
    for (index, part) in parts.enumerated() {
      let comments = takeComments(before: part.start)
      let starts = comments.map(\.start) + [part.start]
      let wantsBlank =
        index > 0 && (part.isSetApart || parts[index - 1].isSetApart || !part.documentation.isEmpty)
      let hasBlank = starts.indices.contains { keepsBlank(at: $0, of: starts, comments) }
      for at in starts.indices {
        if !lines.isEmpty {
          let isBlank = keepsBlank(at: at, of: starts, comments) || at == 0 && wantsBlank && !hasBlank
          lines.append(isBlank ? .blankLine : .hardLine)
        }
        if at < comments.count { lines.append(.text(text(comments[at]))) }
      }
      if !hasSource, !part.documentation.isEmpty {
        for line in part.documentation.split(separator: "\n", omittingEmptySubsequences: false) {
          lines += [.text(line.isEmpty ? "///" : "/// \(line)"), .hardLine]
        }
      }
      lines.append(layout(&self, index))
      lines += trailing(part.end)
    }
    for comment in takeComments(before: end) {
      if !lines.isEmpty { lines.append(hasBlankLine(before: comment.start) ? .blankLine : .hardLine) }
      lines.append(.text(text(comment)))
    }
    return .sequence(lines)
  }

  /// An empty line of the source is kept, but not between documentation and what it documents.
  private func keepsBlank(at index: Int, of starts: [Int], _ comments: [Comment]) -> Bool {
    guard hasSource, hasBlankLine(before: starts[index]) else { return false }
    return index == 0 || !comments[index - 1].isAttached
  }
}
