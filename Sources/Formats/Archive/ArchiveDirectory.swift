/// The directory at the end of a ZIP archive, as far as the library does not show it: it hides bytes of names, makes room for
/// as many entries as are announced, and of two directories takes the one that it likes better.
enum ArchiveDirectory {
  /// The names of all entries, as bytes, in order. Linear in the directory.
  static func names(_ content: [UInt8]) throws(FormatProblem) -> [[UInt8]] {
    guard let end = end(content) else { throw ArchiveProblem.damaged }
    let (disk, count) = (number(content, end + 4, 2), number(content, end + 10, 2))
    let (size, start) = (number(content, end + 12, 4), number(content, end + 16, 4))
    guard disk == 0, number(content, end + 6, 2) == 0, number(content, end + 8, 2) == count, start != 0xFFFF_FFFF else {
      throw ArchiveProblem.split
    }
    guard count <= FormatLimits.archiveEntries else { throw ArchiveProblem.tooMany }
    guard start + size == end else { throw ArchiveProblem.damaged }
    var names: [[UInt8]] = []
    var at = start
    for _ in 0..<count {
      guard at + 46 <= end, content[at...].starts(with: [0x50, 0x4B, 0x01, 0x02]) else { throw ArchiveProblem.damaged }
      let name = at + 46..<at + 46 + number(content, at + 28, 2)
      at = name.upperBound + number(content, at + 30, 2) + number(content, at + 32, 2)
      guard at <= end else { throw ArchiveProblem.damaged }
      names.append(Array(content[name]))
    }
    guard at == end else { throw ArchiveProblem.damaged }
    return names
  }

  /// Where the last 22 bytes begin, which a comment of up to 65,535 may follow. Nothing follows that.
  private static func end(_ content: [UInt8]) -> Int? {
    var at = content.count - 22
    let first = max(0, at - 65_535)
    while at >= first {
      if content[at...].starts(with: [0x50, 0x4B, 0x05, 0x06]), at + 22 + number(content, at + 20, 2) == content.count {
        return at
      }
      at -= 1
    }
    return nil
  }

  private static func number(_ content: [UInt8], _ at: Int, _ bytes: Int) -> Int {
    (0..<bytes).reduce(0) { $0 | Int(content[at + $1]) << (8 * $1) }
  }
}
