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

  init(_ content: [UInt8]) throws(FormatProblem) {
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

  private static let failure = WorkbookArchive.problem(
    "workbook-xml", "a part of the workbook is no well-formed XML, or declares a DOCTYPE", help: "export it again")

  /// The next event; `nil` at the end.
  func next() throws(FormatProblem) -> Event? {
    switch cworkbook_xml_next(xml) {
    case CWORKBOOK_END: return nil
    case CWORKBOOK_OPEN: return .open(String(cString: cworkbook_xml_name(xml)))
    case CWORKBOOK_CLOSE: return .close(String(cString: cworkbook_xml_name(xml)))
    case CWORKBOOK_TEXT: return .text(String(cString: cworkbook_xml_text(xml)))
    default: throw Self.failure
    }
  }

  /// An attribute of the element that was just opened.
  func attribute(_ name: String) -> String? { cworkbook_xml_attribute(xml, name).map { String(cString: $0) } }
}
