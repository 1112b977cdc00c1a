/// Finds the parts of a workbook and reads its sheets.
struct WorkbookReader {
  let archive: WorkbookArchive

  init(_ archive: WorkbookArchive) throws(FormatProblem) {
    self.archive = archive
    guard archive.has("[Content_Types].xml") else { throw Self.notAWorkbook }
    try refuseWhatRuns()
  }

  private static let notAWorkbook = WorkbookArchive.problem(
    "not-a-workbook", "a ZIP file that is no workbook", help: "unpack it, or save the table as .xlsx or CSV")

  /// Macros run, and links read other files; neither belongs in an export.
  private func refuseWhatRuns() throws(FormatProblem) {
    for name in archive.names.map({ $0.lowercased() }) {
      if name.hasSuffix("vbaproject.bin") || name.contains("/macrosheets/") || name.contains("/activex/") {
        throw WorkbookArchive.problem(
          "workbook-macros", "the workbook holds macros", help: "save it as .xlsx without macros, or as CSV")
      }
      if name.contains("/externallinks/") {
        throw WorkbookArchive.problem(
          "workbook-links", "the workbook links to other workbooks", help: "save the values alone, or as CSV")
      }
    }
    let types = try xml("[Content_Types].xml")
    while let event = try types.next() {
      guard case .open = event, let type = types.attribute("ContentType")?.lowercased() else { continue }
      if type.contains("macroenabled") || type.contains("vbaproject") {
        throw WorkbookArchive.problem(
          "workbook-macros", "the workbook holds macros", help: "save it as .xlsx without macros, or as CSV")
      }
    }
  }

  private func xml(_ part: String) throws(FormatProblem) -> WorkbookXML {
    try WorkbookXML(try archive.read(part), of: archive)
  }

  func read() throws(FormatProblem) -> Workbook {
    let main = try relationships(of: "").first { $0.type.hasSuffix("/officeDocument") }?.target
    guard let main, archive.has(main) else { throw Self.notAWorkbook }
    let links = try relationships(of: main)
    let sheets = try sheetList(main)
    var texts: [String?] = []
    if let name = part(links, "/sharedStrings") { texts = try strings(name) }
    var styles = WorkbookStyles()
    if let name = part(links, "/styles") { styles = try WorkbookStyles(try xml(name)) }
    var result = Workbook(sheets: [])
    let byID = Dictionary(links.map { ($0.id, $0) }) { first, _ in first }
    var taken = Set<String>()
    for sheet in sheets.list {
      guard let link = byID[sheet.link] else {
        throw WorkbookArchive.problem("workbook-incomplete", "the workbook lacks a part that it names")
      }
      // Sheets of charts and dialogues hold no cells.
      guard link.type.hasSuffix("/worksheet") else { continue }
      guard taken.insert(link.target).inserted else {
        throw WorkbookArchive.problem(
          "workbook-twice", "two sheets of the workbook are one and the same part", help: "export it again")
      }
      var reader = WorkbookSheetReader(
        xml: try xml(link.target), strings: texts, styles: styles,
        startsIn1904: sheets.startsIn1904)
      result.sheets.append(try reader.read(name: sheet.name, isHidden: sheet.isHidden))
    }
    return result
  }

  private func part(_ links: [Relationship], _ type: String) -> String? {
    links.first { $0.type.hasSuffix(type) }?.target
  }

  private struct Relationship {
    var id: String
    var type: String
    var target: String
  }

  /// What a part refers to; the workbook as a whole has no name. Targets outside the archive are left out.
  private func relationships(of part: String) throws(FormatProblem) -> [Relationship] {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = part[..<slash]
    let name = "\(folder)_rels/\(part[slash...]).rels"
    guard archive.has(name) else { return [] }
    let xml = try xml(name)
    var found: [Relationship] = []
    while let event = try xml.next() {
      guard event == .open("Relationship"), let id = xml.attribute("Id"), let type = xml.attribute("Type"),
        let target = xml.attribute("Target"), xml.attribute("TargetMode") != "External"
      else { continue }
      let whole = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
      if whole.split(separator: "/").contains("..") { continue }
      try xml.keep(256 + id.utf8.count + type.utf8.count + whole.utf8.count)
      found.append(Relationship(id: id, type: type, target: whole))
    }
    return found
  }

  private func sheetList(
    _ main: String
  ) throws(FormatProblem) -> (list: [(name: String, link: String, isHidden: Bool)], startsIn1904: Bool) {
    let xml = try xml(main)
    var list: [(name: String, link: String, isHidden: Bool)] = []
    var startsIn1904 = false
    while let event = try xml.next() {
      if event == .open("workbookPr") { startsIn1904 = ["1", "true"].contains(xml.attribute("date1904") ?? "") }
      guard event == .open("sheet"), let name = xml.attribute("name"), let link = xml.attribute("id") else { continue }
      try xml.keep(256 + name.utf8.count + link.utf8.count)
      list.append((name, link, (xml.attribute("state") ?? "visible") != "visible"))
    }
    return (list, startsIn1904)
  }

  /// The shared texts; runs of rich text are joined, and readings of characters are left out. `nil` for one that holds
  /// something else.
  private func strings(_ part: String) throws(FormatProblem) -> [String?] {
    let xml = try xml(part)
    var strings: [String?] = []
    var cell: WorkbookCell?
    while let event = try xml.next() {
      switch event {
      case .open("si") where cell == nil:
        cell = WorkbookCell(type: "inlineStr", style: 0)
        cell?.open("is")
      case .close("si") where cell?.isOutermost == false:
        cell?.close()
        // One `si` within another is none of this format.
        guard cell?.isOutermost == true else { continue }
        try xml.keep(64)
        if case .text(let text)? = try cell?.content([], day: { _ in nil }) {
          strings.append(text)
        } else {
          strings.append(nil)
        }
        cell = nil
      case .open(let element): cell?.open(element)
      case .close: cell?.close()
      case .text(let text):
        if cell != nil { try xml.keep(text.utf8.count) }
        cell?.add(text)
      }
    }
    return strings
  }
}
