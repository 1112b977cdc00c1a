/// Which styles of a workbook show a number as a day or a time.
struct WorkbookStyles {
  private var isDay: [Bool] = []

  init() {}

  init(_ xml: WorkbookXML) throws(FormatProblem) {
    var custom: [Int: Bool] = [:]
    var inCells = false
    while let event = try xml.next() {
      switch event {
      case .open("numFmt"):
        if let id = xml.attribute("numFmtId").flatMap({ Int($0) }), let code = xml.attribute("formatCode") {
          try xml.keep(64)
          custom[id] = Self.showsDay(code)
        }
      case .open("cellXfs"): inCells = true
      case .close("cellXfs"): inCells = false
      case .open("xf") where inCells:
        let id = xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
        try xml.keep(4)
        isDay.append(custom[id] ?? Self.isBuiltInDay(id))
      default: break
      }
    }
  }

  /// Whether a cell of the style shows a day.
  func showsDay(_ style: Int) -> Bool { isDay.indices.contains(style) && isDay[style] }

  /// Formats that every workbook has, those of East Asia included.
  private static func isBuiltInDay(_ id: Int) -> Bool {
    (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
  }

  /// Whether a format has a part of a day outside quotes, brackets and escapes.
  private static func showsDay(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "[" {
        isBracketed = true
      } else if character == "]" {
        isBracketed = false
      } else if !isBracketed, "ymdhs".contains(character) {
        return true
      }
    }
    return false
  }
}
