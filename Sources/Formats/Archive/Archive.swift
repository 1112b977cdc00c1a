import Budget
import CWorkbook
import Synchronization

// Safe: the library's archive is touched only under the lock, and its bytes never change.
/// A ZIP archive in memory, after everything that a hostile one could do was refused. Nothing is ever unpacked to disk.
///
/// Several threads may read entries at once; they take turns.
public final class Archive: @unchecked Sendable {
  /// A file in the archive.
  public struct Entry: Sendable {
    /// Its path within the archive: bytes, which need be no text.
    public let name: [UInt8]
    /// Bytes that it unpacks to.
    public let size: Int
    fileprivate let index: UInt64
  }

  /// The files in the order of their names; folders are none.
  public private(set) var entries: [Entry] = []

  private let lock = Mutex<Void>(())
  private let archive: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// Whether bytes begin as a ZIP archive does, an empty one or one part of several too.
  public static func sniff(_ bytes: some Collection<UInt8>) -> Bool {
    Workbook.sniff(bytes) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
      || bytes.starts(with: [0x50, 0x4B, 0x07, 0x08])
  }

  /// Whether the first entry is one that workbooks and other documents of office programs begin with.
  public static func beginsAsDocument(_ head: [UInt8]) -> Bool {
    guard Workbook.sniff(head), head.count > 30 else { return false }
    let name = head[30...].prefix(Int(head[26]) | Int(head[27]) << 8)
    return documentParts.contains { name.elementsEqual($0.utf8) }
  }

  private static let documentParts = ["[Content_Types].xml", "_rels/.rels", "mimetype", "xl/workbook.xml"]

  /// Whether it is a document of an office program rather than an archive of files.
  public var isDocument: Bool {
    entries.contains { entry in ["[Content_Types].xml", "mimetype"].contains { entry.name.elementsEqual($0.utf8) } }
  }

  /// The archive with these bytes.
  /// - Throws: why it is not read.
  public init(_ content: [UInt8]) throws(FormatProblem) {
    let names = try ArchiveDirectory.names(content)
    for name in names { if let problem = ArchiveProblem.name(name) { throw problem } }
    try Self.refuseDuplicates(names)
    bytes = .allocate(capacity: max(1, content.count))
    _ = bytes.initialize(from: content)
    guard let archive = cworkbook_open(bytes.baseAddress, content.count) else {
      bytes.deallocate()
      throw ArchiveProblem.damaged
    }
    self.archive = archive
    // All is set: where this throws, `deinit` closes the archive.
    try list(names)
  }

  deinit {
    cworkbook_close(archive)
    bytes.deallocate()
  }

  /// The bytes of an archive in a file, as they lie on disk.
  /// - Throws: why they are not read, as where they are more than the account has room for.
  public static func content(_ path: FilePath, account: inout Account) throws(FormatProblem) -> [UInt8] {
    let reader = try FileReader(path)
    guard reader.sizeWhenOpened <= FormatLimits.archiveFile else { throw ArchiveProblem.fileTooLarge }
    try account.spendMemory(reader.sizeWhenOpened)
    var failure: FormatProblem?
    // What grows meanwhile ends early, and is no whole archive.
    let content = [UInt8](unsafeUninitializedCapacity: reader.sizeWhenOpened) { buffer, filled in
      do throws(FormatProblem) {
        filled = try reader.read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return content
  }

  private func list(_ names: [[UInt8]]) throws(FormatProblem) {
    guard cworkbook_count(archive) == UInt64(names.count) else { throw ArchiveProblem.damaged }
    var total: UInt64 = 0
    for (index, name) in names.enumerated() {
      var entry = cworkbook_entry()
      guard cworkbook_describe(archive, UInt64(index), &entry) == 1, let raw = entry.name,
        Self.isSame(raw, name)
      else { throw ArchiveProblem.damaged }
      if entry.is_encrypted != 0 { throw ArchiveProblem.encrypted(name) }
      if entry.is_link != 0 { throw ArchiveProblem.link(name) }
      guard entry.size <= UInt64(FormatLimits.archiveSize) else { throw ArchiveProblem.tooLarge }
      if entry.size > 1 << 20, entry.size / max(1, entry.compressed) > UInt64(FormatLimits.archiveRatio) {
        throw ArchiveProblem.bomb(name)
      }
      total += entry.size
      guard total <= UInt64(FormatLimits.archiveSize) else { throw ArchiveProblem.tooLarge }
      if name.last == FilePath.slash {
        guard entry.size == 0 else { throw ArchiveProblem.damaged }
      } else {
        entries.append(Entry(name: name, size: Int(entry.size), index: UInt64(index)))
      }
    }
    entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
    if entries.isEmpty { throw ArchiveProblem.empty }
  }

  private static func isSame(_ raw: UnsafePointer<CChar>, _ name: [UInt8]) -> Bool {
    // The first byte that differs ends it, so that nothing behind its zero is read.
    name.indices.allSatisfy { UInt8(bitPattern: raw[$0]) == name[$0] } && raw[name.count] == 0
  }

  /// A name that is there twice, as systems compare names: without regard to case or to how accents are written. So is one of
  /// a file that is that of a folder as well.
  private static func refuseDuplicates(_ names: [[UInt8]]) throws(FormatProblem) {
    var files = Set<String>()
    for name in names where name.last != FilePath.slash && !files.insert(folded(name)).inserted {
      throw ArchiveProblem.duplicate(name)
    }
    for name in names {
      for slash in name.indices where name[slash] == FilePath.slash && files.contains(folded(name[..<slash])) {
        throw ArchiveProblem.duplicate(Array(name[..<slash]))
      }
    }
  }

  /// Texts are equal where their forms of Unicode are.
  private static func folded(_ name: some Collection<UInt8>) -> String {
    FilePath(bytes: name).text.uppercased().lowercased()
  }

  // MARK: Reading

  func open(_ entry: Int) -> OpaquePointer? {
    lock.withLock { _ in cworkbook_part_open(archive, entries[entry].index) }
  }

  func close(_ part: OpaquePointer) { lock.withLock { _ in cworkbook_part_close(part) } }

  /// Fills the buffer, less only at the end or where the entry is damaged.
  func read(_ part: OpaquePointer, into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> (count: Int, failed: Bool)
  {
    lock.withLock { _ in
      var failed: Int32 = 0
      return (Int(cworkbook_part_fill(part, buffer, UInt64(count), &failed)), failed != 0)
    }
  }
}
