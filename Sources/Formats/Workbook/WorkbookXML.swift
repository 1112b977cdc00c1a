import CWorkbook

/// Reads a part of a workbook, one event at a time.
final class WorkbookXML {
  enum Event: Equatable {
    case open(String)
    case close(String)
    case text(String)
  }

  private let xml: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let archive: WorkbookArchive

  /// - Parameter archive: whose account is spent: a node for each element that opens, and the text of those read.
  init(_ content: [UInt8], of archive: WorkbookArchive) throws(FormatProblem) {
    if let wrong = WorkbookMarkup.refuse(content) { throw wrong }
    self.archive = archive
    bytes = .allocate(capacity: max(1, content.count))
    _ = bytes.initialize(from: content)
    guard let xml = cworkbook_xml_create(bytes.baseAddress, content.count) else {
      bytes.deallocate()
      throw Self.failure
    }
    self.xml = xml
  }

  deinit {
    cworkbook_xml_destroy(xml)
    bytes.deallocate()
  }

  static let failure = WorkbookArchive.problem(
    "workbook-xml", "a part of the workbook is no well-formed XML, or declares a DOCTYPE", help: "export it again")

  /// The next event; `nil` at the end.
  func next() throws(FormatProblem) -> Event? {
    switch cworkbook_xml_next(xml) {
    case CWORKBOOK_END: return nil
    case CWORKBOOK_OPEN:
      try archive.spend(1, on: .nodes)
      return .open(String(cString: cworkbook_xml_name(xml)))
    case CWORKBOOK_CLOSE: return .close(String(cString: cworkbook_xml_name(xml)))
    case CWORKBOOK_TEXT: return .text(String(cString: cworkbook_xml_text(xml)))
    default: throw Self.failure
    }
  }

  /// Counts bytes that the reader of the part keeps.
  func keep(_ bytes: Int) throws(FormatProblem) { try archive.spend(bytes, on: .memory) }

  /// Counts work that is none of the parser's.
  func work(_ steps: Int) throws(FormatProblem) { try archive.spend(steps, on: .steps) }

  /// Counts cells that the reader of the part keeps, those between the first and the last of a row too.
  func keep(cells: Int) throws(FormatProblem) { try archive.spend(cells, on: .cells) }

  /// An attribute of the element that was just opened.
  func attribute(_ name: String) -> String? { cworkbook_xml_attribute(xml, name).map { String(cString: $0) } }
}
