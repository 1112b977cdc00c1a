import Audit

/// What a finding rests on, drawn: the facts with file and line on the left, and what follows from them on the right.
///
/// The list beside it says the same in words, so it is hidden from whoever reads by ear. What is not known has a dashed frame.
struct ProofDrawing {
  /// Facts that are drawn; the list has the rest.
  static let shown = 6

  private static let width = 720
  private static let boxWidth = 372
  private static let boxHeight = 40
  private static let gap = 10
  private static let endWidth = 276
  /// Letters that fit in a box of facts, and in one line of what follows.
  private static let (factCells, endCells) = (53, 34)

  /// The drawing as an element of SVG; empty where a finding rests on nothing that could be drawn.
  static func svg(_ finding: Finding, _ evidence: [Evidence], verdict: String, more: (Int) -> String) -> String {
    guard !evidence.isEmpty else { return "" }
    let facts = Array(evidence.prefix(shown))
    let rest = evidence.count - facts.count
    let rows = facts.count + (rest > 0 ? 1 : 0)
    let message = lines(finding.message)
    let endHeight = 34 + 16 * message.count
    let height = max(rows * (boxHeight + gap) - gap, endHeight) + 2
    let endTop = (height - endHeight) / 2
    var svg = #"<svg class="proof" viewBox="0 0 \#(width) \#(height)" aria-hidden="true" focusable="false">"#
    for (at, fact) in facts.enumerated() {
      let top = 1 + at * (boxHeight + gap)
      let middle = top + boxHeight / 2
      svg += path(from: boxWidth + 1, middle, to: width - endWidth - 1, endTop + endHeight / 2)
      svg += "<g\(fact.isHole ? #" class="hole""# : "")>" + rect(1, top, boxWidth, boxHeight)
      svg += text(8, top + 16, cut(fact.fact, factCells))
      svg += text(8, top + 32, cut(fact.place ?? "", factCells, fromStart: true), "place") + "</g>"
    }
    if rest > 0 { svg += text(8, 1 + facts.count * (boxHeight + gap) + 16, more(rest), "place") }
    let left = width - endWidth - 1
    svg += #"<g class="end \#(finding.verdict.rawValue)">"# + rect(left, endTop, endWidth, endHeight)
    svg += text(left + 10, endTop + 20, verdict.uppercased())
    for (at, line) in message.enumerated() { svg += text(left + 10, endTop + 38 + 16 * at, line) }
    return svg + "</g></svg>"
  }

  private static func rect(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
    #"<rect x="\#(x)" y="\#(y)" width="\#(width)" height="\#(height)" rx="3"/>"#
  }

  private static func text(_ x: Int, _ y: Int, _ text: String, _ kind: String = "") -> String {
    let kind = kind.isEmpty ? "" : #" class="\#(kind)""#
    return text.isEmpty ? "" : #"<text x="\#(x)" y="\#(y)"\#(kind)>\#(InertHTML.text(text))</text>"#
  }

  private static func path(from x: Int, _ y: Int, to endX: Int, _ endY: Int) -> String {
    let middle = (x + endX) / 2
    return #"<path d="M\#(x) \#(y)C\#(middle) \#(y) \#(middle) \#(endY) \#(endX) \#(endY)"/>"#
  }

  /// The beginning of a text that fits, or of a path its end, which says more.
  private static func cut(_ text: String, _ cells: Int, fromStart: Bool = false) -> String {
    let inert = InertText.line(text)
    guard fromStart, DisplayWidth.of(inert) > cells else { return DisplayWidth.cut(inert, to: cells) }
    return "…" + inert.suffix(cells - 1)
  }

  /// A message in at most four lines.
  private static func lines(_ text: String) -> [String] {
    LineWrap.lines(InertText.line(String(text.prefix(400))), width: endCells, limit: 4)
  }
}
