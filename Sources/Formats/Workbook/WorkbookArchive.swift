import Budget
import CWorkbook
import Localization

/// The parts of a workbook, after everything that a hostile archive could do with them was refused.
final class WorkbookArchive {
  private let archive: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var parts: [String: (index: UInt64, size: UInt64)] = [:]
  /// Bytes of parts that were read, each as often as it was.
  private var read = 0
  /// Bytes of the largest part that was read; one is held at a time.
  private var largest = 0
  /// What the workbook spends.
  private(set) var account: Account

  init(_ content: [UInt8], account: Account) throws(FormatProblem) {
    self.account = account
    if let entries = Self.entries(content), entries > FormatLimits.workbookParts { throw Self.tooMany }
    bytes = .allocate(capacity: max(1, content.count))
    _ = bytes.initialize(from: content)
    guard let archive = cworkbook_open(bytes.baseAddress, content.count) else {
      bytes.deallocate()
      throw Self.problem(
        "zip-damaged", "the workbook is no whole ZIP archive", help: "it was cut off or changed; export it again")
    }
    self.archive = archive
    // All is set: where this throws, `deinit` closes the archive.
    try list()
  }

  deinit {
    cworkbook_close(archive)
    bytes.deallocate()
  }

  private func list() throws(FormatProblem) {
    let count = cworkbook_count(archive)
    guard count <= FormatLimits.workbookParts else { throw Self.tooMany }
    var total: UInt64 = 0
    var folded = Set<String>()
    for index in 0..<count {
      var entry = cworkbook_entry()
      guard cworkbook_describe(archive, index, &entry) == 1, let raw = entry.name,
        let name = String(validatingCString: raw)
      else { throw Self.problem("zip-damaged", "a part of the workbook has no name that can be read") }
      if let wrong = Self.wrongPath(name) { throw Self.problem("zip-path", wrong) }
      guard folded.insert(name.lowercased()).inserted else {
        throw Self.problem("zip-duplicate", "two parts of the workbook have one name")
      }
      if entry.is_encrypted != 0 {
        throw Self.problem("workbook-encrypted", "the workbook is encrypted", help: "save it without a password")
      }
      if entry.is_link != 0 { throw Self.problem("zip-link", "a part of the workbook is a link to another file") }
      try Self.checkSize(entry)
      total += entry.size
      guard total <= UInt64(FormatLimits.workbookSize) else { throw Self.tooLarge }
      parts[name] = (index, entry.size)
    }
  }

  private static let tooLarge = problem(
    "zip-too-large", "the workbook unpacks to more than \(FormatLimits.workbookSize / 1024 / 1024) MiB",
    help: "split it, or save the table as CSV")
  private static let tooMany = problem(
    "zip-too-many", "the workbook has more than \(FormatLimits.workbookParts) parts")

  /// How many parts the end of the archive announces: the library would make room for all of them. `nil` where there is no
  /// such end, which the library refuses.
  private static func entries(_ content: [UInt8]) -> Int? {
    let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    // The end has 22 bytes, and a comment of up to 65,535 behind it.
    var at = content.count - 22
    let first = max(0, at - 65_535)
    while at >= first {
      if content[at...].starts(with: signature) { return Int(content[at + 10]) | Int(content[at + 11]) << 8 }
      at -= 1
    }
    return nil
  }

  /// Counts work of the workbook's readers.
  func spend(_ amount: Int, on resource: Resource) throws(FormatProblem) {
    do throws(LimitReached) {
      try account.spend(amount, on: resource)
    } catch {
      throw FormatProblem(error)
    }
  }

  private static func checkSize(_ entry: cworkbook_entry) throws(FormatProblem) {
    if entry.size > UInt64(FormatLimits.workbookPartSize) {
      throw problem(
        "zip-too-large",
        "a part of the workbook unpacks to more than \(FormatLimits.workbookPartSize / 1024 / 1024) MiB")
    }
    if entry.size > 1 << 20, entry.size / max(1, entry.compressed) > UInt64(FormatLimits.workbookRatio) {
      throw problem(
        "zip-bomb", "a part of the workbook unpacks to more than \(FormatLimits.workbookRatio) times its size")
    }
  }

  /// What is wrong with the name of a part; names lead to no files here, but a workbook with such names is a trick.
  private static func wrongPath(_ name: String) -> Phrase? {
    if name.isEmpty { return "a part of the workbook has no name" }
    if name.hasPrefix("/") || name.contains("\\") || name.contains(":") {
      return "a part of the workbook has an absolute path"
    }
    if name.split(separator: "/", omittingEmptySubsequences: false).contains("..") {
      return "a part of the workbook leads out of the archive"
    }
    if name.unicodeScalars.contains(where: { $0.value < 0x20 }) {
      return "a part of the workbook has a control character in its name"
    }
    return nil
  }

  var names: [String] { parts.keys.sorted() }

  func has(_ name: String) -> Bool { parts[name] != nil }

  /// The content of a part.
  func read(_ name: String) throws(FormatProblem) -> [UInt8] {
    guard let part = parts[name] else {
      throw Self.problem("workbook-incomplete", "the workbook lacks a part that it names")
    }
    read += Int(part.size)
    guard read <= FormatLimits.workbookSize else { throw Self.tooLarge }
    // The part, and the parser's copy of it.
    try spend(max(0, Int(part.size) - largest) * 2, on: .memory)
    largest = max(largest, Int(part.size))
    var content = [UInt8](repeating: 0, count: Int(part.size))
    let isGood = content.withUnsafeMutableBufferPointer {
      cworkbook_read(archive, part.index, $0.baseAddress, part.size) == 1
    }
    guard isGood || part.size == 0 else {
      throw Self.problem(
        "zip-damaged", "a part of the workbook is damaged, or longer than it says", help: "export it again")
    }
    return content
  }

  static func problem(_ code: String, _ message: Phrase, help: Phrase = "") -> FormatProblem {
    FormatProblem(code: code, message: message, help: help, isFatal: true)
  }
}
