import CWorkbook

/// An entry of an archive, unpacked as it is read. One that is longer than the archive says, or whose checksum is another, is a
/// problem at its end; what was unpacked before was handed out.
final class ArchiveReader: ByteReader {
  private let archive: Archive
  private let index: Int
  private let part: OpaquePointer
  private var done = 0
  private(set) var failure: FormatProblem?

  init(_ archive: Archive, _ index: Int) throws(FormatProblem) {
    guard let part = archive.open(index) else { throw ArchiveProblem.damagedEntry }
    self.archive = archive
    self.index = index
    self.part = part
  }

  deinit { archive.close(part) }

  var sizeWhenOpened: Int { archive.entries[index].size }

  func beginning(_ count: Int) throws(FormatProblem) -> [UInt8] {
    let reader = try ArchiveReader(archive, index)
    return [UInt8](unsafeUninitializedCapacity: min(count, sizeWhenOpened)) { buffer, filled in
      filled = reader.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard failure == nil, let base = buffer.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    let (count, failed) = archive.read(part, into: base, buffer.count)
    // What is longer than the archive says is not handed out.
    let taken = min(count, sizeWhenOpened - done)
    done += taken
    if failed || taken < count || (count < buffer.count && done < sizeWhenOpened) {
      failure = ArchiveProblem.damagedEntry
    }
    return taken
  }
}
