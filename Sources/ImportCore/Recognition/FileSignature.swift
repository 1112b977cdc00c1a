import Localization

/// Formats that are told by their first bytes and cannot be read.
enum FileSignature {
  /// What a file that no reader takes looks like, with what to do; `nil` when nothing is known of it.
  static func describe(_ bytes: some Collection<UInt8>) -> Phrase? {
    let head = Array(bytes.prefix(512))
    func begins(_ signature: [UInt8]) -> Bool { head.starts(with: signature) }
    if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      return "an old spreadsheet (XLS) or document, which this version does not read; save the sheet as CSV"
    }
    if begins([0x1F, 0x8B]) { return "a gzip file, which this version does not read; unpack it" }
    if begins(Array("%PDF".utf8)) { return "a PDF file; export the data as CSV or JSON" }
    if begins(Array("openapi:".utf8)) || begins(Array("swagger:".utf8)) { return specification }
    guard head.mayBegin(with: UInt8(ascii: "<")) else { return nil }
    var text = String(decoding: head, as: UTF8.self).lowercased()
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    let start = text.drop { $0.isWhitespace }
    if pages.contains(where: { start.hasPrefix($0) }) {
      return "a web page, often the login page of the system instead of its answer; log in and export again"
    }
    if start.hasPrefix("<") { return "an XML file, which this version does not read" }
    return nil
  }

  /// What describes an interface, rather than being an answer of it.
  static let specification: Phrase =
    "a specification of an interface (OpenAPI), no data; save what the interface answers instead"

  /// How pages of the web begin, in lower case.
  private static let pages = ["<!doctype html", "<html"]
}
