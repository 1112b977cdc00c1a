/// What one cell of a sheet holds, collected element by element.
///
/// A cell has one content: a value, a text of its own, or a formula. Whatever stands elsewhere in it, or in a form that its
/// type does not have, was written by a program that means something by it: such a cell is not empty, and not read.
struct WorkbookCell {
  enum Content: Equatable {
    case text(String)
    case formula(String)
    /// Holds something that is not read.
    case unread
  }

  /// `t`: `n` where nothing is said.
  var type = "n"
  /// `s`.
  var style = 0
  private var value: String?
  private var inline: String?
  private var formula: String?
  private var hasOther = false
  /// How characters are read; no content beside a text.
  private var hasReading = false
  /// The elements within the cell that are open.
  private var path: [String] = []

  init(type: String, style: Int) {
    self.type = type
    self.style = style
  }

  init() {}

  /// Whether nothing within the cell is open.
  var isOutermost: Bool { path.isEmpty }

  mutating func open(_ element: String) {
    path.append(element)
    switch path {
    case ["v"]:
      if value != nil { hasOther = true }
      value = value ?? ""
    case ["f"]:
      if formula != nil { hasOther = true }
      formula = formula ?? ""
    case ["is"]:
      if inline != nil { hasOther = true }
      inline = inline ?? ""
    case ["is", "t"], ["is", "r"], ["is", "r", "t"]: break
    // Fonts and readings of characters; extensions hold no content of the cell.
    case _ where path.count > 1 && (path[0] == "is" || path[0] == "extLst"): break
    case ["extLst"]: break
    default: hasOther = true
    }
  }

  mutating func close() { _ = path.popLast() }

  mutating func add(_ text: String) {
    switch path {
    case ["v"]: value? += text
    case ["f"]: formula? += text
    case ["is", "t"], ["is", "r", "t"]: inline? += text
    case _ where path.starts(with: ["is", "rPh"]): hasReading = hasReading || !Blank.isBlank(text)
    case _ where path.first == "extLst": break
    default: if !Blank.isBlank(text) { hasOther = true }
    }
  }

  /// - Parameter strings: the shared texts of the workbook.
  /// - Parameter day: a number as the day or time that the cell's style shows; `nil` where it shows none.
  func content(_ strings: [String?], day: (String) -> String?) throws(FormatProblem) -> Content {
    if hasOther || (hasReading && Blank.isBlank(inline ?? "")) { return .unread }
    if let formula { return .formula("=" + formula) }
    if type == "inlineStr" ? value != nil : inline != nil { return .unread }
    switch type {
    case "s":
      guard let index = value.flatMap({ Int($0) }), strings.indices.contains(index) else {
        throw WorkbookArchive.problem("workbook-strings", "a cell refers to a text that the workbook does not have")
      }
      return strings[index].map { .text($0) } ?? .unread
    case "inlineStr": return .text(WorkbookText.decoded(inline ?? ""))
    case "str": return .text(WorkbookText.decoded(value ?? ""))
    case "b": return .text(value == "1" ? "TRUE" : value == "0" ? "FALSE" : value ?? "")
    case "n": return .text(value.map { day($0) ?? $0 } ?? "")
    case "d", "e": return .text(value ?? "")
    default: return value == nil ? .text("") : .unread
    }
  }
}
