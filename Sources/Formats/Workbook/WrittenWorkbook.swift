import CWorkbook

/// A workbook that a library wrote, looked at once more: the library does not say when a temporary file had no room.
package enum WrittenWorkbook {
  /// Whether a workbook is whole: every part reads to its end, is XML, and each sheet has so many bytes of rows.
  ///
  /// Linear in what it unpacks to; of a sheet only a piece is held at a time.
  /// - Parameter rows: bytes between `<sheetData>` and its end by the path of a part, as counted while they were written.
  package static func isWhole(_ bytes: UnsafeRawBufferPointer, rows: [String: Int]) -> Bool {
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
      let archive = cworkbook_open(base, bytes.count)
    else { return false }
    defer { cworkbook_close(archive) }
    var missing = Set(rows.keys)
    for index in 0..<cworkbook_count(archive) {
      var entry = cworkbook_entry()
      guard cworkbook_describe(archive, index, &entry) == 1, let raw = entry.name else { return false }
      let name = String(cString: raw)
      if let length = rows[name] {
        missing.remove(name)
        guard holds(rows: length, archive, index, size: Int(entry.size)) else { return false }
      } else {
        guard isXML(archive, index, size: Int(entry.size)) else { return false }
      }
    }
    return missing.isEmpty
  }

  private static func isXML(_ archive: OpaquePointer, _ index: UInt64, size: Int) -> Bool {
    var content = [UInt8](repeating: 0, count: size)
    guard size > 0, cworkbook_read(archive, index, &content, UInt64(size)) == 1 else { return false }
    return content.withUnsafeBufferPointer { content in
      guard let xml = cworkbook_xml_create(content.baseAddress, size) else { return false }
      defer { cworkbook_xml_destroy(xml) }
      while true {
        switch cworkbook_xml_next(xml) {
        case CWORKBOOK_END: return true
        case CWORKBOOK_FAILED: return false
        default: continue
        }
      }
    }
  }

  private static let start = Array("<sheetData>".utf8)
  private static let end = Array("</sheetData>".utf8)
  private static let last = Array("</worksheet>".utf8)

  /// Whether so many bytes stand between the marks of a sheet's rows, and the sheet has its end. Rows hold no such marks: in
  /// texts `<` is written as `&lt;`.
  private static func holds(rows length: Int, _ archive: OpaquePointer, _ index: UInt64, size: Int) -> Bool {
    guard let part = cworkbook_part_open(archive, index) else { return false }
    defer { cworkbook_part_close(part) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var at = 0
    var first: Int?
    // What stands where the rows end, and where the part does.
    var (ending, tail) = ([UInt8](), [UInt8]())
    while at < size {
      let count = Int(cworkbook_part_read(part, &buffer, UInt64(buffer.count)))
      guard count > 0 else { return false }
      let piece = buffer[..<count]
      if first == nil { first = place(of: start, in: piece).map { $0 + start.count } }
      guard let first else { return false }
      let wanted = first + length + ending.count - at
      if ending.count < end.count, piece.indices.contains(wanted) {
        ending += piece[wanted...].prefix(end.count - ending.count)
      }
      tail = Array((tail + piece.suffix(last.count)).suffix(last.count))
      at += count
    }
    return at == size && ending == end && tail == last
  }

  private static func place(of mark: [UInt8], in piece: ArraySlice<UInt8>) -> Int? {
    guard piece.count >= mark.count else { return nil }
    return (piece.startIndex...piece.endIndex - mark.count).first {
      piece[$0] == mark[0] && piece[$0...].starts(with: mark)
    }
  }
}
